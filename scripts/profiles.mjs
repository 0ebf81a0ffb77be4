// Writes generated profiles for benchmarks: `node scripts/profiles.mjs FOLDER COUNT`. The seed is fixed, so that every run measures the same.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const STORIES = ['marketplace-with-gaps', 'compliant-marketplace', 'live-commerce'];
const SEED = 20_201_600;

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** An example with other numbers and answers, and some facts undeclared, its comments and layout kept. */
function varied(text, id, random) {
  const lines = text.split('\n').map((line) => {
    const [, head, value, tail] = /^(\s+\w+: )(true|false|\d{1,3})(\s.*)?$/.exec(line) ?? [];
    if (head === undefined) return line;
    if (random() < 0.05) return `${head}${tail ?? ''}`;
    if (random() > 0.2) return line;
    return `${head}${/\d/.test(value) ? 1 + Math.floor(random() * 30) : value !== 'true'}${tail ?? ''}`;
  });
  return lines.join('\n').replace(/^hegui: 1$/m, `hegui: 1\nid: ${id}`);
}

const withoutComments = (text) => text.replace(/^\s*#.*\n/gm, '').replace(/ +#.*$/gm, '');

/** How people write profiles. An alias is refused, so that an anchor alone stands for those that YAML would allow. */
const SPELLINGS = {
  commented: (text) => text,
  plain: withoutComments,
  anchored: (text) => text.replace(/^platform:/m, 'platform: &platform'),
  folded: (text) => text.replace(/^( {2}name:) (.+)$/m, '$1 >-\n    $2'),
  misspelt: (text) => text.replace(/^( +feedback)_days:/m, '$1_day:'),
  broken: (text) => text.replace(/^( +\w+_days): /m, '$1：'),
  large: (text) => {
    const filler = Array.from({ length: 1500 }, (_, index) => `    key_${index}: { a: ${index}, b: [x, y] }\n`).join('');
    return `${text}extensions:\n  own:\n${filler}`;
  },
};

/** Of fifty profiles, how many are written in each way. */
const MIX = { commented: 20, plain: 22, anchored: 1, folded: 3, misspelt: 2, broken: 1, large: 1 };
const MIXED = Object.entries(MIX).flatMap(([name, share]) => Array(share).fill(SPELLINGS[name]));

/**
 * Writes so many profiles of seven to nine kilobytes each into a folder, in the mix of spellings or all as the examples
 * are written; gives their total size in bytes. `enlarge` can make more of each text.
 */
export function writeProfiles(folder, count, { mixed = false, enlarge = (text) => text } = {}) {
  const texts = STORIES.map((story) => readFileSync(`examples/${story}/profile.yaml`, 'utf8').replace(/^id: .*\n/m, ''));
  const random = randomFrom(SEED);
  let bytes = 0;
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const id = `p${String(index).padStart(6, '0')}`;
    // 37 has no divisor in common with fifty, so that the rare ways are spread over the run.
    const spelling = mixed ? MIXED[(index * 37) % MIXED.length] : SPELLINGS.commented;
    const text = spelling(enlarge(varied(texts[index % texts.length], id, random)));
    bytes += Buffer.byteLength(text);
    writeFileSync(`${folder}/${id}.yaml`, text);
  }
  return bytes;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeProfiles(process.argv[2], Number(process.argv[3]));

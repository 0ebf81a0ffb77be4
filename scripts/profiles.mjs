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

/** Writes so many profiles of seven to nine kilobytes each into a folder; gives their total size in bytes. */
export function writeProfiles(folder, count) {
  const texts = STORIES.map((story) => readFileSync(`examples/${story}/profile.yaml`, 'utf8').replace(/^id: .*\n/m, ''));
  const random = randomFrom(SEED);
  let bytes = 0;
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const id = `p${String(index).padStart(6, '0')}`;
    const text = varied(texts[index % texts.length], id, random);
    bytes += Buffer.byteLength(text);
    writeFileSync(`${folder}/${id}.yaml`, text);
  }
  return bytes;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeProfiles(process.argv[2], Number(process.argv[3]));

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DocumentOptions, stringify, type ToStringOptions } from 'yaml';
import { parseFull } from '../../src/load/full.js';
import { parsePlain } from '../../src/load/plain.js';
import { loadEngine } from '../../src/rules/builtin.js';
import { arbitraryProfile } from '../support/arbitrary-profile.js';
import { agrees } from './agree.js';

// `PLAIN_RUNS=300000 npx vitest run tests/load/plain` looks further than a run of all tests does.
const RUNS = Number(process.env.PLAIN_RUNS ?? 6000);
const SEED = process.env.PLAIN_SEED === undefined ? 20201600 : Number(process.env.PLAIN_SEED);
const TIMEOUT = 60_000 + RUNS * 20;

const root = new URL('../../', import.meta.url).pathname;
const files = ['examples', 'rules', 'tests'].flatMap((folder) =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ya?ml|json)$/.test(name))
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(`${root}${folder}/${name}`, 'utf8') })),
);
const examples = files.filter(({ name }) => /^examples\/(?!invalid).*profile\.yaml$/.test(name));

const agree = (text: string): boolean => agrees(parsePlain, text);

describe('the fast reading is taken', () => {
  test.each(examples)('by $name', ({ text }) => {
    expect(agree(text)).toBe(true);
    expect(agree(text.replaceAll('\n', '\r\n'))).toBe(true);
    const { value } = parseFull(text);
    expect(agree(JSON.stringify(value))).toBe(true);
    expect(agree(JSON.stringify(value, null, 2))).toBe(true);
  });

  test.each([
    ['block', 'a:\n  b: 1\n  c:\n  - x\n  - y: z\n    w: null\n'],
    ['flow', '{ a: [1, 2.5, "x", \'y\'], b: {} }\n'],
    ['document start', '---\na: 1\n'],
    ['empty values', 'a:\nb: # nothing\nc:   \n'],
    ['escapes', 'a: "\\u4e2d \\"x\\" \\n"\nb: \'it\'\'s\'\n'],
    ['odd names', '__proto__: { a: 1 }\nconstructor: 2\n"": 3\n"1": 4\n"a b": 5\n'],
    ['texts that look like something', 'a: 2026-11-10\nb: 91500000MA5U000111\nc: none\nd: 7天\ne: https://a.b/c?d#e\nf: A & B\n'],
  ])('by %s', (_name, text) => {
    expect(agree(text)).toBe(true);
  });
});

describe('the fast reading leaves to the full one', () => {
  test.each([
    ...['a: &x 1\n', 'a: *x\n', 'a: !t 1\n', 'a: 1\na: 2\n', '<<: { a: 1 }\n', '1: a\n', 'true: a\n', '? a\n: b\n', ': a\n', '- [a: 1]\n'],
    ...[
      'a: 1\n---\nb: 1\n',
      'a: 1\n...\n',
      '---# x\na: 1\n',
      '%YAML 1.2\n---\na: 1\n',
      '',
      '# x\n',
      'a\n',
      '1\n',
      'a:\tb\n',
      '\ufeffa: 1\n',
      'a: 1\rb: 2\n',
    ],
    ...[
      'a: |\n  b\n',
      'a: >\n  b\n',
      'a: b\n  c\n',
      'a: "b\n  c"\n',
      'a: 012\n',
      'a: 0x1F\n',
      'a: 0o7\n',
      'a: .5\n',
      'a: +1\n',
      'a: .inf\n',
      'a: 1e3\n',
    ],
    ...[
      'a: 12345678901234567890\n',
      'a: True\n',
      'a: "\\u0007"\n',
      'a: "\\ud800"\n',
      '- \n- a\n',
      '-\n# x\n a\n',
      '{ a }\n',
      'a: [\n',
      'a: b: c\n',
      'a\u00a0b: 1\n',
    ],
    ...['a\u3000: 1\n', `${'a'.repeat(201)}: 1\n`, `${'['.repeat(65)}${']'.repeat(65)}\n`],
  ])('%j', (text) => {
    expect(parsePlain(text)).toBeNull();
  });
});

describe('the fast reading equals the full one', () => {
  test.each(files)('of $name', ({ text }) => {
    agree(text);
  });

  const styles = fc.record({
    indent: fc.constantFrom(1, 2, 3, 4, 8),
    indentSeq: fc.boolean(),
    collectionStyle: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
    defaultStringType: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const, 'QUOTE_SINGLE' as const, 'BLOCK_FOLDED' as const),
    defaultKeyType: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const, 'QUOTE_SINGLE' as const),
    lineWidth: fc.constantFrom(0, 20, 80),
    nullStr: fc.constantFrom('', 'null', '~'),
    directives: fc.constantFrom(null, true),
  }) satisfies fc.Arbitrary<DocumentOptions & ToStringOptions & { directives: true | null }>;
  const finish = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.replaceAll('\n', '\r\n'),
    (text) => text.replace(/\n(?=\w)/g, '\n\n# 注释: x\n'),
    (text) => text.replace(/\n/g, '  # x\n'),
    (text) => text.trimEnd(),
    (text) => `# yaml-language-server: $schema=x\n---\n${text}...\n`,
  );
  const spelt = fc
    .tuple(arbitraryProfile(loadEngine().vocabulary, { numbers: [7], spelling: 'both', maxItems: 2 }), styles, fc.boolean(), finish)
    .map(([value, style, json, end]) => end(json ? JSON.stringify(value, null, style.indent) : stringify(value, style)));

  test(
    'of profiles in many spellings',
    () => {
      let plain = 0;
      const numRuns = Math.ceil(RUNS / 60);
      fc.assert(
        fc.property(spelt, (text) => {
          if (agree(text)) plain += 1;
        }),
        { seed: SEED, numRuns },
      );
      expect(plain).toBeGreaterThan(numRuns / 4);
    },
    TIMEOUT,
  );

  const pieces = [
    ...['\n#\n', '\n# x\n', ' #\n', '\n,', ',\n', '\n]', ']\n', '\n}', '{\n', '[\n', '\n- ', '\n  - ', ' : ', '\n:'],
    ...':-?[]{},#&*!|>\'"%@`\t\r\n ~=\\/.+_019eEx<\0\ufeff\u0085\u2028\u2029\u00a0\u3000：，中\ud800\u200b',
    ...[
      '\r\n',
      '\n ',
      '\n  ',
      '\n    ',
      ': ',
      ' :',
      '- ',
      ' - ',
      '? ',
      ', ',
      ' #',
      '# ',
      "''",
      '""',
      '[]',
      '{}',
      '[ ',
      ' ]',
      '{ ',
      ' }',
      '\\"',
    ],
    ...[
      '0x',
      '0b11',
      '0o7',
      '.5',
      '1_000',
      '+1',
      '-1',
      '-0',
      '1.',
      '1.50',
      '1e3',
      '012',
      '.inf',
      '.nan',
      '~',
      'null',
      'Null',
      'true',
      'TRUE',
    ],
    ...[
      'no',
      'y',
      '<<',
      '<<: ',
      '__proto__',
      '2026-11-10',
      '---',
      '...',
      '\n---\n',
      '\n...\n',
      '--- ',
      '%YAML 1.1',
      '&a ',
      '*a',
      '!t ',
      '!!str ',
    ],
    ...[
      'a',
      'b: 1',
      'a: b',
      'a:\n',
      '"a":1',
      '"a": ',
      "'b': ",
      '- a',
      '- - a',
      '- a: 1',
      '? a',
      '? a\n: b',
      '[a, b]',
      '{ a: 1 }',
      '{a: [',
      '|\n',
      '>-\n',
    ],
    ...[
      '# x',
      ' # x\n',
      '\n# x\n',
      '\n  # x\n',
      '\\u4e2d',
      '\\ud800',
      '\\n',
      '\\x41',
      '\\\n',
      '：',
      'a b',
      'https://a.b/c',
      '  \n',
      '\n\n',
      '\t\n',
    ],
  ];
  const seeds = [
    ...[
      '[a, # x\n b]\n',
      '{ a: 1, # x\n  b: 2 # y\n}\n',
      'a: [\n  b, # x\n  c\n ]\n# y\nd: 1\n',
      '{"a":1,\n"b":[1,2]}',
      'a:\n- b:\n  - c: 1\n    d: []\n- {}\n',
    ],
    ...[
      'a: 1\nb:\n  c: x\n  d: [1, 2]\n',
      '- a\n- b: 1\n  c: 2\n-\n  - d\n',
      '{ a: 1, "b": [x, {c: d}], e: }\n',
      '{"a":1,"b":[true,null]}\n',
    ],
    ...[
      '{\n  "a": 1,\n  "b": [\n    "x",\n    {}\n  ]\n}\n',
      'a:\nb: # c\n\n# d\ne:\n  - f\n',
      'a:\n- b\n- c:\n  - d\ne: f\n',
      '---\na: b\n',
      "'a': 'b''c'\n",
    ],
    ...[
      'a: {\n  b: 1,\n  c: [ 2,\n 3 ] }\nd: 4\n',
      'a: "b c"   \nd: e f   # g\n',
      'a:\n    b:\n     c: 1\n    d: 2\n',
      'a: [b, c,\n  d]\n',
      '',
      'a:',
      '- ',
    ],
  ];
  const lines = files.flatMap(({ text }) => text.split('\n'));
  const excerpt = fc
    .tuple(fc.nat(lines.length - 1), fc.integer({ min: 1, max: 12 }))
    .map(([at, count]) => lines.slice(at, at + count).join('\n'));
  const piece = fc.constantFrom(...pieces);
  const start = fc.oneof(
    { arbitrary: fc.constantFrom(...seeds), weight: 6 },
    { arbitrary: excerpt, weight: 2 },
    { arbitrary: fc.array(piece, { maxLength: 14 }).map((all) => all.join('')), weight: 2 },
  );
  const mutation = fc.record({ at: fc.nat(10_000), kind: fc.constantFrom('insert', 'replace', 'delete', 'line', 'swap'), piece });

  test(
    'of documents that were changed at random',
    () => {
      const mutated = fc.tuple(start, fc.array(mutation, { maxLength: 6 })).map(([text, all]) => all.reduce(mutate, text));
      fc.assert(
        fc.property(mutated, (text) => void agree(text)),
        { seed: SEED, numRuns: RUNS },
      );
    },
    TIMEOUT,
  );

  test(
    'of scalars of all kinds',
    () => {
      const scalar = fc
        .array(fc.constantFrom(...'0123456789+-._eExXoObBaAnNuUlLtTrRfFsSiIyY~:?# 中\'"\\='), { maxLength: 7 })
        .map((all) => all.join(''));
      fc.assert(
        fc.property(scalar, fc.constantFrom('a: $\n', '- $\n', '[$, b]', '{a: $}', '$: a\n', '{"a":$}'), (text, frame) => {
          agree(frame.replace('$', () => text));
        }),
        { seed: SEED, numRuns: RUNS },
      );
    },
    TIMEOUT,
  );
});

interface Mutation {
  readonly at: number;
  readonly kind: string;
  readonly piece: string;
}

function mutate(text: string, { at, kind, piece }: Mutation): string {
  const index = at % (text.length + 1);
  if (kind === 'insert') return text.slice(0, index) + piece + text.slice(index);
  if (kind === 'replace') return text.slice(0, index) + piece + text.slice(index + 1);
  if (kind === 'delete') return text.slice(0, index) + text.slice(index + 1 + (at % 3));
  const all = text.split('\n');
  const line = at % all.length;
  if (kind === 'swap') return all.toSpliced(line, 1, `${' '.repeat(at % 5)}${(all[line] ?? '').trimStart()}`).join('\n');
  return all.toSpliced(line, at % 2, piece).join('\n');
}

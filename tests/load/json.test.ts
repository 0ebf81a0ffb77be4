import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFull } from '../../src/load/full.js';
import { parseJson } from '../../src/load/json.js';
import { agrees } from './agree.js';

// `JSON_RUNS=300000 npx vitest run tests/load/json` looks further than a run of all tests does.
const RUNS = Number(process.env.JSON_RUNS ?? 6000);
const SEED = process.env.JSON_SEED === undefined ? 20201600 : Number(process.env.JSON_SEED);
const TIMEOUT = 60_000 + RUNS * 20;

const agree = (text: string): boolean => agrees(parseJson, text);

describe('the reading of JSON is taken', () => {
  test.each(['marketplace-with-gaps', 'compliant-marketplace', 'live-commerce'])('by %s', (story) => {
    const { value } = parseFull(readFileSync(`examples/${story}/profile.yaml`, 'utf8'));
    for (const indent of [0, 1, 2, 4]) {
      const text = JSON.stringify(value, null, indent);
      expect(agree(text)).toBe(true);
      expect(agree(`${text}\n`)).toBe(true);
      expect(agree(text.replaceAll('\n', '\r\n'))).toBe(true);
    }
  });

  test.each([
    '{}',
    '{"a":1}',
    '{"a":-1,"b":0,"c":2.5,"d":-10.25,"e":true,"f":false,"g":null}',
    '{"a":[],"b":{},"c":[[]],"d":[{}]}',
    '{"a":"\\u4e2d\\ud83d\\ude00","b":"\\"\\\\\\/\\n\\t"}',
    '{"a":": # - & * ! ? % @ { [ ] } ,"}',
    '{"__proto__":{"a":1},"constructor":2,"":3,"1":4,"<<":5,"a b":6,"x\\"y":7,"z~/":8}',
    '{"2":1,"1":2,"a":{"10":1,"9":2}}',
    '{ "a" : 1 , "b" : [ 1 , 2 ] }\n',
  ])('by %s', (text) => {
    expect(agree(text)).toBe(true);
  });
});

describe('the reading of JSON leaves to the others', () => {
  test.each(
    [
      ['', ' {}', '[1]', '"a"', '1', 'null', '{', '{"a":1}}', '{"a":1} {}', '{"a":1,}', '{a:1}', "{'a':1}", '{"a":1}\n# x\n'],
      ['{"a":1,"a":2}', '{"a":{"b":1,"b":1}}', '{"a":[{"b":1,"\\u0062":2}]}', '{"__proto__":1,"__proto__":2}'],
      ['{"a":1e3}', '{"a":1E3}', '{"a":1.5e3}', '{"a":-0}', '{"a":-0.0}', '{"a":12345678901234567}', '{"a":0.1234567890123456789}'],
      ['{"a":9007199254740993}', '{"a":100000000000000000000}', '{"a":1e999}', '[{"a":[1,-0]}]'],
      ['{"a":"\\u0007"}', '{"a":"\\ud800"}', '{"a":"\\b"}', '{"a":"\u202e"}', '{"\\u200b":1}', '{"a":"\u007f"}', '{"a":"\u2028"}'],
      ['{"a":\n1}', '{"a"\n:1}', '{\t"a":1}', '{"a":\r1}', '{"a\u3000":1}', `{"${'a'.repeat(201)}":1}`],
      [`{"a":${'['.repeat(65)}${']'.repeat(65)}}`, `{"a":[${'1,'.repeat(100_000)}1]}`],
    ].flat(),
  )('%.40j', (text) => {
    expect(parseJson(text)).toBeNull();
  });
});

describe('the reading of JSON equals the full one', () => {
  const string = fc.oneof(
    fc.constantFrom(
      'a',
      'b',
      '',
      'a b',
      '__proto__',
      '<<',
      '1',
      '10',
      'null',
      'true',
      '~',
      '- a',
      'a: b',
      '# x',
      '&a',
      '*a',
      '!t',
      '中',
      '😀',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const number = fc.oneof(
    fc.integer(),
    fc.constantFrom(0, -0, 0.1, 1.5, 1e21, 1e-7, 2 ** 53, 123456789012345, 0.30000000000000004),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  const { value } = fc.letrec((tie) => ({
    leaf: fc.oneof(fc.constant(null), fc.boolean(), number, string),
    value: fc.oneof(
      { maxDepth: 4 },
      tie('leaf'),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(string, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  const document = fc
    .tuple(fc.dictionary(string, value, { maxKeys: 4, noNullPrototype: true }), fc.constantFrom(0, 1, 2, '\t'), fc.boolean())
    .map(([of, indent, escaped]) => {
      const text = JSON.stringify(of, null, indent);
      return escaped ? text.replace(/[^ -~\n\t]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`) : text;
    });
  const pieces = [
    ...'{}[]",:0123456789.-+eE \n\r\t\\/#&*!?%@|>~\'ntfu\u00a0\u2028\ufeff\u202e中',
    ...[
      '"a":',
      '"a":1,',
      ',"a":1',
      '"b": ',
      ' : ',
      ',\n',
      '\n,',
      '\n]',
      '\n}',
      '\n:',
      ':\n',
      ' #',
      '# x\n',
      '\\u0041',
      '\\ud800',
      '\\n',
      '\\b',
    ],
    ...[
      '1.0',
      '1.50',
      '-0',
      '0.1',
      '1e3',
      '012',
      '1.',
      '.5',
      '12345678901234567890',
      'null',
      'true',
      '[]',
      '{}',
      '""',
      '[1,2]',
      '{"a":1}',
      '---',
    ],
  ];
  const mutation = fc.record({ at: fc.nat(10_000), cut: fc.nat(2), piece: fc.constantFrom('', ...pieces) });
  const mutated = fc.tuple(document, fc.array(mutation, { maxLength: 3 })).map(([text, all]) => all.reduce(mutate, text));

  test(
    'of values of all kinds, changed at random',
    () => {
      let taken = 0;
      fc.assert(
        fc.property(mutated, (text) => {
          if (agree(text)) taken += 1;
        }),
        { seed: SEED, numRuns: RUNS },
      );
      expect(taken).toBeGreaterThan(RUNS / 10);
    },
    TIMEOUT,
  );

  test(
    'of small objects, changed at random',
    () => {
      const seeds = ['{"a":1}', '{"a":"b","b":[1,{"c":null}]}', '{\n  "a": 1,\n  "b": 2\n}\n', '{"a":{"b":1.5}}'];
      const small = fc
        .tuple(fc.constantFrom(...seeds), fc.array(mutation, { maxLength: 4 }))
        .map(([text, all]) => all.reduce(mutate, text));
      fc.assert(
        fc.property(small, (text) => void agree(text)),
        { seed: SEED, numRuns: RUNS },
      );
    },
    TIMEOUT,
  );
});

interface Mutation {
  readonly at: number;
  readonly cut: number;
  readonly piece: string;
}

function mutate(text: string, { at, cut, piece }: Mutation): string {
  const index = at % (text.length + 1);
  return text.slice(0, index) + piece + text.slice(index + cut);
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { fromPointer, toPointer } from '../../src/core/pointer.js';
import { MAX_PROBLEMS } from '../../src/core/problem.js';
import type { ProfileRecord } from '../../src/core/run.js';
import { sayProblem, sentences } from '../../src/i18n/translate.js';
import { parse } from '../../src/load/parse.js';
import { judge } from './judge.js';

/** A text that nothing is wrong with: no control or invisible characters, no half characters, short enough for a key. */
const plain = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .map((text) => text.replace(/[\p{C}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu, ''))
  .filter((text) => text !== '<<');
const number = fc.oneof(
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => Math.abs(value) < 1e15),
);
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    plain,
    number,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('json'), { maxLength: 5 }),
    fc.dictionary(plain, tie('json'), { maxKeys: 5 }),
  ),
}));
const withProto = fc.tuple(json, json).map(([a, b]) => JSON.parse(`{"__proto__":${JSON.stringify(a)},"constructor":${JSON.stringify(b)}}`));

/** JSON has no negative zero, and YAML need not keep it. */
const normal = (value: unknown): string => JSON.stringify(value).replace(/(?<=[[:,]|^)-0(?=[\],}]|$)/g, '0');

describe('parse', () => {
  test('gives back what JSON.stringify wrote', () => {
    fc.assert(
      fc.property(fc.oneof(json, withProto), fc.constantFrom(undefined, 1, '\t'), (value, space) => {
        const { value: read, problems } = parse(JSON.stringify(value, null, space));
        expect(problems).toEqual([]);
        expect(normal(read)).toBe(normal(value));
      }),
    );
  });

  test('gives back what another writer wrote as YAML', () => {
    fc.assert(
      fc.property(json, (value) => {
        const { value: read, problems } = parse(stringify(value, { aliasDuplicateObjects: false, version: '1.2' }));
        expect(problems).toEqual([]);
        expect(normal(read)).toBe(normal(value));
      }),
    );
  });

  test('finds the place of every value that it gives', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = JSON.stringify(value, null, 1);
        const { place } = parse(text);
        for (const [pointer, part] of parts(value, [])) {
          const at = place(pointer, 'value');
          expect(at.pointer).toBe(pointer);
          const rest = text.split('\n')[(at.line ?? 0) - 1]?.slice((at.column ?? 0) - 1) ?? '';
          expect(rest.startsWith(JSON.stringify(part, null, 1).split('\n')[0] ?? '')).toBe(true);
        }
      }),
    );
  });
});

function* parts(value: unknown, steps: readonly (string | number)[]): Generator<[string, unknown]> {
  yield [toPointer(steps), value];
  if (typeof value !== 'object' || value === null) return;
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [key, part] of entries) yield* parts(part, [...steps, key]);
}

test('a pointer leads back to its steps', () => {
  const step = fc.oneof(fc.string(), fc.stringMatching(/^[~/01]{0,6}$/));
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      expect(fromPointer(toPointer(steps))).toEqual(steps);
    }),
  );
});

/** Pieces of YAML, well put together or not. */
const yamlish = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          'hegui: 1',
          '\n',
          '\n  ',
          '\n    ',
          ' ',
          '\t',
          ': ',
          ':',
          '- ',
          '? ',
          ', ',
          '[',
          ']',
          '{',
          '}',
          '"',
          "'",
          '|',
          '>',
          '&a ',
          '*a',
          '!t ',
        ],
        ...[
          '!!set ',
          '%YAML 1.1',
          '---',
          '...',
          '#',
          '\r',
          '\r\n',
          '\u0000',
          '\ufeff',
          '：',
          '，',
          '　',
          '\\ud800',
          '.inf',
          '012',
          '0x1F',
          '~',
          'null',
        ],
        ...[
          'complaints',
          'channels',
          'app',
          'operator',
          'uscc',
          '91500000MA5U000036',
          'declaration',
          'date',
          '2026-02-30',
          '__proto__',
          '<<',
          '7天',
        ],
        ...['pricing:\n promotions:\n  - name: ', 'extensions', 'merchants', 'permanent', 'vocabulary: 2', 'true', '是', '@', '`', '1e999'],
      ),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

describe('checking anything whatever', () => {
  const expectRecord = (record: ProfileRecord): void => {
    expect(['judged', 'invalid']).toContain(record.status);
    const errors = record.problems.filter(({ level }) => level === 'error');
    expect(errors.length > 0).toBe(record.status === 'invalid');
    expect(record.problems.length).toBeLessThanOrEqual(MAX_PROBLEMS + 1);
    for (const found of record.problems) {
      expect(found.at.line).toBeGreaterThan(0);
      expect(found.at.column).toBeGreaterThan(0);
      for (const lang of ['zh', 'en'] as const) expect(sayProblem(found, sentences(lang))).not.toMatch(/undefined|NaN|^$/);
    }
    const told = record.problems.map(({ code, args, at }) => JSON.stringify([code, args, at.line, at.column]));
    expect(new Set(told).size).toBe(told.length);
  };

  test('random bytes give one record with a status', () => {
    const encodings = fc.constantFrom(null, 'gb18030' as const, 'utf-16' as const);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), encodings, (bytes, encoding) => expectRecord(judge(bytes, encoding))));
  });

  test('random pieces of YAML do too', () => {
    fc.assert(
      fc.property(yamlish, (text) => expectRecord(judge(text))),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(yamlish, (text) => expectRecord(judge(`hegui: 1\nextensions:\n  a: ${text}`))),
      { numRuns: 300 },
    );
  });

  test('so do random values at the paths of the vocabulary', () => {
    const section = fc.constantFrom(
      'complaints',
      'merchants',
      'pricing',
      'platform',
      'data',
      'operator',
      'declaration',
      'extensions',
      'id',
    );
    const key = fc.constantFrom(
      'channels',
      'feedback_days',
      'promotions',
      'retention',
      'identity_years',
      'name',
      'date',
      'uscc',
      'kinds',
      '__proto__',
    );
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('app', 'permanent', '', ' ', '7天', '是', '2026-02-30', '2030-01-01', '：', null, true, 0, -1, 1.5, 1e300),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(section, value), (profile) => expectRecord(judge(JSON.stringify({ hegui: 1, ...profile })))),
      { numRuns: 500 },
    );
  });
});

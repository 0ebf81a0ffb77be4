import { describe, expect, test } from 'vitest';
import { MAX_PROBLEMS } from '../../src/core/problem.js';
import { MAX_BYTES } from '../../src/load/decode.js';
import { parse } from '../../src/load/parse.js';
import { MAX_DEPTH, MAX_VALUES } from '../../src/load/parsed.js';
import { judge } from './judge.js';
import { told } from './told.js';

// These run in a second or two each; anything that took the square of its input would take minutes, and time out.
const HEAD = 'hegui: 1\n';

/** As many repetitions as fill a file of the greatest size. */
function fill(unit: string | ((index: number) => string), head = '', tail = ''): string {
  const parts = [head];
  let length = head.length + tail.length;
  for (let index = 0; ; index += 1) {
    const next = typeof unit === 'string' ? unit : unit(index);
    length += Buffer.byteLength(next);
    if (length > MAX_BYTES) return parts.join('') + tail;
    parts.push(next);
  }
}

describe('depth', () => {
  const flow = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const block = (levels: number): string => Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:\n`).join('');

  test('is read up to the limit', () => {
    expect(told(parse(flow(MAX_DEPTH)).problems)).toEqual([]);
    expect(told(parse(flow(MAX_DEPTH + 1)).problems)).toEqual([]);
    expect(told(parse(flow(MAX_DEPTH + 2)).problems)).toEqual([`too-deep 1:${MAX_DEPTH + 2}`]);
    expect(told(parse(block(MAX_DEPTH)).problems)).toEqual([]);
    expect(parse(block(MAX_DEPTH + 5)).problems).toMatchObject([{ code: 'too-deep', args: { limit: MAX_DEPTH } }]);
  });

  test.each([
    ['flow lists', flow(10_000)],
    ['flow lists left open', '['.repeat(MAX_BYTES)],
    ['flow maps', `${'{a: '.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['block maps', block(1400)],
    ['block lists', `${'- '.repeat(10_000)}a\n`],
    ['explicit keys', '? '.repeat(10_000)],
    ['pairs in a list', `[${'a: '.repeat(MAX_BYTES / 4)}]`],
    ['in a document after the first', `a: 1\n---\n${flow(10_000)}`],
  ])('%s without end are refused', (_name, text) => {
    const { value, problems } = parse(text);
    expect(value).toBeNull();
    expect(problems.map(({ code }) => code)).toContain('too-deep');
    expect(problems[0]?.at.line).toBeGreaterThan(0);
  });
});

describe('number of values', () => {
  const list = (count: number): string => `[${'1,'.repeat(count - 1)}1]`;

  test('is read up to the limit', () => {
    expect(told(parse(list(MAX_VALUES - 1)).problems)).toEqual([]);
    expect(parse(list(MAX_VALUES)).problems).toMatchObject([{ code: 'too-many-values', args: { limit: MAX_VALUES } }]);
  });

  test.each([
    ['values', fill('1,', '[', ']')],
    ['empty values', fill(',', '[', ']')],
    ['stray brackets', fill(']')],
    ['documents in one line', fill('{}\n')],
    ['keys', fill('a: 1\n')],
  ])('%s without end are refused', (_name, text) => {
    expect(parse(text).problems.map(({ code }) => code)).toEqual(['too-many-values']);
  });
});

describe('many of one thing', () => {
  test.each<[name: string, text: string, code: string]>([
    ['keys', fill((index) => `  key${index}: 1\n`, `${HEAD}extensions:\n`), ''],
    ['unknown keys', fill((index) => `complain${index}: 1\n`, HEAD), 'unknown-key'],
    ['unknown keys in one line', fill((index) => `complain${index}: 1, `, '{ hegui: 1, ', '}'), 'unknown-key'],
    ['duplicate keys', `${HEAD}extensions:\n${'  a: 1\n'.repeat(90_000)}`, 'duplicate-key'],
    [
      'keys that are numbers, in one line',
      `{ hegui: 1, extensions: {${Array.from({ length: 90_000 }, (_, index) => `${index}: 1,`).join('')}}}`,
      'yaml-key',
    ],
    ['wrong items', `${HEAD}pricing:\n promotions:\n${'  - name: 5\n'.repeat(49_000)}`, 'wrong-type'],
    ['items of one name', `${HEAD}pricing:\n promotions:\n${'  - name: a\n'.repeat(49_000)}`, 'repeated-name'],
    ['members that are none', fill('  - telephone\n', `${HEAD}complaints:\n channels:\n`), 'not-a-member'],
    ['members that are none, as a map', fill((index) => `  x${index}: 1\n`, `${HEAD}complaints:\n channels:\n`), 'unknown-key'],
    ['aliases', fill('  - *a\n', `${HEAD}extensions:\n a:\n`), 'yaml-alias'],
    ['anchors', fill((index) => `  - &a${index} 1\n`, `${HEAD}extensions:\n a:\n`), ''],
    ['tags', fill('  - !foo 1\n', `${HEAD}extensions:\n a:\n`), 'yaml-tag'],
    ['bad escapes', fill('\\q', `${HEAD}id: "`, '"'), 'yaml-syntax'],
    ['unquoted special characters', `${HEAD}extensions:\n a:\n${'  - @\n'.repeat(90_000)}`, 'yaml-syntax'],
    ['comments', fill('# x\n', HEAD), ''],
    ['empty lines', fill('\n', HEAD), ''],
    ['full-width colons', `x${'：'.repeat(MAX_BYTES / 3 - 10)}\n${HEAD}`, 'fullwidth-colon'],
  ])('%s', (_name, text, code) => {
    const record = judge(text);
    expect(record.status).toBe(code === '' ? 'judged' : 'invalid');
    if (code !== '') expect(record.problems.map((each) => each.code)).toContain(code);
    expect(record.problems.length).toBeLessThanOrEqual(MAX_PROBLEMS + 1);
    expect(JSON.stringify(record.problems).length).toBeLessThan(1_000_000);
  });

  test('a line of one megabyte', () => {
    const record = judge(`${HEAD}operator:\n  name: ${'长'.repeat(340_000)}\n`);
    expect(told(record.problems)).toEqual(['too-long 3:9']);
    expect(JSON.stringify(record.problems).length).toBeLessThan(10_000);
  });

  test('nothing is lost silently: how many are not listed is told', () => {
    const listed = judge(`${HEAD}${Array.from({ length: 1000 }, (_, index) => `x${index}: 1\n`).join('')}`).problems;
    expect(listed).toHaveLength(MAX_PROBLEMS + 1);
    expect(listed.at(-1)).toMatchObject({ code: 'more-problems', args: { count: 800 }, level: 'error', at: { line: 202 } });
    const exact = judge(`${HEAD}${Array.from({ length: 200 }, (_, index) => `x${index}: 1\n`).join('')}`).problems;
    expect(exact.map(({ code }) => code)).not.toContain('more-problems');
    // 300 found by the parser and 400 by the schema.
    const both = Array.from(
      { length: 100 },
      (_, index) => `x${index}: 1\ny${index}: { 1: a, 2: b, 3: c }\nz${index}: 1\na${index}: 1\n`,
    ).join('');
    const counted = judge(`${HEAD}${both}`).problems;
    expect(counted).toHaveLength(MAX_PROBLEMS + 1);
    expect(counted.at(-1)).toMatchObject({ code: 'more-problems', args: { count: 500 } });
  });

  test('many warnings never push out an error', () => {
    const hidden = '  - "\\u0007"\n'.repeat(1000);
    const record = judge(`${HEAD}extensions:\n a:\n${hidden} b: 012\n`);
    expect(record.status).toBe('invalid');
    expect(record.problems).toHaveLength(MAX_PROBLEMS + 1);
    expect(record.problems.filter(({ level }) => level === 'error')).toMatchObject([{ code: 'number-leading-zero', at: { line: 1004 } }]);
    expect(judge(`${HEAD}extensions:\n a:\n${hidden}`).status).toBe('judged');
  });
});

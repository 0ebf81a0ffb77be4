import { describe, expect, test } from 'vitest';
import { parse } from '../../src/load/parse.js';

const TEXT = `hegui: 1
operator:
  name: 示例
  "": empty
  a/b: { ~c: [x, { d: 1 }] }
list:
  - one
  -
  - k: v
twice: 1
twice: 2
nothing:
? complex
: value
`;
const { place } = parse(TEXT);

describe('place of a pointer', () => {
  test.each([
    ['', '1:1', '1:1'],
    ['/hegui', '1:1', '1:8'],
    ['/operator/name', '3:3', '3:9'],
    ['/operator/', '4:3', '4:7'],
    ['/operator/a~1b', '5:3', '5:8'],
    ['/operator/a~1b/~0c', '5:10', '5:14'],
    ['/operator/a~1b/~0c/1/d', '5:20', '5:23'],
    ['/list/0', '7:5', '7:5'],
    ['/list/2/k', '9:5', '9:8'],
    ['/twice', '10:1', '10:8'],
    ['/complex', '13:3', '14:3'],
  ])('%s: key at %s, value at %s', (pointer, key, value) => {
    const at = { key: place(pointer), value: place(pointer, 'value') };
    expect([`${at.key.line}:${at.key.column}`, `${at.value.line}:${at.value.column}`]).toEqual([key, value]);
    expect(at.key.pointer).toBe(pointer);
  });

  test.each([
    ['/operator/uscc', '/operator', '2:1'],
    ['/operator/name/deeper/still', '/operator/name', '3:3'],
    ['/list/9', '/list', '6:1'],
    ['/list/x', '/list', '6:1'],
    ['/missing', '', '1:1'],
    ['/nothing/below', '/nothing', '12:1'],
    ['/operator/constructor', '/operator', '2:1'],
    ['/operator/a/b', '/operator', '2:1'],
  ])('%s is missing: its nearest ancestor is %s at %s', (pointer, nearest, at) => {
    const found = place(pointer);
    expect([found.pointer, `${found.line}:${found.column}`]).toEqual([nearest, at]);
  });
});

describe('source of a place', () => {
  test('is its line without the line break', () => {
    expect(place('/operator/name').source).toBe('  name: 示例');
    expect(parse('a: 1\r\nb: 2\r\n').place('/b').source).toBe('b: 2');
  });

  test('of a very long line is only its beginning, and none far along it', () => {
    const { place: far } = parse(`{ a: 1, b: ${'x'.repeat(5000)}, c: 1 }`);
    expect(far('/b').source).toHaveLength(2000);
    expect(far('/c')).toMatchObject({ line: 1, column: 5014, source: null });
  });
});

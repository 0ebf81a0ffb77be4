import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { appended } from '../../src/load/append.js';
import { parse } from '../../src/load/parse.js';

test.each([
  ['a list', 'a:\n  - x\n  - y # note\n\n# of b\nb: 1\n', ['a'], ['- z'], 'a:\n  - x\n  - y # note\n  - z\n\n# of b\nb: 1\n'],
  ['a list at the margin', 'a:\n- x\nb: 1\n', ['a'], ['- z'], 'a:\n- x\n- z\nb: 1\n'],
  ['a mapping', 'a:\n    x:\n        y: 1\n', ['a', 'x'], ['z: 2'], 'a:\n    x:\n        y: 1\n        z: 2\n'],
  [
    'what holds a block of text',
    'a:\n  - x: |\n      one\n\n      two\nb: 1\n',
    ['a'],
    ['', '- z'],
    'a:\n  - x: |\n      one\n\n      two\n\n  - z\nb: 1\n',
  ],
  ['what ends without a line break', 'a:\n  x: 1', ['a'], ['y: 2'], 'a:\n  x: 1\n  y: 2\n'],
  ['what ends in a key without value', 'a:\n  x:\nb: 1\n', ['a'], ['y:'], 'a:\n  x:\n  y:\nb: 1\n'],
  ['what ends in flow style', 'a:\n  x: { y: 1 }\nb: 1\n', ['a'], ['y: 2'], 'a:\n  x: { y: 1 }\n  y: 2\nb: 1\n'],
  ['the document', 'a: 1\n', [], ['b: 2'], 'a: 1\nb: 2\n'],
  ['lines that end as on Windows', 'a:\r\n  - x\r\n', ['a'], ['', '- z'], 'a:\r\n  - x\r\n\r\n  - z\r\n'],
  ['such lines without a last break', 'a:\r\n  - x', ['a'], ['- z'], 'a:\r\n  - x\r\n  - z\r\n'],
  ['what begins with a byte order mark', '\ufeffa:\n  - x\n', ['a'], ['- z'], '\ufeffa:\n  - x\n  - z\n'],
])('lines go to the end of %s', (_what, text, path, lines, whole) => {
  expect(appended(text, path, lines)).toBe(whole);
});

test.each([
  ['flow style', 'a: [x]\n', ['a']],
  ['nothing', 'a:\nb: 1\n', ['a']],
  ['a path that is not there', 'a: 1\n', ['b', 'c']],
  ['a scalar', 'a: 1\n', ['a']],
  ['YAML that is none', 'a: [\n', ['a']],
])('to %s nothing is added', (_what, text, path) => {
  expect(appended(text, path, ['- z'])).toBeNull();
});

test('whatever stands in a list, an entry is added to it and nothing else changes', () => {
  const json = fc.jsonValue({ maxDepth: 3 }).filter((value) => JSON.stringify(value)?.length < 200);
  fc.assert(
    fc.property(fc.array(json, { minLength: 1, maxLength: 4 }), json, (list, after) => {
      const text = stringify({ list, after });
      const whole = appended(text, ['list'], ['- added']);
      expect(parse(whole ?? '').value).toEqual({
        ...(parse(text).value as object),
        list: [...(parse(text).value as { list: [] }).list, 'added'],
      });
      expect(whole?.replace(/^ *- added\n/m, '')).toBe(text);
    }),
  );
});

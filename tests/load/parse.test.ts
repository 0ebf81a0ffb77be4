import { describe, expect, test } from 'vitest';
import { parse } from '../../src/load/parse.js';
import { told } from './told.js';

/** Documents and all that is wrong with them, in the order of the text. */
const TABLES: Readonly<Record<string, readonly (readonly [text: string, ...expected: string[]])[]>> = {
  'nothing in the file': [
    ['', 'file-empty 1:1'],
    [' \n\n', 'file-empty 1:1'],
    ['\t\n', 'file-empty 1:1'],
    ['# a\n# b\n', 'file-empty 1:1'],
    ['---\n', 'file-empty 1:1'],
    ['---\n# a\n...\n', 'file-empty 1:1'],
    ['null\n'],
  ],
  documents: [
    ['---\na: 1\n...\n'],
    ['a: 1\n...\n# the end\n'],
    ['a: 1\n---\nb: 1\n', 'yaml-documents 2:1'],
    ['a: 1\n...\nb: 1\n', 'yaml-documents 3:1'],
    ['a: 1\n---\nb: [\n---\nc: ]\n', 'yaml-documents 2:1'],
    ['a: 012\n---\n', 'number-leading-zero 1:4', 'yaml-documents 2:1'],
  ],
  'line ends': [
    ['a: 1\r\nb: 012\r\n', 'number-leading-zero 2:4'],
    ['a: 1\rb: 012\r', 'number-leading-zero 2:4'],
    ['a: 1\r\rb: 012', 'number-leading-zero 3:4'],
  ],
  tabs: [['a:\t1\n\t\nb:\t2\t# x\n'], ['{\n\t"a": 1,\n\t"b": {\n\t\t"c": 2\n\t}\n}\n'], ['a:\n\tb: 1\n', 'yaml-syntax 2:1']],
  'syntax errors': [
    ['a: [1, 2\nb: 1\n', 'yaml-syntax 2:1'],
    ['a: "b\n', 'yaml-syntax 2:1'],
    ['a: b: c\n', 'yaml-syntax 1:4'],
    ['a: ]\n', 'yaml-syntax 1:4'],
    ['a: @b\n', 'yaml-syntax 1:4'],
    ['a: "\\q"\n', 'yaml-syntax 1:5'],
    ['%FOO x\n---\na: 1\n', 'yaml-syntax 1:1'],
    ['%YAML 2.0\n---\na: 1\n', 'yaml-syntax 1:7'],
    // Errors of one line mostly follow from its first; the lines of different mistakes all are told.
    ['{"a":1}\n{"b":[1,2,3]}\n', 'yaml-syntax 2:1'],
    ['a: "\\q\\q"\nb: c: d\ne: `f`\n', 'yaml-syntax 1:5', 'yaml-syntax 2:4', 'yaml-syntax 3:4'],
    // What stands before the first syntax error is told too, what stands behind it may not be what it seems.
    ['a: 012\nb: "\\q"\nc: 012\n', 'number-leading-zero 1:4', 'yaml-syntax 2:5'],
  ],
  'slips of the keyboard': [
    ['hegui：1\n', 'fullwidth-colon 1:6'],
    ['hegui：1\noperator：\n  name：示例\n', 'fullwidth-colon 1:6', 'fullwidth-colon 2:9', 'fullwidth-colon 3:7'],
    ['a: 1\nb：1\n', 'fullwidth-colon 2:2'],
    ['a:\n  b：\n    c: 1\n', 'fullwidth-colon 2:4'],
    ['名称：示例\n', 'fullwidth-colon 1:3'],
    // The parser sees only the first of these.
    [
      'operator：\n  name: a\nplatform:\n  name：b\n  - kinds：c\nid: |\n  注意：b\n',
      'fullwidth-colon 1:9',
      'fullwidth-colon 4:7',
      'fullwidth-colon 5:10',
    ],
    ['a: 注意：示例\n'],
    ['hegui:1\nid:a\n', 'missing-space 1:6', 'missing-space 2:3'],
    ['a: 1\nid:a\n', 'missing-space 2:3'],
    ['a: https://example.com/\nb: 12:30\n'],
    ['{a: 1，b: 2}\n', 'fullwidth-comma 1:6'],
    ['a:\u00a01\nb: 1\n', 'odd-space 1:3'],
    ['a:\n　　b: 1\n', 'odd-space 2:1'],
    ['"a\u2003b": 1\n', 'odd-space 1:1'],
  ],
  'anchors and aliases': [
    ['a: &x 1\nb: &y { c: 1 }\n'],
    ['a: &x 1\nb: *x\n', 'yaml-alias 2:4'],
    ['a: *unknown\n', 'yaml-alias 1:4'],
    ['a: &x [*x]\n', 'yaml-alias 1:8'],
    ['a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n', 'yaml-alias 2:8', 'yaml-alias 2:12', 'yaml-alias 3:5', 'yaml-alias 3:9'],
    ['a: &x y\n*x : 1\n', 'yaml-key 2:1'],
  ],
  'merge keys': [['a: &x { b: 1 }\nc:\n  <<: *x\n', 'yaml-merge 3:3'], ['c:\n  <<: { b: 1 }\n', 'yaml-merge 2:3'], ['"<<": 1\n']],
  tags: [
    ['a: !foo 1\n', 'yaml-tag 1:4'],
    ['a: !!binary aGVndWk=\n', 'yaml-tag 1:4'],
    ['a: !!set { b }\n', 'yaml-tag 1:4'],
    ['a: !!omap [b: 1]\n', 'yaml-tag 1:4'],
    ['a: !!float text\n', 'yaml-tag 1:4'],
    ['a: !!bool yes\n', 'yaml-tag 1:4'],
    ['a: !!str 1\n', 'yaml-tag 1:4'],
    ['a: !!js/function b\n', 'yaml-tag 1:4'],
    ['a: !e!x 1\n', 'yaml-tag 1:4'],
    ['a: !x 1\n---\na: !x 1\n', 'yaml-tag 1:4', 'yaml-documents 2:1'],
    ['!foo\na: 1\n', 'yaml-tag 1:1'],
    ['!foo a: 1\n', 'yaml-tag 1:1'],
    ['a: "!foo"\nb: x !foo\nc: # !foo\n  1\n'],
  ],
  keys: [
    ['1: a\n', 'yaml-key 1:1'],
    ['true: a\n', 'yaml-key 1:1'],
    ['null: a\n', 'yaml-key 1:1'],
    ['[a]: b\n', 'yaml-key 1:1'],
    ['? [a, b]\n: c\n', 'yaml-key 1:3'],
    ['? { a: 1 }\n: c\n', 'yaml-key 1:3'],
    ['a:\n  - .inf: 1\n', 'yaml-key 2:5'],
    [': b\n', 'yaml-key 1:1'],
    ['"": 1\n"1": 2\n? a\n: b\n'],
    ['a: 1\nb: 2\na: 3\n', 'duplicate-key 3:1'],
    ['{"a": 1, "a": 2}', 'duplicate-key 1:10'],
    ['a: 1\n"a": 2\n', 'duplicate-key 2:1'],
    ['a:\n  b: 1\n  c: 2\n  b: 3\nd: { b: 1 }\n', 'duplicate-key 4:3'],
    [`${'k'.repeat(201)}: 1\n${'k'.repeat(200)}: 2\n`, 'too-long 1:1'],
    [`${'k'.repeat(2000)}: 1\n`, 'yaml-syntax 1:1'],
  ],
  numbers: [
    ['a: [.inf, -.inf, .nan]\n', 'number-not-finite 1:5', 'number-not-finite 1:11', 'number-not-finite 1:18'],
    ['a: 1e400\nb: 91500000E123456789\n', 'number-not-finite 1:4', 'number-not-finite 2:4'],
    ['a: 915000001234567890\nb: 9007199254740993\n', 'number-imprecise 1:4', 'number-imprecise 2:4'],
    [
      'a: 0.1234567890123456789\nb: 2.0000000000000001\nc: 1e-400\n',
      'number-imprecise 1:4',
      'number-imprecise 2:4',
      'number-imprecise 3:4',
    ],
    [
      'a: 012\nb: -012\nc: 00\nd: 00.5\n',
      'number-leading-zero 1:4',
      'number-leading-zero 2:4',
      'number-leading-zero 3:4',
      'number-leading-zero 4:4',
    ],
    ['a: 0o17\nb: 0x1F\n', 'number-not-decimal 1:4', 'number-not-decimal 2:4'],
    ['a: [0, -0, +5, 0.5, .5, 5., 1.10, 1e2, 0.1, 123456789.12, 9007199254740991, 1e-7, 5e-324]\n'],
  ],
  characters: [
    ['a: "b\\u0007"\nc: d\u202ee\n', 'control-character 1:4 warning', 'control-character 2:4 warning'],
    ['a: b\u0000\n', 'control-character 1:4 warning'],
    ['a\u0000: 1\n', 'control-character 1:1'],
    ['oper\u202eator: 1\n', 'control-character 1:1'],
    ['oper\u200bator: 1\n', 'control-character 1:1'],
    ['"a\\nb": 1\n', 'control-character 1:1'],
    ['a: "\\ud800"\nb: "x\\udfff"\n', 'lone-surrogate 1:4', 'lone-surrogate 2:4'],
    ['"\\ud800": 1\n', 'lone-surrogate 1:1'],
    ['{"a":"\\ud800"}', 'lone-surrogate 1:6'],
    ['a: "\\ud83d\\ude00"\nb: 😀\nc: 👨‍👩‍👧\n'],
    ['a: "\\U00110000"\n', 'yaml-syntax 1:5'],
  ],
};

for (const [name, rows] of Object.entries(TABLES)) {
  describe(name, () => {
    test.each(rows)('%j', (text, ...expected) => {
      expect(told(parse(text).problems)).toEqual(expected);
    });
  });
}

describe('values', () => {
  test('are those of the core schema, even where a directive says otherwise', () => {
    expect(parse('a: [yes, no, 12:30, 0b11, ~, true, 1.0, "1", 2026-10-01]\n').value).toEqual({
      a: ['yes', 'no', '12:30', '0b11', null, true, 1, '1', '2026-10-01'],
    });
    expect(parse('%YAML 1.1\n---\na: [no, 0777]\n').value).toMatchObject({ a: ['no', {}] });
  });

  test('may be written as JSON', () => {
    const value = { hegui: 1, operator: { name: '示例\u0022\\/\n' }, list: [null, true, -1.5e3, [], {}] };
    expect(parse(JSON.stringify(value)).value).toEqual(value);
    expect(parse(JSON.stringify(value, null, '\t')).value).toEqual(value);
  });

  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])('the key %s is an ordinary one', (key) => {
    const { value, problems } = parse(`${key}: { ${key}: [{ ${key}: 1 }] }\n`);
    expect(problems).toEqual([]);
    expect(JSON.stringify(value)).toBe(`{"${key}":{"${key}":[{"${key}":1}]}}`);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
  });

  test('of a text that is not well-formed mean nothing', () => {
    expect(parse('a: 1\nb: ]\n').value).toBeNull();
  });
});

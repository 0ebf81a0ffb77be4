import type { ErrorObject } from 'ajv';
import { describe, expect, test, vi } from 'vitest';
import { WHOLE_FILE } from '../../src/core/problem.js';
import { sayProblem, sentences } from '../../src/i18n/translate.js';
import { parse } from '../../src/load/parse.js';
import { UNREADABLE } from '../../src/load/parsed.js';
import { validatorOf } from '../../src/schema/ajv.js';
import { profileSchema } from '../../src/schema/assemble.js';
import { factsSchema } from '../../src/schema/schemas/facts.js';
import { packSchemas } from '../../src/schema/schemas/rule.js';
import { problemsOf, type Validator } from '../../src/schema/validate.js';
import { told } from '../load/told.js';
import { fact, list, object, VOCABULARY, vocabularyOf } from '../support/vocabulary.js';
import { schemaProblems } from './reading.js';

/** A profile after `hegui: 1`, and all that is wrong with it: code, place, what is said in Chinese. */
const TABLE: readonly (readonly [text: string, ...problems: (readonly [at: string, zh: string])[]])[] = [
  ['shop: { users: 7.5 }', ['wrong-type 2:16', '这里应当是整数，写的却是小数。']],
  ['shop: { users: 7天 }', ['wrong-type 2:16', '这里应当是整数，写的却是文字。请写成 7：单位已经在键名里，只写数字。']],
  ['shop: { users: 6个月 }', ['wrong-type 2:16', '这里应当是整数，写的却是文字。请写成 6：单位已经在键名里，只写数字。']],
  ['shop: { users: "7" }', ['wrong-type 2:16', '这里应当是整数，写的却是文字。请写成 7。']],
  ['shop:\n  users: 1,200', ['wrong-type 3:10', '这里应当是整数，写的却是文字。请写成 1200。']],
  ['shop: { users: 120万 }', ['wrong-type 2:16', '这里应当是整数，写的却是文字。']],
  ['shop: { users: -1 }', ['below-minimum 2:16', '-1 太小，至少应为 0。']],
  ['shop: { users: permanent }', ['permanent-not-allowed 2:16', '这里不能写 permanent（永久），只能写数字。']],
  ['shop: { ratio: 5% }', ['wrong-type 2:16', '这里应当是数字，写的却是文字。请写成 5：单位已经在键名里，只写数字。']],
  ['shop: { keep_days: permanent }'],
  ['shop: { keep_days: 永久 }', ['wrong-type 2:20', '这里应当是整数，或者 permanent（永久），写的却是文字。请写成 permanent。']],
  ['shop: { keep_days: 1.5 }', ['wrong-type 2:20', '这里应当是整数，或者 permanent（永久），写的却是小数。']],
  ['shop: { keep_days: -1 }', ['below-minimum 2:20', '-1 太小，至少应为 0。']],
  ['shop: { open: 是 }', ['wrong-type 2:15', '这里应当是真假值（true 或 false），写的却是文字。请写成 true。']],
  ['shop: { open: No }', ['wrong-type 2:15', '这里应当是真假值（true 或 false），写的却是文字。请写成 false。']],
  ['shop: { open: "true" }', ['wrong-type 2:15', '这里应当是真假值（true 或 false），写的却是文字。请写成 true。']],
  ['shop: { open: 大概 }', ['wrong-type 2:15', '这里应当是真假值（true 或 false），写的却是文字。']],
  ['shop: { nickname: 12345 }', ['wrong-type 2:19', '这里应当是文字，写的却是数字。请给它加上引号。']],
  ['shop: { nickname: "" }', ['too-short 2:19', '不能为空。如果还不知道，请把值留空或删去这一行。']],
  ['shop: { nickname: "  " }', ['too-short 2:19', '不能为空。如果还不知道，请把值留空或删去这一行。']],
  ['shop: { founded: 2026-02-30 }', ['bad-date 2:18', '“2026-02-30”不是存在的日期。请按“年-月-日”书写，例如 2026-10-01。']],
  ['shop: { founded: 2026/2/3 }', ['bad-date 2:18', '日期要按“年-月-日”书写，月、日各两位。请把“2026/2/3”写成 2026-02-03。']],
  ['shop: { founded: 20260203 }', ['wrong-type 2:18', '这里应当是日期（年-月-日），写的却是数字。请写成 2026-02-03。']],
  ['shop: { founded: "" }', ['too-short 2:18', '不能为空。如果还不知道，请把值留空或删去这一行。']],
  ['shop: { tier: smal }', ['not-a-member 2:15', '“smal”不在可选范围内。您是否想写“small”？可选：small、medium、large。']],
  ['shop: { tier: [small] }', ['wrong-type 2:15', '这里应当是选项，写的却是列表。']],
  [
    'shop: { sells: goods, deep: 1 }',
    ['wrong-type 2:16', '这里应当是清单，写的却是文字。请写成 [goods]。'],
    ['wrong-type 2:29', '这里应当是“键: 值”的组合，写的却是数字。'],
  ],
  ['shop:\n  sells: goods、food', ['wrong-type 3:10', '这里应当是清单，写的却是文字。请写成 [goods, food]。']],
  ['shop: { sells: [goods, null] }', ['wrong-type 2:24', '这里应当是选项，写的却是空值。请填写，或者删去这一项。']],
  ['shop: { sells: [goods, { food: true }] }', ['wrong-type 2:24', '这里应当是选项，写的却是“键: 值”的组合。']],
  ['shop: { sells: { goods: true, food: 是 } }', ['wrong-type 2:37', '这里应当是真假值（true 或 false），写的却是文字。请写成 true。']],
  ['shop: { sells: { good: true } }', ['unknown-key 2:18', '没有“good”这个键。您是否想写“goods”？']],
  ['shop: { sells: [goods，food] }', ['fullwidth-comma 2:22', '这里用了全角逗号“，”。请改成半角逗号“,”。']],
  ['shop: { sells: [goods：true] }', ['fullwidth-colon 2:22', '这里用了全角冒号“：”。请改成半角冒号加空格“: ”。']],
  ['shop: { open：true }', ['fullwidth-colon 2:13', '这里用了全角冒号“：”。请改成半角冒号加空格“: ”。']],
  ['shop:\n  open：true', ['fullwidth-colon 3:7', '这里用了全角冒号“：”。请改成半角冒号加空格“: ”。']],
  ['shop:\n  open:true', ['missing-space 3:7', '冒号后面缺少空格。请写成“键: 值”。']],
  ['shop: { opne: true }', ['unknown-key 2:9', '没有“opne”这个键。您是否想写“open”？']],
  ['apps: [{ name: a, screens: [{ name: b, dark: 2 }] }]', ['wrong-type 2:46', '这里应当是真假值（true 或 false），写的却是数字。']],
  ['apps: [{ live: true }]', ['missing-key 2:8', '缺少必须的键“name”。']],
  ['apps: [{ nme: a }]', ['unknown-key 2:10', '没有“nme”这个键。您是否想写“name”？']],
  ['apps: [{ name: }]', ['wrong-type 2:16', '这里应当是文字，写的却是空值。请填写，或者删去这一项。']],
  ['apps:\n  -', ['wrong-type 3:4', '这里应当是“键: 值”的组合，写的却是空值。请填写，或者删去这一项。']],
  ['id: 示例', ['bad-pattern 2:5', '“示例”的写法不对，只能用英文字母、数字、点、短横线、下划线。']],
  ['id: ""', ['too-short 2:5', '不能为空。如果还不知道，请把值留空或删去这一行。']],
  ['vocabulary: 0', ['below-minimum 2:13', '0 太小，至少应为 1。']],
  ['vocabulary: 2\nshop: { brand_new: 1 }', ['vocabulary-too-new 2:13', '申报依据第 2 版词表，这个程序只到第 1 版。请升级 hegui。']],
  ['extensions: { pack: { "~": [{ "/": null, "": "" }] } }'],
  [
    'shop:\n  __proto__: { open: true }\n  constructor: 1',
    [
      'unknown-key 3:3',
      '没有“__proto__”这个键。这里可以写：open、big、users、ratio、keep_days、tier、nickname、founded、renewal、sells、deep。',
    ],
    [
      'unknown-key 4:3',
      '没有“constructor”这个键。这里可以写：open、big、users、ratio、keep_days、tier、nickname、founded、renewal、sells、deep。',
    ],
  ],
];

describe('what a schema finds', () => {
  test.each(TABLE.map(([text, ...expected]) => ({ text, expected })))('$text', ({ text, expected }) => {
    const found = schemaProblems(text);
    expect(found.map((each, index) => [told(found)[index], sayProblem(each, sentences('zh'))])).toEqual(expected);
    for (const each of found) expect(sayProblem(each, sentences('en'))).toMatch(/^["\w-].*[.?]$/);
  });

  test('very long values are shortened in what is said of them', () => {
    const long = 'x'.repeat(5000);
    const found = schemaProblems(`id: ${long}！\nshop: { founded: ${long}, tier: ${long}, sells: [${long}] }`);
    expect(found.map(({ code }) => code)).toEqual(['too-long', 'bad-pattern', 'bad-date', 'not-a-member', 'not-a-member']);
    for (const each of found) expect(JSON.stringify(each.args).length).toBeLessThan(300);
  });

  test('parts that could not be read are not complained about once more', () => {
    const { value, place, problems } = parse('hegui: 0x1\nshop: { open: .inf, sells: [*a], tier: !x y, nickname: 012 }\napps: [*b]\n');
    const schema = profileSchema(VOCABULARY, null);
    expect(problems).toHaveLength(6);
    expect(problemsOf(validatorOf(schema), () => schema, value, place)).toEqual([]);
    expect(told(problemsOf(validatorOf(schema), () => schema, { hegui: 1, shop: UNREADABLE, x: UNREADABLE }, place))).toEqual([
      'unknown-key 1:1',
    ]);
  });
});

describe('the keywords of our schemas', () => {
  const keywords = (schema: unknown, into: Set<string>, names = false): Set<string> => {
    if (typeof schema !== 'object' || schema === null) return into;
    for (const [key, part] of Object.entries(schema)) {
      if (!names && !Array.isArray(schema)) into.add(key);
      if (key !== 'enum') keywords(part, into, !names && (key === 'properties' || key === '$defs'));
    }
    return into;
  };
  const used = keywords([profileSchema(VOCABULARY, null), factsSchema, ...Object.values(packSchemas)], new Set());
  /** Those that never fail by themselves. */
  for (const silent of ['$id', '$defs', '$ref', 'properties', 'items', 'then', 'else']) used.delete(silent);

  test('are known', () => {
    expect([...used]).toEqual(
      expect.arrayContaining(['type', 'required', 'pattern', 'enum', 'minItems', 'exclusiveMinimum', 'propertyNames']),
    );
  });

  test.each([...used])('%s has a sentence', (keyword) => {
    const params = {
      type: 'object',
      limit: 1,
      missingProperty: 'x',
      additionalProperty: 'x',
      pattern: 'x',
      allowedValues: ['x'],
      allowedValue: 'x',
    };
    const errors = [{ keyword, instancePath: '', schemaPath: `#/${keyword}`, params }] as unknown as ErrorObject[];
    const failing: Validator = Object.assign(() => false, { errors });
    const found = problemsOf(
      failing,
      () => ({}),
      'value',
      () => WHOLE_FILE,
    );
    expect(found).toHaveLength(keyword === 'if' || keyword === 'propertyNames' ? 0 : 1);
  });

  test('one without a sentence is noticed', () => {
    const errors = [{ keyword: 'multipleOf', instancePath: '', schemaPath: '#/multipleOf', params: {} }] as unknown as ErrorObject[];
    expect(() =>
      problemsOf(
        Object.assign(() => false, { errors }),
        () => ({}),
        1,
        () => WHOLE_FILE,
      ),
    ).toThrow('multipleOf');
  });

  test('names of keys that are not well-formed are told as such', () => {
    const validator = validatorOf(packSchemas.pack);
    const { value, place } = parse('conditions: { Großes: "true" }\n');
    const found = problemsOf(validator, () => packSchemas.pack, value, place).filter(({ code }) => code !== 'missing-key');
    expect(told(found)).toEqual(['bad-pattern 1:15']);
  });

  test('a number that must be greater is not told to be at least', () => {
    const schema = { type: 'object', properties: { times: { type: 'number', exclusiveMinimum: 0 } } };
    const [found] = problemsOf(
      validatorOf(schema),
      () => schema,
      { times: 0 },
      () => WHOLE_FILE,
    );
    expect(found && sayProblem(found, sentences('zh'))).toBe('0 太小，应当大于 0。');
    expect(found && sayProblem(found, sentences('en'))).toBe('0 is too small; more than 0.');
  });
});

test('many wrong items cost no more than each of them', () => {
  const items = 4000;
  const schema = profileSchema(
    vocabularyOf({ apps: list({ live: fact('boolean'), deep: object({ more: list({ dark: fact('boolean') }) }) }) }),
    null,
  );
  const validator = validatorOf(schema);
  const item = { name: 5, live: 'x', deep: { more: [{ name: 5, dark: 'x' }] } };
  let copied = 0;
  const concat = Array.prototype.concat;
  const spy = vi.spyOn(Array.prototype, 'concat').mockImplementation(function (this: unknown[], ...others) {
    copied += this.length;
    return concat.apply(this, others);
  });
  validator({ hegui: 1, apps: Array.from({ length: items }, () => item) });
  spy.mockRestore();
  expect(validator.errors).toHaveLength(4 * items);
  expect(copied).toBeLessThan(10 * items);
});

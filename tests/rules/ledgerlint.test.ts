import { describe, expect, test } from 'vitest';
import type { ProblemArgs, ProblemCode } from '../../src/core/problem.js';
import type { Rule } from '../../src/core/rule.js';
import { parse } from '../../src/load/parse.js';
import { lintLedger, type Nameable, type OwnRule } from '../../src/rules/ledgerlint.js';
import { packValidators } from '../../src/schema/generated.js';
import { packSchemas } from '../../src/schema/schemas/rule.js';
import { problemsOf } from '../../src/schema/validate.js';
import { ledgerFile } from '../support/ledger.js';

const RULES = parse('rules:\n  - id: long-enough\n  - id: short-enough\n');
const BASIS: Rule['basis'] = [{ instrument: 'law', article: '1', source: 'text', from: '2019-01-01', until: null }];
const own = (id: string, index: number): OwnRule => ({
  id: `keeping/${id}`,
  area: 'keeping',
  basis: BASIS,
  file: { file: 'pack/keeping/rules.yaml', digest: '', parsed: RULES, value: RULES.value },
  steps: ['rules', index, 'id'],
});
const NAMEABLE: Nameable = {
  areas: ['keeping', 'selling'],
  own: [own('long-enough', 0), own('short-enough', 1)],
  inherited: [{ id: 'selling/marked', area: 'selling', basis: BASIS }],
  local: ['city-measures'],
};

/** A ledger with nothing wrong; each mistake is made by replacing a part of it. */
const GOOD = `complete: true
clauses:
  - id: 一
    title: { zh: 总则, en: General }
    phrases:
      - phrase: 保存示例记录
        bearer: platform
        status: automated
        areas: [keeping]
      - phrase: 推动示例发展
        bearer: government
        status: none
        reason: { zh: 由政府推动, en: By the government }
  - id: 三(五)
    title: { zh: 标价, en: Marking }
    phrases:
      - phrase: 标明示例价格
        bearer: platform
        status: partial
        reason: { zh: 其余待编写, en: The rest is to come }
        rules:
          - selling/marked
          - keeping/long-enough
`;

const PARTIAL = '        status: partial\n';
const NAMES = '        rules:\n          - selling/marked\n          - keeping/long-enough\n';

type Broken = {
  [C in ProblemCode]: [name: string, from: string, to: string, code: C, args: ProblemArgs[C], at: string];
}[ProblemCode];

test('a ledger with nothing wrong has no problem', () => {
  expect(lintLedger(ledgerFile(GOOD), NAMEABLE)).toEqual([]);
});

describe('lint refuses', () => {
  test.each<Broken>([
    ['an area that is not there', '[keeping]', '[keeping, seling]', 'unknown-area', { id: 'seling', suggestion: 'selling' }, '9:26'],
    ['an area like no other', '[keeping]', '[keeping, xyzxyz]', 'unknown-area', { id: 'xyzxyz', suggestion: null }, '9:26'],
    [
      'a rule that is not there',
      '- keeping/long-enough',
      '- keeping/long-enuogh',
      'unknown-rule',
      { id: 'keeping/long-enuogh', suggestion: 'keeping/long-enough' },
      '23:13',
    ],
    [
      'a rule without its area',
      '- keeping/long-enough',
      '- long-enough',
      'unknown-rule',
      { id: 'long-enough', suggestion: 'keeping/long-enough' },
      '23:13',
    ],
    ['an area named twice', '[keeping]', '[keeping, keeping]', 'repeated-member', { value: 'keeping' }, '9:26'],
    ['a rule named twice', '- keeping/long-enough', '- selling/marked', 'repeated-member', { value: 'selling/marked' }, '23:13'],
    [
      'a phrase of fifteen characters',
      '标明示例价格',
      '标明示例价格、优惠和期限（A)',
      'phrase-too-long',
      { phrase: '标明示例价格、优惠和期限（A)', limit: 14 },
      '17:17',
    ],
    ['a phrase twice in a clause', '推动示例发展', '保存示例记录', 'repeated-phrase', { phrase: '保存示例记录', firstLine: 6 }, '10:17'],
    ['a clause twice', 'id: 三(五)', 'id: 一', 'repeated-clause', { clause: '一', firstLine: 3 }, '14:9'],
    ['a clause in digits', 'id: 三(五)', 'id: 3(5)', 'bad-clause', { clause: '3(5)' }, '14:9'],
    ['a clause with impossible numerals', 'id: 三(五)', 'id: 九(九九)', 'bad-clause', { clause: '九(九九)' }, '14:9'],
    ['a clause in full-width brackets', 'id: 三(五)', 'id: 三（五）', 'bad-clause', { clause: '三（五）' }, '14:9'],
    [
      'rules where there are to be none',
      'status: automated\n',
      'status: none\n        reason: { zh: 无, en: None }\n',
      'phrase-with-rules',
      { status: 'none' },
      '8:17',
    ],
    ['rules where they are still to come', PARTIAL, '        status: pending\n', 'phrase-with-rules', { status: 'pending' }, '19:17'],
    ['checked by no rule', NAMES, '', 'phrase-without-rules', { status: 'partial' }, '19:17'],
    ['asked by no rule', `${PARTIAL}`, '        status: manual\n', 'phrase-without-rules', { status: 'manual' }, '19:17'],
    ['no reason', '        reason: { zh: 其余待编写, en: The rest is to come }\n', '', 'reason-missing', { status: 'partial' }, '19:17'],
    [
      'no reason why there is no rule',
      '        reason: { zh: 由政府推动, en: By the government }\n',
      '',
      'reason-missing',
      { status: 'none' },
      '12:17',
    ],
    [
      'a complete ledger that leaves out an inherited rule',
      '          - selling/marked\n',
      '',
      'rule-not-in-ledger',
      { rule: 'selling/marked' },
      '1:11',
    ],
  ])('%s', (name, from, to, code, args, at) => {
    expect(GOOD).toContain(from);
    const text = name === 'asked by no rule' ? GOOD.replace(from, to).replace(NAMES, '') : GOOD.replace(from, to);
    const complete =
      name === 'checked by no rule' || name === 'asked by no rule' ? text.replace('complete: true', 'complete: false') : text;
    expect(told(complete)).toEqual([`pack/clauses.yaml:${at} ${code} ${JSON.stringify(args)}`]);
  });

  test.each([true, false])("a rule of the pack's own that no phrase names, complete or not (%s)", (complete) => {
    const text = GOOD.replace('complete: true', `complete: ${complete}`).replace('areas: [keeping]', 'areas: [selling]');
    expect(told(text)).toEqual(['pack/keeping/rules.yaml:3:9 rule-without-phrase {"rule":"keeping/short-enough"}']);
  });

  const CITY = { ...NAMEABLE, own: NAMEABLE.own.map((each) => ({ ...each, basis: [{ ...BASIS[0], instrument: 'city-measures' }] })) };

  test.each(['government', 'encouragement'])('rules of the city alone under a phrase that is %s', (bearer) => {
    const text = GOOD.replace('bearer: platform', `bearer: ${bearer}`);
    expect(told(text)).toEqual([]);
    expect(told(text, CITY as Nameable)).toEqual(
      ['long-enough', 'short-enough'].map(
        (id) => `pack/clauses.yaml:7:17 basis-not-national {"rule":"keeping/${id}","bearer":"${bearer}"}`,
      ),
    );
    expect(told(text, { ...CITY, local: [] } as Nameable)).toEqual([]);
    expect(told(GOOD, CITY as Nameable)).toEqual([]);
  });

  test('all that is wrong at once', () => {
    const text = GOOD.replace('[keeping]', '[kepping]').replace('三(五)', '三五').replace('- selling/marked', '- selling/unmarked');
    expect(told(text).map((each) => each.split(' ')[1])).toEqual([
      'unknown-area',
      'bad-clause',
      'unknown-rule',
      'rule-without-phrase',
      'rule-not-in-ledger',
    ]);
  });
});

describe('lint lets pass', () => {
  test.each<[name: string, from: string, to: string]>([
    ['a phrase of fourteen characters', '标明示例价格', '标明示例价格、优惠和期限A)'],
    ['the same phrase in two clauses', '标明示例价格', '保存示例记录'],
    ['a reason where all is checked', 'status: automated\n', 'status: automated\n        reason: { zh: 备注, en: Note }\n'],
    ['a ledger that leaves out an inherited rule without claiming to be complete', 'complete: true\n', ''],
  ])('%s', (name, from, to) => {
    const text = GOOD.replace(from, to);
    expect(told(name.startsWith('a ledger') ? text.replace('          - selling/marked\n', '') : text)).toEqual([]);
  });
});

describe('the schema of a ledger refuses', () => {
  test.each<[name: string, from: string, to: string, found: string]>([
    ['a bearer that is none', 'bearer: platform', 'bearer: platfrom', 'not-a-member 7:17 {"value":"platfrom","suggestion":"platform"'],
    ['a status that is none', 'status: none', 'status: nothing', 'not-a-member 12:17 {"value":"nothing"'],
    ['a phrase without a bearer', '        bearer: platform\n', '', 'missing-key 6:9 {"key":"bearer"}'],
    ['a reason in one language', ', en: By the government', '', 'missing-key 13:9 {"key":"en"}'],
    ['a key nobody knows', 'areas: [keeping]', 'area: [keeping]', 'unknown-key 9:9 {"key":"area","suggestion":"areas"'],
    ['no area', 'areas: [keeping]', 'areas: []', 'too-short 9:16 {"limit":1}'],
    ['a clause without phrases', '      - phrase: 保存示例记录', '      - phrase: ""', 'too-short 6:17 {"limit":1}'],
  ])('%s', (_, from, to, found) => {
    const parsed = parse(GOOD.replace(from, to));
    const problems = problemsOf(packValidators().ledger, () => packSchemas.ledger, parsed.value, parsed.place);
    expect(problems.map(({ code, args, at }) => `${code} ${at.line}:${at.column} ${JSON.stringify(args)}`)).toEqual([
      expect.stringContaining(found),
    ]);
  });
});

function told(text: string, nameable: Nameable = NAMEABLE): string[] {
  return lintLedger(ledgerFile(text), nameable).map(
    ({ file, problem: { code, args, at } }) => `${file}:${at.line}:${at.column} ${code} ${JSON.stringify(args)}`,
  );
}

import { describe, expect, test } from 'vitest';
import type { ProblemArgs, ProblemCode } from '../../src/core/problem.js';
import { possibleVerdicts } from '../../src/rules/lint.js';
import type { RawCase, RawRule } from '../../src/rules/source.js';
import { findingsOf, instrument, load, type PackParts, packOf, rule } from '../support/pack.js';
import { fact, list, members, object, vocabularyOf } from '../support/vocabulary.js';

/** A vocabulary that one rule can read whole. */
const SMALL = vocabularyOf({
  shop: object({
    open: fact('boolean'),
    users: fact('integer', { minimum: 0, maximum: 100 }),
    keep_days: fact('integer', { minimum: 1, maximum: 90, permanent: true }),
    sells: members('checklist', 'goods', 'food'),
  }),
  apps: list({ stars: fact('integer', { minimum: 1 }) }),
});

const ALL_READ = rule('reads-all', {
  require: 'shop.users < 9 && shop.keep_days > 2 && "goods" in shop.sells && apps.exists(x, x.stars > 1)',
  when: 'is_open',
});
const READ_TESTS: readonly RawCase[] = [{ verdict: 'pass' }, { verdict: 'gap' }, { verdict: 'unknown' }, { verdict: 'not-applicable' }];
const BASIS = { instrument: 'law', article: '1', source: 'text' } as const;
const THREE: readonly RawCase[] = [{ verdict: 'pass' }, { verdict: 'gap' }, { verdict: 'unknown' }];

/** A pack with nothing wrong, and one more rule with its tests. */
function withRule(fields: Partial<RawRule>, others: Partial<PackParts> = {}, tests: readonly RawCase[] = THREE): PackParts {
  return {
    rules: [ALL_READ, rule('tested', { require: 'shop.users < 5', ...fields })],
    conditions: { is_open: 'shop.open' },
    tests: { 'reads-all': READ_TESTS, tested: tests },
    vocabulary: SMALL,
    ...others,
  };
}

/** A pack that must have exactly one thing wrong, and where. */
type Broken = {
  [C in ProblemCode]: [name: string, parts: PackParts, code: C, args: ProblemArgs[C], pointer: string, file?: string];
}[ProblemCode];

const GAP = (zh: string, en = 'Lacking') => ({ gap: { zh, en } });
const WHEN = [...THREE, { verdict: 'not-applicable' }] as const;

test('a pack with nothing wrong has no problem', async () => {
  expect((await load(withRule({}))).problems).toEqual([]);
});

describe('lint refuses', () => {
  const broken: Broken[] = [
    ['a requirement that reads nothing', withRule({ require: '1 < 2' }), 'constant-expression', {}, '/rules/1/id'],
    ['a requirement that is true', withRule({ require: true }), 'constant-expression', {}, '/rules/1/id'],
    ['a condition that is true', withRule({ when: true }, {}, WHEN), 'constant-expression', {}, '/rules/1/id'],
    ['a constant operand of and', withRule({ require: 'shop.open && true' }), 'constant-expression', {}, '/rules/1/id'],
    ['a constant operand of or', withRule({ require: 'shop.open || !(1 < 2)' }), 'constant-expression', {}, '/rules/1/id'],
    ['a constant of the items', withRule({ require: 'apps.all(x, 1 < 2)' }), 'constant-expression', {}, '/rules/1/id'],
    [
      'a constant part',
      withRule({
        require: [
          { that: 'shop.open', ...GAP('缺') },
          { that: 'false', ...GAP('缺') },
        ],
      }),
      'constant-expression',
      {},
      '/rules/1/id',
    ],
    [
      'a part with a constant condition',
      withRule({
        require: [
          { that: 'shop.open', ...GAP('缺') },
          { when: true, that: 'shop.open', ...GAP('缺') },
        ],
      }),
      'constant-expression',
      {},
      '/rules/1/id',
    ],
    [
      'a constant named condition',
      withRule({ when: 'always' }, { conditions: { is_open: 'shop.open', always: true } }, WHEN),
      'constant-expression',
      {},
      '/conditions/always',
      'pack.yaml',
    ],
    [
      'a named condition that its range decides',
      withRule({ when: 'always' }, { conditions: { is_open: 'shop.open', always: 'shop.users >= 0' } }, WHEN),
      'always-decided',
      { truth: true },
      '/conditions/always',
      'pack.yaml',
    ],
    ...(
      [
        ['shop.users >= 0', true],
        ['shop.users < 0', false],
        ['shop.users <= 100', true],
        ['shop.users > 100', false],
        ['shop.users == 101', false],
        ['shop.users != -1', true],
        ['0 <= shop.users', true],
        ['100 < shop.users', false],
        ['shop.keep_days >= 1', true],
        ['shop.open && shop.users < 101', true],
        ['apps.all(x, x.stars >= 1)', true],
        ['size(apps) >= 0', true],
        ['0 > size(apps)', false],
      ] as const
    ).map(
      ([require, truth]): Broken => [
        `${require}, which is always ${truth}`,
        withRule({ require }),
        'always-decided',
        { truth },
        '/rules/1/id',
      ],
    ),
    ['a digit in a gap', withRule(GAP('不得超过 15 日')), 'digit-in-text', { text: '不得超过 15 日', digits: '15' }, '/rules/1/gap/zh'],
    [
      'a digit in a title, in one language only',
      withRule({ title: { zh: '及时', en: 'Within 7 days' } }),
      'digit-in-text',
      { text: 'Within 7 days', digits: '7' },
      '/rules/1/title/en',
    ],
    [
      'a digit in a remedy',
      withRule({ remedy: { zh: '改为 3', en: 'Mend' } }),
      'digit-in-text',
      { text: '改为 3', digits: '3' },
      '/rules/1/remedy/zh',
    ],
    [
      'a digit in a question',
      withRule({ require: undefined, gap: undefined, ask: { zh: '满 2 年？', en: 'Is it?' } } as never, {}, [{ verdict: 'manual' }]),
      'digit-in-text',
      { text: '满 2 年？', digits: '2' },
      '/rules/1/ask/zh',
    ],
    [
      'a digit in the gap of a part',
      withRule({ require: [{ that: 'shop.open', ...GAP('缺', 'Lacks 1') }] }),
      'digit-in-text',
      { text: 'Lacks 1', digits: '1' },
      '/rules/1/require/0/gap/en',
    ],
    [
      'a placeholder that is no parameter',
      withRule(GAP('超过 {max}')),
      'unknown-placeholder',
      { name: 'max', allowed: ['value', 'lacking', 'found'] },
      '/rules/1/gap/zh',
    ],
    [
      'a declared value in a remedy',
      withRule({ params: { limit: 5 }, require: 'shop.users < limit', remedy: { zh: '不是 {value}', en: 'Mend' } }),
      'unknown-placeholder',
      { name: 'value', allowed: ['limit'] },
      '/rules/1/remedy/zh',
    ],
    ['a parameter that nothing uses', withRule({ params: { limit: 5 } }), 'unused-param', { name: 'limit' }, '/rules/1/params/limit'],
    [
      'a basis beyond the last article of its law',
      withRule({ basis: [BASIS, { ...BASIS, article: '31(2)' }] }, { instruments: [instrument('law', { last_article: 30 })] }),
      'article-beyond',
      { article: '31', last: 30 },
      '/rules/1/basis/1/article',
    ],
    [
      'a liability beyond the last article of its law',
      withRule({ liability: [{ instrument: 'law', article: '31' }] }, { instruments: [instrument('law', { last_article: 30 })] }),
      'article-beyond',
      { article: '31', last: 30 },
      '/rules/1/liability/0/article',
    ],
    [
      'a part of a document that has articles',
      withRule({ basis: [BASIS, { ...BASIS, article: '六' }] }, { instruments: [instrument('law', { last_article: 30 })] }),
      'section-for-article',
      { article: '六', last: 30 },
      '/rules/1/basis/1/article',
    ],
    [
      'an article of a document that has parts',
      withRule(
        { basis: [BASIS, { instrument: 'notice', article: '6', source: 'text' }] },
        { instruments: [instrument('law'), instrument('notice', { last_article: '六' })] },
      ),
      'article-for-section',
      { article: '6', last: '六' },
      '/rules/1/basis/1/article',
    ],
    [
      'a mandatory duty without a law that was read',
      withRule({ basis: [{ instrument: 'law', article: '1', source: 'secondary' }] }),
      'duty-too-strong',
      {},
      '/rules/1/duty',
    ],
    ['a rule without tests', { ...withRule({}), tests: { 'reads-all': READ_TESTS } }, 'no-tests', { rule: 'area/tested' }, '/rules/1/id'],
    [
      'a rule whose id names what every object has, without tests',
      { ...withRule({ id: 'constructor' }), tests: { 'reads-all': READ_TESTS } },
      'no-tests',
      { rule: 'area/constructor' },
      '/rules/1/id',
    ],
    ...(['pass', 'gap', 'unknown'] as const).map(
      (verdict): Broken => [
        `a rule that no test makes ${verdict}`,
        withRule(
          {},
          {},
          THREE.filter((each) => each.verdict !== verdict),
        ),
        'untested-verdict',
        { rule: 'area/tested', verdict },
        '/rules/1/id',
      ],
    ),
    [
      'a rule with a condition that no test makes not applicable',
      withRule({ when: 'is_open' }),
      'untested-verdict',
      { rule: 'area/tested', verdict: 'not-applicable' },
      '/rules/1/id',
    ],
    [
      'a rule under a law with a scope that no test makes not applicable',
      withRule({}, { instruments: [instrument('law', { scope: 'is_open' })] }),
      'untested-verdict',
      { rule: 'area/tested', verdict: 'not-applicable' },
      '/rules/1/id',
    ],
    [
      'a rule over a list that no test makes not applicable',
      withRule({ each: { in: 'apps', as: 'app' }, require: 'app.stars > 2' }),
      'untested-verdict',
      { rule: 'area/tested', verdict: 'not-applicable' },
      '/rules/1/id',
    ],
    [
      'a condition that nothing uses',
      withRule({}, { conditions: { is_open: 'shop.open', is_large: 'shop.users > 50' } }),
      'unused-condition',
      { name: 'is_large' },
      '/conditions/is_large',
      'pack.yaml',
    ],
    [
      'a fact that nothing reads',
      withRule({}, { vocabulary: vocabularyOf({ ...SMALL.root.properties, live: object({ rooms: fact('integer') }) }) }),
      'unread-fact',
      { path: 'live.rooms' },
      '/vocabulary',
      'pack.yaml',
    ],
    [
      'a field that nothing reads, but not the key of the list',
      withRule(
        {},
        { vocabulary: vocabularyOf({ ...SMALL.root.properties, apps: list({ stars: fact('integer'), dark: fact('boolean') }) }) },
      ),
      'unread-fact',
      { path: 'apps[].dark' },
      '/vocabulary',
      'pack.yaml',
    ],
  ];

  test.each(broken)('%s', async (_, parts, code, args, pointer, file = 'area/topic.yaml') => {
    const { problems } = await load(parts);
    expect(
      problems.map((each) => ({ file: each.file, code: each.problem.code, args: each.problem.args, pointer: each.problem.at.pointer })),
    ).toEqual([{ file: `pack/${file}`, code, args, pointer }]);
    expect(problems[0]?.problem.at.line).toBeGreaterThan(0);
  });
});

describe('lint lets pass', () => {
  test.each<[name: string, parts: PackParts]>([
    [
      'a number that is a parameter, in every text',
      withRule({
        params: { limit: 5 },
        require: 'shop.users < limit',
        ...GAP('超过 {limit}：{value}'),
        title: { zh: '{limit}', en: '{limit}' },
      }),
    ],
    ['members that are lacking', withRule({ require: '"goods" in shop.sells', ...GAP('缺少：{lacking}') })],
    ['a period that is a parameter', withRule({ params: { limit: 5 }, require: 'shop.users + limit < 50' })],
    [
      'the last article of a law',
      withRule({ basis: [{ ...BASIS, article: '30(2)[1]' }] }, { instruments: [instrument('law', { last_article: 30 })] }),
    ],
    ['any article of a law whose end is not known', withRule({ basis: [{ ...BASIS, article: '999' }] })],
    ['a limit inside the range', withRule({ require: 'shop.users > 0 && shop.users < 100 && shop.users != 100' })],
    ['permanent above the largest number', withRule({ require: 'shop.keep_days > 90' })],
    ['a comparison of two facts', withRule({ require: 'shop.users >= shop.keep_days' })],
    ['a date beside a fact', withRule({ require: 'shop.open || as_of < "2027-01-01"' })],
    [
      'an expected duty that is known at second hand',
      withRule({ duty: 'expected', basis: [{ instrument: 'law', article: '1', source: 'secondary' }] }),
    ],
    [
      'a condition that only scopes a law',
      withRule(
        {},
        {
          conditions: { is_open: 'shop.open', is_large: 'shop.users > 50' },
          instruments: [instrument('law'), instrument('other', { scope: 'is_large' })],
          rules: [
            ALL_READ,
            rule('tested', {
              basis: [
                { instrument: 'law', article: '1', source: 'text' },
                { instrument: 'other', article: '2', source: 'text' },
              ],
            }),
          ],
        },
      ),
    ],
    [
      'a condition that only scopes a liability',
      withRule(
        { liability: [{ instrument: 'other', article: '2' }] },
        {
          conditions: { is_open: 'shop.open', is_large: 'shop.users > 50' },
          instruments: [instrument('law'), instrument('other', { scope: 'is_large' })],
        },
      ),
    ],
    [
      'a condition that only limits a liability',
      withRule(
        { liability: [{ instrument: 'law', article: '2', when: 'is_large' }] },
        { conditions: { is_open: 'shop.open', is_large: 'shop.users > 50' } },
      ),
    ],
    [
      'a condition that only another condition uses',
      withRule(
        { when: 'is_both' },
        { conditions: { is_open: 'shop.open', is_large: 'shop.users > 50', is_both: 'is_open && is_large' } },
        WHEN,
      ),
    ],
  ])('%s', async (_, parts) => {
    expect((await load(parts)).problems).toEqual([]);
  });
});

describe('successors', () => {
  const pair = (until: string | undefined, from: string | undefined): PackParts => {
    const basis = { instrument: 'law', article: '1', source: 'text' } as const;
    const old = rule('old', { require: 'shop.users < 5', basis: [{ ...basis, ...(until === undefined ? {} : { until }) }] });
    const next = rule('next', {
      require: 'shop.users < 4',
      basis: [{ ...basis, ...(from === undefined ? {} : { from }) }],
      replaces: 'old',
    });
    return { ...withRule({}), rules: [ALL_READ, old, next], tests: { 'reads-all': READ_TESTS, old: THREE, next: THREE } };
  };
  const found = async (parts: PackParts) =>
    (await load(parts)).problems.map(({ problem: { code, args, at } }) => ({ code, args, at: at.pointer }));
  const wrong = [{ code: 'interval-gap', args: { rule: 'area/next', replaced: 'area/old' }, at: '/rules/2/replaces' }];

  test.each([
    ['the day on which the old one ends', '2027-01-01', '2027-01-01', []],
    ['a day later: a day without law', '2027-01-01', '2027-01-02', wrong],
    ['a day earlier: a day with two', '2027-01-01', '2026-12-31', wrong],
    ['while the old one goes on', undefined, '2027-01-01', wrong],
    ['with the law itself', '2027-01-01', undefined, wrong],
  ])('begin %s', async (_, until, from, problems) => {
    expect(await found(pair(until, from))).toEqual(problems);
  });

  test('of an unknown rule are refused', async () => {
    const parts = withRule({ replaces: 'read-all' });
    expect(await found(parts)).toEqual([
      { code: 'unknown-rule', args: { id: 'area/read-all', suggestion: 'area/reads-all' }, at: '/rules/1/replaces' },
    ]);
  });
});

describe('a pack does not compile with', () => {
  const without = (...keys: readonly (keyof RawRule)[]) =>
    ({
      ...withRule({}),
      rules: [ALL_READ, Object.fromEntries(Object.entries(rule('tested')).filter(([key]) => !keys.includes(key as keyof RawRule)))],
    }) as PackParts;

  test.each<[name: string, parts: PackParts, code: ProblemCode, args: object, pointer: string, file?: string]>([
    [
      'an unknown path',
      withRule({ require: 'shop.user < 5' }),
      'unknown-path',
      { path: 'shop.user', suggestion: 'shop.users' },
      '/rules/1/require',
    ],
    [
      'an unknown condition in an expression',
      withRule({ when: 'is_opne' }),
      'unknown-name',
      { name: 'is_opne', suggestion: 'is_open' },
      '/rules/1/when',
    ],
    [
      'an unknown member',
      withRule({ require: '"god" in shop.sells' }),
      'unknown-member',
      { member: 'god', path: 'shop.sells', suggestion: 'goods' },
      '/rules/1/require',
    ],
    [
      'an unknown path in a part',
      withRule({ require: [{ that: 'shop.opn', ...GAP('缺') }] }),
      'unknown-path',
      { path: 'shop.opn', suggestion: 'shop.open' },
      '/rules/1/require/0/that',
    ],
    [
      'an unknown path in the condition of a part',
      withRule({ require: [{ when: 'shop.opn', that: 'shop.open', ...GAP('缺') }] }),
      'unknown-path',
      { path: 'shop.opn', suggestion: 'shop.open' },
      '/rules/1/require/0/when',
    ],
    [
      'an unknown field of the items',
      withRule({ each: { in: 'apps', as: 'app' }, require: 'app.star > 2' }),
      'unknown-path',
      { path: 'apps[].star', suggestion: 'apps[].stars' },
      '/rules/1/require',
    ],
    [
      'each over what is no list',
      withRule({ each: { in: 'shop.sells', as: 'x' } }),
      'type-mismatch',
      { expected: 'list', found: 'checklist' },
      '/rules/1/each/in',
    ],
    [
      'a requirement that is a number',
      withRule({ require: 'shop.users' }),
      'type-mismatch',
      { expected: 'bool', found: 'number' },
      '/rules/1/require',
    ],
    [
      'a broken named condition',
      withRule({}, { conditions: { is_open: 'shop.opn' } }),
      'unknown-path',
      { path: 'shop.opn', suggestion: 'shop.open' },
      '/conditions/is_open',
      'pack.yaml',
    ],
    [
      'a named condition that uses a later one',
      withRule({}, { conditions: { is_open: 'later', later: 'shop.open' } }),
      'unknown-name',
      { name: 'later', suggestion: null },
      '/conditions/is_open',
      'pack.yaml',
    ],
    [
      'a named condition that uses itself',
      withRule({}, { conditions: { is_open: 'shop.open || is_open' } }),
      'unknown-name',
      { name: 'is_open', suggestion: null },
      '/conditions/is_open',
      'pack.yaml',
    ],
    [
      'an unknown law',
      withRule({ basis: [{ instrument: 'lwa', article: '1', source: 'text' }] }),
      'unknown-instrument',
      { id: 'lwa', suggestion: null },
      '/rules/1/basis/0/instrument',
    ],
    [
      'a law named like what every object has',
      withRule({ basis: [{ instrument: 'constructor', article: '1', source: 'text' }] }),
      'unknown-instrument',
      { id: 'constructor', suggestion: null },
      '/rules/1/basis/0/instrument',
    ],
    [
      'an unknown law of a liability',
      withRule({ liability: [{ instrument: 'laws', article: '1' }] }),
      'unknown-instrument',
      { id: 'laws', suggestion: 'law' },
      '/rules/1/liability/0/instrument',
    ],
    [
      'a law whose scope is unknown',
      { ...withRule({}), instruments: [instrument('law', { scope: 'is_opn' })], rules: [ALL_READ] },
      'unknown-condition',
      { name: 'is_opn', suggestion: 'is_open' },
      '/rules/0/basis/0/instrument',
    ],
    [
      'a basis that ends before it begins',
      withRule({ basis: [{ instrument: 'law', article: '1', source: 'text', until: '2019-01-01' }] }),
      'interval-empty',
      { from: '2019-01-01', until: '2019-01-01' },
      '/rules/1/basis/0',
    ],
    [
      'a law that ends before it begins',
      withRule({}, { instruments: [instrument('law'), instrument('other', { until: '2018-01-01' })] }),
      'interval-empty',
      { from: '2019-01-01', until: '2018-01-01' },
      '/instruments/1/until',
      'instruments.yaml',
    ],
    [
      'a law defined twice',
      withRule({}, { instruments: [instrument('law'), instrument('law')] }),
      'repeated-id',
      { id: 'law', other: 'pack/instruments.yaml:4:10' },
      '/instruments/1/id',
      'instruments.yaml',
    ],
    [
      'a rule defined twice',
      withRule({ id: 'reads-all' }),
      'repeated-id',
      { id: 'area/reads-all', other: 'pack/area/topic.yaml:4:10' },
      '/rules/1/id',
    ],
    [
      'a requirement and a question',
      withRule({ ask: { zh: '是？', en: 'Is it?' }, require: 'shop.open' }),
      'rule-shape',
      { found: 'both' },
      '/rules/1/id',
    ],
    ['neither a requirement nor a question', without('require', 'gap'), 'rule-shape', { found: 'none' }, '/rules/1/id'],
    ['a requirement without the text of its gap', without('gap'), 'rule-shape', { found: 'no-gap' }, '/rules/1/id'],
    [
      'the text of a gap beside parts',
      withRule({ require: [{ that: 'shop.open', ...GAP('缺') }], ...GAP('缺') }),
      'rule-shape',
      { found: 'stray-gap' },
      '/rules/1/id',
    ],
  ])('%s', async (_, parts, code, args, pointer, file = 'area/topic.yaml') => {
    const { pack, problems } = await load(parts);
    expect(pack).toBeNull();
    expect(
      problems.map((each) => ({ file: each.file, code: each.problem.code, args: each.problem.args, pointer: each.problem.at.pointer })),
    ).toEqual([{ file: `pack/${file}`, code, args, pointer }]);
  });

  test('all that is wrong is found at once', async () => {
    const parts = withRule({ when: 'is_opne', require: 'shop.user < 5', basis: [{ instrument: 'laws', article: '1', source: 'text' }] });
    const { problems } = await load(parts);
    expect(problems.map((each) => each.problem.code).sort()).toEqual(['unknown-instrument', 'unknown-name', 'unknown-path']);
  });

  test('and the column is that of the word itself', async () => {
    const rules = (when: string) => `rules:
  - id: tested
    title: { zh: 规则, en: Rule }
    kind: duty
    duty: mandatory
    severity: high
    basis: [{ instrument: law, article: "1", source: text }]
    when: ${when}
    require: shop.open
    gap: { zh: 缺, en: Lacking }
    remedy: { zh: 补, en: Mend }
`;
    const at = async (when: string) => {
      const { problems } = await load({ ...withRule({}), files: { 'area/topic.yaml': rules(when) } });
      return problems.filter((each) => each.problem.code === 'unknown-path').map(({ problem }) => [problem.at.line, problem.at.column]);
    };
    expect(await at('is_open && shop.user > 5')).toEqual([[8, 22]]);
    expect(await at('"is_open && shop.user > 5"')).toEqual([[8, 23]]);
  });
});

describe('the files of a pack are refused', () => {
  const dropped = (key: keyof RawRule, at = 1) => {
    const { [key]: _, ...rest } = rule('tested');
    return { ...withRule({}), rules: at === 1 ? [ALL_READ, rest as RawRule] : [rest as RawRule] };
  };

  test.each<[name: string, parts: PackParts, code: ProblemCode, key: string]>([
    ['without a basis', dropped('basis'), 'missing-key', 'basis'],
    ['without a remedy', dropped('remedy'), 'missing-key', 'remedy'],
    ['without a severity', dropped('severity'), 'missing-key', 'severity'],
    ['with a title in one language', withRule({ title: { zh: '规则' } as never }), 'missing-key', 'en'],
    ['with a remedy in one language', withRule({ remedy: { en: 'Mend' } as never }), 'missing-key', 'zh'],
    ['with a part without the text of its gap', withRule({ require: [{ that: 'shop.open' } as never] }), 'missing-key', 'gap'],
    ['with grounds, which stand in the ledger', withRule({ grounds: [] } as never), 'unknown-key', 'grounds'],
    ['with a key nobody knows', withRule({ requires: 'shop.open' } as never), 'unknown-key', 'requires'],
  ])('%s', async (_, parts, code, key) => {
    const { pack, problems } = await load(parts);
    expect(pack).toBeNull();
    expect(problems).toMatchObject([{ file: 'pack/area/topic.yaml', problem: { code, args: { key } } }]);
  });

  test.each(['0', '25(0)', '25(二)', '第25条', '25-1', '九九'])('with the article "%s"', async (article) => {
    const { problems } = await load(withRule({ basis: [{ ...BASIS, article }] }));
    expect(problems).toMatchObject([
      {
        file: 'pack/area/topic.yaml',
        problem: { code: 'bad-pattern', args: { value: article }, at: { pointer: '/rules/1/basis/0/article' } },
      },
    ]);
  });

  test.each([['basis'], ['liability']] as const)('with empty %s', async (key) => {
    expect((await load(withRule({ [key]: [] }))).pack).toBeNull();
  });
});

describe('the verdicts that a rule can give', () => {
  test.each<[name: string, fields: Partial<RawRule>, scope: string, verdicts: string[]]>([
    ['a requirement', {}, 'anyone', ['pass', 'gap', 'unknown']],
    ['with a condition', { when: 'is_open' }, 'anyone', ['pass', 'gap', 'unknown', 'not-applicable']],
    ['under a law with a scope', {}, 'is_open', ['pass', 'gap', 'unknown', 'not-applicable']],
    ['over a list', { each: { in: 'apps', as: 'app' } }, 'anyone', ['pass', 'gap', 'unknown', 'not-applicable']],
    [
      'whose parts all have conditions',
      { require: [{ when: 'shop.big', that: 'shop.open', ...GAP('缺') }] },
      'anyone',
      ['pass', 'gap', 'unknown', 'not-applicable'],
    ],
    [
      'whose parts have conditions but one',
      {
        require: [
          { when: 'shop.big', that: 'shop.open', ...GAP('缺') },
          { that: 'shop.open', ...GAP('缺') },
        ],
      },
      'anyone',
      ['pass', 'gap', 'unknown'],
    ],
    ['a question', { ask: { zh: '是？', en: 'Is it?' } }, 'anyone', ['manual']],
    [
      'a question with a condition',
      { ask: { zh: '是？', en: 'Is it?' }, when: 'is_open' },
      'anyone',
      ['manual', 'unknown', 'not-applicable'],
    ],
    [
      'a question over a list',
      { ask: { zh: '是？', en: 'Is it?' }, each: { in: 'apps', as: 'app' } },
      'anyone',
      ['manual', 'unknown', 'not-applicable'],
    ],
  ])('%s', async (_, fields, scope, verdicts) => {
    const pack = await packOf({ rules: [rule('tested', fields)], instruments: [instrument('law', { scope })] });
    expect(pack.rules.map((each) => possibleVerdicts(each, pack))).toEqual([verdicts]);
  });

  test('are all that a question over a list gives', async () => {
    const pack = await packOf({ rules: [rule('tested', { ask: { zh: '是？', en: 'Is it?' }, each: { in: 'apps', as: 'app' } })] });
    const given = [{}, { apps: [] }, { apps: [{ name: 'a' }] }].flatMap((profile) => findingsOf(pack, profile) ?? []);
    expect(given.map((each) => each.verdict)).toEqual(['unknown', 'not-applicable', 'manual']);
  });
});

import { describe, expect, test } from 'vitest';
import { ruleVerdict } from '../../src/assess/score.js';
import { VERDICTS } from '../../src/core/finding.js';
import { factPath } from '../../src/core/pointer.js';
import type { Json } from '../../src/core/profile.js';
import type { Rule } from '../../src/core/rule.js';
import type { RawBasis, RawRule } from '../../src/rules/source.js';
import { findingOf, findingsOf, instrument, packOf, rule } from '../support/pack.js';

const ASK = { zh: '是否属实？', en: 'Is it so?' };
const GAP = { zh: '缺少', en: 'Lacking' };

/** A profile that declares these facts of the shop. */
function shop(facts: { readonly [key: string]: Json }): Json {
  return { shop: facts };
}

function single(fields: Partial<RawRule>) {
  return packOf({ rules: [rule('tested', fields)] });
}

describe('the verdict follows from the truths of when and require', async () => {
  const requiring = await single({ when: 'shop.open', require: 'shop.big' });
  const asking = await single({ when: 'shop.open', ask: ASK });
  const table = [
    [false, true, 'not-applicable', 'condition', []],
    [false, false, 'not-applicable', 'condition', []],
    [false, null, 'not-applicable', 'condition', []],
    [null, true, 'unknown', 'applicability', ['shop.open']],
    [null, false, 'unknown', 'applicability', ['shop.open']],
    [null, null, 'unknown', 'applicability', ['shop.open']],
    [true, true, 'pass', null, []],
    [true, false, 'gap', null, []],
    [true, null, 'unknown', 'requirement', ['shop.big']],
  ] as const;

  test.each(table)('when %s and require %s: %s (%s)', (open, big, verdict, reason, missing) => {
    expect(findingOf(requiring, shop({ open, big }))).toMatchObject({ rule: 'area/tested', item: null, verdict, reason, missing });
  });

  test.each([
    [false, 'not-applicable', 'condition', []],
    [null, 'unknown', 'applicability', ['shop.open']],
    [true, 'manual', null, []],
  ] as const)('when %s and ask: %s (%s)', (open, verdict, reason, missing) => {
    expect(findingOf(asking, shop({ open }))).toMatchObject({ verdict, reason, missing, parts: [] });
  });

  test.each([
    [true, 'pass'],
    [false, 'gap'],
    [null, 'unknown'],
  ] as const)('without when, require %s: %s', async (open, verdict) => {
    expect(findingOf(await single({}), shop({ open }))).toMatchObject({ verdict });
  });

  test('without when, ask is always manual', async () => {
    expect(findingOf(await single({ ask: ASK }), {})).toMatchObject({ verdict: 'manual', reason: null });
  });

  test('only a pass has an assurance, and every finding stands open', () => {
    const found = table.map(([open, big]) => findingOf(requiring, shop({ open, big })));
    expect(found.filter((each) => each.assurance !== null).map((each) => each.verdict)).toEqual(['pass']);
    expect(found.every((each) => each.standing === 'open')).toBe(true);
  });

  test('an unknown conjunct of when does not matter beside a false one', async () => {
    const pack = await single({ when: 'shop.open && shop.big', require: 'shop.deep.a' });
    expect(findingOf(pack, shop({ open: false }))).toMatchObject({ verdict: 'not-applicable', reason: 'condition', missing: [] });
    expect(findingOf(pack, shop({ open: true }))).toMatchObject({ reason: 'applicability', missing: ['shop.big'] });
  });
});

describe('parts', async () => {
  const pack = await single({
    require: [
      { that: 'shop.open', gap: GAP },
      { when: 'shop.big', that: 'shop.users >= 2', gap: GAP },
      { when: 'shop.deep.a', that: 'shop.deep.b', gap: GAP },
    ],
  });
  const optional = await single({
    require: [
      { when: 'shop.big', that: 'shop.users >= 2', gap: GAP },
      { when: 'shop.deep.a', that: 'shop.deep.b', gap: GAP },
    ],
  });

  test.each([
    ['all hold', { open: true, big: true, users: 2, deep: { a: true, b: true } }, 'pass', [], []],
    ['those that do not apply are left out', { open: true, big: false, users: 0, deep: { a: false } }, 'pass', [], []],
    ['one fails', { open: true, big: true, users: 1, deep: { a: false } }, 'gap', [1], []],
    ['two fail', { open: false, big: false, deep: { a: true, b: false } }, 'gap', [0, 2], []],
    ['one fails, another waits: the gap stands', { open: false }, 'gap', [0], []],
    ['one waits for what it requires', { open: true, big: true, deep: { a: false } }, 'unknown', [], ['shop.users']],
    ['one waits for whether it applies', { open: true, big: false }, 'unknown', [], ['shop.deep.a']],
    [
      'an unknown when counts whatever the part requires',
      { open: true, big: null, users: 2, deep: { a: false } },
      'unknown',
      [],
      ['shop.big'],
    ],
    ['all wait', {}, 'unknown', [], ['shop.open', 'shop.big', 'shop.deep.a']],
  ])('%s', (_, facts, verdict, failing, missing) => {
    const finding = findingOf(pack, shop(facts));
    expect(finding).toMatchObject({ verdict, missing, reason: verdict === 'unknown' ? 'requirement' : null });
    expect(finding.parts.map(({ part }) => part)).toEqual(failing);
  });

  test.each([
    ['none applies', { big: false, deep: { a: false } }, 'not-applicable', 'no-parts', []],
    ['one applies and holds', { big: false, deep: { a: true, b: true } }, 'pass', null, []],
    ['one is out, one waits', { big: false }, 'unknown', 'requirement', ['shop.deep.a']],
  ])('of which each has a condition: %s', (_, facts, verdict, reason, missing) => {
    expect(findingOf(optional, shop(facts))).toMatchObject({ verdict, reason, missing });
  });
});

describe('each judges one item after the other', async () => {
  const pack = await single({ each: { in: 'apps', as: 'app' }, when: 'app.live', require: 'app.stars >= limit', params: { limit: 3 } });
  const unconditional = await single({ each: { in: 'apps', as: 'app' }, require: 'app.stars >= 3' });
  const apps = [
    { name: '甲', live: true, stars: 3 },
    { name: '乙', live: true, stars: 2 },
    { name: '丙', live: true },
    { name: '丁', stars: 1 },
    { name: '戊', live: false, stars: 1 },
  ];

  test('with one finding per item and none beside them', () => {
    const found = findingsOf(pack, { apps }) ?? [];
    expect(found.map(({ item, verdict, reason, missing }) => [item, verdict, reason, missing])).toEqual([
      ['apps[name=甲]', 'pass', null, []],
      ['apps[name=乙]', 'gap', null, []],
      ['apps[name=丙]', 'unknown', 'requirement', ['apps[name=丙].stars']],
      ['apps[name=丁]', 'unknown', 'applicability', ['apps[name=丁].live']],
      ['apps[name=戊]', 'not-applicable', 'condition', []],
    ]);
  });

  test.each([
    ['an empty list', { apps: [] }, 'not-applicable', 'no-items', []],
    ['an undeclared list', {}, 'unknown', 'applicability', ['apps']],
  ])('%s has one finding for the rule', (_, profile, verdict, reason, missing) => {
    expect(findingsOf(pack, profile)).toMatchObject([{ item: null, verdict, reason, missing }]);
  });

  test('an undeclared list without a condition waits for what is required', () => {
    expect(findingsOf(unconditional, {})).toMatchObject([{ item: null, verdict: 'unknown', reason: 'requirement', missing: ['apps'] }]);
  });

  test('an undeclared list does not matter where the rule applies to no item', async () => {
    const outside = await single({ each: { in: 'apps', as: 'app' }, when: 'shop.open && app.live', require: 'app.stars >= 3' });
    expect(findingsOf(outside, shop({ open: false }))).toMatchObject([{ item: null, verdict: 'not-applicable', reason: 'condition' }]);
    expect(findingsOf(outside, shop({ open: true }))).toMatchObject([{ item: null, verdict: 'unknown', reason: 'applicability' }]);
  });

  test('parts are judged per item', async () => {
    const parts = await single({
      each: { in: 'apps', as: 'app' },
      require: [
        { when: 'app.live', that: 'app.stars >= 3', gap: GAP },
        { when: '!app.live', that: 'shop.open', gap: GAP },
      ],
    });
    const found = findingsOf(parts, { shop: { open: false }, apps }) ?? [];
    expect(found.map((each) => [each.verdict, each.parts.map(({ part }) => part)])).toEqual([
      ['pass', []],
      ['gap', [0]],
      ['unknown', []],
      ['unknown', []],
      ['gap', [1]],
    ]);
  });

  test('the verdict of the rule is the worst of its items', () => {
    const [tested] = pack.rules;
    const found = findingsOf(pack, { apps }) ?? [];
    const rest = (count: number) => ruleVerdict(tested as Rule, found.slice(count));
    // 甲 pass, 乙 gap, 丙 and 丁 unknown, 戊 not applicable.
    expect([0, 1, 2, 3, 4].map((count) => rest(count).verdict)).toEqual(['gap', 'gap', 'unknown', 'unknown', 'not-applicable']);
    expect(rest(0).missing).toEqual(['apps[name=丙].stars', 'apps[name=丁].live']);
    expect(
      ruleVerdict(
        tested as Rule,
        found.filter((each) => ['pass', 'not-applicable'].includes(each.verdict)),
      ).verdict,
    ).toBe('pass');
    for (const [index, verdict] of VERDICTS.entries()) {
      const better = VERDICTS.slice(index).map((each) => ({ ...(found[0] as (typeof found)[0]), verdict: each }));
      expect(ruleVerdict(tested as Rule, [...better].reverse()).verdict).toBe(verdict);
    }
  });
});

const LAWS = [
  instrument('law'),
  instrument('open-law', { scope: 'is_open' }),
  instrument('large-law', { scope: 'is_large' }),
  instrument('ended-law', { until: '2024-01-01' }),
  instrument('later-law', { from: '2027-01-01', scope: 'is_open' }),
] as const;

function basis(name: string, fields: Partial<RawBasis> = {}): RawBasis {
  return { instrument: name, article: '1', source: 'text', ...fields };
}

function under(bases: readonly RawBasis[], fields: Partial<RawRule> = {}) {
  return packOf({ rules: [rule('tested', { require: 'shop.deep.a', basis: [...bases], ...fields })], instruments: LAWS });
}

describe('the scope of the law', () => {
  const OPEN = { open: true, big: false, users: 0, deep: { a: true } };
  const LARGE = { open: false, big: true, users: 9, deep: { a: true } };

  test.each<[name: string, bases: RawBasis[], facts: { [key: string]: Json }, verdict: string, reason: string | null, missing: string[]]>([
    ['one scope holds', [basis('open-law')], OPEN, 'pass', null, []],
    ['one scope does not', [basis('open-law')], LARGE, 'not-applicable', 'condition', []],
    ['one scope is unknown', [basis('open-law')], { deep: { a: true } }, 'unknown', 'applicability', ['shop.open']],
    ['scopes are or-ed: the first holds', [basis('open-law'), basis('large-law')], OPEN, 'pass', null, []],
    ['scopes are or-ed: the second holds', [basis('open-law'), basis('large-law')], LARGE, 'pass', null, []],
    [
      'scopes are or-ed: one holds, one is unknown',
      [basis('open-law'), basis('large-law')],
      { open: true, deep: { a: true } },
      'pass',
      null,
      [],
    ],
    [
      'scopes are or-ed: neither holds',
      [basis('open-law'), basis('large-law')],
      { open: false, users: 1 },
      'not-applicable',
      'condition',
      [],
    ],
    [
      'scopes are or-ed: none is known',
      [basis('open-law'), basis('large-law')],
      {},
      'unknown',
      'applicability',
      ['shop.open', 'shop.users', 'shop.big'],
    ],
    ['a basis for anyone reaches all', [basis('open-law'), basis('law')], LARGE, 'pass', null, []],
    ['a scope that has ended does not count', [basis('open-law'), basis('ended-law')], LARGE, 'not-applicable', 'condition', []],
    ['a scope that has not begun does not count', [basis('large-law'), basis('later-law')], OPEN, 'not-applicable', 'condition', []],
  ])('%s', async (_, bases, facts, verdict, reason, missing) => {
    expect(findingOf(await under(bases), shop(facts))).toMatchObject({ verdict, reason, missing });
  });

  test('is joined with the condition of the rule', async () => {
    const pack = await under([basis('open-law')], { when: 'shop.big' });
    expect(findingOf(pack, shop({ open: true, big: true, deep: { a: true } }))).toMatchObject({ verdict: 'pass' });
    expect(findingOf(pack, shop({ open: true, big: false }))).toMatchObject({ verdict: 'not-applicable' });
    expect(findingOf(pack, shop({ open: false }))).toMatchObject({ verdict: 'not-applicable' });
    expect(findingOf(pack, shop({ open: true }))).toMatchObject({ verdict: 'unknown', missing: ['shop.big'] });
    expect(findingOf(pack, {})).toMatchObject({ verdict: 'unknown', missing: ['shop.open', 'shop.big'] });
  });

  test('is joined with a condition on the items', async () => {
    const pack = await under([basis('open-law')], { each: { in: 'apps', as: 'app' }, when: 'app.live', require: 'app.stars > 0' });
    const apps = [
      { name: 'a', live: true, stars: 0 },
      { name: 'b', live: false },
    ];
    expect(findingsOf(pack, { shop: { open: true }, apps })?.map((each) => each.verdict)).toEqual(['gap', 'not-applicable']);
    expect(findingsOf(pack, { shop: { open: false }, apps })?.map((each) => each.verdict)).toEqual(['not-applicable', 'not-applicable']);
    expect(findingsOf(pack, { shop: { open: false } })).toMatchObject([{ item: null, verdict: 'not-applicable', reason: 'condition' }]);
    expect(findingsOf(pack, {})).toMatchObject([{ item: null, verdict: 'unknown', missing: ['apps', 'shop.open'] }]);
  });

  test.each<[name: string, facts: { [key: string]: Json }, cited: number[]]>([
    ['holds for both', { open: true, users: 9, big: true }, [0, 1, 2]],
    ['is false for one', { open: false, users: 9, big: true }, [1, 2]],
    ['is unknown, which counts', {}, [0, 1, 2]],
    ['is unknown for one and false for the other', { users: 0 }, [0, 2]],
  ])('chooses the citations: it %s', async (_, facts, cited) => {
    const pack = await under([basis('open-law'), basis('large-law'), basis('law')]);
    expect(findingOf(pack, shop(facts)).basis).toEqual(cited);
  });

  test('chooses the provisions on liability', async () => {
    const liability = [
      { instrument: 'open-law', article: '9' },
      { instrument: 'law', article: '9' },
    ];
    const pack = await under([basis('law')], { liability });
    expect(findingOf(pack, shop({ open: false })).liability).toEqual([1]);
    expect(findingOf(pack, shop({ open: true })).liability).toEqual([0, 1]);
    expect(findingOf(pack, {}).liability).toEqual([0, 1]);
  });

  test('citations are indices of the bases in force alone', async () => {
    const pack = await under([basis('ended-law'), basis('open-law'), basis('law')]);
    expect(findingOf(pack, shop({ open: false })).basis).toEqual([1]);
    expect(findingOf(pack, shop({ open: false }), '2023-06-01').basis).toEqual([0, 2]);
  });
});

describe('the duty is as strong as the law that was read', () => {
  const text = basis('open-law');
  const secondary = basis('large-law', { source: 'secondary' });

  test.each<[name: string, bases: RawBasis[], facts: { [key: string]: Json }, duty: string]>([
    ['a basis read at first hand', [text], { open: true }, 'mandatory'],
    ['one whose scope is unknown', [text], {}, 'mandatory'],
    ['none read at first hand', [secondary], { big: true, users: 9 }, 'expected'],
    ['the one read has a false scope', [text, secondary], { open: false, big: true, users: 9 }, 'expected'],
    ['the one read has an unknown scope', [text, secondary], { big: true, users: 9 }, 'mandatory'],
    ['the one read has ended', [basis('ended-law'), secondary], { big: true, users: 9 }, 'expected'],
    ['no scope holds: as strong as it could be', [text, secondary], { open: false, users: 0 }, 'mandatory'],
  ])('%s', async (_, bases, facts, duty) => {
    expect(findingOf(await under(bases), shop(facts)).duty).toBe(duty);
  });

  test.each(['expected', 'encouraged'] as const)('a duty that is %s is neither raised nor lowered', async (duty) => {
    expect(findingOf(await under([basis('law')], { duty }), {}).duty).toBe(duty);
    expect(findingOf(await under([basis('law', { source: 'secondary' })], { duty }), {}).duty).toBe(duty);
  });
});

describe('a rule is in force from its first day to the day before its last', () => {
  test.each([
    [basis('law'), '2018-12-31', false],
    [basis('law'), '2019-01-01', true],
    [basis('law'), '2099-01-01', true],
    [basis('ended-law'), '2023-12-31', true],
    [basis('ended-law'), '2024-01-01', false],
    [basis('law', { from: '2026-11-23' }), '2026-11-22', false],
    [basis('law', { from: '2026-11-23' }), '2026-11-23', true],
    [basis('law', { until: '2026-11-23' }), '2026-11-22', true],
    [basis('law', { until: '2026-11-23' }), '2026-11-23', false],
  ])('%j on %s: %s', async (each, date, inForce) => {
    expect(findingsOf(await under([each]), shop({ deep: { a: true } }), date) !== null).toBe(inForce);
  });

  test('and between two intervals it is not', async () => {
    const pack = await under([basis('law', { until: '2021-01-01' }), basis('law', { from: '2023-01-01' })]);
    expect(['2020-12-31', '2021-01-01', '2022-12-31', '2023-01-01'].map((date) => findingsOf(pack, {}, date) !== null)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});

describe('a finding rests on the facts that decide it', () => {
  const five = [5, 1, 0, 2, 1].map((stars, index) => ({ name: `a${index}`, stars, live: stars === 5 }));
  const table: [name: string, require: string, profile: Json, verdict: string, facts: [pointer: string, value: Json][], more?: number][] = [
    ['a false && on its false operands', 'shop.open && shop.big', shop({ open: true, big: false }), 'gap', [['/shop/big', false]]],
    [
      'a false && on all that are false',
      'shop.big && shop.open',
      shop({ open: false, big: false }),
      'gap',
      [
        ['/shop/big', false],
        ['/shop/open', false],
      ],
    ],
    ['a false && not on what is undeclared', 'shop.open && shop.big', shop({ big: false }), 'gap', [['/shop/big', false]]],
    [
      'a true && on all',
      'shop.open && shop.big',
      shop({ open: true, big: true }),
      'pass',
      [
        ['/shop/open', true],
        ['/shop/big', true],
      ],
    ],
    ['a true || on its true operands', 'shop.open || shop.big', shop({ open: false, big: true }), 'pass', [['/shop/big', true]]],
    [
      'a false || on all',
      'shop.open || shop.big',
      shop({ open: false, big: false }),
      'gap',
      [
        ['/shop/open', false],
        ['/shop/big', false],
      ],
    ],
    ['a negation on what it negates', '!(shop.open && shop.big)', shop({ open: false, big: true }), 'pass', [['/shop/open', false]]],
    [
      'a comparison on both sides',
      'shop.users <= size(apps)',
      { shop: { users: 9 }, apps: [] },
      'gap',
      [
        ['/shop/users', 9],
        ['/apps', []],
      ],
    ],
    ['a condition on the facts behind it', 'is_large', shop({ users: 1, big: true }), 'gap', [['/shop/users', 1]]],
    ['one fact is shown once', 'shop.users > 3 && shop.users < 9', shop({ users: 5 }), 'pass', [['/shop/users', 5]]],
    [
      'a word for a number as it was declared',
      'shop.keep_days < 3',
      shop({ keep_days: 'permanent' }),
      'gap',
      [['/shop/keep_days', 'permanent']],
    ],
    [
      'dates',
      'before(shop.founded, shop.renewal)',
      shop({ founded: '2026-01-02', renewal: '2026-01-01' }),
      'gap',
      [
        ['/shop/founded', '2026-01-02'],
        ['/shop/renewal', '2026-01-01'],
      ],
    ],
    [
      'a checklist written as a list on the list',
      'has_all(shop.sells, ["goods", "food"])',
      shop({ sells: ['food'] }),
      'gap',
      [['/shop/sells', ['food']]],
    ],
    [
      'a checklist written as a map on the members that fail',
      'has_all(shop.sells, ["goods", "services", "food"])',
      shop({ sells: { goods: false, services: true, food: false } }),
      'gap',
      [
        ['/shop/sells/goods', false],
        ['/shop/sells/food', false],
      ],
    ],
    [
      'a map of which one is enough on those that are',
      'has_any(shop.sells, ["goods", "services"])',
      shop({ sells: { goods: false, services: true } }),
      'pass',
      [['/shop/sells/services', true]],
    ],
    [
      'a map of which none is enough on all',
      'has_any(shop.sells, ["goods", "services"])',
      shop({ sells: { goods: false, services: false } }),
      'gap',
      [
        ['/shop/sells/goods', false],
        ['/shop/sells/services', false],
      ],
    ],
    [
      'a failing all on the first three items that fail, and a count',
      'apps.all(x, x.stars > 4)',
      { apps: five },
      'gap',
      [
        ['/apps/1/stars', 1],
        ['/apps/2/stars', 0],
        ['/apps/3/stars', 2],
      ],
      1,
    ],
    ['a failing all not on items that hold', 'apps.all(x, x.stars > 0)', { apps: five }, 'gap', [['/apps/2/stars', 0]]],
    ['a true exists on the items that hold', 'apps.exists(x, x.live)', { apps: five }, 'pass', [['/apps/0/live', true]]],
    ['a false exists over nothing on the list', 'apps.exists(x, x.live)', { apps: [] }, 'gap', [['/apps', []]]],
    ['a true all over nothing on the list', 'apps.all(x, x.live)', { apps: [] }, 'pass', [['/apps', []]]],
    [
      'a failing item on its false operands',
      'apps.all(x, x.live || x.stars > 1)',
      { apps: five.slice(1, 2) },
      'gap',
      [
        ['/apps/0/live', false],
        ['/apps/0/stars', 1],
      ],
    ],
  ];

  test.each(table)('%s', async (_, require, profile, verdict, facts, more = 0) => {
    const finding = findingOf(await single({ require }), profile);
    expect(finding.verdict).toBe(verdict);
    expect(finding.facts.map(({ pointer, value }) => [pointer, value])).toEqual(facts);
    expect(finding.moreFacts).toBe(more);
    expect(finding.at.pointer).toBe(facts[0]?.[0]);
  });

  test('of a gap in parts, those of the failing parts', async () => {
    const parts = ['shop.open', 'shop.big', 'shop.users > 1'].map((that) => ({ that, gap: GAP }));
    const finding = findingOf(await single({ require: parts }), shop({ open: true, big: false, users: 0 }));
    expect(finding.facts.map((each) => each.pointer)).toEqual(['/shop/big', '/shop/users']);
    expect(finding.at.pointer).toBe('/shop/big');
  });

  test('of a rule that does not apply, those of its condition', async () => {
    const finding = findingOf(await single({ when: 'shop.open && shop.big' }), shop({ open: true, big: false }));
    expect(finding.facts.map((each) => each.pointer)).toEqual(['/shop/big']);
  });

  test('of a rule whose parts all do not apply, those of their conditions', async () => {
    const finding = findingOf(await single({ require: [{ when: 'shop.big', that: 'shop.open', gap: GAP }] }), shop({ big: false }));
    expect(finding.facts.map((each) => each.pointer)).toEqual(['/shop/big']);
  });

  test('of items, whose place tells the path in the vocabulary', async () => {
    const finding = findingOf(await single({ each: { in: 'apps', as: 'app' }, require: 'app.screens.all(y, y.dark)' }), {
      apps: [
        {
          name: '甲',
          screens: [
            { name: 's', dark: true },
            { name: 't', dark: false },
          ],
        },
      ],
    });
    expect(finding.facts).toEqual([{ pointer: '/apps/0/screens/1/dark', value: false }]);
    expect(factPath('/apps/0/screens/1/dark')).toBe('apps[].screens[].dark');
  });
});

describe('the place of an unknown is that of its first missing fact', () => {
  test.each<[fields: Partial<RawRule>, profile: Json, pointer: string]>([
    [{ require: 'shop.open && shop.big' }, {}, '/shop/open'],
    [{ require: 'shop.open && shop.big' }, shop({ open: true }), '/shop/big'],
    [{ when: 'shop.big' }, shop({ open: true }), '/shop/big'],
    [{ require: '"food" in shop.sells' }, shop({ sells: { goods: true } }), '/shop/sells/food'],
    [{ each: { in: 'apps', as: 'x' }, require: 'x.live' }, { apps: [{ name: 'a' }] }, '/apps/0/live'],
    [{ each: { in: 'apps', as: 'x' }, require: 'x.live' }, {}, '/apps'],
  ])('%j on %j: %s', async (fields, profile, pointer) => {
    expect(findingOf(await single(fields), profile)).toMatchObject({ verdict: 'unknown', at: { pointer } });
  });

  test('a rule that asks and always applies has none', async () => {
    expect(findingOf(await single({ ask: ASK }), {}).at.pointer).toBe('');
  });
});

describe('what a gap text can show', () => {
  test.each<[require: string, profile: Json, args: object]>([
    ['shop.users <= 6', shop({ users: 12 }), { value: { path: 'shop.users', value: 12 } }],
    ['shop.open && shop.users <= 6', shop({ open: false, users: 12 }), { value: { path: 'shop.users', value: 12 } }],
    ['shop.open && shop.big', shop({ open: false, big: true }), { value: { path: 'shop.open', value: false } }],
    [
      'has_all(shop.sells, ["goods", "services", "food"])',
      shop({ sells: ['services'] }),
      { lacking: { path: 'shop.sells', members: ['goods', 'food'] }, value: { path: 'shop.sells', value: ['services'] } },
    ],
    [
      'has_all(shop.sells, ["goods", "services", "food"])',
      shop({ sells: { food: false } }),
      { lacking: { path: 'shop.sells', members: ['food'] }, value: { path: 'shop.sells.food', value: false } },
    ],
    [
      '"goods" in shop.sells && "food" in shop.sells',
      shop({ sells: [] }),
      { lacking: { path: 'shop.sells', members: ['goods', 'food'] }, value: { path: 'shop.sells', value: [] } },
    ],
  ])('of %s on %j', async (require, profile, args) => {
    expect(findingOf(await single({ require }), profile).parts).toEqual([{ part: 0, args }]);
  });

  test('of an item, by its path in the vocabulary', async () => {
    const pack = await single({ each: { in: 'apps', as: 'x' }, require: 'has_all(x.collects, ["phone", "place"])' });
    expect(findingOf(pack, { apps: [{ name: 'a', collects: ['phone'] }] }).parts[0]?.args).toEqual({
      lacking: { path: 'apps[].collects', members: ['place'] },
      value: { path: 'apps[].collects', value: ['phone'] },
    });
  });
});

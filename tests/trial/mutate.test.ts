import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/core/rule.js';
import { loadEngine } from '../../src/rules/builtin.js';
import { showExpr } from '../../src/rules/show.js';
import type { RawCase, RawRule } from '../../src/rules/source.js';
import { profileValidator } from '../../src/schema/generated.js';
import { casesOf } from '../../src/trial/cases.js';
import { conditionKillers, killers } from '../../src/trial/mutants.js';
import { mutantsOf } from '../../src/trial/mutate.js';
import { arbitraryExpression } from '../support/arbitrary-expression.js';
import { compile } from '../support/expression.js';
import { packOf, rule } from '../support/pack.js';
import { AS_OF } from '../support/vocabulary.js';

const GAP = { gap: { zh: '缺', en: 'Lacking' } };

async function compiled(fields: Partial<RawRule>): Promise<Rule> {
  const pack = await packOf({ rules: [rule('tested', { params: { limit: 6, period: '6 months' }, ...fields })] });
  return pack.rules[0] as Rule;
}

/** A rule's logic as it is written. */
function shown({ when, parts }: Rule): string[] {
  const all = parts.map((part) => `${part.when === null ? '' : `${showExpr(part.when)} ? `}${showExpr(part.that)}`);
  return when === null ? all : [`when ${showExpr(when)}`, ...all];
}

describe('mutants of an expression', () => {
  test.each<[require: string, mutants: string[]]>([
    ['shop.open', []],
    ['is_open', []],
    ['!shop.open', ['shop.open']],
    ['shop.open && shop.big', ['shop.open || shop.big', 'shop.big', 'shop.open']],
    ['shop.open || shop.big', ['shop.open && shop.big', 'shop.big', 'shop.open']],
    [
      'shop.open && shop.big && is_open',
      ['shop.open || shop.big || is_open', 'shop.big && is_open', 'shop.open && is_open', 'shop.open && shop.big'],
    ],
    ['shop.open == shop.big', ['shop.open != shop.big']],
    ['shop.open == true', ['shop.open != true', 'shop.open == false']],
    ['shop.tier != "small"', ['shop.tier == "small"']],
    ['shop.users < 6', ['shop.users <= 6', 'shop.users >= 6', 'shop.users < 7', 'shop.users < 5']],
    ['shop.users <= 6', ['shop.users < 6', 'shop.users > 6', 'shop.users <= 7', 'shop.users <= 5']],
    ['shop.users > 6', ['shop.users >= 6', 'shop.users <= 6', 'shop.users > 7', 'shop.users > 5']],
    ['shop.users >= 6', ['shop.users > 6', 'shop.users < 6', 'shop.users >= 7', 'shop.users >= 5']],
    ['shop.tier in ["small", "large"]', ['shop.tier in ["large"]', 'shop.tier in ["small"]']],
    ['shop.tier in ["small"]', []],
    ['"goods" in shop.sells', []],
    [
      'has_all(shop.sells, ["goods", "services", "food"])',
      [
        'has_any(shop.sells, ["goods", "services", "food"])',
        'has_all(shop.sells, ["services", "food"])',
        'has_all(shop.sells, ["goods", "food"])',
        'has_all(shop.sells, ["goods", "services"])',
      ],
    ],
    ['has_any(shop.sells, ["goods", "food"])', ['has_all(shop.sells, ["goods", "food"])', '"food" in shop.sells', '"goods" in shop.sells']],
    [
      'apps.all(x, x.live || x.stars > 3)',
      [
        'apps.exists(x, x.live || x.stars > 3)',
        'apps.all(x, x.live && x.stars > 3)',
        'apps.all(x, x.stars > 3)',
        'apps.all(x, x.live)',
        'apps.all(x, x.live || x.stars >= 3)',
        'apps.all(x, x.live || x.stars <= 3)',
        'apps.all(x, x.live || x.stars > 4)',
        'apps.all(x, x.live || x.stars > 2)',
      ],
    ],
    ['within(shop.founded, "6 months")', ['within(shop.founded, "7 months")', 'within(shop.founded, "5 months")']],
    ['in_year(shop.founded, 1)', ['in_year(shop.founded, 2)', 'in_year(shop.founded, 0)']],
    ['before(shop.founded, shop.renewal)', ['before(shop.renewal, shop.founded)']],
    [
      'days_between(shop.founded, as_of) == 7',
      [
        'days_between(shop.founded, as_of) != 7',
        'days_between(as_of, shop.founded) == 7',
        'days_between(shop.founded, as_of) == 8',
        'days_between(shop.founded, as_of) == 6',
      ],
    ],
    [
      'shop.users + 1 == shop.keep_days',
      [
        'shop.users + 1 != shop.keep_days',
        'shop.users - 1 == shop.keep_days',
        'shop.users + 2 == shop.keep_days',
        'shop.users + 0 == shop.keep_days',
      ],
    ],
  ])('%s', async (require, mutants) => {
    expect(mutantsOf(await compiled({ require, params: undefined } as never)).map((each) => shown(each.rule).join(' / '))).toEqual(mutants);
  });

  test('of parameters move them by one, and keep what was changed in words', async () => {
    const limits = mutantsOf(await compiled({ require: 'shop.users <= limit' }));
    expect(limits.map((each) => each.mutation)).toEqual([
      'part 0: <= became <',
      'part 0: <= became >',
      'part 0: limit moved by 1',
      'part 0: limit moved by -1',
    ]);
    const values = limits
      .map((each) => each.rule.parts[0]?.that)
      .map((that) => (that?.op === 'compare' && that.right.op === 'literal' ? that.right.value : null));
    expect(values).toEqual([6, 6, 7, 5]);
    const periods = mutantsOf(await compiled({ require: 'within(shop.founded, period)' }));
    expect(periods.map((each) => each.rule.parts[0]?.that)).toMatchObject([{ period: { count: 7 } }, { period: { count: 5 } }]);
  });
});

describe('mutants of a rule', () => {
  test('drop its condition and change it', async () => {
    const mutants = mutantsOf(await compiled({ when: 'shop.big && is_open', require: '!shop.open' }));
    expect(mutants.map((each) => [each.mutation, shown(each.rule)])).toEqual([
      ['when dropped', ['!shop.open']],
      ['when: and flipped', ['when shop.big || is_open', '!shop.open']],
      ['when: operand 0 of and dropped', ['when is_open', '!shop.open']],
      ['when: operand 1 of and dropped', ['when shop.big', '!shop.open']],
      ['part 0: negation dropped', ['when shop.big && is_open', 'shop.open']],
    ]);
  });

  test('drop each part, change it and its condition', async () => {
    const mutants = mutantsOf(
      await compiled({
        require: [
          { that: '!shop.open', ...GAP },
          { when: '!shop.big', that: 'shop.deep.a', ...GAP },
        ],
      }),
    );
    expect(mutants.map((each) => [each.mutation, shown(each.rule)])).toEqual([
      ['part 0 dropped', ['!shop.big ? shop.deep.a']],
      ['part 0: negation dropped', ['shop.open', '!shop.big ? shop.deep.a']],
      ['part 1 dropped', ['!shop.open']],
      ['part 1: when dropped', ['!shop.open', 'shop.deep.a']],
      ['part 1: when: negation dropped', ['!shop.open', 'shop.big ? shop.deep.a']],
    ]);
  });

  test('of a question are those of its condition', async () => {
    const mutants = mutantsOf(await compiled({ when: '!shop.big', ask: { zh: '是？', en: 'Is it?' } }));
    expect(mutants.map((each) => each.mutation)).toEqual(['when dropped', 'when: negation dropped']);
  });

  test('each differ from the rule', async () => {
    const base = await compiled({});
    const [part] = base.parts;
    fc.assert(
      fc.property(arbitraryExpression({ ours: true }), ({ text }) => {
        const original = { ...base, parts: part === undefined ? [] : [{ ...part, that: compile(text) }] };
        for (const mutant of mutantsOf(original)) expect(mutant.rule, mutant.mutation).not.toEqual(original);
      }),
      { numRuns: 500 },
    );
  });
});

/** Rules on the built-in vocabulary, in which the cases of rule tests are written. */
describe('a set of tests', async () => {
  const { vocabulary } = loadEngine();
  const pack = await packOf({
    rules: [
      rule('tested', {
        params: { limit: 6 },
        when: 'hosts',
        require: [
          { that: 'merchants.verification.recheck_interval_months <= limit', ...GAP },
          { when: 'merchants.has_unregistered', that: 'has_all(merchants.verification.items, ["identity", "address"])', ...GAP },
        ],
      }),
    ],
    conditions: { hosts: 'platform.hosts_merchants' },
    vocabulary,
  });
  const base = {
    platform: { hosts_merchants: true },
    merchants: {
      has_unregistered: true,
      verification: { recheck_interval_months: 6, items: ['identity', 'address', 'contact', 'licences'] },
    },
  };
  const full: RawCase[] = [
    { verdict: 'pass' },
    { set: { 'platform.hosts_merchants': false }, verdict: 'not-applicable' },
    { set: { 'merchants.verification.recheck_interval_months': 7 }, verdict: 'gap', failing: [0] },
    { set: { 'merchants.verification.recheck_interval_months': 5 }, verdict: 'pass' },
    { each_member_of: 'merchants.verification.items', verdict: 'gap', failing: [1] },
    { set: { 'merchants.has_unregistered': false, 'merchants.verification.items': [] }, verdict: 'pass' },
  ];
  const survivors = (cases: readonly RawCase[]) => {
    const tested = pack.rules[0] as Rule;
    return killers(
      { rule: tested, cases: casesOf(tested, { as_of: AS_OF, base, tests: { tested: [...cases] } }) },
      { pack, vocabulary, validator: profileValidator() },
    );
  };

  test('that pins the rule down leaves no survivor', () => {
    const { made, survived } = survivors(full);
    expect(survived).toEqual([]);
    expect(made).toBe(mutantsOf(pack.rules[0] as Rule).length);
    expect(made).toBeGreaterThan(8);
  });

  const far = (value: number) => ({ 'merchants.verification.recheck_interval_months': value });
  test.each<[name: string, cases: RawCase[], survived: string[]]>([
    ['without a profile to which the rule does not apply', full.filter((each) => each.verdict !== 'not-applicable'), ['when dropped']],
    ['without the value above the limit', full.filter((each) => each.failing?.[0] !== 0), ['part 0: limit moved by 1']],
    [
      'with values far from the limit only',
      [
        ...full.filter((each) => each.failing?.[0] !== 0).map((each) => ({ ...each, set: { ...far(1), ...each.set } })),
        { set: far(12), verdict: 'gap' },
      ],
      ['part 0: <= became <', 'part 0: limit moved by 1', 'part 0: limit moved by -1'],
    ],
    [
      'without a profile for each member',
      full.filter((each) => each.each_member_of === undefined),
      ['part 1 dropped', 'part 1: has_all flipped', 'part 1: identity dropped', 'part 1: address dropped'],
    ],
    ['without a profile to which the second part does not apply', full.slice(0, 5), ['part 1: when dropped']],
  ])('%s leaves survivors', (_, cases, survived) => {
    expect(survivors(cases).survived).toEqual(survived);
  });

  test('that is empty leaves all', () => {
    const { made, survived } = survivors([]);
    expect(survived.length).toBe(made);
  });

  test('must tell every change of a named condition from it, over the cases of all rules', async () => {
    const scoped = await packOf({
      rules: [rule('tested', { when: 'large', require: 'platform.hosts_merchants' })],
      conditions: { large: 'platform.registered_users >= 50 && !platform.self_operated' },
      vocabulary,
    });
    const tested = scoped.rules[0] as Rule;
    const large = { platform: { hosts_merchants: true, registered_users: 50, self_operated: false } };
    const cases = (all: readonly RawCase[]) => {
      const tests = { as_of: AS_OF, base: large, tests: { tested: [...all] } };
      return conditionKillers('large', [{ rule: tested, cases: casesOf(tested, tests) }], {
        pack: scoped,
        vocabulary,
        validator: profileValidator(),
      });
    };
    const out: RawCase[] = [
      { set: { 'platform.registered_users': 49 }, verdict: 'not-applicable' },
      { set: { 'platform.self_operated': true }, verdict: 'not-applicable' },
    ];
    expect(cases([{ verdict: 'pass' }, ...out])).toMatchObject({ survived: [] });
    expect(cases([{ verdict: 'pass' }, ...out.slice(1)]).survived).toEqual(['operand 0 of and dropped', '50 moved by -1']);
    expect(cases([{ verdict: 'pass' }, ...out.slice(0, 1)]).survived).toEqual(['operand 1 of and dropped']);
    expect(conditionKillers('unknown', [], { pack: scoped, vocabulary, validator: profileValidator() })).toEqual({ made: 0, survived: [] });
  });
});

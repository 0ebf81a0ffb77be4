import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Truth } from '../../src/core/finding.js';
import type { Json } from '../../src/core/profile.js';
import { judge, makeEnv, STEP_LIMIT, TooCostly } from '../../src/evaluate/evaluate.js';
import { and, not, truthOf as ofBoolean, or } from '../../src/evaluate/truth.js';
import { arbitraryExpression } from '../support/arbitrary-expression.js';
import { arbitraryProfile } from '../support/arbitrary-profile.js';
import { declarationsOf, declaring } from '../support/declarations.js';
import { compile, envOf, truthOf } from '../support/expression.js';
import { AS_OF, factsFrom, VOCABULARY } from '../support/vocabulary.js';

const [T, F, U] = ['true', 'false', 'unknown'] as const;
const TRUTHS = [T, F, U] as const;

describe("Kleene's strong tables", () => {
  test.each([
    [T, F],
    [F, T],
    [U, U],
  ])('not %s is %s', (of, result) => {
    expect(not(of)).toBe(result);
  });

  test.each([
    [T, T, T, T],
    [T, F, F, T],
    [T, U, U, T],
    [F, T, F, T],
    [F, F, F, F],
    [F, U, F, U],
    [U, T, U, T],
    [U, F, F, U],
    [U, U, U, U],
  ])('%s and %s is %s; or is %s', (left, right, both, either) => {
    expect(and([left, right])).toBe(both);
    expect(or([left, right])).toBe(either);
  });

  test('over nothing, and is true and or is false', () => {
    expect(and([])).toBe(T);
    expect(or([])).toBe(F);
  });

  test('over lists, false decides and, true decides or, and else unknown stays', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<Truth>(...TRUTHS)), (of) => {
        expect(and(of)).toBe(of.includes(F) ? F : of.includes(U) ? U : T);
        expect(or(of)).toBe(of.includes(T) ? T : of.includes(U) ? U : F);
        expect(not(and(of))).toBe(or(of.map(not)));
      }),
    );
  });

  test('a decided value is true or false', () => {
    expect([ofBoolean(true), ofBoolean(false)]).toEqual([T, F]);
  });
});

/** A profile whose two flags have these truths. */
function flags(a: Truth, b: Truth): Json {
  const declared = (truth: Truth): Json => (truth === U ? null : truth === T);
  return { shop: { deep: { a: declared(a), b: declared(b) } } };
}

describe('expressions follow the tables', () => {
  test.each(TRUTHS.flatMap((a) => TRUTHS.map((b) => [a, b] as const)))('with operands %s and %s', (a, b) => {
    expect(truthOf('shop.deep.a && shop.deep.b', flags(a, b))).toBe(and([a, b]));
    expect(truthOf('shop.deep.a || shop.deep.b', flags(a, b))).toBe(or([a, b]));
    expect(truthOf('!shop.deep.a', flags(a, b))).toBe(not(a));
    const known = a !== U && b !== U;
    expect(truthOf('shop.deep.a == shop.deep.b', flags(a, b))).toBe(known ? ofBoolean(a === b) : U);
    expect(truthOf('shop.deep.a != shop.deep.b', flags(a, b))).toBe(known ? ofBoolean(a !== b) : U);
  });

  test.each([
    ['shop.users == shop.users', 'even of a fact with itself'],
    ['shop.users < 3', 'of a number'],
    ['shop.users + 1 > shop.users', 'of a sum'],
    ['shop.users - shop.users == 0', 'of a difference'],
    ['shop.users in [1, 2]', 'of a membership'],
    ['shop.tier == "small"', 'of a choice'],
    ['shop.tier in ["small", "medium", "large"]', 'of a choice among all there are'],
    ['shop.nickname != "甲"', 'of a text'],
    ['size(apps) >= 0', 'of the size of a list'],
    ['"goods" in shop.sells', 'of a checklist'],
    ['shop.deep.a', 'of a flag in an object that is undeclared'],
    ['is_large', 'of a condition'],
  ])('%s is unknown while its fact is undeclared, %s', (text) => {
    expect(truthOf(text, {})).toBe(U);
  });

  test.each([
    ['shop.keep_days >= 1000000', { keep_days: 'permanent' }, T],
    ['shop.keep_days < 1000000', { keep_days: 'permanent' }, F],
    ['shop.users == 0', { users: 0 }, T],
    ['shop.open', { open: false }, F],
    ['shop.open', { open: null }, U],
    ['"goods" in shop.sells', { sells: [] }, F],
    ['limit == shop.users', { users: 2 }, T],
  ])('%s on %j is %s', (text, shop, truth) => {
    expect(truthOf(text, { shop } as Json)).toBe(truth);
  });
});

describe('all and exists', () => {
  const app = (name: string, live: boolean | null): Json => ({ name, live });
  test.each([
    ['an undeclared list', null, U, U],
    ['an empty list', [], T, F],
    ['one true', [true], T, T],
    ['one false', [false], F, F],
    ['one unknown', [null], U, U],
    ['true and false', [true, false], F, T],
    ['true and unknown', [true, null], U, T],
    ['false and unknown', [false, null], F, U],
    ['unknown before true', [null, true], U, T],
    ['unknown before false', [null, false], F, U],
    ['all three', [null, true, false], F, T],
    ['only unknown', [null, null], U, U],
  ])('over %s', (_, lives, all, exists) => {
    const profile = { apps: lives === null ? null : lives.map((live, index) => app(`a${index}`, live)) };
    expect(truthOf('apps.all(x, x.live)', profile)).toBe(all);
    expect(truthOf('apps.exists(x, x.live)', profile)).toBe(exists);
    expect(truthOf('apps.exists(x, !x.live)', profile)).toBe(not(all));
  });

  test.each([
    ['every app, every screen', [[true], [true, true]], T],
    ['one screen', [[true], [true, false]], F],
    ['one screen list undeclared', [[true], null], U],
    ['one screen list undeclared and one false', [null, [false]], F],
    ['no screens', [[], []], T],
  ])('in one another: %s', (_, screens, truth) => {
    const apps = screens.map((each, index) => ({
      name: `a${index}`,
      screens: each?.map((dark, at) => ({ name: `s${at}`, dark })) ?? null,
    }));
    expect(truthOf('apps.all(x, x.screens.all(y, y.dark))', { apps })).toBe(truth);
  });

  test('an inner expression sees the facts outside and the items of both lists', () => {
    const apps = [
      { name: 'a', stars: 1, screens: [{ name: 's', size: 2 }] },
      { name: 'b', stars: 3, screens: [{ name: 's', size: 4 }] },
    ];
    expect(truthOf('apps.all(x, x.screens.all(y, y.size == x.stars + shop.users))', { apps, shop: { users: 1 } })).toBe(T);
    expect(truthOf('apps.all(x, x.screens.all(y, y.size == x.stars + shop.users))', { apps, shop: { users: 2 } })).toBe(F);
  });
});

describe('has_all and has_any go by the three values of each member', () => {
  const texts = ['has_all(shop.sells, ["goods", "food"])', 'has_any(shop.sells, ["goods", "food"])'] as const;
  test.each([
    ['undeclared', null, U, U],
    ['[]', [], F, F],
    ['a list of one', ['goods'], F, T],
    ['a list of both', ['goods', 'food'], T, T],
    ['a list of another', ['services'], F, F],
    ['{}', {}, U, U],
    ['a map of both', { goods: true, food: true }, T, T],
    ['a map with one undeclared, one true', { goods: true }, U, T],
    ['a map with one undeclared, one false', { goods: false }, F, U],
    ['a map with one null, one false', { goods: false, food: null }, F, U],
    ['a map of the other member', { services: true }, U, U],
    ['a map of both false', { goods: false, food: false }, F, F],
  ])('of %s', (_, sells, all, any) => {
    const profile = { shop: { sells } } as Json;
    expect([truthOf(texts[0], profile), truthOf(texts[1], profile)]).toEqual([all, any]);
    expect(truthOf('"goods" in shop.sells && "food" in shop.sells', profile)).toBe(all);
    expect(truthOf('"goods" in shop.sells || "food" in shop.sells', profile)).toBe(any);
  });
});

/** What each fact of a small vocabulary can be. */
const DOMAINS: Readonly<Record<string, readonly Json[]>> = {
  open: [true, false],
  big: [true, false],
  users: [0, 1, 2, 3],
  tier: ['small', 'medium', 'large'],
  goods: [true, false],
  food: [true, false],
  apps: [
    [],
    [{ live: true, stars: 0 }],
    [{ live: false, stars: 2 }],
    [
      { live: true, stars: 3 },
      { live: false, stars: 1 },
    ],
  ],
};
type Choices = { readonly [fact: string]: Json | undefined };

function smallProfile({ goods = null, food = null, apps = null, ...shop }: Choices): Json {
  const named = apps === null ? null : (apps as readonly object[]).map((app, index) => ({ name: `a${index}`, ...app }));
  return { shop: { ...(shop as Record<string, Json>), sells: { goods, food } }, apps: named };
}

/** Every way to declare what is undeclared. */
function completions(choices: Choices): Choices[] {
  return Object.entries(DOMAINS).reduce<Choices[]>(
    (made, [fact, values]) =>
      choices[fact] === undefined ? made.flatMap((each) => values.map((value) => ({ ...each, [fact]: value }))) : made,
    [choices],
  );
}

const SMALL = fc.record(Object.fromEntries(Object.entries(DOMAINS).map(([fact, values]) => [fact, fc.constantFrom(...values)])), {
  requiredKeys: [],
}) as fc.Arbitrary<Choices>;

function smallExpression(depth: number): fc.Arbitrary<string> {
  const item = fc.constantFrom('x.live', '!x.live', 'x.stars > 1', 'x.stars <= shop.users', 'x.live || shop.open', 'x.live && shop.open');
  const leaf = fc.oneof(
    fc.constantFrom('shop.open', 'shop.big', 'is_open', 'is_large', 'shop.open == shop.big', 'true', 'false'),
    fc.constantFrom('shop.users > 1', 'shop.users == limit', 'shop.users + size(apps) >= 2', 'shop.users in [0, 3]', 'size(apps) == 0'),
    fc.constantFrom('shop.tier == "small"', 'shop.tier in ["small", "large"]', '"goods" in shop.sells'),
    fc.constantFrom('has_all(shop.sells, ["goods", "food"])', 'has_any(shop.sells, ["goods", "food"])'),
    fc.tuple(fc.constantFrom('all', 'exists'), item).map(([how, that]) => `apps.${how}(x, ${that})`),
  );
  if (depth === 0) return leaf;
  const inner = smallExpression(depth - 1);
  return fc.oneof(
    leaf,
    inner.map((of) => `!(${of})`),
    fc.tuple(inner, fc.constantFrom('&&', '||', '=='), inner).map(([left, by, right]) => `(${left}) ${by} (${right})`),
  );
}

describe('a truth that is reached with facts undeclared', () => {
  test('is that of every completion of the profile', () => {
    const seen: Record<Truth, number> = { true: 0, false: 0, unknown: 0 };
    fc.assert(
      fc.property(smallExpression(3), SMALL, (text, choices) => {
        const expr = compile(text);
        const all = completions(choices);
        const truth = judge(expr, envOf(smallProfile(choices)));
        if (all.length > 1) seen[truth] += 1;
        const reached = new Set(all.map((each) => judge(expr, envOf(smallProfile(each)))));
        expect(reached).not.toContain('unknown');
        if (truth !== 'unknown') expect([...reached]).toEqual([truth]);
      }),
      { numRuns: 300 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  });

  test('does not change when one more fact is declared', () => {
    const full = arbitraryProfile(VOCABULARY, { numbers: [0, 1, 2, 3], maxItems: 2, spelling: 'both' });
    const growing = full.chain((profile) => {
      const paths = declarationsOf(VOCABULARY.root, profile);
      return fc.record({ profile: fc.constant(profile), declared: fc.shuffledSubarray(paths, { minLength: paths.length }) });
    });
    let decided = 0;
    fc.assert(
      fc.property(arbitraryExpression({ ours: true }), growing, ({ text }, { profile, declared }) => {
        const expr = compile(text);
        let before: Truth = 'unknown';
        for (let count = 0; count <= declared.length; count += 1) {
          const facts = new Set(declared.slice(0, count));
          const truth = judge(expr, envOf(declaring(VOCABULARY.root, profile, facts)));
          if (before !== 'unknown') expect(truth, `after ${declared[count - 1]}`).toBe(before);
          if (truth !== 'unknown' && count < declared.length) decided += 1;
          before = truth;
        }
        expect(before, 'with every fact declared').not.toBe('unknown');
      }),
      { numRuns: 300 },
    );
    expect(decided).toBeGreaterThan(1000);
  });
});

describe('conditions', () => {
  test('are judged once for a profile, however often they are named', () => {
    const env = envOf({ shop: { users: 2, big: true } });
    judge(compile('is_large'), env);
    const once = env.steps.left;
    judge(compile('is_large'), env);
    expect(once - env.steps.left).toBe(1);
  });
});

describe('the step budget', () => {
  const expr = compile('apps.all(x, apps.all(y, x.stars + y.stars >= 0))');
  const profile = (items: number): Json => ({ apps: Array.from({ length: items }, (_, index) => ({ name: `a${index}`, stars: 1 })) });

  test('is spent by nested lists: the profile is too costly', () => {
    expect(judge(expr, envOf(profile(300)))).toBe('true');
    expect(() => judge(expr, envOf(profile(1000)))).toThrow(TooCostly);
  });

  test('is the same for every profile', () => {
    expect(makeEnv(factsFrom({}), AS_OF, {}).steps.left).toBe(STEP_LIMIT);
  });
});

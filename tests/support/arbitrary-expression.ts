import fc from 'fast-check';
import { CONDITIONS } from './expression.js';

/**
 * An expression of the dialect as text, and the same in plain CEL for a profile whose checklists are maps from member
 * to Boolean (`has_all(c, ["a", "b"])` is `(c.a && c.b)` there), so that an undeclared fact is a key that is absent.
 */
export interface Written {
  readonly text: string;
  readonly cel: string;
}

/** Variables in scope: names of items of `apps`, and of their `screens`. */
interface Scope {
  readonly app: string | null;
  readonly screen: string | null;
}

export interface Wanted {
  /** Dates, `as_of` and params, which plain CEL lacks. */
  readonly ours: boolean;
}

const TOP: Scope = { app: null, screen: null };
const MEMBERS = { 'shop.sells': ['goods', 'services', 'food'], collects: ['phone', 'place'] } as const;
const TIERS = ['small', 'medium', 'large'] as const;
const DATES = ['2026-11-23', '2026-05-23', '2024-02-29'] as const;
const PERIODS = ['1 day', '30 days', '6 months', '2 years'] as const;

function same(text: string): Written {
  return { text, cel: text };
}

function joined(shape: (parts: readonly string[]) => string, parts: readonly Written[]): Written {
  return { text: shape(parts.map((each) => each.text)), cel: shape(parts.map((each) => each.cel)) };
}

function inItem(variable: string | null, ...fields: readonly string[]): string[] {
  return variable === null ? [] : fields.map((field) => `${variable}.${field}`);
}

function chosen(texts: readonly string[]): fc.Arbitrary<Written> {
  return fc.constantFrom(...texts).map(same);
}

const OPERATORS = fc.constantFrom('==', '!=', '<', '<=', '>', '>=');
const EQUALITY = fc.constantFrom('==', '!=');

/** Integers are written without a point and doubles with one, since plain CEL adds only like to like. */
function integers(scope: Scope, depth: number, ours: boolean): fc.Arbitrary<Written> {
  const facts = ['shop.users', 'size(apps)', ...inItem(scope.app, 'stars'), ...inItem(scope.screen, 'size')];
  const leaves = [fc.integer({ min: -2, max: 4 }).map((value) => same(String(value))), chosen(facts), chosen(facts)];
  const extra = ours ? [chosen(['limit', 'shop.keep_days']), daysBetween(scope)] : [];
  return depth === 0 ? fc.oneof(...leaves, ...extra) : fc.oneof(...leaves, ...extra, sums(integers(scope, depth - 1, ours)));
}

function doubles(scope: Scope, depth: number): fc.Arbitrary<Written> {
  const facts = ['shop.ratio', ...inItem(scope.app, 'price')];
  const leaves = [fc.constantFrom('0.0', '0.5', '1.0', '1.5', '-0.5').map(same), chosen(facts), chosen(facts)];
  return depth === 0 ? fc.oneof(...leaves) : fc.oneof(...leaves, sums(doubles(scope, depth - 1)));
}

function sums(of: fc.Arbitrary<Written>): fc.Arbitrary<Written> {
  return fc.tuple(of, fc.constantFrom('+', '-'), of, fc.boolean()).map(([left, by, right, bracketed]) => {
    const written = joined(([a, b]) => `${a} ${by} ${b}`, [left, joined(([b]) => `(${b})`, [right])]);
    return bracketed ? joined(([sum]) => `(${sum})`, [written]) : written;
  });
}

function dates(scope: Scope): fc.Arbitrary<string> {
  return fc.constantFrom('shop.founded', 'shop.renewal', ...inItem(scope.app, 'updated'));
}

function daysBetween(scope: Scope): fc.Arbitrary<Written> {
  return fc
    .tuple(fc.oneof(dates(scope), fc.constant('as_of')), fc.constantFrom(...DATES))
    .map(([left, right]) => same(`days_between(${left}, ${JSON.stringify(right)})`));
}

function dateTests(scope: Scope): fc.Arbitrary<Written> {
  const literal = fc.constantFrom(...DATES).map((date) => JSON.stringify(date));
  return fc.oneof(
    fc
      .tuple(
        dates(scope),
        fc.oneof(
          fc.constantFrom(...PERIODS).map((period) => JSON.stringify(period)),
          fc.constant('period'),
        ),
      )
      .map(([date, period]) => same(`within(${date}, ${period})`)),
    fc.tuple(dates(scope), fc.constantFrom('0', '1', 'limit')).map(([date, back]) => same(`in_year(${date}, ${back})`)),
    fc.tuple(dates(scope), fc.oneof(fc.constant('as_of'), literal)).map(([left, right]) => same(`before(${left}, ${right})`)),
    fc.tuple(dates(scope), OPERATORS, fc.oneof(dates(scope), literal)).map(([left, by, right]) => same(`${left} ${by} ${right}`)),
  );
}

function checklists(scope: Scope): fc.Arbitrary<Written> {
  const all = [
    { path: 'shop.sells', members: MEMBERS['shop.sells'] },
    ...inItem(scope.app, 'collects').map((path) => ({ path, members: MEMBERS.collects })),
  ] as const;
  return fc.constantFrom(...all).chain(({ path, members }) =>
    fc.tuple(fc.constantFrom('in', 'has_all', 'has_any'), fc.subarray([...members], { minLength: 1 })).map(([how, some]) => {
      const [first] = some;
      if (how === 'in') return { text: `"${first}" in ${path}`, cel: `${path}.${first}` };
      const by = how === 'has_all' ? ' && ' : ' || ';
      return {
        text: `${how}(${path}, [${some.map((each) => `"${each}"`).join(', ')}])`,
        cel: `(${some.map((each) => `${path}.${each}`).join(by)})`,
      };
    }),
  );
}

function comparisons(scope: Scope, depth: number, ours: boolean): fc.Arbitrary<Written> {
  const compared = (of: fc.Arbitrary<Written>, with_: fc.Arbitrary<Written>): fc.Arbitrary<Written> =>
    fc.tuple(of, OPERATORS, with_).map(([left, by, right]) => joined(([a, b]) => `${a} ${by} ${b}`, [left, right]));
  const tier = chosen(['shop.tier', ...inItem(scope.app, 'tier')]);
  const integer = integers(scope, depth, ours);
  const double = doubles(scope, depth);
  return fc.oneof(
    compared(integer, integer),
    compared(double, double),
    compared(integer, double),
    fc.tuple(tier, EQUALITY, fc.constantFrom(...TIERS)).map(([left, by, right]) => joined(([a]) => `${a} ${by} "${right}"`, [left])),
    fc
      .tuple(tier, fc.subarray([...TIERS], { minLength: 1 }))
      .map(([left, some]) => joined(([a]) => `${a} in ${JSON.stringify(some)}`, [left])),
    fc
      .tuple(integer, fc.array(fc.integer({ min: -2, max: 4 }), { minLength: 1, maxLength: 3 }))
      .map(([left, some]) => joined(([a]) => `${a} in [${some.join(', ')}]`, [left])),
    fc.tuple(EQUALITY, fc.constantFrom('甲', '"乙"\n')).map(([by, name]) => same(`shop.nickname ${by} ${JSON.stringify(name)}`)),
  );
}

function leaves(scope: Scope, depth: number, ours: boolean): fc.Arbitrary<Written> {
  const flags = ['shop.open', 'shop.big', 'shop.deep.a', 'shop.deep.b', ...inItem(scope.app, 'live'), ...inItem(scope.screen, 'dark')];
  const conditions = fc.constantFrom(...Object.entries(CONDITIONS)).map(([name, text]) => ({ text: name, cel: `(${text})` }));
  return fc.oneof(
    { arbitrary: chosen(flags), weight: 4 },
    { arbitrary: comparisons(scope, Math.min(depth, 1), ours), weight: 4 },
    { arbitrary: checklists(scope), weight: 2 },
    { arbitrary: conditions, weight: 1 },
    { arbitrary: chosen(['true', 'false']), weight: 1 },
    ...(ours ? [{ arbitrary: dateTests(scope), weight: 3 }] : []),
  );
}

function quantifiers(scope: Scope, depth: number, ours: boolean): fc.Arbitrary<Written> {
  const over = (of: string, as: string, inner: Scope): fc.Arbitrary<Written> =>
    fc
      .tuple(fc.constantFrom('all', 'exists'), truths(inner, depth - 1, ours))
      .map(([how, that]) => joined(([body]) => `${of}.${how}(${as}, ${body})`, [that]));
  // Named by depth, so that no name is bound twice.
  const apps = over('apps', `x${depth}`, { ...scope, app: `x${depth}` });
  const screens =
    scope.app === null || scope.screen !== null ? [] : [over(`${scope.app}.screens`, `y${depth}`, { ...scope, screen: `y${depth}` })];
  return fc.oneof(apps, ...screens);
}

function truths(scope: Scope, depth: number, ours: boolean): fc.Arbitrary<Written> {
  if (depth === 0) return leaves(scope, 0, ours);
  const inner = truths(scope, depth - 1, ours);
  const bracketed = inner.map((each) => joined(([text]) => `(${text})`, [each]));
  return fc.oneof(
    { arbitrary: leaves(scope, depth, ours), weight: 2 },
    { arbitrary: bracketed.map((each) => joined(([text]) => `!${text}`, [each])), weight: 1 },
    {
      arbitrary: fc
        .tuple(fc.constantFrom('&&', '||'), fc.array(bracketed, { minLength: 2, maxLength: 3 }))
        .map(([by, all]) => joined((texts) => texts.join(` ${by} `), all)),
      weight: 4,
    },
    {
      arbitrary: fc.tuple(bracketed, EQUALITY, bracketed).map(([left, by, right]) => joined(([a, b]) => `${a} ${by} ${b}`, [left, right])),
      weight: 1,
    },
    { arbitrary: quantifiers(scope, depth, ours), weight: 2 },
  );
}

/** Boolean expressions over the test vocabulary. */
export function arbitraryExpression({ ours }: Wanted): fc.Arbitrary<Written> {
  return fc.oneof({ arbitrary: truths(TOP, 1, ours), weight: 1 }, { arbitrary: truths(TOP, 3, ours), weight: 3 });
}

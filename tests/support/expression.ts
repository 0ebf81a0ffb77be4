import type { Truth } from '../../src/core/finding.js';
import type { Json } from '../../src/core/profile.js';
import type { Expr } from '../../src/core/rule.js';
import { type Env, judge, makeEnv } from '../../src/evaluate/evaluate.js';
import { missingOf } from '../../src/evaluate/trace.js';
import { compileExpr } from '../../src/rules/cel.js';
import type { Scope } from '../../src/rules/typed.js';
import { AS_OF, factsFrom, VOCABULARY } from './vocabulary.js';

/** Named conditions that expressions of tests may use, each with its text. */
export const CONDITIONS = { is_open: 'shop.open', is_large: 'shop.users >= 2 && shop.big' } as const;

/** Parameters that expressions of tests may use. */
const PARAMS = { limit: 2, period: '6 months' } as const;

/** What expressions of tests may refer to. */
export const SCOPE: Scope = { vocabulary: VOCABULARY, conditions: Object.keys(CONDITIONS), params: PARAMS, variables: {} };

/** A compiled expression. @throws Error with the problems of one that does not compile */
export function compile(text: string, scope: Scope = SCOPE): Expr {
  const compiled = compileExpr(text, scope);
  if ('problems' in compiled) throw new Error(`${text}: ${JSON.stringify(compiled.problems)}`);
  return compiled.expr;
}

const CONDITION_EXPRS: Readonly<Record<string, Expr>> = Object.fromEntries(
  Object.entries(CONDITIONS).map(([name, text]) => [name, compile(text)]),
);

/** The environment in which a profile of the test vocabulary is judged. */
export function envOf(profile: Json, asOf: string = AS_OF): Env {
  return makeEnv(factsFrom(profile, VOCABULARY, asOf), asOf, CONDITION_EXPRS);
}

/** Truth of an expression on a profile. */
export function truthOf(text: string, profile: Json, asOf: string = AS_OF): Truth {
  return judge(compile(text), envOf(profile, asOf));
}

/** Paths that an expression waits for on a profile, with their pointers, in the order in which they are found. */
export function missingIn(text: string, profile: Json): [path: string, pointer: string][] {
  return [...missingOf(compile(text), envOf(profile))];
}

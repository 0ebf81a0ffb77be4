import { addPeriod, daysBetween, yearOf } from '../core/dates.js';
import type { DeclaredFact, Truth } from '../core/finding.js';
import type { Checklist, Facts, FactValue, Item } from '../core/profile.js';
import type { Comparison, Expr, FactExpr } from '../core/rule.js';
import { and, not, or, truthOf } from './truth.js';

/** Steps that one profile may take before it counts as too costly. */
export const STEP_LIMIT = 2_000_000;

/** The step budget of a profile is spent. */
export class TooCostly extends Error {}

/** An item that a variable stands for; null stands for any item of a list that is undeclared. */
export interface Bound {
  readonly item: Item | null;
  readonly list: readonly string[];
  /** The item that the list itself belongs to, if any. */
  readonly outer: string | null;
}

/** The facts on which a decided expression rests, and how many were left out. */
export interface Rests {
  readonly facts: DeclaredFact[];
  more: number;
}

/** Everything an expression is judged on. */
export interface Env {
  readonly facts: Facts;
  readonly asOf: string;
  readonly conditions: Readonly<Record<string, Expr>>;
  readonly judged: Map<string, Truth>;
  /** The facts on which judged conditions rest, by name. */
  readonly traced: Map<string, Rests>;
  readonly variables: Readonly<Record<string, Bound>>;
  readonly steps: { left: number };
}

/** The environment of a profile with nothing bound and nothing judged yet. */
export function makeEnv(facts: Facts, asOf: string, conditions: Readonly<Record<string, Expr>>): Env {
  return { facts, asOf, conditions, judged: new Map(), traced: new Map(), variables: {}, steps: { left: STEP_LIMIT } };
}

/** The same environment with a variable bound to an item. */
export function bind(env: Env, name: string, bound: Bound): Env {
  return { ...env, variables: { ...env.variables, [name]: bound } };
}

/** Truth of a Boolean expression: unknown where a missing fact could still change it. */
export function judge(expr: Expr, env: Env): Truth {
  step(env);
  switch (expr.op) {
    case 'and':
      return combined(expr.of, env, 'false');
    case 'or':
      return combined(expr.of, env, 'true');
    case 'not':
      return not(judge(expr.of, env));
    case 'condition':
      return judgeCondition(expr.name, env);
    case 'compare':
      return compare(expr.by, scalar(expr.left, env), scalar(expr.right, env));
    case 'in': {
      const value = scalar(expr.item, env);
      return value === null ? 'unknown' : truthOf(expr.values.includes(value as string | number));
    }
    case 'has_all':
      return membersCombined(expr.of, expr.members, env, 'false');
    case 'has_any':
      return membersCombined(expr.of, expr.members, env, 'true');
    case 'all':
      return quantified(expr, env, and);
    case 'exists':
      return quantified(expr, env, or);
    case 'within':
    case 'in_year':
    case 'before':
      return judgeDate(expr, env);
    default: {
      const value = scalar(expr, env);
      return value === null ? 'unknown' : truthOf(value === true);
    }
  }
}

function step(env: Env): void {
  env.steps.left -= 1;
  if (env.steps.left < 0) throw new TooCostly();
}

/**
 * Kleene's conjunction (`decisive` false) or disjunction (`decisive` true) of expressions, judged one after the other
 * until one decides. The same as `and` and `or` of truth.ts, without a list of truths in between.
 */
function combined(of: readonly Expr[], env: Env, decisive: 'true' | 'false'): Truth {
  let result: Truth = decisive === 'true' ? 'false' : 'true';
  for (const each of of) {
    const truth = judge(each, env);
    if (truth === decisive) return truth;
    if (truth === 'unknown') result = truth;
  }
  return result;
}

function judgeCondition(name: string, env: Env): Truth {
  const before = env.judged.get(name);
  if (before !== undefined) return before;
  const expr = env.conditions[name];
  if (expr === undefined) throw new Error(`condition ${name} was not compiled`);
  const truth = judge(expr, env);
  env.judged.set(name, truth);
  return truth;
}

function membersCombined(of: FactExpr, members: readonly string[], env: Env, decisive: 'true' | 'false'): Truth {
  const checklist = declaredAt(of, env) as Checklist | null;
  if (checklist === null) return 'unknown';
  let result: Truth = decisive === 'true' ? 'false' : 'true';
  for (const member of members) {
    step(env);
    const done = checklist.members[member];
    if (done === undefined) result = 'unknown';
    else if (truthOf(done) === decisive) return decisive;
  }
  return result;
}

type Quantified = Extract<Expr, { op: 'all' | 'exists' }>;

function quantified(expr: Quantified, env: Env, combine: (of: Iterable<Truth>) => Truth): Truth {
  const items = itemsOf(expr.of, env);
  return items === null ? 'unknown' : combine(items.map((each) => judge(expr.that, bind(env, expr.as, each))));
}

/** The items of a declared list as they are bound; null where the list is undeclared. */
export function itemsOf(list: FactExpr, env: Env): Bound[] | null {
  const items = declaredAt(list, env) as readonly Item[] | null;
  return items === null ? null : items.map((item) => ({ item, list: list.path, outer: list.variable }));
}

type DateTest = Extract<Expr, { op: 'within' | 'in_year' | 'before' }>;

function judgeDate(expr: DateTest, env: Env): Truth {
  if (expr.op === 'before') {
    const left = scalar(expr.left, env);
    const right = scalar(expr.right, env);
    return left === null || right === null ? 'unknown' : truthOf(left < right);
  }
  const date = scalar(expr.date, env);
  if (date === null) return 'unknown';
  if (expr.op === 'in_year') return truthOf(yearOf(String(date)) === yearOf(env.asOf) - expr.back);
  return truthOf(date <= env.asOf && env.asOf <= addPeriod(String(date), expr.period));
}

/** Value of an expression that is no logic: null where a fact it needs is undeclared. */
export function scalar(expr: Expr, env: Env): boolean | number | string | null {
  switch (expr.op) {
    case 'literal':
      return expr.value;
    case 'as_of':
      return env.asOf;
    case 'fact':
      return declaredAt(expr, env) as boolean | number | string | null;
    case 'size':
      return (declaredAt(expr.of, env) as readonly Item[] | null)?.length ?? null;
    case 'arithmetic': {
      const left = scalar(expr.left, env);
      const right = scalar(expr.right, env);
      if (left === null || right === null) return null;
      return expr.by === '+' ? Number(left) + Number(right) : Number(left) - Number(right);
    }
    case 'days_between': {
      const left = scalar(expr.left, env);
      const right = scalar(expr.right, env);
      return left === null || right === null ? null : daysBetween(String(left), String(right));
    }
    default: {
      const truth = judge(expr, env);
      return truth === 'unknown' ? null : truth === 'true';
    }
  }
}

/** The declared value at a fact's path; null where it, or anything above it, is undeclared. */
export function declaredAt(fact: FactExpr, env: Env): FactValue | null {
  step(env);
  let value: FactValue | undefined = env.facts;
  if (fact.variable !== null) {
    const bound = env.variables[fact.variable];
    if (bound === undefined || bound.item === null) return null;
    value = bound.item.fields;
  }
  for (const key of fact.path) {
    value = (value as Facts)[key];
    if (value === undefined) return null;
  }
  return value;
}

type Scalar = boolean | number | string;

function compare(by: Comparison, left: Scalar | null, right: Scalar | null): Truth {
  if (left === null || right === null) return 'unknown';
  switch (by) {
    case '==':
      return truthOf(left === right);
    case '!=':
      return truthOf(left !== right);
    case '<':
      return truthOf(left < right);
    case '<=':
      return truthOf(left <= right);
    case '>':
      return truthOf(left > right);
    case '>=':
      return truthOf(left >= right);
  }
}

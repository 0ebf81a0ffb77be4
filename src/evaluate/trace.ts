import type { DeclaredFact, Truth } from '../core/finding.js';
import { toPointer } from '../core/pointer.js';
import type { Checklist, FactValue, Item, Json } from '../core/profile.js';
import type { Expr, FactExpr } from '../core/rule.js';
import { children } from '../rules/expressions.js';
import { bind, declaredAt, type Env, itemsOf, judge, type Rests } from './evaluate.js';
import { pathOf, pointerOf } from './names.js';

/** How many failing items of `all` are shown. */
const SHOWN_ITEMS = 3;

/** Undeclared paths, each with its JSON pointer. */
export type Missing = Map<string, string>;

/**
 * Paths whose declaration an unknown expression waits for: the union over its operands that are themselves unknown.
 * Empty for an expression that is decided. Fields of items are spelt `list[key=name].field`.
 */
export function missingOf(expr: Expr, env: Env, missing: Missing = new Map()): Missing {
  if (!VALUES.has(expr.op) && judge(expr, env) !== 'unknown') return missing;
  switch (expr.op) {
    case 'literal':
    case 'as_of':
      return missing;
    case 'fact':
      return declaredAt(expr, env) === null ? addMissing(expr, env, missing) : missing;
    case 'condition': {
      const condition = env.conditions[expr.name];
      return condition === undefined ? missing : missingOf(condition, env, missing);
    }
    case 'has_all':
    case 'has_any':
      return missingMembers(expr.of, expr.members, env, missing);
    case 'all':
    case 'exists': {
      const items = itemsOf(expr.of, env);
      if (items === null) return addMissing(expr.of, env, missing);
      for (const each of items) missingOf(expr.that, bind(env, expr.as, each), missing);
      return missing;
    }
    default:
      for (const each of children(expr)) missingOf(each, env, missing);
      return missing;
  }
}

/** Operators whose result is a value, not a truth. */
const VALUES: ReadonlySet<Expr['op']> = new Set(['fact', 'arithmetic', 'size', 'days_between', 'literal', 'as_of']);

function addMissing(fact: FactExpr, env: Env, missing: Missing): Missing {
  const declarable = declarableOf(fact, env);
  return missing.set(pathOf(declarable, env), pointerOf(declarable, env));
}

/** The fact itself, or the undeclared list whose items it is a field of. */
function declarableOf(fact: FactExpr, env: Env): FactExpr {
  const bound = fact.variable === null ? undefined : env.variables[fact.variable];
  if (bound === undefined || bound.item !== null) return fact;
  return declarableOf({ op: 'fact', path: bound.list, variable: bound.outer }, env);
}

function missingMembers(of: FactExpr, members: readonly string[], env: Env, missing: Missing): Missing {
  const checklist = declaredAt(of, env) as Checklist | null;
  if (checklist === null) return addMissing(of, env, missing);
  for (const member of members) {
    if (checklist.members[member] === undefined) {
      missing.set(`${pathOf(of, env)}.${member}`, `${pointerOf(of, env)}${toPointer([member])}`);
    }
  }
  return missing;
}

/**
 * Collects the declared facts on which the truth of a decided expression rests: of a false `&&` those of its false
 * operands, of a true `||` those of its true ones, of a false `all` those of its first three false items.
 */
export function restsOn(expr: Expr, env: Env, rests: Rests): void {
  switch (expr.op) {
    case 'and':
    case 'or': {
      const truth = judge(expr, env);
      const decisive = (expr.op === 'and') === (truth === 'false');
      for (const each of expr.of) if (!decisive || judge(each, env) === truth) restsOn(each, env, rests);
      return;
    }
    case 'condition':
      restsOnCondition(expr.name, env, rests);
      return;
    case 'fact':
      addFact(expr, env, rests);
      return;
    case 'has_all':
    case 'has_any':
      restsOnMembers(expr.of, expr.members, expr.op === 'has_all', judge(expr, env), env, rests);
      return;
    case 'all':
    case 'exists':
      restsOnItems(expr, env, rests);
      return;
    default:
      for (const each of children(expr)) restsOn(each, env, rests);
  }
}

/** A condition reads no item, so that it rests on the same facts wherever it is used. */
function restsOnCondition(name: string, env: Env, rests: Rests): void {
  let traced = env.traced.get(name);
  if (traced === undefined) {
    traced = { facts: [], more: 0 };
    const condition = env.conditions[name];
    if (condition !== undefined) restsOn(condition, env, traced);
    env.traced.set(name, traced);
  }
  for (const fact of traced.facts) push(rests, fact);
  rests.more += traced.more;
}

function restsOnItems(expr: Extract<Expr, { op: 'all' | 'exists' }>, env: Env, rests: Rests): void {
  const truth = judge(expr, env);
  const decisive = (expr.op === 'all') === (truth === 'false');
  const items = (itemsOf(expr.of, env) ?? []).filter((each) => !decisive || judge(expr.that, bind(env, expr.as, each)) === truth);
  if (items.length === 0) addFact(expr.of, env, rests);
  for (const each of items.slice(0, SHOWN_ITEMS)) restsOn(expr.that, bind(env, expr.as, each), rests);
  rests.more += Math.max(0, items.length - SHOWN_ITEMS);
}

function restsOnMembers(of: FactExpr, members: readonly string[], all: boolean, truth: Truth, env: Env, rests: Rests): void {
  const checklist = declaredAt(of, env) as Checklist | null;
  if (checklist === null || checklist.spelling === 'list') {
    addFact(of, env, rests);
    return;
  }
  const decisive = all === (truth === 'false');
  for (const member of members) {
    const done = checklist.members[member];
    if (done === undefined || (decisive && done !== (truth === 'true'))) continue;
    const pointer = `${pointerOf(of, env)}${toPointer([member])}`;
    push(rests, { pointer, value: done });
  }
}

function addFact(fact: FactExpr, env: Env, rests: Rests): void {
  const value = declaredAt(fact, env);
  if (value === null) return;
  push(rests, { pointer: pointerOf(fact, env), value: toJson(value) });
}

function push(rests: Rests, fact: DeclaredFact): void {
  for (const each of rests.facts) if (each.pointer === fact.pointer) return;
  rests.facts.push(fact);
}

/** A declared value as it stands in the profile; a list of objects by the names of its items. */
export function toJson(value: FactValue): Json {
  if (value === Number.POSITIVE_INFINITY) return 'permanent';
  if (Array.isArray(value)) return (value as readonly Item[]).map((item) => item.name);
  if (typeof value === 'object' && 'spelling' in value) return (value as Checklist).declared;
  return value as Json;
}

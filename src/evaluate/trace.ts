import type { DeclaredFact, GapArg, Truth } from '../core/finding.js';
import { toPointer } from '../core/pointer.js';
import type { Checklist, FactValue, Item, Json } from '../core/profile.js';
import type { Expr, FactExpr, Part } from '../core/rule.js';
import { type Bound, bind, declaredAt, type Env, itemsOf, judge } from './evaluate.js';

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
      for (const each of operands(expr)) missingOf(each, env, missing);
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

/** The operands of an expression that binds no variable. */
function operands(expr: Expr): readonly Expr[] {
  switch (expr.op) {
    case 'and':
    case 'or':
      return expr.of;
    case 'not':
    case 'size':
      return [expr.of];
    case 'in':
      return [expr.item];
    case 'compare':
    case 'arithmetic':
    case 'before':
    case 'days_between':
      return [expr.left, expr.right];
    case 'within':
    case 'in_year':
      return [expr.date];
    default:
      return [];
  }
}

/** The facts on which a decided expression rests, and how many were left out. */
export interface Rests {
  readonly facts: DeclaredFact[];
  more: number;
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
    case 'condition': {
      const condition = env.conditions[expr.name];
      if (condition !== undefined) restsOn(condition, env, rests);
      return;
    }
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
      for (const each of operands(expr)) restsOn(each, env, rests);
  }
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
    push(rests, { pointer, path: `${vocabularyPath(of, env)}.${member}`, value: done });
  }
}

function addFact(fact: FactExpr, env: Env, rests: Rests): void {
  const value = declaredAt(fact, env);
  if (value === null) return;
  push(rests, { pointer: pointerOf(fact, env), path: vocabularyPath(fact, env), value: toJson(value) });
}

function push(rests: Rests, fact: DeclaredFact): void {
  for (const each of rests.facts) if (each.pointer === fact.pointer) return;
  rests.facts.push(fact);
}

/** A declared value as it stands in the profile; a list of objects by the names of its items. */
function toJson(value: FactValue): Json {
  if (value === Number.POSITIVE_INFINITY) return 'permanent';
  if (Array.isArray(value)) return (value as readonly Item[]).map((item) => item.name);
  if (typeof value === 'object' && 'spelling' in value) return (value as Checklist).declared;
  return value as Json;
}

/**
 * What the text of a failing part can show: the first declared value it rests on, members declared not done though
 * they are wanted (`lacking`), members declared though they are not (`found`), and facts named by their paths.
 */
export function gapArgs(part: Part, env: Env): Record<string, GapArg> {
  const args: Record<string, GapArg> = {};
  for (const [name, wanted] of [
    ['lacking', false],
    ['found', true],
  ] as const) {
    const members = membersIn(part.that, env, wanted);
    if (members !== null) args[name] = members;
  }
  const rests: Rests = { facts: [], more: 0 };
  restsOn(part.that, env, rests);
  const value = rests.facts.find((each) => typeof each.value !== 'boolean') ?? rests.facts[0];
  if (value !== undefined) args['value'] = { path: value.path, value: value.value };
  for (const [name, fact] of Object.entries(part.shows)) {
    const declared = declaredAt(fact, env);
    if (declared !== null) args[name] = { path: vocabularyPath(fact, env), value: toJson(declared) };
  }
  return args;
}

/** Members, declared as `wanted`, of the first checklist that an expression tests with that outcome. */
function membersIn(expr: Expr, env: Env, wanted: boolean): { path: string; members: string[] } | null {
  if (expr.op === 'has_all' || expr.op === 'has_any') {
    if (judge(expr, env) !== (wanted ? 'true' : 'false')) return null;
    const checklist = declaredAt(expr.of, env) as Checklist | null;
    const members = expr.members.filter((member) => checklist?.members[member] === wanted);
    return members.length === 0 ? null : { path: vocabularyPath(expr.of, env), members };
  }
  const inner = operands(expr).flatMap((each) => (each.op === 'fact' ? [] : (membersIn(each, env, wanted) ?? [])));
  const path = inner[0]?.path;
  return path === undefined ? null : { path, members: inner.flatMap((each) => (each.path === path ? each.members : [])) };
}

interface Names {
  readonly pointer: string;
  readonly path: string;
}

/** Names of the facts that belong to no item; they are the same for every profile, and needed for every finding. */
const NAMES = new WeakMap<FactExpr, Names>();

function plainNames(fact: FactExpr): Names {
  let names = NAMES.get(fact);
  if (names === undefined) {
    names = { pointer: toPointer(fact.path), path: fact.path.join('.') };
    NAMES.set(fact, names);
  }
  return names;
}

function pointerOf(fact: FactExpr, env: Env): string {
  if (fact.variable === null) return plainNames(fact).pointer;
  return `${base(fact, env, (bound) => toPointer([...bound.list, bound.item?.index ?? 0]))}${toPointer(fact.path)}`;
}

function vocabularyPath(fact: FactExpr, env: Env): string {
  if (fact.variable === null) return plainNames(fact).path;
  return join(
    base(fact, env, (bound) => `${bound.list.join('.')}[]`, '.'),
    fact.path,
  );
}

/** The path of a fact as a person names it: `list[key=name].field`. */
function pathOf(fact: FactExpr, env: Env): string {
  if (fact.variable === null) return plainNames(fact).path;
  return join(
    base(fact, env, (bound) => itemIdentity(bound), '.'),
    fact.path,
  );
}

/** `list[key=name]`, the identity of an item. */
export function itemIdentity(bound: Bound): string {
  return `${bound.list.join('.')}[${bound.item?.key ?? ''}=${bound.item?.name ?? ''}]`;
}

function join(prefix: string, path: readonly string[]): string {
  return prefix === '' ? path.join('.') : [prefix, ...path].join('.');
}

function base(fact: FactExpr, env: Env, show: (bound: Bound) => string, separator = ''): string {
  let prefix = '';
  for (let name = fact.variable; name !== null; ) {
    const bound: Bound | undefined = env.variables[name];
    if (bound === undefined) break;
    prefix = prefix === '' ? show(bound) : `${show(bound)}${separator}${prefix}`;
    name = bound.outer;
  }
  return prefix;
}

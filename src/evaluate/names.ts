import { toPointer } from '../core/pointer.js';
import type { FactExpr } from '../core/rule.js';
import type { Bound, Env } from './evaluate.js';

interface FactNames {
  readonly pointer: string;
  readonly path: string;
}

/** Names of the facts that belong to no item; they are the same for every profile, and needed for every finding. */
const NAMES = new WeakMap<FactExpr, FactNames>();

function plainNames(fact: FactExpr): FactNames {
  let names = NAMES.get(fact);
  if (names === undefined) {
    names = { pointer: toPointer(fact.path), path: fact.path.join('.') };
    NAMES.set(fact, names);
  }
  return names;
}

/** JSON pointer of a fact in the profile. */
export function pointerOf(fact: FactExpr, env: Env): string {
  if (fact.variable === null) return plainNames(fact).pointer;
  return `${base(fact, env, (bound) => toPointer([...bound.list, bound.item?.index ?? 0]))}${toPointer(fact.path)}`;
}

/** Path of a fact in the vocabulary; fields of items are spelt `list[].field`. */
export function vocabularyPath(fact: FactExpr, env: Env): string {
  if (fact.variable === null) return plainNames(fact).path;
  return join(
    base(fact, env, (bound) => `${bound.list.join('.')}[]`, '.'),
    fact.path,
  );
}

/** The path of a fact as a person names it: `list[key=name].field`. */
export function pathOf(fact: FactExpr, env: Env): string {
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

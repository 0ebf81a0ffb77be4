import type { Expr, Pack } from '../core/rule.js';
import { expressionsOf, readsOf, variablesOf } from './expressions.js';

/** What the rules of a pack rest on. */
export interface Reads {
  readonly facts: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
}

/** The facts that some rule or condition reads, and the conditions that some rule, condition or scope uses. */
export function readsOfPack(pack: Pack): Reads {
  const facts = new Set<string>();
  const conditions = new Set<string>();
  const add = (expr: Expr, variables: Readonly<Record<string, string>>): void => {
    const reads = readsOf(expr, variables);
    for (const fact of reads.facts) facts.add(fact);
    for (const condition of reads.conditions) conditions.add(condition);
  };
  for (const rule of pack.rules) {
    for (const expr of expressionsOf(rule)) add(expr, variablesOf(rule));
    for (const { when } of rule.liability) if (when !== null) add(when, {});
    for (const { instrument } of [...rule.basis, ...rule.liability]) conditions.add(pack.instruments[instrument]?.scope ?? '');
  }
  for (const expr of Object.values(pack.conditions)) add(expr, {});
  return { facts, conditions };
}

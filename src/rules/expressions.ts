import type { Expr, FactExpr, Rule } from '../core/rule.js';

/** Every expression in an expression, itself first. */
export function* within(expr: Expr): Iterable<Expr> {
  yield expr;
  for (const each of children(expr)) yield* within(each);
}

/** The expressions directly inside an expression. */
export function children(expr: Expr): readonly Expr[] {
  switch (expr.op) {
    case 'and':
    case 'or':
      return expr.of;
    case 'not':
    case 'size':
    case 'has_all':
    case 'has_any':
      return [expr.of];
    case 'all':
    case 'exists':
      return [expr.of, expr.that];
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

/** The expressions of a rule: its condition, its list, and those of its parts. */
export function expressionsOf(rule: Rule): Expr[] {
  const parts = rule.parts.flatMap((part) => (part.when === null ? [part.that] : [part.when, part.that]));
  return [...(rule.when === null ? [] : [rule.when]), ...(rule.each === null ? [] : [rule.each.list]), ...parts];
}

/** Paths of the facts that an expression reads, `list[].field` for fields of items, and names of its conditions. */
export function readsOf(expr: Expr, variables: Readonly<Record<string, string>>): { facts: Set<string>; conditions: Set<string> } {
  const reads = { facts: new Set<string>(), conditions: new Set<string>() };
  collect(expr, variables, reads);
  return reads;
}

function collect(expr: Expr, variables: Readonly<Record<string, string>>, reads: { facts: Set<string>; conditions: Set<string> }): void {
  if (expr.op === 'fact') reads.facts.add(pathIn(expr, variables));
  if (expr.op === 'condition') reads.conditions.add(expr.name);
  if (expr.op === 'all' || expr.op === 'exists') {
    reads.facts.add(pathIn(expr.of, variables));
    collect(expr.that, { ...variables, [expr.as]: `${pathIn(expr.of, variables)}[]` }, reads);
    return;
  }
  for (const each of children(expr)) collect(each, variables, reads);
}

/** Vocabulary path of a fact expression, given the lists that its variables run over. */
export function pathIn(fact: FactExpr, variables: Readonly<Record<string, string>>): string {
  const base = fact.variable === null ? [] : [variables[fact.variable] ?? fact.variable];
  return [...base, ...fact.path].join('.');
}

/** The variable of a rule that is judged per item, with the path of its items. */
export function variablesOf(rule: Rule): Record<string, string> {
  return rule.each === null ? {} : { [rule.each.as]: `${rule.each.list.path.join('.')}[]` };
}

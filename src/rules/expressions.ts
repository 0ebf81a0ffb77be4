import type { Expr, FactExpr, Rule } from '../core/rule.js';

/** Every expression in an expression, itself first. */
export function* within(expr: Expr): Iterable<Expr> {
  yield expr;
  for (const each of children(expr)) yield* within(each);
}

/** Every expression in an expression, each with the lists that the variables in its scope run over. */
export function* withVariables(
  expr: Expr,
  variables: Readonly<Record<string, string>>,
): Iterable<readonly [Expr, Readonly<Record<string, string>>]> {
  yield [expr, variables];
  if (expr.op === 'all' || expr.op === 'exists') {
    yield* withVariables(expr.of, variables);
    yield* withVariables(expr.that, { ...variables, [expr.as]: `${pathIn(expr.of, variables)}[]` });
    return;
  }
  for (const each of children(expr)) yield* withVariables(each, variables);
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
  for (const [each, scope] of withVariables(expr, variables)) {
    if (each.op === 'fact') reads.facts.add(pathIn(each, scope));
    if (each.op === 'condition') reads.conditions.add(each.name);
  }
  return reads;
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

import type { Expr } from '../core/rule.js';

/** Binding strength of the operators, the weakest first. */
const STRENGTH: Partial<Record<Expr['op'], number>> = { or: 1, and: 2, compare: 3, in: 3, arithmetic: 4, not: 5 };

/** An expression as it is written in a rule; parameters by their names. */
export function showExpr(expr: Expr): string {
  switch (expr.op) {
    case 'literal':
      return expr.param ?? JSON.stringify(expr.value);
    case 'as_of':
      return 'as_of';
    case 'fact':
      return [...(expr.variable === null ? [] : [expr.variable]), ...expr.path].join('.');
    case 'condition':
      return expr.name;
    case 'not':
      return `!${inner(expr.of, expr)}`;
    case 'and':
    case 'or':
      return expr.of.map((each) => inner(each, expr)).join(expr.op === 'and' ? ' && ' : ' || ');
    case 'compare':
      return `${inner(expr.left, expr)} ${expr.by} ${inner(expr.right, expr)}`;
    case 'in':
      return `${inner(expr.item, expr)} in [${expr.values.map((value) => JSON.stringify(value)).join(', ')}]`;
    case 'has_all':
    case 'has_any':
      return expr.members.length === 1
        ? `${JSON.stringify(expr.members[0])} in ${showExpr(expr.of)}`
        : `${expr.op}(${showExpr(expr.of)}, [${expr.members.map((member) => JSON.stringify(member)).join(', ')}])`;
    case 'arithmetic':
      return `${inner(expr.left, expr)} ${expr.by} ${inner(expr.right, expr)}`;
    case 'size':
      return `size(${showExpr(expr.of)})`;
    case 'all':
    case 'exists':
      return `${showExpr(expr.of)}.${expr.op}(${expr.as}, ${showExpr(expr.that)})`;
    case 'within':
      return `within(${showExpr(expr.date)}, ${expr.param ?? JSON.stringify(`${expr.period.count} ${expr.period.unit}`)})`;
    case 'in_year':
      return `in_year(${showExpr(expr.date)}, ${expr.param ?? expr.back})`;
    case 'before':
    case 'days_between':
      return `${expr.op}(${showExpr(expr.left)}, ${showExpr(expr.right)})`;
  }
}

/** An operand, in brackets where it binds no stronger than what it stands in. */
function inner(expr: Expr, outer: Expr): string {
  const strength = STRENGTH[expr.op] ?? 9;
  // A checklist with one member is shown with `in`, which binds like a comparison.
  const shown = (expr.op === 'has_all' || expr.op === 'has_any') && expr.members.length === 1 ? 3 : strength;
  return shown > (STRENGTH[outer.op] ?? 0) ? showExpr(expr) : `(${showExpr(expr)})`;
}

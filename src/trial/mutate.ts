import type { Comparison, Expr, Part, Rule } from '../core/rule.js';

/** A rule changed in one place, with what was changed. */
export interface Mutant {
  readonly rule: Rule;
  readonly mutation: string;
}

/**
 * Every rule that differs from the given one in one place of its logic: an operator flipped, a number or period moved
 * by one unit, an operand, a member, a part or the condition dropped. Tests that give all of them the verdicts of the
 * original do not pin the rule down.
 */
export function mutantsOf(rule: Rule): Mutant[] {
  const mutants: Mutant[] = [];
  if (rule.when !== null) {
    mutants.push({ rule: { ...rule, when: null }, mutation: 'when dropped' });
    for (const [expr, mutation] of mutations(rule.when)) mutants.push({ rule: { ...rule, when: expr }, mutation: `when: ${mutation}` });
  }
  for (const [index, part] of rule.parts.entries()) {
    if (rule.parts.length > 1) {
      mutants.push({ rule: { ...rule, parts: rule.parts.filter((_, at) => at !== index) }, mutation: `part ${index} dropped` });
    }
    for (const [changed, mutation] of partMutations(part)) {
      mutants.push({ rule: { ...rule, parts: rule.parts.with(index, changed) }, mutation: `part ${index}: ${mutation}` });
    }
  }
  return mutants;
}

function partMutations(part: Part): [Part, string][] {
  const changed: [Part, string][] = mutations(part.that).map(([that, mutation]) => [{ ...part, that }, mutation]);
  if (part.when === null) return changed;
  const conditions = mutations(part.when).map(([when, mutation]): [Part, string] => [{ ...part, when }, `when: ${mutation}`]);
  return [...changed, [{ ...part, when: null }, 'when dropped'], ...conditions];
}

/** Each comparison with the one that moves its boundary, and its opposite. */
const FLIPS: Readonly<Record<Comparison, readonly Comparison[]>> = {
  '==': ['!='],
  '!=': ['=='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
};

/** Every expression that differs from the given one in one place, with what was changed. */
export function mutations(expr: Expr): [Expr, string][] {
  switch (expr.op) {
    case 'and':
    case 'or':
      return logicMutations(expr);
    case 'not':
      return [[expr.of, 'negation dropped'], ...inside(expr.of, (of) => ({ ...expr, of }))];
    case 'compare':
      return [
        ...FLIPS[expr.by].map((by): [Expr, string] => [{ ...expr, by }, `${expr.by} became ${by}`]),
        ...inside(expr.left, (left) => ({ ...expr, left })),
        ...inside(expr.right, (right) => ({ ...expr, right })),
      ];
    case 'literal':
      return literalMutations(expr);
    case 'has_all':
    case 'has_any':
      return memberMutations(expr);
    case 'in':
      return expr.values.length < 2
        ? []
        : expr.values.map((value) => [{ ...expr, values: expr.values.filter((each) => each !== value) }, `${value} dropped`]);
    case 'arithmetic':
      return [
        [{ ...expr, by: expr.by === '+' ? '-' : '+' }, `${expr.by} flipped`],
        ...inside(expr.left, (left) => ({ ...expr, left })),
        ...inside(expr.right, (right) => ({ ...expr, right })),
      ];
    case 'all':
    case 'exists':
      return [
        [{ ...expr, op: expr.op === 'all' ? 'exists' : 'all' }, `${expr.op} flipped`],
        ...inside(expr.that, (that) => ({ ...expr, that })),
      ];
    case 'within':
      return [1, -1].map((by) => [
        { ...expr, period: { ...expr.period, count: expr.period.count + by } },
        `period moved by ${by} ${expr.period.unit}`,
      ]);
    case 'in_year':
      return [1, -1].map((by) => [{ ...expr, back: expr.back + by }, `year moved by ${by}`]);
    case 'before':
      return [[{ ...expr, left: expr.right, right: expr.left }, 'dates exchanged']];
    case 'days_between':
      return [[{ ...expr, left: expr.right, right: expr.left }, 'dates exchanged']];
    default:
      return [];
  }
}

function inside(expr: Expr, wrap: (expr: Expr) => Expr): [Expr, string][] {
  return mutations(expr).map(([changed, mutation]) => [wrap(changed), mutation]);
}

function logicMutations(expr: Extract<Expr, { op: 'and' | 'or' }>): [Expr, string][] {
  const flipped: [Expr, string] = [{ ...expr, op: expr.op === 'and' ? 'or' : 'and' }, `${expr.op} flipped`];
  const dropped = expr.of.map((_, index): [Expr, string] => {
    const rest = expr.of.filter((_each, at) => at !== index);
    return [rest.length === 1 && rest[0] !== undefined ? rest[0] : { ...expr, of: rest }, `operand ${index} of ${expr.op} dropped`];
  });
  const changed = expr.of.flatMap((each, index) => inside(each, (of) => ({ ...expr, of: expr.of.with(index, of) })));
  return [flipped, ...dropped, ...changed];
}

function literalMutations(expr: Extract<Expr, { op: 'literal' }>): [Expr, string][] {
  const { value } = expr;
  if (typeof value !== 'number') return typeof value === 'boolean' ? [[{ ...expr, value: !value }, `${value} flipped`]] : [];
  const name = expr.param ?? String(value);
  return [1, -1].map((by) => [{ ...expr, value: value + by }, `${name} moved by ${by}`]);
}

/** Of a checklist with one member, all and any are the same. */
function memberMutations(expr: Extract<Expr, { op: 'has_all' | 'has_any' }>): [Expr, string][] {
  if (expr.members.length < 2) return [];
  const flipped: [Expr, string] = [{ ...expr, op: expr.op === 'has_all' ? 'has_any' : 'has_all' }, `${expr.op} flipped`];
  const dropped = expr.members.map((member): [Expr, string] => [
    { ...expr, members: expr.members.filter((each) => each !== member) },
    `${member} dropped`,
  ]);
  return [flipped, ...dropped];
}

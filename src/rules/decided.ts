import type { Comparison, Expr, FactExpr } from '../core/rule.js';
import type { FactType } from '../core/vocabulary.js';

type Range = Pick<FactType, 'minimum' | 'maximum' | 'permanent'>;

/** The truth of a comparison with a number, where the range of the fact decides it; null where it does not. */
export function decided(expr: Extract<Expr, { op: 'compare' }>, rangeOf: (fact: FactExpr) => Range | null): boolean | null {
  const [side, literal, by] = expr.right.op === 'literal' ? [expr.left, expr.right, expr.by] : [expr.right, expr.left, FLIPPED[expr.by]];
  if (literal.op !== 'literal' || typeof literal.value !== 'number') return null;
  const range = side.op === 'size' ? SIZE : side.op === 'fact' ? rangeOf(side) : null;
  return range === null ? null : decidedBy(range, by, literal.value);
}

const FLIPPED: Readonly<Record<Comparison, Comparison>> = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

const SIZE: Range = { minimum: 0, maximum: null, permanent: false };

function decidedBy(range: Range, by: Comparison, value: number): boolean | null {
  const low = range.minimum ?? Number.NEGATIVE_INFINITY;
  const high = range.permanent ? Number.POSITIVE_INFINITY : (range.maximum ?? Number.POSITIVE_INFINITY);
  const truthAt = (at: number): boolean => COMPARE[by](at, value);
  if (by === '==' || by === '!=') return value < low || value > high ? by === '!=' : null;
  return truthAt(low) === truthAt(high) ? truthAt(low) : null;
}

const COMPARE: Readonly<Record<Comparison, (left: number, right: number) => boolean>> = {
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

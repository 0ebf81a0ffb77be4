import { isReckonable, MAX_PERIOD_YEARS, parsePeriod } from '../core/period.js';
import type { FactExpr } from '../core/rule.js';
import type { Ast } from './ast.js';
import { type Checking, type Typed, typed } from './typed.js';

/** A call of one of the dialect's functions. */
export function call(checking: Checking, node: Ast, name: string, args: readonly Ast[]): Typed | null {
  const [first, second] = args;
  if (first !== undefined && args.length === 1 && name === 'size') {
    const list = checking.typed(first, 'list');
    return list && typed({ op: 'size', of: list.expr as FactExpr }, 'number');
  }
  if (first === undefined || second === undefined || args.length !== 2) return checking.refuse(node, name);
  switch (name) {
    case 'has_all':
    case 'has_any': {
      const of = checking.typed(first, 'checklist');
      if (of === null) return null;
      if (second.op !== 'list') return checking.refuse(second, 'list');
      const members = memberNames(checking, second, second.args, of);
      // Of one member, all and any are the same.
      return members && typed({ op: members.length === 1 ? 'has_all' : name, of: of.expr as FactExpr, members }, 'bool');
    }
    case 'within':
      return within(checking, first, second);
    case 'in_year':
      return inYear(checking, first, second);
    case 'before':
    case 'days_between': {
      const left = checking.typed(first, 'date');
      const right = checking.typed(second, 'date');
      return left && right && typed({ op: name, left: left.expr, right: right.expr }, name === 'before' ? 'bool' : 'number');
    }
    default:
      return checking.refuse(node, name);
  }
}

/** A list of members, each of which the checklist has. */
function memberNames(checking: Checking, node: Ast, nodes: readonly Ast[], of: Typed): string[] | null {
  const members: string[] = [];
  for (const each of nodes) {
    if (each.op !== 'value' || typeof each.args !== 'string') return checking.refuse(each, 'list');
    if (!checking.isMember(each, of, { op: 'literal', value: each.args, param: null })) return null;
    members.push(each.args);
  }
  return members.length === 0 ? checking.fail(node, 'constant-expression', {}) : members;
}

function within(checking: Checking, dateNode: Ast, periodNode: Ast): Typed | null {
  const date = checking.typed(dateNode, 'date');
  const period = checking.typed(periodNode, 'text');
  if (date === null || period === null) return null;
  if (period.expr.op !== 'literal') return checking.refuse(periodNode, 'within');
  const made = parsePeriod(String(period.expr.value));
  if (made === null) return checking.fail(periodNode, 'bad-period', { value: String(period.expr.value) });
  if (!isReckonable(made)) return tooLong(checking, periodNode, String(period.expr.value));
  return typed({ op: 'within', date: date.expr, period: made, param: period.expr.param }, 'bool');
}

function inYear(checking: Checking, dateNode: Ast, backNode: Ast): Typed | null {
  const date = checking.typed(dateNode, 'date');
  const back = checking.typed(backNode, 'number');
  if (date === null || back === null) return null;
  if (back.expr.op !== 'literal' || !Number.isInteger(back.expr.value)) return checking.refuse(backNode, 'in_year');
  if (!isReckonable({ count: Math.abs(Number(back.expr.value)), unit: 'years' }))
    return tooLong(checking, backNode, String(back.expr.value));
  return typed({ op: 'in_year', date: date.expr, back: Number(back.expr.value), param: back.expr.param }, 'bool');
}

function tooLong(checking: Checking, node: Ast, value: string): null {
  return checking.fail(node, 'period-too-long', { value, years: MAX_PERIOD_YEARS });
}

/** `"member" in checklist`, or a value in a list of constants. */
export function membership(checking: Checking, node: Ast, item: Ast, list: Ast): Typed | null {
  if (list.op !== 'list') {
    const checklist = checking.typed(list, 'checklist');
    const members = checklist && memberNames(checking, item, [item], checklist);
    return members && typed({ op: 'has_all', of: checklist.expr as FactExpr, members }, 'bool');
  }
  const left = checking.expr(item);
  if (left === null) return null;
  const values: (string | number)[] = [];
  for (const each of list.args) {
    const value = checking.expr(each);
    if (value === null) return null;
    if (value.expr.op !== 'literal' || value.expr.param !== null || typeof value.expr.value === 'boolean')
      return checking.refuse(each, 'list');
    if (left.type === 'choice' ? !checking.isMember(each, left, value.expr) : value.type !== left.type) {
      return left.type === 'choice' ? null : checking.fail(each, 'type-mismatch', { expected: left.type, found: value.type });
    }
    values.push(value.expr.value);
  }
  if (!['choice', 'text', 'number'].includes(left.type))
    return checking.fail(item, 'type-mismatch', { expected: 'choice', found: left.type });
  return values.length === 0 ? checking.fail(node, 'constant-expression', {}) : typed({ op: 'in', item: left.expr, values }, 'bool');
}

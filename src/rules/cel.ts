import { type ASTNode, ParseError, parse } from '@marcbachmann/cel-js';
import { addDays } from '../core/dates.js';
import { parsePeriod } from '../core/period.js';
import type { ExprType, Problem, ProblemArgs, ProblemCode } from '../core/problem.js';
import type { Expr, FactExpr } from '../core/rule.js';
import type { FactKind, FactType, Vocabulary } from '../core/vocabulary.js';
import { suggest } from '../schema/suggest.js';

/** What an expression may refer to. */
export interface Scope {
  readonly vocabulary: Vocabulary;
  readonly conditions: readonly string[];
  readonly params: Readonly<Record<string, number | string>>;
  /** Variables of `each`: name to the list whose item it is. */
  readonly variables: Readonly<Record<string, { readonly type: FactType; readonly path: string }>>;
}

/** A problem in an expression; `start` counts UTF-16 code units from the beginning of its text. */
export interface ExprProblem {
  readonly code: ProblemCode;
  readonly args: ProblemArgs[ProblemCode];
  readonly start: number;
}

export type CompiledExpr = { readonly expr: Expr; readonly type: ExprType } | { readonly problems: readonly ExprProblem[] };

/**
 * Parses a rule expression with the CEL parser, admits only hegui's closed dialect, and checks every name and type
 * against the vocabulary. The dialect leaves out whatever has no three-valued meaning of its own (see README).
 */
export function compileExpr(text: string, scope: Scope): CompiledExpr {
  const checker = new Checker(scope);
  let typed: Typed | null;
  try {
    typed = checker.expr(parse(text).ast);
  } catch (error) {
    // A RangeError is the stack spent on an expression nested too deeply.
    if (!(error instanceof ParseError || error instanceof RangeError)) throw error;
    const [message] = error.message.split('\n');
    return { problems: [{ code: 'expression-syntax', args: { message: message ?? '' }, start: startOf(error) }] };
  }
  return checker.problems.length > 0 || typed === null ? { problems: checker.problems } : { expr: typed.expr, type: typed.type };
}

function startOf(error: Error): number {
  return (error as { range?: { start?: number } }).range?.start ?? 0;
}

/** An expression with its type, and for facts what the vocabulary says of them. */
interface Typed {
  readonly expr: Expr;
  readonly type: ExprType;
  readonly fact: FactType | null;
  readonly path: string | null;
}

const TYPE_OF: Readonly<Record<FactKind, ExprType>> = {
  boolean: 'bool',
  integer: 'number',
  number: 'number',
  string: 'text',
  date: 'date',
  choice: 'choice',
  checklist: 'checklist',
  list: 'list',
  object: 'object',
};

const COMPARISONS = ['==', '!=', '<', '<=', '>', '>='] as const;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

class Checker {
  readonly problems: ExprProblem[] = [];
  private variables: Scope['variables'];

  constructor(private readonly scope: Scope) {
    this.variables = scope.variables;
  }

  private fail<C extends ProblemCode>(node: ASTNode, code: C, args: ProblemArgs[C]): null {
    this.problems.push({ code, args, start: node.start });
    return null;
  }

  private refuse(node: ASTNode, construct: string): null {
    return this.fail(node, 'expression-refused', { construct });
  }

  expr(node: ASTNode): Typed | null {
    switch (node.op) {
      case 'value':
        return this.literal(node, node.args);
      case 'id':
        return this.name(node, node.args);
      case '.':
        return this.field(node, node.args[0], node.args[1]);
      case '&&':
      case '||':
        return this.logic(node.op === '&&' ? 'and' : 'or', node.args);
      case '!_':
        return this.not(node.args);
      case '-_':
        return this.negative(node, node.args);
      case '+':
      case '-':
        return this.arithmetic(node.op, node.args);
      case 'in':
        return this.membership(node, node.args[0], node.args[1]);
      case 'call':
        return this.call(node, node.args[0], node.args[1]);
      case 'rcall':
        return this.macro(node, node.args[0], node.args[1], node.args[2]);
      default:
        return this.comparison(node);
    }
  }

  /** An expression of the wanted type; reports and gives null otherwise. */
  private typed(node: ASTNode, wanted: ExprType): Typed | null {
    const made = this.expr(node);
    if (made === null) return null;
    if (made.type === 'text' && wanted === 'date') return this.asDate(node, made);
    return made.type === wanted ? made : this.fail(node, 'type-mismatch', { expected: wanted, found: made.type });
  }

  private asDate(node: ASTNode, made: Typed): Typed | null {
    const value = made.expr.op === 'literal' ? String(made.expr.value) : '';
    if (!ISO_DATE.test(value) || addDays(value, 0) !== value) return this.fail(node, 'type-mismatch', { expected: 'date', found: 'text' });
    return { ...made, type: 'date' };
  }

  private literal(node: ASTNode, value: unknown, param: string | null = null): Typed | null {
    switch (typeof value) {
      case 'boolean':
        return typed({ op: 'literal', value, param }, 'bool');
      case 'bigint':
      case 'number':
        // An integer that a double cannot hold would silently become another one.
        if (typeof value === 'bigint' && !Number.isSafeInteger(Number(value))) return this.refuse(node, 'literal');
        return typed({ op: 'literal', value: Number(value), param }, 'number');
      case 'string':
        return typed({ op: 'literal', value, param }, 'text');
      default:
        return this.refuse(node, value === null ? 'null' : 'literal');
    }
  }

  private name(node: ASTNode, name: string): Typed | null {
    if (name === 'as_of') return typed({ op: 'as_of' }, 'date');
    const variable = Object.hasOwn(this.variables, name) ? this.variables[name] : undefined;
    if (variable !== undefined) {
      return { expr: { op: 'fact', path: [], variable: name }, type: 'object', fact: variable.type, path: variable.path };
    }
    if (Object.hasOwn(this.scope.params, name)) return this.literal(node, this.scope.params[name], name);
    if (this.scope.conditions.includes(name)) return typed({ op: 'condition', name }, 'bool');
    const section = this.scope.vocabulary.root.properties[name];
    if (section !== undefined && Object.hasOwn(this.scope.vocabulary.root.properties, name)) {
      return { expr: { op: 'fact', path: [name], variable: null }, type: TYPE_OF[section.kind], fact: section, path: name };
    }
    const known = [
      ...Object.keys(this.variables),
      ...Object.keys(this.scope.params),
      ...this.scope.conditions,
      ...Object.keys(this.scope.vocabulary.root.properties),
    ];
    return this.fail(node, 'unknown-name', { name, suggestion: suggest(name, known) });
  }

  private field(node: ASTNode, of: ASTNode, key: string): Typed | null {
    const base = this.expr(of);
    if (base === null) return null;
    if (base.fact === null || base.type !== 'object' || base.expr.op !== 'fact') {
      return this.fail(node, 'type-mismatch', { expected: 'object', found: base.type });
    }
    const property = Object.hasOwn(base.fact.properties, key) ? base.fact.properties[key] : undefined;
    const path = `${base.path}.${key}`;
    if (property === undefined) {
      const near = suggest(key, Object.keys(base.fact.properties));
      return this.fail(node, 'unknown-path', { path, suggestion: near === null ? null : `${base.path}.${near}` });
    }
    const expr: FactExpr = { ...base.expr, path: [...base.expr.path, key] };
    return { expr, type: TYPE_OF[property.kind], fact: property, path };
  }

  private logic(op: 'and' | 'or', args: readonly ASTNode[]): Typed | null {
    const of: Expr[] = [];
    let failed = false;
    for (const arg of args) {
      const operand = this.typed(arg, 'bool');
      if (operand === null) failed = true;
      else if (operand.expr.op === op) of.push(...operand.expr.of);
      else of.push(operand.expr);
    }
    return failed ? null : typed({ op, of }, 'bool');
  }

  private not(arg: ASTNode): Typed | null {
    const operand = this.typed(arg, 'bool');
    return operand && typed({ op: 'not', of: operand.expr }, 'bool');
  }

  private negative(node: ASTNode, arg: ASTNode): Typed | null {
    if (arg.op !== 'value') return this.refuse(node, '-');
    const of = this.typed(arg, 'number');
    return of?.expr.op === 'literal' ? this.literal(node, 0 - Number(of.expr.value)) : null;
  }

  private arithmetic(by: '+' | '-', args: readonly [ASTNode, ASTNode]): Typed | null {
    const left = this.typed(args[0], 'number');
    const right = this.typed(args[1], 'number');
    return left && right && typed({ op: 'arithmetic', by, left: left.expr, right: right.expr }, 'number');
  }

  private comparison(node: ASTNode): Typed | null {
    const by = COMPARISONS.find((each) => each === node.op);
    if (by === undefined) return this.refuse(node, node.op);
    const [leftNode, rightNode] = node.args as [ASTNode, ASTNode];
    let left = this.expr(leftNode);
    let right = this.expr(rightNode);
    if (left === null || right === null) return null;
    if (left.type === 'date' && right.type === 'text') right = this.asDate(rightNode, right);
    else if (right.type === 'date' && left.type === 'text') left = this.asDate(leftNode, left);
    if (left === null || right === null) return null;
    const equality = by === '==' || by === '!=';
    if (equality && left.type === 'choice' && right.type === 'text' && right.expr.op === 'literal') {
      if (!this.isMember(rightNode, left, right.expr)) return null;
    } else if (left.type !== right.type || !(equality ? EQUATED : ORDERED).includes(left.type)) {
      return this.fail(node, 'types-not-comparable', { left: left.type, right: right.type, by });
    }
    return typed({ op: 'compare', by, left: left.expr, right: right.expr }, 'bool');
  }

  private isMember(node: ASTNode, of: Typed, expr: Expr): boolean {
    const member = expr.op === 'literal' ? String(expr.value) : '';
    const members = Object.keys(of.fact?.members ?? {});
    if (members.includes(member)) return true;
    this.fail(node, 'unknown-member', { member, path: of.path ?? '', suggestion: suggest(member, members) });
    return false;
  }

  private membership(node: ASTNode, item: ASTNode, list: ASTNode): Typed | null {
    if (list.op !== 'list') {
      const checklist = this.typed(list, 'checklist');
      const members = checklist && this.members(item, [item], checklist);
      return members && typed({ op: 'has_all', of: checklist.expr as FactExpr, members }, 'bool');
    }
    const left = this.expr(item);
    if (left === null) return null;
    const values: (string | number)[] = [];
    for (const each of list.args) {
      const value = this.expr(each);
      if (value === null) return null;
      if (value.expr.op !== 'literal' || typeof value.expr.value === 'boolean') return this.refuse(each, 'list');
      if (left.type === 'choice' ? !this.isMember(each, left, value.expr) : value.type !== left.type) {
        return left.type === 'choice' ? null : this.fail(each, 'type-mismatch', { expected: left.type, found: value.type });
      }
      values.push(value.expr.value);
    }
    if (!['choice', 'text', 'number'].includes(left.type))
      return this.fail(item, 'type-mismatch', { expected: 'choice', found: left.type });
    return values.length === 0 ? this.fail(node, 'constant-expression', {}) : typed({ op: 'in', item: left.expr, values }, 'bool');
  }

  private members(node: ASTNode, nodes: readonly ASTNode[], of: Typed): string[] | null {
    const members: string[] = [];
    for (const each of nodes) {
      if (each.op !== 'value' || typeof each.args !== 'string') return this.refuse(node, 'list');
      if (!this.isMember(each, of, { op: 'literal', value: each.args, param: null })) return null;
      members.push(each.args);
    }
    return members.length === 0 ? this.fail(node, 'constant-expression', {}) : members;
  }

  private call(node: ASTNode, name: string, args: readonly ASTNode[]): Typed | null {
    const [first, second] = args;
    if (first !== undefined && args.length === 1 && name === 'size') {
      const list = this.typed(first, 'list');
      return list && typed({ op: 'size', of: list.expr as FactExpr }, 'number');
    }
    if (first === undefined || second === undefined || args.length !== 2) return this.refuse(node, name);
    switch (name) {
      case 'has_all':
      case 'has_any': {
        const of = this.typed(first, 'checklist');
        if (of === null) return null;
        if (second.op !== 'list') return this.refuse(second, 'list');
        const members = this.members(second, second.args, of);
        // Of one member, all and any are the same.
        return members && typed({ op: members.length === 1 ? 'has_all' : name, of: of.expr as FactExpr, members }, 'bool');
      }
      case 'within':
        return this.within(first, second);
      case 'in_year':
        return this.inYear(first, second);
      case 'before':
      case 'days_between': {
        const left = this.typed(first, 'date');
        const right = this.typed(second, 'date');
        return left && right && typed({ op: name, left: left.expr, right: right.expr }, name === 'before' ? 'bool' : 'number');
      }
      default:
        return this.refuse(node, name);
    }
  }

  private within(dateNode: ASTNode, periodNode: ASTNode): Typed | null {
    const date = this.typed(dateNode, 'date');
    const period = this.typed(periodNode, 'text');
    if (date === null || period === null) return null;
    if (period.expr.op !== 'literal') return this.refuse(periodNode, 'within');
    const made = parsePeriod(String(period.expr.value));
    if (made === null) return this.fail(periodNode, 'bad-period', { value: String(period.expr.value) });
    return typed({ op: 'within', date: date.expr, period: made, param: period.expr.param }, 'bool');
  }

  private inYear(dateNode: ASTNode, backNode: ASTNode): Typed | null {
    const date = this.typed(dateNode, 'date');
    const back = this.typed(backNode, 'number');
    if (date === null || back === null) return null;
    if (back.expr.op !== 'literal' || !Number.isInteger(back.expr.value)) return this.refuse(backNode, 'in_year');
    return typed({ op: 'in_year', date: date.expr, back: Number(back.expr.value), param: back.expr.param }, 'bool');
  }

  private macro(node: ASTNode, name: string, receiver: ASTNode, args: readonly ASTNode[]): Typed | null {
    const [variable, body] = args;
    if ((name !== 'all' && name !== 'exists') || args.length !== 2 || variable?.op !== 'id' || body === undefined) {
      return this.refuse(node, name);
    }
    // An item is found again by the name of its variable, so a name stands for one item only.
    if (Object.hasOwn(this.variables, variable.args)) return this.fail(variable, 'repeated-id', { id: variable.args });
    const list = this.typed(receiver, 'list');
    if (list === null || list.fact === null) return null;
    const outer = this.variables;
    this.variables = { ...outer, [variable.args]: { type: { ...list.fact, kind: 'object' }, path: `${list.path}[]` } };
    const that = this.typed(body, 'bool');
    this.variables = outer;
    return that && typed({ op: name, of: list.expr as FactExpr, as: variable.args, that: that.expr }, 'bool');
  }
}

const EQUATED: readonly ExprType[] = ['bool', 'number', 'text', 'date'];
const ORDERED: readonly ExprType[] = ['number', 'date'];

function typed(expr: Expr, type: ExprType): Typed {
  return { expr, type, fact: null, path: null };
}

/** Places a problem of an expression in the file that holds it. */
export function placeInFile(found: ExprProblem, text: string, at: Problem['at']): Problem {
  const start = at.source === null || at.column === null ? -1 : at.source.indexOf(text, at.column - 1);
  const column = start < 0 ? at.column : start + found.start + 1;
  return { code: found.code, args: found.args, level: 'error', at: { ...at, column } } as Problem;
}

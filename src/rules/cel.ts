import { addDays } from '../core/dates.js';
import type { ExprType, Problem, ProblemArgs, ProblemCode } from '../core/problem.js';
import type { Expr, FactExpr } from '../core/rule.js';
import { suggest } from '../core/suggest.js';
import { type Ast, parseExpr } from './ast.js';
import { call, membership } from './calls.js';
import { type Checking, type CompiledExpr, type ExprProblem, type Scope, TYPE_OF, type Typed, typed } from './typed.js';

/**
 * Parses a rule expression with the CEL parser, admits only hegui's closed dialect, and checks every name and type
 * against the vocabulary. The dialect leaves out whatever has no three-valued meaning of its own (see README).
 */
export function compileExpr(text: string, scope: Scope): CompiledExpr {
  const checker = new Checker(scope);
  const found = parseExpr(text, (ast) => checker.expr(ast));
  if ('message' in found) return { problems: [{ code: 'expression-syntax', args: { message: found.message }, start: found.start }] };
  const made = found.result;
  return checker.problems.length > 0 || made === null ? { problems: checker.problems } : { expr: made.expr, type: made.type };
}

const COMPARISONS = ['==', '!=', '<', '<=', '>', '>='] as const;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

class Checker implements Checking {
  readonly problems: ExprProblem[] = [];
  private variables: Scope['variables'];

  constructor(private readonly scope: Scope) {
    this.variables = scope.variables;
  }

  fail<C extends ProblemCode>(node: Ast, code: C, args: ProblemArgs[C]): null {
    this.problems.push({ code, args, start: node.start });
    return null;
  }

  refuse(node: Ast, construct: string): null {
    return this.fail(node, 'expression-refused', { construct });
  }

  expr(node: Ast): Typed | null {
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
        return membership(this, node, node.args[0], node.args[1]);
      case 'call':
        return call(this, node, node.args[0], node.args[1]);
      case 'rcall':
        return this.macro(node, node.args[0], node.args[1], node.args[2]);
      default:
        return this.comparison(node);
    }
  }

  /** An expression of the wanted type; reports and gives null otherwise. */
  typed(node: Ast, wanted: ExprType): Typed | null {
    const made = this.expr(node);
    if (made === null) return null;
    if (made.type === 'text' && wanted === 'date') return this.asDate(node, made);
    return made.type === wanted ? made : this.fail(node, 'type-mismatch', { expected: wanted, found: made.type });
  }

  private asDate(node: Ast, made: Typed): Typed | null {
    const value = made.expr.op === 'literal' ? String(made.expr.value) : '';
    if (!ISO_DATE.test(value) || addDays(value, 0) !== value) return this.fail(node, 'type-mismatch', { expected: 'date', found: 'text' });
    return { ...made, type: 'date' };
  }

  private literal(node: Ast, value: unknown, param: string | null = null): Typed | null {
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

  private name(node: Ast, name: string): Typed | null {
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

  private isTaken(name: string): boolean {
    const { params, conditions, vocabulary } = this.scope;
    return [this.variables, params, vocabulary.root.properties].some((names) => Object.hasOwn(names, name)) || conditions.includes(name);
  }

  private field(node: Ast, of: Ast, key: string): Typed | null {
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

  private logic(op: 'and' | 'or', args: readonly Ast[]): Typed | null {
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

  private not(arg: Ast): Typed | null {
    const operand = this.typed(arg, 'bool');
    return operand && typed({ op: 'not', of: operand.expr }, 'bool');
  }

  private negative(node: Ast, arg: Ast): Typed | null {
    if (arg.op !== 'value') return this.refuse(node, '-');
    const of = this.typed(arg, 'number');
    return of?.expr.op === 'literal' ? this.literal(node, 0 - Number(of.expr.value)) : null;
  }

  private arithmetic(by: '+' | '-', args: readonly [Ast, Ast]): Typed | null {
    const left = this.typed(args[0], 'number');
    const right = this.typed(args[1], 'number');
    return left && right && typed({ op: 'arithmetic', by, left: left.expr, right: right.expr }, 'number');
  }

  private comparison(node: Ast): Typed | null {
    const by = COMPARISONS.find((each) => each === node.op);
    if (by === undefined) return this.refuse(node, node.op);
    const [leftNode, rightNode] = node.args as [Ast, Ast];
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

  isMember(node: Ast, of: Typed, expr: Expr): boolean {
    const member = expr.op === 'literal' ? String(expr.value) : '';
    const members = Object.keys(of.fact?.members ?? {});
    if (members.includes(member)) return true;
    this.fail(node, 'unknown-member', { member, path: of.path ?? '', suggestion: suggest(member, members) });
    return false;
  }

  private macro(node: Ast, name: string, receiver: Ast, args: readonly Ast[]): Typed | null {
    const [variable, body] = args;
    if ((name !== 'all' && name !== 'exists') || args.length !== 2 || variable?.op !== 'id' || body === undefined) {
      return this.refuse(node, name);
    }
    // An item is found again by the name of its variable, so a name stands for one thing only.
    if (this.isTaken(variable.args)) return this.fail(variable, 'repeated-id', { id: variable.args, other: null });
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

/** Places a problem of an expression in the file that holds it. */
export function placeInFile(found: ExprProblem, text: string, at: Problem['at']): Problem {
  const start = at.source === null || at.column === null ? -1 : at.source.indexOf(text, at.column - 1);
  const column = start < 0 ? at.column : start + found.start + 1;
  return { code: found.code, args: found.args, level: 'error', at: { ...at, column } } as Problem;
}

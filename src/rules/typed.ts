import type { ExprType, ProblemArgs, ProblemCode } from '../core/problem.js';
import type { Expr } from '../core/rule.js';
import type { FactKind, FactType, Vocabulary } from '../core/vocabulary.js';
import type { Ast } from './ast.js';

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

/** An expression with its type, and for facts what the vocabulary says of them. */
export interface Typed {
  readonly expr: Expr;
  readonly type: ExprType;
  readonly fact: FactType | null;
  readonly path: string | null;
}

/** What the checks of single constructs ask of the checker that walks the whole expression. Each gives null after it has reported. */
export interface Checking {
  /** The node as an expression of any type. */
  expr(node: Ast): Typed | null;
  /** The node as an expression of the wanted type. */
  typed(node: Ast, wanted: ExprType): Typed | null;
  fail<C extends ProblemCode>(node: Ast, code: C, args: ProblemArgs[C]): null;
  refuse(node: Ast, construct: string): null;
  /** Whether a literal names a member of a choice or checklist. */
  isMember(node: Ast, of: Typed, expr: Expr): boolean;
}

/** Type in an expression of each kind of fact. */
export const TYPE_OF: Readonly<Record<FactKind, ExprType>> = {
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

/** An expression that is no fact. */
export function typed(expr: Expr, type: ExprType): Typed {
  return { expr, type, fact: null, path: null };
}

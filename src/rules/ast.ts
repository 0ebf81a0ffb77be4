import { type ASTNode, ParseError, parse } from '@marcbachmann/cel-js';

/** A node of the syntax tree of an expression, with its place in the text. */
export type Ast = ASTNode;

/** Walks the syntax tree of a CEL expression; or says what is wrong with its text, and where. */
export function parseExpr<T>(
  text: string,
  walk: (ast: Ast) => T,
): { readonly result: T } | { readonly message: string; readonly start: number } {
  try {
    return { result: walk(parse(text).ast) };
  } catch (error) {
    // A RangeError is the stack spent on an expression nested too deeply.
    if (!(error instanceof ParseError || error instanceof RangeError)) throw error;
    const [message = ''] = error.message.split('\n');
    return { message, start: (error as { range?: { start?: number } }).range?.start ?? 0 };
  }
}

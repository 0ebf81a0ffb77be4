import { type Steps, toPointer } from '../core/pointer.js';
import type { ExprType, FileProblem, Problem } from '../core/problem.js';
import { problem } from '../core/problem.js';
import type { Expr } from '../core/rule.js';
import { compileExpr, placeInFile } from './cel.js';
import type { SourceFile } from './source.js';
import type { Scope } from './typed.js';

/** Collects what is wrong with the files of a pack, each with its place. */
export class Reporting {
  readonly problems: FileProblem[] = [];

  report(file: SourceFile<unknown>, steps: Steps, make: (at: Problem['at']) => Problem, aspect: 'key' | 'value' = 'value'): void {
    this.problems.push({ file: file.file, problem: make(file.parsed.place(toPointer(steps), aspect)) });
  }

  /** The expression that stands at a place of a file; null after what is wrong with it has been reported. */
  expression(file: SourceFile<unknown>, steps: Steps, text: string, scope: Scope, wanted: ExprType): Expr | null {
    const at = file.parsed.place(toPointer(steps), 'value');
    const compiled = compileExpr(text, scope);
    if ('problems' in compiled) {
      for (const found of compiled.problems) this.problems.push({ file: file.file, problem: placeInFile(found, text, at) });
      return null;
    }
    if (compiled.type !== wanted) {
      this.problems.push({ file: file.file, problem: problem('type-mismatch', { expected: wanted, found: compiled.type }, at) });
      return null;
    }
    return compiled.expr;
  }
}

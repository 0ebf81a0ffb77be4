import type { Problem } from '../../src/core/problem.js';

/** What was found, as `code line:column`; warnings are marked. */
export function told(problems: readonly Problem[]): string[] {
  return problems.map(({ code, at, level }) => `${code} ${at.line}:${at.column}${level === 'warning' ? ' warning' : ''}`);
}

import type { FileProblem } from '../../core/problem.js';
import type { Language } from '../../core/text.js';
import { sayProblem, sentences } from '../../i18n/translate.js';
import { codeFrame } from './frame.js';
import { Page } from './page.js';

/** Problems of the files of a pack, each with its file, place and code frame. */
export function renderFileProblems(problems: readonly FileProblem[], lang: Language, width: number): string {
  const words = sentences(lang);
  const page = new Page(width, false);
  for (const { file, problem } of problems) {
    const { line, column } = problem.at;
    page.text(`${file}${line === null ? '' : `:${line}:${column}`}`);
    page.text(sayProblem(problem, words), 2);
    page.raw(codeFrame(problem.at, width - 2), 2);
  }
  return page.toString();
}

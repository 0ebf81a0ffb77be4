import type { Problem } from '../../core/problem.js';
import type { ProfileRecord } from '../../core/run.js';
import { sayProblem } from '../../i18n/translate.js';
import type { Wording } from '../say/wording.js';
import { codeFrame } from './frame.js';
import type { Page } from './page.js';

/** Most problems that are shown of one file; the rest are counted. */
const SHOWN = 50;

/** What is wrong with the file itself: the errors that stop its judgement, or notes beside it. */
export function problemsSection(page: Page, record: ProfileRecord, wording: Wording): void {
  const { report } = wording.words;
  const errors = record.problems.filter((each) => each.level === 'error');
  const warnings = record.problems.filter((each) => each.level === 'warning');
  if (errors.length > 0) {
    page.heading(report.problems(errors.length));
    showProblems(page, record.path, errors, wording);
  }
  if (warnings.length > 0) {
    page.heading(report.warnings(warnings.length));
    showProblems(page, record.path, warnings, wording);
  }
}

/** Each problem with its file, place and code frame. */
function showProblems(page: Page, path: string, problems: readonly Problem[], wording: Wording): void {
  for (const found of problems.slice(0, SHOWN)) {
    const { line, column } = found.at;
    const style = found.level === 'error' ? page.style.red : page.style.yellow;
    page.text(`${path}${line === null ? '' : `:${line}:${column}`}`, 0, style);
    page.text(sayProblem(found, wording.words), 2);
    page.raw(codeFrame(found.at, page.width - 2), 2, page.style.dim);
  }
  if (problems.length > SHOWN) page.text(wording.words.report.more(problems.length - SHOWN));
}

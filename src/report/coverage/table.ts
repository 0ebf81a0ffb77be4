import type { CoveredPhrase } from '../../assess/coverage.js';
import type { Sentences } from '../../i18n/sentences.js';
import { sentences } from '../../i18n/translate.js';
import { escapeTerminal } from '../escape.js';
import { Page, widest } from '../terminal/page.js';
import { pad, padLeft, wrap } from '../terminal/wrap.js';
import { byArea, countsLine, type ShownCoverage, verdictsLine } from './shown.js';

/** The matrix of clauses, phrases and rules for a person at a terminal. */
export function coverageTable(shown: ShownCoverage, cells: number, color: boolean): string {
  const words = sentences(shown.lang);
  const page = new Page(cells, color);
  head(page, shown, words);
  const columns = columnsOf(shown, words, cells);
  page.blank();
  page.raw(linesOf(columns, words.coverage.columns), INDENT, page.style.dim);
  for (const clause of shown.coverage.clauses) {
    page.heading(`${clause.id} ${clause.title[shown.lang]}`);
    for (const phrase of clause.phrases) phraseLines(page, phrase, columns, shown, words);
  }
  tail(page, shown, words);
  return page.toString();
}

function head(page: Page, shown: ShownCoverage, words: Sentences): void {
  const { coverage } = words;
  page.heading(coverage.title);
  page.text(coverage.pack(shown.pack.id, shown.pack.version));
  page.text(countsLine(shown, words));
  if (shown.run === null) return;
  page.text(coverage.run(shown.run.path, shown.run.profiles));
  if (!shown.run.whole) page.text(coverage.runNotWhole, 0, page.style.yellow);
}

type Columns = Readonly<Record<'phrase' | 'bearer' | 'status' | 'count', number>>;

/** Widths of the columns: each as wide as its widest word, but the phrases take no more than a page leaves them. */
function columnsOf({ coverage }: ShownCoverage, { coverage: words }: Sentences, cells: number): Columns {
  const phrases = coverage.clauses.flatMap((clause) => clause.phrases);
  const bearer = widest([words.columns.bearer, ...Object.values(words.bearer)]);
  const status = widest([words.columns.status, ...Object.values(words.status)]);
  const count = widest([words.columns.count, ...phrases.map(({ rules }) => String(rules.length))]);
  const left = cells - INDENT - bearer - status - count - 3 * BETWEEN.length;
  const phrase = Math.min(left, WIDEST_PHRASE, widest([words.columns.phrase, ...phrases.map((each) => each.phrase)]));
  return { phrase, bearer, status, count };
}

const INDENT = 2;
const BETWEEN = '  ';
/** Fourteen Chinese characters, the most that are quoted. */
const WIDEST_PHRASE = 28;

function linesOf(columns: Columns, texts: Readonly<Record<keyof Columns, string>>): string[] {
  const [first = '', ...others] = wrap(escapeTerminal(texts.phrase), columns.phrase);
  const { bearer, status, count } = columns;
  const cells = [pad(first, columns.phrase), pad(texts.bearer, bearer), pad(texts.status, status), padLeft(texts.count, count)];
  return [cells.join(BETWEEN), ...others];
}

function phraseLines(page: Page, of: CoveredPhrase, columns: Columns, { lang, run }: ShownCoverage, words: Sentences): void {
  const { phrase, bearer, status, reason, rules, verdicts } = of;
  const { coverage } = words;
  const texts = { phrase, bearer: coverage.bearer[bearer], status: coverage.status[status], count: String(rules.length) };
  page.raw(linesOf(columns, texts), INDENT);
  if (run !== null && rules.length > 0) page.text(verdicts === null ? coverage.notJudged : verdictsLine(verdicts, words), 4);
  if (reason !== null) page.text(reason[lang], 4, page.style.dim);
  ruleLines(page, rules, 4);
}

function ruleLines(page: Page, rules: readonly string[], indent: number): void {
  for (const [area, names] of byArea(rules)) page.text(`${area}/ ${names.join(' ')}`, indent, page.style.dim);
}

function tail(page: Page, { coverage, run }: ShownCoverage, { coverage: words }: Sentences): void {
  page.blank();
  if (coverage.ungrounded.length === 0) page.text(words.allGrounded(coverage.rules));
  else page.heading(words.ungrounded(coverage.ungrounded.length, coverage.rules));
  ruleLines(page, coverage.ungrounded, INDENT);
  if (run === null || run.foreign.length === 0) return;
  page.heading(words.foreign(run.foreign.length));
  ruleLines(page, run.foreign, INDENT);
}

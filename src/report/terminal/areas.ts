import Table from 'cli-table3';
import { VERDICTS } from '../../core/finding.js';
import { own } from '../../core/own.js';
import type { Counts, ProfileRecord, Score } from '../../core/run.js';
import { escapeTerminal } from '../escape.js';
import { percentText } from '../say/percent.js';
import type { Wording } from '../say/wording.js';
import type { Page } from './page.js';
import { width, wrap } from './wrap.js';

const BAR_CELLS = 12;
/** On a narrower page the numbers alone have room. */
const WIDE_ENOUGH_FOR_BAR = 76;
const MIN_NAME = 8;
const MAX_NAME = 28;
const SHOWN = ['pass', 'gap', 'unknown', 'manual', 'not-applicable'] as const;

/** The numbers of one profile, or of several together. */
type AreaNumbers = Pick<ProfileRecord, 'weights' | 'counts' | 'compliance' | 'coverage' | 'areas' | 'encouraged'>;

/** Verdicts by area with a bar, then both percentages. */
export function areasSection(page: Page, record: AreaNumbers, wording: Wording): void {
  const { report } = wording.words;
  const { weights, counts, compliance, coverage } = record;
  if (weights === null || counts === null) return;
  page.heading(report.areas);
  const head = [report.area, ...SHOWN.map((each) => report.columns[each]), report.compliance, report.coverage];
  const bar = page.width >= WIDE_ENOUGH_FOR_BAR ? BAR_CELLS : 0;
  const others = head.slice(1).reduce((cells, each) => cells + width(each) + 1, bar + 1);
  const nameWidth = Math.max(MIN_NAME, Math.min(MAX_NAME, page.width - others));
  const table = new Table({
    head: withBar(head, ''),
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 1 },
    chars: PLAIN,
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'left', 'right', 'right'],
  });
  const add = (name: string, score: Score): void => {
    const [first = '', ...rest] = wrap(escapeTerminal(name), nameWidth);
    table.push(withBar(row(first, score), barOf(score, bar)));
    // Rows of their own: the time for a cell of many lines grows with their cube.
    for (const line of rest) table.push([line, ...head.map(() => '')]);
  };
  for (const [id, title] of Object.entries(wording.catalog.areas)) {
    const score = own(record.areas, id);
    if (score !== undefined) add(wording.text(title), score);
  }
  add(report.total, { weights, counts, compliance, coverage });
  page.raw(table.toString().split('\n'));
  if (bar > 0) page.text(legend(wording), 0, page.style.dim);
  page.text(report.besides(counts.manual, counts['not-applicable']), 0, page.style.dim);
  encouraged(page, record.encouraged, wording);
}

function encouraged(page: Page, counts: Counts | null, wording: Wording): void {
  if (counts === null || VERDICTS.every((verdict) => counts[verdict] === 0)) return;
  const shown = SHOWN.filter((verdict) => counts[verdict] > 0).map((verdict) => `${wording.words.verdict[verdict]} ${counts[verdict]}`);
  page.text(wording.words.report.encouraged(shown.join(wording.words.listSeparator)), 0, page.style.dim);
}

/** No borders: a table that reads the same with and without box characters, and in a pipe. */
const PLAIN = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
} as const;

function row(name: string, score: Score): string[] {
  return [name, ...SHOWN.map((verdict) => String(score.counts[verdict])), percentText(score.compliance), percentText(score.coverage)];
}

/** The bar stands before both percentages. */
function withBar(row: readonly string[], bar: string): string[] {
  return [...row.slice(0, -2), bar, ...row.slice(-2)];
}

/** What passed, failed and is open, by weight; whatever is above nothing shows at least one cell. */
function barOf({ weights }: Score, wide: number): string {
  const { passed, decided, applicable } = weights;
  if (applicable === 0 || wide === 0) return ' '.repeat(wide);
  const gap = cells(decided - passed, applicable, wide);
  const unknown = cells(applicable - decided, applicable, wide);
  const pass = Math.max(0, wide - gap - unknown);
  return ('█'.repeat(pass) + '▒'.repeat(gap) + '░'.repeat(unknown)).slice(0, wide);
}

function cells(part: number, whole: number, wide: number): number {
  return part === 0 ? 0 : Math.max(1, Math.round((part * wide) / whole));
}

function legend({ words: { verdict } }: Wording): string {
  return `█ ${verdict.pass}  ▒ ${verdict.gap}  ░ ${verdict.unknown}`;
}

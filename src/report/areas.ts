import Table from 'cli-table3';
import { VERDICTS } from '../core/finding.js';
import type { Pack } from '../core/rule.js';
import type { Counts, ProfileRecord, Score } from '../core/run.js';
import { type Page, percentText } from './page.js';
import type { Wording } from './words.js';
import { wrap } from './wrap.js';

const BAR_CELLS = 12;
const SHOWN = ['pass', 'gap', 'unknown', 'manual', 'not-applicable'] as const;

/** Verdicts by area with a bar, then both percentages. */
export function areasSection(page: Page, record: ProfileRecord, pack: Pack, wording: Wording): void {
  const { report, verdict } = wording.words;
  if (record.score === null) return;
  page.heading(report.areas);
  const table = new Table({
    head: [report.area, ...SHOWN.map((each) => verdict[each]), '', report.compliance, report.coverage],
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 1 },
    chars: PLAIN,
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'left', 'right', 'right'],
  });
  const nameWidth = page.width >= 100 ? 28 : 14;
  for (const { id, title } of pack.areas) {
    const score = record.areas[id];
    if (score !== undefined) table.push(row(wrap(wording.text(title), nameWidth).join('\n'), score));
  }
  table.push(row(report.total, record.score));
  page.raw(table.toString().split('\n'));
  page.text(legend(wording), 0, page.style.dim);
  page.text(report.besides(record.score.counts.manual, record.score.counts['not-applicable']), 0, page.style.dim);
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
  middle: ' ',
} as const;

function row(name: string, score: Score): string[] {
  return [
    name,
    ...SHOWN.map((verdict) => String(score.counts[verdict])),
    bar(score),
    percentText(score.compliance),
    percentText(score.coverage),
  ];
}

/** What passed, failed and is open, by weight; whatever is above nothing shows at least one cell. */
function bar({ weights }: Score): string {
  const { passed, decided, applicable } = weights;
  if (applicable === 0) return ' '.repeat(BAR_CELLS);
  const gap = cells(decided - passed, applicable);
  const unknown = cells(applicable - decided, applicable);
  const pass = Math.max(0, BAR_CELLS - gap - unknown);
  return ('█'.repeat(pass) + '▒'.repeat(gap) + '░'.repeat(unknown)).slice(0, BAR_CELLS);
}

function cells(part: number, whole: number): number {
  return part === 0 ? 0 : Math.max(1, Math.round((part * BAR_CELLS) / whole));
}

function legend({ words: { verdict } }: Wording): string {
  return `█ ${verdict.pass}  ▒ ${verdict.gap}  ░ ${verdict.unknown}`;
}

import { BINS, type NotJudged, type Often, type Overview, type ProfileLine } from '../../assess/overview.js';
import { own } from '../../core/own.js';
import type { Header, Summary } from '../../core/run.js';
import { sayProblem } from '../../i18n/translate.js';
import { escapeTerminal } from '../escape.js';
import { percentText } from '../say/percent.js';
import type { Wording } from '../say/wording.js';
import { areasSection } from './areas.js';
import { type Page, widest } from './page.js';
import { gateSection, lawEntries } from './sections.js';
import { cutLeft, pad, padLeft, width } from './wrap.js';

/** Most lines of each list; the rest are counted. */
const SHOWN_PROFILES = 30;
const SHOWN_OFTEN = 10;
const SHOWN_NAMES = 20;
const WIDE_ENOUGH_FOR_COUNTS = 76;

/** What several profiles come to together: the worst of them, how the numbers spread, what is missed most, and the gate last. */
export function manySections(page: Page, overview: Overview, header: Header, summary: Summary, wording: Wording): void {
  const { report } = wording.words;
  lawEntries(page, header, wording);
  page.text(report.disclaimer, 0, page.style.dim);
  page.blank();
  page.text(report.batch(overview.profiles, overview.passed));
  profiles(page, overview, wording);
  notJudged(page, overview, wording);
  if (overview.profiles > overview.notJudgedCount) {
    areasSection(page, { ...overview.score(null), encouraged: null, areas: areaScores(overview, wording) }, wording);
    distribution(page, overview, wording);
    often(page, report.rulesMissed, overview.rulesMissed, wording, (id) => ruleTitle(id, wording));
    often(page, report.factsUndeclared, overview.factsUndeclared, wording, (path) => wording.factTitle(path));
  }
  duplicates(page, summary, wording);
  gateSection(page, summary.gate, wording);
}

/** A line for each profile, the worst first. */
function profiles(page: Page, overview: Overview, wording: Wording): void {
  const { report } = wording.words;
  if (overview.profiles === 0) return;
  const shown = overview.worst(SHOWN_PROFILES);
  const states = shown.map((line) => stateOf(line, wording));
  // On a narrow page the name needs the room more than the counts do.
  const from = page.width < WIDE_ENOUGH_FOR_COUNTS ? 2 : 0;
  const heads = [report.columns.gap, report.columns.unknown, report.compliance, report.coverage].slice(from);
  const rows = shown.map(({ counts, compliance, coverage }) =>
    [
      counts === null ? '—' : String(counts.gap),
      counts === null ? '—' : String(counts.unknown),
      percentText(compliance),
      percentText(coverage),
    ].slice(from),
  );
  const widths = heads.map((head, column) => widest([head, ...rows.map((row) => row[column] ?? '')]) + 2);
  const stateWidth = widest(states);
  const nameWidth = page.width - stateWidth - 2 - widths.reduce((sum, each) => sum + each, 0);
  const cells = (row: readonly string[]): string => row.map((cell, column) => padLeft(cell, widths[column] ?? 0)).join('');
  page.heading(report.worstFirst);
  page.raw([page.style.dim(`${pad('', stateWidth)}  ${pad(report.profile, nameWidth)}${cells(heads)}`)]);
  for (const [index, line] of shown.entries()) {
    const color = line.passed ? page.style.green : page.style.red;
    const name = pad(cutLeft(escapeTerminal(line.path), nameWidth), nameWidth);
    page.raw([`${color(pad(states[index] ?? '', stateWidth))}  ${name}${cells(rows[index] ?? [])}`]);
  }
  if (overview.profiles > shown.length) page.text(report.moreProfiles(overview.profiles - shown.length), 0, page.style.dim);
}

function stateOf({ status, passed }: ProfileLine, { words: { report, status: names } }: Wording): string {
  return status !== 'judged' ? names[status] : passed ? report.gatePassed : report.gateFailed;
}

/** The files that could not be judged, each with the first of its problems. */
function notJudged(page: Page, overview: Overview, wording: Wording): void {
  const { report, status } = wording.words;
  if (overview.notJudgedCount === 0) return;
  page.heading(report.notJudged(overview.notJudgedCount));
  for (const each of overview.notJudged.slice(0, SHOWN_NAMES)) {
    page.bullet('✗', `${nameOf(each)} [${status[each.status]}]`, 0, page.style.red);
    if (each.first !== null) page.text(sayProblem(each.first, wording.words), 2);
    if (each.problems > 1) page.text(report.more(each.problems - 1), 2, page.style.dim);
  }
  const more = overview.notJudgedCount - Math.min(SHOWN_NAMES, overview.notJudged.length);
  if (more > 0) page.text(report.more(more));
}

function nameOf({ path, first }: NotJudged): string {
  return first === null || first.at.line === null ? path : `${path}:${first.at.line}:${first.at.column}`;
}

function areaScores(overview: Overview, { catalog }: Wording): Record<string, ReturnType<Overview['score']>> {
  const scores = Object.keys(catalog.areas).map((area) => [area, overview.score(area)] as const);
  return Object.fromEntries(scores.filter(([, { counts }]) => Object.values(counts).some((each) => each > 0)));
}

const BAR_CELLS = 20;

/** How many profiles lie where, by compliance and by coverage. */
function distribution(page: Page, overview: Overview, wording: Wording): void {
  const { report } = wording.words;
  page.heading(report.distribution);
  const labels = BINS.map((bound, index) => {
    const above = BINS[index - 1];
    return bound === null ? '—' : typeof above === 'number' ? `${bound}%–${above}%` : `${bound}%`;
  });
  const labelWidth = widest(labels);
  const judged = overview.profiles - overview.notJudgedCount;
  const numberWidth = String(judged).length;
  const bar = (count: number): string => {
    const cells = count === 0 ? 0 : Math.max(1, Math.round((count * BAR_CELLS) / judged));
    return `${padLeft(String(count), numberWidth)} ${pad('█'.repeat(cells), BAR_CELLS)}`;
  };
  const columnWidth = numberWidth + 1 + BAR_CELLS;
  page.raw([page.style.dim(`${pad('', labelWidth)}  ${pad(report.compliance, columnWidth)}  ${report.coverage}`)]);
  const [compliance, coverage] = [overview.binned('compliance'), overview.binned('coverage')];
  for (const [index, label] of labels.entries()) {
    page.raw([`${padLeft(label, labelWidth)}  ${bar(compliance[index] ?? 0)}  ${bar(coverage[index] ?? 0)}`]);
  }
}

function often(page: Page, heading: string, all: readonly Often[], { words: { report } }: Wording, title: (name: string) => string): void {
  if (all.length === 0) return;
  page.heading(heading);
  const shown = all.slice(0, SHOWN_OFTEN);
  const numberWidth = Math.max(...shown.map(({ profiles: count }) => width(report.inProfiles(count))));
  for (const { name, profiles: count } of shown) {
    page.entry(padLeft(report.inProfiles(count), numberWidth), title(name), numberWidth);
    page.text(name, numberWidth + 2, page.style.dim);
  }
  if (all.length > shown.length) page.text(report.more(all.length - shown.length), 0, page.style.dim);
}

function ruleTitle(id: string, wording: Wording): string {
  const rule = own(wording.catalog.rules, id);
  return rule === undefined ? id : wording.fill(wording.text(rule.title), rule);
}

function duplicates(page: Page, { duplicates: all }: Summary, { words: { report } }: Wording): void {
  if (all.length === 0) return;
  page.heading(report.duplicates(all.length));
  for (const { identity, paths } of all.slice(0, SHOWN_NAMES)) {
    page.bullet('·', identity);
    for (const path of paths.slice(0, SHOWN_NAMES)) page.text(path, 4);
    if (paths.length > SHOWN_NAMES) page.text(report.more(paths.length - SHOWN_NAMES), 4, page.style.dim);
  }
  if (all.length > SHOWN_NAMES) page.text(report.more(all.length - SHOWN_NAMES), 0, page.style.dim);
}

import type { Finding } from '../../core/finding.js';
import { WHOLE_FILE } from '../../core/problem.js';
import type { ProfileRecord } from '../../core/run.js';
import { countRules, findingsOf, type RuledFinding } from '../say/findings.js';
import type { Wording } from '../say/wording.js';
import type { View } from '../view.js';
import { codeFrame } from './frame.js';
import { type Page, widest } from './page.js';

/** Every gap: what the declared fact shows, where it stands, the law, what it can cost and what to do; encouraged ones briefly at the end. */
export function gapsSection(page: Page, record: ProfileRecord, view: View, wording: Wording): void {
  if (!view.show.includes('gap')) return;
  const all = findingsOf(record, wording.catalog, 'gap');
  const gaps = all.filter(({ finding }) => finding.duty !== 'encouraged');
  const { report } = wording.words;
  page.heading(gaps.length === 0 ? report.noGaps : report.gaps(countRules(gaps)));
  for (const gap of gaps) {
    page.blank();
    oneGap(page, gap, record, wording);
  }
  const encouraged = all.filter(({ finding }) => finding.duty === 'encouraged');
  if (encouraged.length === 0) return;
  page.heading(report.encouragedGaps(countRules(encouraged)));
  for (const { rule } of encouraged) page.bullet('·', wording.fill(wording.text(rule.title), rule));
}

function oneGap(page: Page, { finding, rule }: RuledFinding, record: ProfileRecord, wording: Wording): void {
  const { duty, severity, report } = wording.words;
  const tag = `[${duty[finding.duty]}·${severity[rule.severity]}]`;
  page.bullet('✗', `${tag} ${wording.fill(wording.text(rule.title), rule)}`, 0, (line) => page.style.red.bold(line));
  if (finding.item !== null) page.text(finding.item, 2, page.style.bold);
  for (const part of finding.parts) page.text(wording.gap(rule, part), 2);
  const labels = [report.place, report.law, report.cost, report.remedy];
  const labelWidth = widest(labels);
  const entry = (label: string, text: string): void => page.entry(label, text, labelWidth, 2);
  places(page, finding, record, wording, labelWidth);
  for (const [index, basis] of finding.basis.entries()) {
    const cited = rule.basis[basis];
    if (cited !== undefined) entry(index === 0 ? report.law : '', wording.basis(cited));
  }
  if (finding.duty !== rule.duty) entry('', report.loweredDuty);
  const liable = finding.liability.flatMap((index) => rule.liability[index] ?? []);
  for (const [index, line] of wording.liabilities(liable).entries()) entry(index === 0 ? report.cost : '', line);
  entry(report.remedy, wording.fill(wording.text(rule.remedy), rule));
  page.text(finding.rule, labelWidth + 4, page.style.dim);
}

/** Most places of one gap that are shown. */
const SHOWN_PLACES = 3;

/** Where the facts stand that a gap rests on, each with its line. */
function places(page: Page, finding: Finding, record: ProfileRecord, wording: Wording, labelWidth: number): void {
  const { report } = wording.words;
  const found = finding.facts.length === 0 ? [finding.at] : finding.facts.map((fact) => ({ ...WHOLE_FILE, ...fact }));
  // Several facts on one line are one place to go to.
  const lines = found.filter((at, index) => at.line === null || found.findIndex((each) => each.line === at.line) === index);
  for (const [index, at] of lines.slice(0, SHOWN_PLACES).entries()) {
    page.entry(index === 0 ? report.place : '', `${record.path}${at.line === null ? '' : `:${at.line}:${at.column}`}`, labelWidth, 2);
    page.raw(codeFrame(at, page.width - labelWidth - 4), labelWidth + 4, page.style.dim);
  }
  const more = Math.max(0, lines.length - SHOWN_PLACES) + finding.moreFacts;
  if (more > 0) page.text(report.moreFacts(more), labelWidth + 4, page.style.dim);
}

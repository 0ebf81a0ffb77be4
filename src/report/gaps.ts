import type { Finding } from '../core/finding.js';
import { DUTIES, type Rule, SEVERITIES } from '../core/rule.js';
import type { ProfileRecord, Run } from '../core/run.js';
import { escapeTerminal } from './escape.js';
import { codeFrame } from './frame.js';
import { type Page, widest } from './page.js';
import type { View } from './view.js';
import type { Wording } from './words.js';
import { wrap } from './wrap.js';

/** A finding with its rule. */
export interface Judged {
  readonly finding: Finding;
  readonly rule: Rule;
}

/** Findings of a verdict with their rules: the strongest duty and greatest harm first, else in the order of the pack. */
export function findingsOf(record: ProfileRecord, run: Run, verdict: Finding['verdict']): Judged[] {
  const rules = new Map(run.rules.map((rule) => [rule.id, rule]));
  return record.findings
    .filter((finding) => finding.verdict === verdict)
    .flatMap((finding) => {
      const rule = rules.get(finding.rule);
      return rule === undefined ? [] : [{ finding, rule }];
    })
    .sort((a, b) => rank(a) - rank(b));
}

function rank({ finding, rule }: Judged): number {
  return DUTIES.indexOf(finding.duty) * SEVERITIES.length + SEVERITIES.indexOf(rule.severity);
}

/** Every gap: what the declared fact shows, where it stands, the law, what it can cost and what to do. */
export function gapsSection(page: Page, record: ProfileRecord, run: Run, view: View, wording: Wording): void {
  if (!view.show.includes('gap')) return;
  const gaps = findingsOf(record, run, 'gap');
  const { report } = wording.words;
  if (gaps.length === 0) {
    page.heading(report.noGaps);
    return;
  }
  page.heading(report.gaps(gaps.length));
  for (const gap of gaps) {
    page.blank();
    oneGap(page, gap, record, wording);
  }
}

function oneGap(page: Page, { finding, rule }: Judged, record: ProfileRecord, wording: Wording): void {
  const { duty, severity, report } = wording.words;
  const tag = `[${duty[finding.duty]}·${severity[rule.severity]}]`;
  const title = wrap(`${tag} ${escapeTerminal(wording.fill(wording.text(rule.title), rule))}`, page.width - 2);
  page.raw(
    title.map((line, index) => `${index === 0 ? '✗ ' : '  '}${line}`),
    0,
    (line) => page.style.red.bold(line),
  );
  if (finding.item !== null) page.text(finding.item, 2, page.style.bold);
  for (const part of finding.parts) page.text(wording.gap(rule, part), 2);
  const labels = [report.place, report.facts, report.law, report.cost, report.remedy];
  const labelWidth = widest(labels);
  const entry = (label: string, text: string): void => page.entry(label, text, labelWidth, 2);
  const at = record.place(finding.pointer);
  entry(report.place, `${record.path}${at.line === null ? '' : `:${at.line}:${at.column}`}`);
  page.raw(codeFrame(at, page.width - labelWidth - 4), labelWidth + 4, page.style.dim);
  for (const [index, basis] of finding.basis.entries()) {
    const cited = rule.basis[basis];
    if (cited !== undefined) entry(index === 0 ? report.law : '', wording.basis(cited));
  }
  if (finding.duty !== rule.duty) entry('', report.loweredDuty);
  const liable = finding.liability.flatMap((index) => rule.liability[index] ?? []);
  for (const [index, line] of wording.liabilities(liable).entries()) entry(index === 0 ? report.cost : '', line);
  entry(report.remedy, wording.fill(wording.text(rule.remedy), rule));
  page.text(rule.id, labelWidth + 4, page.style.dim);
}

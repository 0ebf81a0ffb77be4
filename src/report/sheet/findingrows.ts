import type { Finding, Place } from '../../core/finding.js';
import { own } from '../../core/own.js';
import { factPath } from '../../core/pointer.js';
import type { ProfileRecord } from '../../core/run.js';
import type { SheetColumn } from '../../i18n/sheets/words.js';
import { sayProblem } from '../../i18n/translate.js';
import { findingsOf, type RuledFinding } from '../say/findings.js';
import type { Wording } from '../say/wording.js';
import type { View } from '../view.js';
import type { Values } from './cells.js';

/** The columns of the table of findings, the same in CSV and in a workbook. */
export const FINDING_COLUMNS: readonly SheetColumn[] = [
  'profile',
  'operator',
  'platform',
  'area',
  'title',
  'duty',
  'severity',
  'verdict',
  'reason',
  'item',
  'message',
  'declared',
  'missing',
  'place',
  'law',
  'cost',
  'remedy',
  'grounds',
  'rule',
  'identity',
  'uscc',
];

/** What to show of a profile: a row for each finding, gaps first and among them the strongest duty and greatest harm. */
export function findingRows(record: ProfileRecord, { show }: View, wording: Wording): Values[] {
  const subject = subjectOf(record);
  const order = ['gap', 'unknown', 'manual', 'pass', 'not-applicable'] as const;
  const shown = order.filter((verdict) => show.includes(verdict)).flatMap((verdict) => findingsOf(record, wording.catalog, verdict));
  return shown.map((judged) => ({ ...subject, ...findingRow(judged, record, wording) }));
}

/** Whom and what a row is about. */
export function subjectOf({ path, id, operator, platform }: ProfileRecord): Values {
  return { profile: path, identity: id, operator: operator.name ?? '', uscc: operator.uscc ?? '', platform: platform.name ?? '' };
}

/** What is wrong with the file itself, a row for each problem. */
export function problemRows(record: ProfileRecord, wording: Wording): Values[] {
  const subject = subjectOf(record);
  return record.problems.map((found) => ({
    ...subject,
    level: wording.words.sheets.level[found.level],
    problem: sayProblem(found, wording.words),
    place: placeText(record, found.at),
    source: found.at.source ?? '',
  }));
}

/** What a finding says of its rule alone: the area, the title and how grave it is. */
export function ruleValues({ finding, rule }: RuledFinding, wording: Wording): Values {
  const { duty, severity } = wording.words;
  const area = own(wording.catalog.areas, rule.area);
  return {
    area: area === undefined ? rule.area : wording.text(area),
    rule: finding.rule,
    title: wording.fill(wording.text(rule.title), rule),
    duty: duty[finding.duty],
    severity: severity[rule.severity],
  };
}

function findingRow(judged: RuledFinding, record: ProfileRecord, wording: Wording): Values {
  const { finding, rule } = judged;
  const { verdict, reason } = wording.words;
  const gap = finding.verdict === 'gap';
  const liable = finding.liability.flatMap((index) => rule.liability[index] ?? []);
  return {
    ...ruleValues(judged, wording),
    verdict: verdict[finding.verdict],
    reason: finding.reason === null ? '' : reason[finding.reason],
    item: finding.item ?? '',
    message: gap ? finding.parts.map((part) => wording.gap(rule, part)) : questionOf(judged, wording),
    declared: declaredLines(finding, wording),
    missing: finding.missing.map((path) => `${wording.factTitle(path)} (${path})`),
    place: placeText(record, finding.at),
    law: lawLines(judged, wording),
    grounds: rule.grounds.map(({ clause }) => clause),
    cost: gap ? wording.liabilities(liable) : '',
    remedy: gap ? wording.fill(wording.text(rule.remedy), rule) : '',
  };
}

/** What a person must answer; nothing where the facts decide. */
export function questionOf({ finding, rule }: RuledFinding, wording: Wording): string {
  return finding.verdict === 'manual' && rule.ask !== null ? wording.fill(wording.text(rule.ask), rule) : '';
}

/** The laws in force that a finding rests on, a line for each. */
export function lawLines({ finding, rule }: RuledFinding, wording: Wording): string[] {
  const lines = finding.basis.flatMap((index) => rule.basis[index] ?? []).map((basis) => wording.basis(basis));
  return finding.duty === rule.duty ? lines : [...lines, wording.words.report.loweredDuty];
}

function declaredLines({ facts, moreFacts }: Finding, wording: Wording): string[] {
  const lines = facts.map(({ pointer, value }) => {
    const path = factPath(pointer);
    return `${wording.factTitle(path)} = ${wording.value(value, path)}`;
  });
  return moreFacts === 0 ? lines : [...lines, wording.words.report.moreFacts(moreFacts)];
}

function placeText({ path }: ProfileRecord, { line, column }: Place): string {
  return line === null ? path : `${path}:${line}:${column}`;
}

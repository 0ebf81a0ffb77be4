import { questionsOf } from '../../assess/questions.js';
import { own } from '../../core/own.js';
import type { Gate, Header, ProfileRecord } from '../../core/run.js';
import { sayGateReason } from '../../i18n/translate.js';
import { decisiveFindings } from '../say/decided.js';
import { countOf, countRules, findingsOf, type RuledFinding } from '../say/findings.js';
import { knownLines } from '../say/known.js';
import { because } from '../say/messages.js';
import { shapeOf } from '../say/shape.js';
import type { Wording } from '../say/wording.js';
import type { View } from '../view.js';
import { type Page, widest } from './page.js';

/** Most facts to declare that are shown; the rest are counted. */
const SHOWN_QUESTIONS = 20;

/** Which facts to declare, those first that can decide most. */
export function questionsSection(page: Page, record: ProfileRecord, view: View, wording: Wording): void {
  const questions = view.show.includes('unknown') ? questionsOf(record, wording.catalog) : [];
  if (questions.length === 0) return;
  const { report } = wording.words;
  page.heading(report.questions(questions.length));
  for (const question of questions.slice(0, SHOWN_QUESTIONS)) {
    page.bullet('?', wording.factTitle(question.path));
    page.text(`${question.path}: ${shapeOf(question.path, wording)}`, 4, page.style.dim);
    page.text(report.questionWaits(question.alone, question.rules.length), 4, page.style.dim);
  }
  if (questions.length > SHOWN_QUESTIONS) page.text(report.more(questions.length - SHOWN_QUESTIONS), 2);
}

/** Questions that only a person can answer. */
export function manualSection(page: Page, record: ProfileRecord, view: View, wording: Wording): void {
  const manual = findingsOf(record, wording.catalog, 'manual');
  if (!view.show.includes('manual') || manual.length === 0) return;
  page.heading(wording.words.report.manual(countRules(manual)));
  for (const { finding, rule } of manual) {
    const item = finding.item === null ? '' : `${finding.item} `;
    page.bullet('☐', `${item}${rule.ask === null ? '' : wording.fill(wording.text(rule.ask), rule)}`);
    const cited = finding.basis.flatMap((index) => rule.basis[index] ?? []);
    page.text(wording.citations(cited), 4, page.style.dim);
  }
}

/** What passed and what does not apply, where asked for; and what of all this is not shown. */
export function othersSection(page: Page, record: ProfileRecord, view: View, wording: Wording): void {
  const { report, verdict } = wording.words;
  const passes = decisiveFindings(record, wording.catalog, 'pass');
  if (view.show.includes('pass')) {
    const duties = passes.filter(({ rule }) => rule.kind === 'duty');
    listed(page, report.passes(countRules(duties)), duties, '✓', wording, () => null);
  }
  const prohibitions = passes.filter(({ rule }) => rule.kind === 'prohibition');
  if (prohibitions.length > 0) {
    page.heading(report.prohibitionPasses(countRules(prohibitions)));
    if (view.show.includes('pass')) for (const each of prohibitions) line(page, each, '○', wording, null);
  }
  if (view.show.includes('not-applicable')) {
    const others = decisiveFindings(record, wording.catalog, 'not-applicable');
    listed(page, report.notApplicable(countRules(others)), others, '–', wording, (each) => because(each, wording));
  }
  const hidden = (['gap', 'unknown', 'manual', 'pass', 'not-applicable'] as const).filter((each) => !view.show.includes(each));
  const counted = hidden.map((each) => [each, countOf(record, each)] as const).filter(([, count]) => count > 0);
  if (counted.length === 0) return;
  page.blank();
  page.text(
    report.hidden(counted.map(([each, count]) => `${verdict[each]} ${count}`).join(wording.words.listSeparator)),
    0,
    page.style.dim,
  );
}

function listed(
  page: Page,
  heading: string,
  judged: readonly RuledFinding[],
  mark: string,
  wording: Wording,
  note: (judged: RuledFinding) => string | null,
): void {
  if (judged.length === 0) return;
  page.heading(heading);
  for (const each of judged) line(page, each, mark, wording, note(each));
}

function line(page: Page, { finding, rule }: RuledFinding, mark: string, wording: Wording, note: string | null): void {
  const item = finding.item === null ? '' : ` ${finding.item}`;
  page.bullet(mark, `${wording.fill(wording.text(rule.title), rule)}${item}`);
  if (note !== null) page.text(note, 4, page.style.dim);
}

/** Rules that come into force within the horizon. */
export function upcomingSection(page: Page, record: ProfileRecord, header: Header, wording: Wording): void {
  if (record.upcoming.length === 0) return;
  const { report, verdict } = wording.words;
  page.heading(report.upcoming(record.upcoming.length, header.options.horizonDays));
  for (const { rule: id, from, verdict: found } of record.upcoming) {
    const rule = own(wording.catalog.rules, id);
    const title = rule === undefined ? id : wording.fill(wording.text(rule.title), rule);
    page.text(`${report.upcomingFrom(from)} [${verdict[found]}] ${title}`, 2);
  }
}

/** By which rules and as of which day was judged. */
export function lawEntries(page: Page, header: Header, wording: Wording): void {
  const { headings, ...words } = wording.words.report;
  const labelWidth = widest(Object.values(headings));
  for (const { id, version, digest } of header.packs) page.entry(headings.pack, words.pack(id, version, digest.slice(0, 15)), labelWidth);
  for (const known of knownLines(header, wording)) page.entry(headings.known, known, labelWidth);
  page.entry(headings.asOf, words.asOf(header.asOf), labelWidth);
}

/** The decision and why, at the end where a reader of a terminal looks first. */
export function gateSection(page: Page, { passed, reasons }: Gate, wording: Wording): void {
  page.blank();
  const words = wording.words.report;
  const verdict = passed ? page.style.green.bold(words.gatePassed) : page.style.red.bold(words.gateFailed);
  page.raw([verdict]);
  for (const reason of reasons) page.bullet('·', sayGateReason(reason, wording.words), 2);
}

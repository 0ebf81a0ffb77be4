import type { Header, ProfileRecord, Run } from '../core/run.js';
import { sayGateReason } from '../i18n/translate.js';
import { areasSection } from './areas.js';
import { escapeTerminal } from './escape.js';
import { gapsSection } from './gaps.js';
import { Page, percentText, widest } from './page.js';
import { problemsSection } from './problems.js';
import { manualSection, othersSection, questionsSection, upcomingSection } from './sections.js';
import type { Report, Reporter, View } from './view.js';
import { Wording } from './words.js';
import { cutLeft, pad } from './wrap.js';

/** The report for a person at a terminal: what fails first and why, what to declare, and the gate last. */
export const tableReport: Reporter = (header, view): Report => {
  const profiles: ProfileRecord[] = [];
  return {
    add: (record) => {
      const [only] = profiles;
      if (profiles.length === 1 && only !== undefined) profiles[0] = withoutFindings(only);
      profiles.push(profiles.length > 0 ? withoutFindings(record) : record);
      return '';
    },
    end: (summary) => renderTable({ header, profiles, summary }, view),
  };
};

/** The table of several profiles shows no findings, and these are most of a record. */
function withoutFindings(record: ProfileRecord): ProfileRecord {
  return { ...record, findings: [], questions: [], upcoming: [] };
}

function renderTable(run: Run, view: View): string {
  const wording = new Wording(view.lang, run.header.catalog);
  const page = new Page(view.width, view.color);
  const words = wording.words.report;
  page.heading(`${words.title}${run.header.partial ? words.partial : ''}`);
  const [only] = run.profiles;
  if (run.profiles.length === 1 && only !== undefined) profile(page, only, run.header, view, wording);
  else batch(page, run, wording);
  return page.toString();
}

function profile(page: Page, record: ProfileRecord, header: Header, view: View, wording: Wording): void {
  head(page, record, header, wording);
  problemsSection(page, record, wording);
  if (record.counts !== null) {
    areasSection(page, record, wording);
    gapsSection(page, record, view, wording);
    questionsSection(page, record, view, wording);
    manualSection(page, record, view, wording);
    othersSection(page, record, view, wording);
    upcomingSection(page, record, header, wording);
  }
  gate(page, record, wording);
}

function head(page: Page, record: ProfileRecord, header: Header, wording: Wording): void {
  const { headings, ...words } = wording.words.report;
  const labelWidth = widest(Object.values(headings));
  const { operator, platform, declaration } = record;
  const code = operator.uscc === null ? '' : ` ${operator.uscc}`;
  const who = [`${operator.name ?? ''}${code}`.trim(), platform.name ?? ''].filter((each) => each !== '').join(' · ');
  const by = [declaration.by, declaration.title].filter((each) => each !== null).join(' ');
  if (who !== '') page.entry(headings.who, who, labelWidth);
  page.entry(
    headings.declaration,
    declaration.date === null ? words.undeclaredDate : words.declared(declaration.date, by === '' ? null : by),
    labelWidth,
  );
  for (const { id, version, digest } of header.packs) page.entry(headings.pack, words.pack(id, version, digest.slice(0, 15)), labelWidth);
  page.entry(headings.asOf, words.asOf(header.asOf), labelWidth);
  page.entry(headings.file, record.path, labelWidth);
  page.text(words.disclaimer, 0, page.style.dim);
}

function gate(page: Page, record: ProfileRecord, wording: Wording): void {
  page.blank();
  const { passed, reasons } = record.gate;
  const words = wording.words.report;
  const verdict = passed ? page.style.green.bold(words.gatePassed) : page.style.red.bold(words.gateFailed);
  page.raw([verdict]);
  for (const reason of reasons) page.bullet('·', sayGateReason(reason, wording.words), 2);
}

/** One line per profile, those that did not pass first. */
function batch(page: Page, run: Run, wording: Wording): void {
  const { report, status } = wording.words;
  const passed = run.profiles.filter((each) => each.gate.passed).length;
  page.text(report.batch(run.profiles.length, passed));
  page.blank();
  const sorted = [...run.profiles].sort((a, b) => Number(a.gate.passed) - Number(b.gate.passed));
  const numbers = [report.compliance, report.coverage];
  const numberWidth = widest(numbers) + 2;
  const stateWidth = widest([report.gatePassed, report.gateFailed, ...Object.values(status)]);
  const nameWidth = page.width - stateWidth - 2 * numberWidth - 4;
  page.raw([
    page.style.dim(`${pad('', stateWidth)}  ${pad(report.profile, nameWidth)}  ${numbers.map((each) => pad(each, numberWidth)).join('')}`),
  ]);
  for (const record of sorted) {
    const state = record.status !== 'judged' ? status[record.status] : record.gate.passed ? report.gatePassed : report.gateFailed;
    const color = record.gate.passed ? page.style.green : page.style.red;
    const cells = [percentText(record.compliance), percentText(record.coverage)];
    page.raw([
      `${color(pad(state, stateWidth))}  ${pad(cutLeft(escapeTerminal(record.path), nameWidth), nameWidth)}  ${cells.map((each) => pad(each, numberWidth)).join('')}`,
    ]);
  }
  if (run.summary.duplicates.length > 0) {
    page.heading(report.duplicates(run.summary.duplicates.length));
    for (const { identity, paths } of run.summary.duplicates) page.bullet('·', `${identity}: ${paths.join(', ')}`);
  }
  page.blank();
  page.raw([run.summary.gate.passed ? page.style.green.bold(report.gatePassed) : page.style.red.bold(report.gateFailed)]);
  for (const reason of run.summary.gate.reasons) page.bullet('·', sayGateReason(reason, wording.words), 2);
}

import type { Verdict } from '../../core/finding.js';
import type { Gate, ProfileRecord } from '../../core/run.js';
import { answer, firstOf } from './answer.js';
import { appendix } from './appendix.js';
import { gapsSection } from './gaps.js';
import { type Content, html, type Markup } from './markup.js';
import { othersSections, problemsSection, upcomingSection } from './others.js';
import { document, lawLine } from './page.js';
import { manualSection, questionsSection } from './questions.js';
import { declared, outcomesOf, type PageContext, type RuleOutcome } from './sheet.js';
import { foldedLine, type Scored, summarySection } from './summary.js';

/** What a page of one profile says of the run: its title and gate. */
export interface PageOf {
  readonly title: string;
  readonly gate: Gate;
}

/** The page of one profile; `above` stands over its title, such as a way back. */
export function profilePage(record: ProfileRecord, { title, gate }: PageOf, sheet: PageContext, above: Content = null): string {
  const { report, html: words } = sheet.wording.words;
  const outcomes = outcomesOf(record, sheet);
  const { weights, counts, compliance, coverage } = record;
  const scored = weights === null || counts === null ? null : { ...record, weights, counts, compliance, coverage };
  const parts = scored === null ? [] : judgedParts(record, scored, outcomes, sheet);
  const errors = record.problems.filter(({ level }) => level === 'error').length;
  const sections: readonly PagePart[] = [
    ['errors', report.problems(errors), problemsSection(record, 'error', sheet)],
    ...parts,
    ['warnings', report.warnings(record.problems.length - errors), problemsSection(record, 'warning', sheet)],
    ['appendix', words.appendix, appendix(record, sheet)],
  ];
  const there = sections.filter(([, , part]) => part !== null && part !== false);
  const body = there.map(([, , part]) => part);
  const jumps = there.filter(([id]) => id !== '').map(([id, name]) => ({ id, title: name }));
  const head = [above, headOf(record, title, sheet), answer(gate, firstOf(record, outcomes, sheet), sheet)];
  return document(`${nameOf(record)} — ${title}`, head, jumps, body, sheet);
}

/** A section with its id and its name in the contents; without an id it is not listed there. */
type PagePart = readonly [id: string, title: string, part: Content];

function judgedParts(record: ProfileRecord, scored: Scored, outcomes: readonly RuleOutcome[], sheet: PageContext): PagePart[] {
  const { html: words } = sheet.wording.words;
  const named = (verdict: Verdict): string => `${sheet.wording.words.verdict[verdict]} ${scored.counts[verdict]}`;
  return [
    ['summary', words.summary, summarySection(scored, sheet)],
    ['gaps', named('gap'), gapsSection(outcomes, record.path, sheet)],
    ['facts', named('unknown'), questionsSection(record, outcomes, sheet)],
    ['manual', named('manual'), manualSection(outcomes, sheet)],
    ['upcoming', words.upcoming, upcomingSection(record, sheet)],
    ['', '', foldedLine([record.counts, record.encouraged], sheet)],
    ...othersSections(outcomes, named, sheet),
  ];
}

/** The platform, else the operator, else the file. */
export function nameOf({ platform, operator, path }: ProfileRecord): string {
  return platform.name ?? operator.name ?? path;
}

function headOf(record: ProfileRecord, title: string, sheet: PageContext): Markup {
  const { wording, header } = sheet;
  const { report, html: words } = wording.words;
  const { operator, declaration, path } = record;
  const by = [declaration.by, declaration.title].filter((each) => each !== null).join(' ');
  const who = [operator.name, operator.uscc].filter((each) => each !== null).join(' ');
  const when = declaration.date === null ? report.undeclaredDate : report.declared(declaration.date, by === '' ? null : by);
  return html`<p class="kicker">${title}</p><h1>${declared(nameOf(record))}</h1><dl>
    ${who !== '' && html`<div><dt>${words.labels.operator}</dt><dd>${declared(who)}</dd></div>`}
    <div><dt>${report.headings.declaration}</dt><dd>${declared(when)}</dd></div>${lawLine(header, sheet)}
    <div><dt>${report.headings.file}</dt><dd>${declared(path)}</dd></div></dl><p class="note">${report.disclaimer}</p>`;
}

import { questionsOf } from '../../assess/questions.js';
import type { Gate, ProfileRecord } from '../../core/run.js';
import { sayGateReason } from '../../i18n/translate.js';
import { sinceOf } from './gaps.js';
import { type Content, html, type Markup } from './markup.js';
import { anchorOf, decisive, type PageContext, type RuleOutcome, tag, titleOf } from './sheet.js';

/** How many things to do first are named. */
const FIRST = 5;

/** The decision with its reasons, then what stands in `first`: the answer to what an officer asks first. */
export function answer({ passed, reasons }: Gate, first: Content, { wording }: PageContext): Markup {
  const { report, html: words } = wording.words;
  const body = html`<h2>${words.result(passed ? report.gatePassed : report.gateFailed)}</h2>
    ${reasons.length > 0 && html`<ul>${reasons.map((each) => html`<li>${sayGateReason(each, wording.words)}</li>`)}</ul>`}${first}`;
  return passed
    ? html`<section class="answer passed" id="result">${body}</section>`
    : html`<section class="answer failed" id="result">${body}</section>`;
}

/** What to mend and what to declare first, with since when it is due and what it can cost; and what comes next. */
export function firstOf(record: ProfileRecord, outcomes: readonly RuleOutcome[], sheet: PageContext): Content {
  if (record.status !== 'judged') return null;
  const { wording, header } = sheet;
  const { html: words } = wording.words;
  const gaps = outcomes.filter(({ verdict, duty }) => verdict === 'gap' && duty !== 'encouraged');
  const questions = questionsOf(record, wording.catalog);
  const [next] = record.upcoming;
  const sameDay = record.upcoming.filter(({ from }) => from === next?.from).length;
  return [
    gaps.length > 0 &&
      html`<h3>${words.first}</h3><p>${words.dueNow}</p><ol>${gaps.slice(0, FIRST).map((gap) => firstGap(gap, sheet))}</ol>${more(gaps.length - FIRST, 'gaps', sheet)}`,
    questions.length > 0 &&
      html`<h3>${words.firstDeclare}</h3><ol>${questions
        .slice(0, FIRST)
        .map(
          ({ path }) => html`<li>${wording.factTitle(path)} <code><bdi>${path}</bdi></code></li>`,
        )}</ol>${more(questions.length - FIRST, 'facts', sheet)}`,
    html`<p class="next">${next === undefined ? words.nothingNext(header.options.horizonDays) : words.next(next.from, sameDay)}</p>`,
  ];
}

function firstGap(outcome: RuleOutcome, { wording }: PageContext): Markup {
  const { rule, duty, id } = outcome;
  const [finding] = decisive(outcome);
  const liable = (finding?.liability ?? []).flatMap((index) => rule.liability[index] ?? []);
  const [cost] = wording.liabilities(liable);
  const since = finding === undefined ? null : sinceOf(finding, rule);
  const said = [since === null ? null : wording.words.html.inForceSince(since), cost ?? null].filter((each) => each !== null);
  return html`<li><a href="#${anchorOf(id)}">${titleOf(rule, wording)}</a> ${tag(duty, rule, wording)}<br><small>${said.join(' · ')}</small></li>`;
}

function more(count: number, section: string, { wording }: PageContext): Content {
  return count > 0 && html`<p><a href="#${section}">${wording.words.html.andMore(count)}</a></p>`;
}

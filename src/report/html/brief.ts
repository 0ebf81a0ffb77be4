import { questionsOf } from '../../assess/questions.js';
import type { ProfileRecord } from '../../core/run.js';
import { sayGateReason, sayProblem } from '../../i18n/translate.js';
import { type Content, html, type Markup } from './markup.js';
import { placesOf, placeText } from './places.js';
import { nameOf } from './profile.js';
import { anchorOf, decisive, declared, keysOf, outcomesOf, type PageContext, type RuleOutcome, titleOf } from './sheet.js';

/**
 * A profile among many in short: why its gate is as it is, its gaps with place and law, what it leaves undeclared, what a
 * person must answer. The texts that are the same for all stand once in the section of rules, to which it links.
 */
export function briefProfile(record: ProfileRecord, id: string, sheet: PageContext): Markup {
  const { wording } = sheet;
  const { report, verdict, status } = wording.words;
  const outcomes = outcomesOf(record, sheet);
  const { passed, reasons } = record.gate;
  const state = record.status !== 'judged' ? status[record.status] : passed ? report.gatePassed : report.gateFailed;
  const counts = record.counts;
  const counted = counts === null ? null : ` · ${verdict.gap} ${counts.gap} · ${verdict.unknown} ${counts.unknown}`;
  const name = nameOf(record);
  return html`<details class="profile" id="${id}" data-k="${keysOf(outcomes, sheet)}"><summary>${declared(record.path)}
    ${name !== record.path && html` · ${declared(name)}`} · ${passed ? state : html`<b class="fail">${state}</b>`}${counted}</summary>
    ${whoLine(record)}${reasons.length > 0 && html`<ul>${reasons.map((each) => html`<li>${sayGateReason(each, wording.words)}</li>`)}</ul>`}
    ${record.problems.length > 0 && html`<ul>${record.problems.map((each) => html`<li><code>${declared(placeText(record.path, each.at))}</code> <bdi>${sayProblem(each, wording.words)}</bdi></li>`)}</ul>`}
    ${gaps(outcomes, sheet)}${undeclared(record, sheet)}${listed(outcomes, 'manual', sheet)}${upcoming(record, sheet)}
    ${listed(outcomes, 'pass', sheet)}${listed(outcomes, 'not-applicable', sheet)}</details>`;
}

function whoLine({ operator, declaration, id, idFrom }: ProfileRecord): Content {
  const who = [operator.name, operator.uscc, declaration.date, declaration.by, declaration.title, idFrom === 'id' ? id : null];
  const said = who.filter((each) => each !== null);
  return said.length > 0 && html`<p class="note">${said.map((each, index) => [index > 0 && ' · ', declared(each)])}</p>`;
}

function gaps(outcomes: readonly RuleOutcome[], { wording }: PageContext): Content {
  const all = outcomes.filter(({ verdict }) => verdict === 'gap');
  if (all.length === 0) return null;
  return html`<p><b>${wording.words.verdict.gap}</b></p><ul>${all.map((outcome) => {
    const { id, rule, duty } = outcome;
    const findings = decisive(outcome);
    const cited = (findings[0]?.basis ?? []).flatMap((index) => rule.basis[index] ?? []);
    return html`<li><a href="#${anchorOf(id)}">${titleOf(rule, wording)}</a> <small>${wording.words.duty[duty]} · ${wording.words.severity[rule.severity]} · ${wording.citations(cited)}</small>
      ${findings.map((finding) => {
        const lines = placesOf(finding).shown.flatMap(({ line }) => (line === null ? [] : [line]));
        const said = finding.parts.map((part) => wording.gap(rule, part)).join(wording.lang === 'zh' ? '；' : '; ');
        return html`<br>${finding.item !== null && html`${declared(finding.item)} — `}<bdi>${said}</bdi>${lines.length > 0 && html` <code>:${lines.join(', :')}</code>`}`;
      })}</li>`;
  })}</ul>`;
}

function undeclared(record: ProfileRecord, { wording }: PageContext): Content {
  const questions = questionsOf(record, wording.catalog);
  if (questions.length === 0) return null;
  const paths = questions.map(({ path }) => path).join(', ');
  return html`<p><b>${wording.words.verdict.unknown} ${record.counts?.unknown ?? 0}</b> <small>${wording.words.report.questions(questions.length)}</small></p><p class="paths"><bdi>${paths}</bdi></p>`;
}

/** The rules of one verdict by their ids, which lead to the section of rules by way of a search. */
function listed(outcomes: readonly RuleOutcome[], verdict: 'manual' | 'pass' | 'not-applicable', { wording }: PageContext): Content {
  const all = outcomes.filter((each) => each.verdict === verdict);
  if (all.length === 0) return null;
  const heading = html`<b>${wording.words.verdict[verdict]} ${all.length}</b>`;
  if (verdict === 'manual')
    return html`<p>${heading} ${all.map(({ id }, index) => [index > 0 && ', ', html`<a href="#${anchorOf(id)}">${id}</a>`])}</p>`;
  return html`<p>${heading} <span class="paths">${all.map(({ id }) => id).join(', ')}</span></p>`;
}

function upcoming({ upcoming: all }: ProfileRecord, { wording }: PageContext): Content {
  const { report, verdict, html: words } = wording.words;
  if (all.length === 0) return null;
  return html`<p><b>${words.upcoming}</b></p><ul>${all.map(
    ({ rule, from, verdict: found }) =>
      html`<li>${report.upcomingFrom(from)} <a href="#${anchorOf(rule)}">${rule}</a> ${verdict[found]}</li>`,
  )}</ul>`;
}

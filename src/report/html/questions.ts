import { questionsOf } from '../../assess/questions.js';
import type { ProfileRecord, Question } from '../../core/run.js';
import { shapeOf } from '../say/shape.js';
import { writtenAs } from './example.js';
import { type Content, html, literal, type Markup } from './markup.js';
import { anchorOf, decisive, declared, foldable, keysOf, type PageContext, type RuleOutcome, tag, titleById, titleOf } from './sheet.js';

/** Facts that stand open; the others follow folded. */
const OPEN_QUESTIONS = 20;

/** The facts to declare, those first that can decide most, and the rules that wait for them. */
export function questionsSection(record: ProfileRecord, outcomes: readonly RuleOutcome[], sheet: PageContext): Content {
  const { report, html: words } = sheet.wording.words;
  const questions = questionsOf(record, sheet.wording.catalog);
  const waiting = outcomes.filter(({ verdict }) => verdict === 'unknown');
  if (questions.length === 0 && waiting.length === 0) return null;
  const byId = new Map(outcomes.map((each) => [each.id, each]));
  const listed = (some: readonly Question[]): Markup =>
    html`<ul class="entries">${some.map((each) => oneQuestion(each, byId, sheet))}</ul>`;
  const rest = questions.slice(OPEN_QUESTIONS);
  const body = [
    listed(questions.slice(0, OPEN_QUESTIONS)),
    rest.length > 0 && foldable(false, report.more(rest.length), listed(rest)),
    waiting.length > 0 && foldable(false, words.notYet(waiting.length), notYet(waiting, sheet)),
  ];
  const heading = report.questions(questions.length);
  return html`<section id="facts"><h2>${heading}</h2>${sheet.view.show.includes('unknown') ? body : foldable(false, heading, body)}</section>`;
}

function oneQuestion({ path, alone, rules }: Question, byId: ReadonlyMap<string, RuleOutcome>, sheet: PageContext): Markup {
  const { wording } = sheet;
  const { report, html: words } = wording.words;
  const type = wording.typeOf(path)?.type;
  const why = type?.why ? wording.text(type.why) : '';
  const waiting = rules.flatMap((id) => byId.get(id) ?? []);
  return html`<li data-k="${keysOf(waiting, sheet)}"><h3>${wording.factTitle(path)}</h3>
    <p><code><bdi>${path}</bdi></code> · ${report.questionWaits(alone, rules.length)}</p>
    <dl>${why !== '' && html`<div><dt>${words.whyAsked}</dt><dd>${why}</dd></div>`}
    <div><dt>${words.howToWrite}</dt><dd><pre class="yaml">${writtenAs(path, shapeOf(path, wording)).map((line) => html`<bdi>${line}</bdi>${NEWLINE}`)}</pre></dd></div>
    <div><dt>${words.rule}</dt>${rules.map((id) => html`<dd><a href="#${anchorOf(id)}">${titleById(id, wording)}</a></dd>`)}</div></dl></li>`;
}

/** The rules without a verdict, each with what it waits for. */
function notYet(outcomes: readonly RuleOutcome[], sheet: PageContext): Markup {
  const { wording } = sheet;
  const { reason, html: words } = wording.words;
  return html`<ul class="lines">${outcomes.map((outcome) => {
    const findings = decisive(outcome);
    const missing = [...new Set(findings.flatMap((each) => each.missing))];
    const why = findings.find((each) => each.reason !== null)?.reason ?? null;
    return html`<li id="${anchorOf(outcome.id)}" data-k="${keysOf([outcome], sheet)}">${titleOf(outcome.rule, wording)} ${tag(outcome.duty, outcome.rule, wording)}
      <p class="note">${why !== null && `${reason[why]}${wording.lang === 'zh' ? '；' : '; '}`}${words.waitsFor} ${missing.map((path, index) => html`${index > 0 && wording.words.listSeparator}<code><bdi>${path}</bdi></code>`)}</p>
      <p class="note"><code>${outcome.id}</code></p></li>`;
  })}</ul>`;
}

/** The questions that only a person can answer, as a list to tick off. */
export function manualSection(outcomes: readonly RuleOutcome[], sheet: PageContext): Content {
  const { wording } = sheet;
  const { report } = wording.words;
  const manual = outcomes.filter(({ verdict }) => verdict === 'manual');
  if (manual.length === 0) return null;
  const listed = html`<ul class="checklist">${manual.map((outcome) => oneManual(outcome, sheet))}</ul>`;
  const heading = report.manual(manual.length);
  return html`<section id="manual"><h2>${heading}</h2>${sheet.view.show.includes('manual') ? listed : foldable(false, heading, listed)}</section>`;
}

function oneManual(outcome: RuleOutcome, sheet: PageContext): Markup {
  const { id, rule, duty } = outcome;
  const { wording } = sheet;
  const findings = decisive(outcome);
  const items = findings.flatMap(({ item }) => (item === null ? [] : [declared(item)]));
  const cited = (findings[0]?.basis ?? []).flatMap((index) => rule.basis[index] ?? []);
  return html`<li id="${anchorOf(id)}" data-k="${keysOf([outcome], sheet)}">${rule.ask === null ? titleOf(rule, wording) : wording.fill(wording.text(rule.ask), rule)}
    ${items.map((item) => html`<p class="item">${item}</p>`)}
    <p class="note">${tag(duty, rule, wording)} ${wording.citations(cited)} · <code>${id}</code></p></li>`;
}

const NEWLINE = literal`\n`;

import type { Verdict } from '../../core/finding.js';
import type { Problem } from '../../core/problem.js';
import type { ProfileRecord } from '../../core/run.js';
import { sayProblem } from '../../i18n/translate.js';
import { type Content, html, type Markup } from './markup.js';
import { factsSaid, place } from './places.js';
import { anchorOf, decisive, declared, foldable, keysOf, type PageContext, type RuleOutcome, tag, titleById, titleOf } from './sheet.js';

/** What passed, the prohibitions without sign of a breach on a line of their own, and why the others do not apply. */
export function othersSections(
  outcomes: readonly RuleOutcome[],
  named: (verdict: Verdict) => string,
  sheet: PageContext,
): [id: string, title: string, part: Content][] {
  const { report } = sheet.wording.words;
  const passes = outcomes.filter((each) => each.verdict === 'pass');
  const duties = passes.filter(({ rule }) => rule.kind === 'duty');
  const prohibitions = passes.filter(({ rule }) => rule.kind === 'prohibition');
  const others = outcomes.filter((each) => each.verdict === 'not-applicable');
  const shows = (of: Verdict): boolean => sheet.view.show.includes(of);
  return [
    ['passes', named('pass'), section('passes', report.passes(duties.length), duties, shows('pass'), sheet)],
    ['', '', section('prohibitions', report.prohibitionPasses(prohibitions.length), prohibitions, shows('pass'), sheet)],
    [
      'not-applicable',
      named('not-applicable'),
      section('not-applicable', report.notApplicable(others.length), others, shows('not-applicable'), sheet),
    ],
  ];
}

function section(id: string, heading: string, outcomes: readonly RuleOutcome[], open: boolean, sheet: PageContext): Content {
  if (outcomes.length === 0) return null;
  const list = html`<ul class="lines">${outcomes.map((each) => line(each, sheet))}</ul>`;
  return html`<section id="${id}">${foldable(open, html`<h2>${heading}</h2>`, list)}</section>`;
}

function line(outcome: RuleOutcome, sheet: PageContext): Markup {
  const { wording } = sheet;
  const { reason, html: words } = wording.words;
  const said = decisive(outcome).map((finding) => {
    const why = finding.reason === null ? null : reason[finding.reason];
    const facts = factsSaid(finding, wording).join(wording.words.listSeparator);
    const rests = facts === '' ? null : html`${words.facts} <bdi>${facts}</bdi>`;
    const item = finding.item === null ? null : declared(finding.item);
    const parts = [item, why, rests].filter((each) => each !== null);
    return parts.length > 0 && html`<p class="note">${parts.map((part, index) => [index > 0 && ' · ', part])}</p>`;
  });
  return html`<li id="${anchorOf(outcome.id)}" data-k="${keysOf([outcome], sheet)}">${titleOf(outcome.rule, wording)} ${tag(outcome.duty, outcome.rule, wording)}
    ${said}<p class="note"><code>${outcome.id}</code></p></li>`;
}

/** Rules that come into force within the horizon; they stand in none of the numbers. */
export function upcomingSection({ upcoming }: ProfileRecord, { wording, header }: PageContext): Content {
  if (upcoming.length === 0) return null;
  const { report, verdict } = wording.words;
  return html`<section id="upcoming"><h2>${report.upcoming(upcoming.length, header.options.horizonDays)}</h2><ul class="lines">${upcoming.map(
    ({ rule, from, verdict: found }) => html`<li><strong>${report.upcomingFrom(from)}</strong> ${titleById(rule, wording)}
        <span class="tag v-${found}">${verdict[found]}</span><p class="note"><code>${rule}</code></p></li>`,
  )}</ul></section>`;
}

/** What is wrong with the file itself: errors that stop its judgement, or notes beside it. */
export function problemsSection({ problems, path }: ProfileRecord, level: Problem['level'], { wording }: PageContext): Content {
  const found = problems.filter((each) => each.level === level);
  if (found.length === 0) return null;
  const { report } = wording.words;
  const heading = level === 'error' ? report.problems(found.length) : report.warnings(found.length);
  return html`<section id="${level}s"><h2>${heading}</h2><ul class="entries">${found.map(
    (each) => html`<li><p><bdi>${sayProblem(each, wording.words)}</bdi></p>${place(path, each.at)}</li>`,
  )}</ul></section>`;
}

import { BINS, type Often, type Overview, type ProfileLine } from '../../assess/overview.js';
import { own } from '../../core/own.js';
import type { Duplicate } from '../../core/run.js';
import { sayProblem } from '../../i18n/translate.js';
import { percentText } from '../say/percent.js';
import { heat, shareBar } from './charts.js';
import { type Content, html, type Markup } from './markup.js';
import { placeText } from './places.js';
import { declared, foldable, type PageContext, scrolling } from './sheet.js';

/** Gives the target of a link to a profile, or null where there is none. */
export type LinkTo = (line: ProfileLine) => string | null;

/** The profiles with their numbers, all and by area: the worst first, with colour beside the numbers. */
export function profilesTable(lines: readonly ProfileLine[], link: LinkTo, heading: string, sheet: PageContext): Markup {
  const { wording } = sheet;
  const { report, html: words } = wording.words;
  const areas = Object.entries(wording.catalog.areas);
  const numbers = [report.columns.gap, report.columns.unknown, report.columns.manual, report.compliance, report.coverage];
  const table = html`<table class="heat"><caption><small>${words.byArea}</small></caption><thead><tr><th scope="col" class="n">${words.rank}</th>
    <th scope="col">${report.profile}</th><th scope="col">${words.outcome}</th>${[
      ...numbers,
      ...areas.map(([, title]) => wording.text(title)),
    ].map(
      (each) => html`<th scope="col" class="n">${each}</th>`,
    )}</tr></thead><tbody>${lines.map((line, index) => row(line, index + 1, link(line), sheet))}</tbody></table>`;
  return scrolling(heading, table);
}

function row(line: ProfileLine, rank: number, target: string | null, { wording }: PageContext): Markup {
  const { counts, compliance, coverage, areas } = line;
  const name = target === null ? declared(line.path) : html`<a href="${target}">${declared(line.path)}</a>`;
  const counted = (['gap', 'unknown', 'manual'] as const).map((verdict) => (counts === null ? '—' : counts[verdict]));
  const cells = html`<td class="n">${rank}</td><th scope="row">${name}</th>${state(line, wording.words)}
    ${[...counted, percentText(compliance), percentText(coverage)].map((each) => html`<td class="n">${each}</td>`)}
    ${Object.keys(wording.catalog.areas).map((id) => {
      const score = own(areas, id);
      if (score === undefined) return html`<td class="n">—</td>`;
      const gaps = score.counts.gap > 0 && ` (${score.counts.gap})`;
      return html`<td class="n ${heat(score.compliance)}">${percentText(score.compliance)}${gaps}</td>`;
    })}`;
  return target?.startsWith('#') ? html`<tr data-of="${target.slice(1)}">${cells}</tr>` : html`<tr>${cells}</tr>`;
}

function state({ status, passed }: ProfileLine, { report, status: names }: PageContext['wording']['words']): Markup {
  if (status !== 'judged') return html`<td class="fail">${names[status]}</td>`;
  return passed ? html`<td>${report.gatePassed}</td>` : html`<td class="fail">${report.gateFailed}</td>`;
}

/** How many profiles lie where, by compliance and by coverage. */
export function distributionTable(overview: Overview, { wording }: PageContext): Markup {
  const { report, html: words } = wording.words;
  const judged = overview.profiles - overview.notJudgedCount;
  const [compliance, coverage] = [overview.binned('compliance'), overview.binned('coverage')];
  const cell = (count: number): Markup => html`<td class="n">${count}</td><td class="chart">${shareBar(count, judged, 'manual')}</td>`;
  return scrolling(
    report.distribution,
    html`<table><caption>${report.distribution}</caption><thead><tr><th scope="col">${words.range}</th><th scope="col" colspan="2">${report.compliance}</th>
    <th scope="col" colspan="2">${report.coverage}</th></tr></thead><tbody>${BINS.map((bound, index) => {
      const above = BINS[index - 1];
      const label = bound === null ? '—' : typeof above === 'number' ? `${bound}%–${above}%` : `${bound}%`;
      return html`<tr><th scope="row">${label}</th>${cell(compliance[index] ?? 0)}${cell(coverage[index] ?? 0)}</tr>`;
    })}</tbody></table>`,
  );
}

/** What happens to many profiles, the most frequent first. */
export function oftenTable(
  id: string,
  heading: string,
  all: readonly Often[],
  of: number,
  name: (each: Often) => Content,
  { wording }: PageContext,
): Content {
  if (all.length === 0) return null;
  const { report, html: words } = wording.words;
  const table = (part: readonly Often[], label: string): Markup =>
    scrolling(
      label,
      html`<table><thead><tr><th scope="col">${heading}</th><th scope="col" class="n">${words.profiles}</th><th scope="col">${words.share}</th></tr></thead>
    <tbody>${part.map(
      (each) =>
        html`<tr><th scope="row">${name(each)}</th><td class="n">${each.profiles}</td><td class="chart">${shareBar(each.profiles, of, 'unknown')}</td></tr>`,
    )}</tbody></table>`,
    );
  const rest = all.slice(OPEN_LINES);
  return html`<section id="${id}"><h2>${heading}</h2>${table(all.slice(0, OPEN_LINES), heading)}${rest.length > 0 && foldable(false, report.more(rest.length), table(rest, `${heading} ${OPEN_LINES + 1}–${all.length}`))}</section>`;
}

/** Lines of what is frequent that stand open; the others follow folded. */
const OPEN_LINES = 20;

/** The files that could not be judged, each with the first of its problems. */
export function notJudgedSection(overview: Overview, { wording }: PageContext): Content {
  if (overview.notJudgedCount === 0) return null;
  const { words } = wording;
  const left = overview.notJudgedCount - overview.notJudged.length;
  return html`<section id="not-judged"><h2>${words.report.notJudged(overview.notJudgedCount)}</h2><ul class="lines">${overview.notJudged.map(
    ({
      path,
      status,
      first,
      problems,
    }) => html`<li>${declared(first === null ? path : placeText(path, first.at))} <span class="tag">${words.status[status]}</span>
      ${first !== null && html`<p class="note"><bdi>${sayProblem(first, words)}</bdi></p>`}${problems > 1 && html`<p class="note">${words.report.more(problems - 1)}</p>`}</li>`,
  )}</ul>${left > 0 && html`<p>${words.report.more(left)}</p>`}</section>`;
}

/** The identities that several inputs claim. */
export function duplicatesSection(duplicates: readonly Duplicate[], { wording }: PageContext): Content {
  if (duplicates.length === 0) return null;
  return html`<section id="duplicates"><h2>${wording.words.report.duplicates(duplicates.length)}</h2><ul class="lines">${duplicates.map(
    ({ identity, paths }) => html`<li>${declared(identity)}<ul>${paths.map((path) => html`<li>${declared(path)}</li>`)}</ul></li>`,
  )}</ul></section>`;
}

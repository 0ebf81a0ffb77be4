import { VERDICTS, type Verdict } from '../../core/finding.js';
import { own } from '../../core/own.js';
import type { Counts, ProfileRecord, Score } from '../../core/run.js';
import { percentText } from '../say/percent.js';
import { percentBar, SHOWN, sumOf, verdictBar } from './charts.js';
import { type Content, html, type Markup } from './markup.js';
import { type PageContext, scrolling } from './sheet.js';

/** The numbers of one profile, or of several together. */
export type Scored = Pick<ProfileRecord, 'areas' | 'encouraged'> & Score;

/** The numbers with charts: verdicts, compliance and coverage, and the same by area; what is in neither number beside them. */
export function summarySection(scored: Scored, sheet: PageContext): Markup {
  const { report, html: words } = sheet.wording.words;
  const { counts, weights, encouraged } = scored;
  return html`<section id="summary"><h2>${words.summary}</h2>
    <figure><figcaption>${words.allVerdicts(sumOf(counts))}</figcaption>${verdictBar(counts)}${legend(counts, sheet)}</figure>
    <dl class="numbers">${number(report.compliance, scored.compliance, 'pass', words.complianceOf(weights.passed, weights.decided))}
    ${number(report.coverage, scored.coverage, 'manual', words.coverageOf(weights.decided, weights.applicable))}</dl>
    <p class="note">${report.besides(counts.manual, counts['not-applicable'])}</p>
    ${encouragedLine(encouraged, sheet)}${areasTable(scored, sheet)}</section>`;
}

function legend(counts: Counts, { wording }: PageContext): Markup {
  return html`<ul class="legend">${SHOWN.map(
    (verdict) => html`<li><span class="key v-${verdict}"></span>${wording.words.verdict[verdict]} <b>${counts[verdict]}</b></li>`,
  )}</ul>`;
}

function number(name: string, percent: number | null, color: Verdict, meaning: string): Markup {
  return html`<div><dt>${name}</dt><dd><b>${percentText(percent)}</b>${percentBar(percent, color)}<small>${meaning}</small></dd></div>`;
}

function encouragedLine(counts: Counts | null, { wording }: PageContext): Content {
  if (counts === null || sumOf(counts) === 0) return null;
  const said = SHOWN.filter((verdict) => counts[verdict] > 0).map((verdict) => `${wording.words.verdict[verdict]} ${counts[verdict]}`);
  return html`<p class="note">${wording.words.report.encouraged(said.join(wording.words.listSeparator))}</p>`;
}

function areasTable(scored: Scored, { wording }: PageContext): Markup {
  const { report } = wording.words;
  const rows = Object.entries(wording.catalog.areas).flatMap(([id, title]) => {
    const score = own(scored.areas, id);
    return score === undefined ? [] : [row(wording.text(title), score)];
  });
  return scrolling(
    report.areas,
    html`<table><caption>${report.areas}</caption><thead><tr><th scope="col">${report.area}</th>${SHOWN.map(
      (verdict) => html`<th scope="col" class="n">${report.columns[verdict]}</th>`,
    )}<th scope="col" class="n">${report.compliance}</th><th scope="col" class="n">${report.coverage}</th></tr></thead>
    <tbody>${rows}</tbody><tfoot>${row(report.total, scored)}</tfoot></table>`,
  );
}

function row(name: string, { counts, compliance, coverage }: Score): Markup {
  return html`<tr><th scope="row">${name}${verdictBar(counts)}</th>${SHOWN.map((verdict) => html`<td class="n">${counts[verdict]}</td>`)}
    <td class="n">${percentText(compliance)}</td><td class="n">${percentText(coverage)}</td></tr>`;
}

/** Which verdicts are folded at first. Nothing is left out of a page. */
export function foldedLine(counts: readonly (Counts | null)[], { wording, view }: PageContext): Content {
  const { verdict, html: words, listSeparator } = wording.words;
  const folded = VERDICTS.filter((each) => !view.show.includes(each))
    .map((each) => ({ each, count: counts.reduce((sum, of) => sum + (of?.[each] ?? 0), 0) }))
    .filter(({ count }) => count > 0);
  if (folded.length === 0) return null;
  return html`<p class="note">${words.folded(folded.map(({ each, count }) => `${verdict[each]} ${count}`).join(listSeparator))}</p>`;
}

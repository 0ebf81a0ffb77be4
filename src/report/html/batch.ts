import type { Often, Overview } from '../../assess/overview.js';
import type { Summary } from '../../core/run.js';
import { runTitle } from '../say/messages.js';
import { answer } from './answer.js';
import { appendix } from './appendix.js';
import { distributionTable, duplicatesSection, type LinkTo, notJudgedSection, oftenTable, profilesTable } from './many.js';
import { type Content, html, type Markup } from './markup.js';
import { document, lawLine } from './page.js';
import { rulesSection } from './rules.js';
import { anchorOf, declared, type PageContext, titleById } from './sheet.js';
import { summarySection } from './summary.js';

/** How many profiles and rules to look at first are named. */
const FIRST = 5;
/** Most profiles in one table. */
export const MOST_LINES = 1000;

/** What stands on the page of many profiles besides what they come to. */
export interface Besides {
  readonly link: LinkTo;
  /** Beneath the table of profiles. */
  readonly lists: Content;
  /** Each profile in short; null where each has a page of its own. */
  readonly details: readonly Markup[] | null;
}

/** The page of many profiles: what they come to, the worst first, what is missed most, then each in short. */
export function batchPage(overview: Overview, summary: Summary, besides: Besides, sheet: PageContext): string {
  const { report, html: words } = sheet.wording.words;
  const title = runTitle(sheet.header, sheet.wording, summary);
  const head = html`<p class="kicker">${title}</p><h1>${words.manyTitle(overview.profiles)}</h1><dl>${lawLine(sheet.header, sheet)}</dl>
    <p class="note">${report.disclaimer}</p>${answer(summary.gate, firstOf(overview, besides.link, sheet), sheet)}`;
  const there = sectionsOf(overview, summary, besides, sheet).filter(([, , part]) => part !== null && part !== false);
  const jumps = there.map(([id, title]) => ({ id, title }));
  return document(
    `${words.manyTitle(overview.profiles)} — ${title}`,
    head,
    jumps,
    there.map(([, , part]) => part),
    sheet,
  );
}

type Section = readonly [id: string, title: string, part: Content];

function sectionsOf(overview: Overview, summary: Summary, { link, lists, details }: Besides, sheet: PageContext): Section[] {
  const { report, html: words } = sheet.wording.words;
  const { duplicates } = summary;
  const worst = profilesTable(overview.worst(MOST_LINES), link, report.worstFirst, sheet);
  const each = details !== null && html`<section id="details"><h2>${words.details}</h2>${details}</section>`;
  return [
    ['summary', words.summary, totals(overview, sheet)],
    ['profiles', report.worstFirst, html`<section id="profiles"><h2>${report.worstFirst}</h2>${worst}${lists}</section>`],
    ['not-judged', report.notJudged(overview.notJudgedCount), notJudgedSection(overview, sheet)],
    ...oftenSections(overview, sheet),
    ['duplicates', report.duplicates(duplicates.length), duplicatesSection(duplicates, sheet)],
    ['details', words.details, each],
    ['rules', words.rules, rulesSection(sheet)],
    ['appendix', words.appendix, appendix(null, sheet)],
  ];
}

function totals(overview: Overview, sheet: PageContext): Content {
  if (overview.profiles === overview.notJudgedCount) return null;
  const scored = { ...overview.score(null), encouraged: null, areas: areasOf(overview, sheet) };
  return [summarySection(scored, sheet), distributionTable(overview, sheet)];
}

function oftenSections(overview: Overview, sheet: PageContext): Section[] {
  const { wording } = sheet;
  const { report } = wording.words;
  const judged = overview.profiles - overview.notJudgedCount;
  const rule = ({ name }: Often): Content => html`<a href="#${anchorOf(name)}">${titleById(name, wording)}</a>`;
  const fact = ({ name }: Often): Content => html`${wording.factTitle(name)} <code><bdi>${name}</bdi></code>`;
  return [
    ['missed', report.rulesMissed, oftenTable('missed', report.rulesMissed, overview.rulesMissed, judged, rule, sheet)],
    ['undeclared', report.factsUndeclared, oftenTable('undeclared', report.factsUndeclared, overview.factsUndeclared, judged, fact, sheet)],
  ];
}

function areasOf(overview: Overview, { wording }: PageContext): Record<string, ReturnType<Overview['score']>> {
  const scores = Object.keys(wording.catalog.areas).map((area) => [area, overview.score(area)] as const);
  return Object.fromEntries(scores.filter(([, { counts }]) => Object.values(counts).some((each) => each > 0)));
}

/** Which profiles and which rules to look at first. */
function firstOf(overview: Overview, link: LinkTo, { wording }: PageContext): Content {
  const { report, html: words } = wording.words;
  const worst = overview.worst(FIRST).filter(({ passed }) => !passed);
  const missed = overview.rulesMissed.slice(0, FIRST);
  return [
    html`<p>${report.batch(overview.profiles, overview.passed)}</p>`,
    worst.length > 0 &&
      html`<h3>${words.firstProfiles}</h3><ol>${worst.map((line) => {
        const target = link(line);
        const { counts, status } = line;
        const said =
          counts === null
            ? wording.words.status[status]
            : `${report.columns.gap} ${counts.gap} · ${report.columns.unknown} ${counts.unknown}`;
        return html`<li>${target === null ? declared(line.path) : html`<a href="${target}">${declared(line.path)}</a>`} <small>${said}</small></li>`;
      })}</ol>`,
    missed.length > 0 &&
      html`<h3>${words.firstRules}</h3><ol>${missed.map(
        ({ name, profiles }) =>
          html`<li><a href="#${anchorOf(name)}">${titleById(name, wording)}</a> <small>${report.inProfiles(profiles)}</small></li>`,
      )}</ol>`,
  ];
}

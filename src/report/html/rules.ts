import type { CatalogRule } from '../../core/run.js';
import { areaOf } from './gaps.js';
import { html, type Markup } from './markup.js';
import { anchorOf, entry, foldable, type PageContext, tag, titleOf } from './sheet.js';

/** What each rule of the run says, once for all profiles: law, cost, remedy, question. */
export function rulesSection(sheet: PageContext): Markup {
  const { html: words } = sheet.wording.words;
  const rules = Object.entries(sheet.wording.catalog.rules);
  return html`<section id="rules"><h2>${words.rules}</h2><p class="note">${words.rulesNote}</p>
    ${foldable(
      false,
      `${words.rules} ${rules.length}`,
      rules.map(([id, rule]) => oneRule(id, rule, sheet)),
    )}</section>`;
}

function oneRule(id: string, rule: CatalogRule, { wording }: PageContext): Markup {
  const { report } = wording.words;
  return html`<article id="${anchorOf(id)}"><h3>${titleOf(rule, wording)}</h3><p class="tags">${tag(rule.duty, rule, wording)} ${areaOf(rule, wording)} · <code>${id}</code></p><dl>
    ${entry(
      report.law,
      rule.basis.map((each) => wording.basis(each)),
    )}${entry(report.cost, wording.liabilities(rule.liability))}
    ${rule.ask !== null && entry(wording.words.verdict.manual, [wording.fill(wording.text(rule.ask), rule)])}
    ${entry(report.remedy, [wording.fill(wording.text(rule.remedy), rule)])}</dl></article>`;
}

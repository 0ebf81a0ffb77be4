import type { Finding } from '../../core/finding.js';
import { own } from '../../core/own.js';
import { DUTIES, SEVERITIES } from '../../core/rule.js';
import type { CatalogRule } from '../../core/run.js';
import type { Wording } from '../say/wording.js';
import { type Content, html, type Markup } from './markup.js';
import { place, placesOf } from './places.js';
import { anchorOf, decisive, declared, entry, foldable, keysOf, type PageContext, type RuleOutcome, tag, titleOf } from './sheet.js';

/** Every gap by duty and severity: what was found and where, the law, the cost, the remedy; encouraged ones without weight at the end. */
export function gapsSection(outcomes: readonly RuleOutcome[], path: string, sheet: PageContext): Markup {
  const { report, duty, severity } = sheet.wording.words;
  const gaps = outcomes.filter((each) => each.verdict === 'gap' && each.duty !== 'encouraged');
  const encouraged = outcomes.filter((each) => each.verdict === 'gap' && each.duty === 'encouraged');
  const groups = DUTIES.flatMap((ofDuty) => SEVERITIES.map((ofSeverity) => ({ ofDuty, ofSeverity })))
    .map((group) => ({ ...group, of: gaps.filter(({ duty: d, rule }) => d === group.ofDuty && rule.severity === group.ofSeverity) }))
    .filter(({ of }) => of.length > 0);
  const body = groups.map(
    ({
      ofDuty,
      ofSeverity,
      of,
    }) => html`<section class="group"><h3>${duty[ofDuty]} · ${severity[ofSeverity]} <small>${of.length}</small></h3>
      ${of.map((each) => oneGap(each, path, sheet))}</section>`,
  );
  const rest =
    encouraged.length > 0 &&
    html`<section class="group"><h3>${report.encouragedGaps(encouraged.length)}</h3>${encouraged.map((each) => oneGap(each, path, sheet))}</section>`;
  const open = sheet.view.show.includes('gap');
  const heading = gaps.length === 0 ? report.noGaps : report.gaps(gaps.length);
  const summary = gaps.length === 0 ? report.encouragedGaps(encouraged.length) : heading;
  return html`<section id="gaps"><h2>${heading}</h2>
    ${gaps.length + encouraged.length === 0 || open ? [body, rest] : foldable(false, summary, [body, rest])}</section>`;
}

function oneGap(outcome: RuleOutcome, path: string, sheet: PageContext): Markup {
  const { wording } = sheet;
  const { report, html: words } = wording.words;
  const { id, rule, duty } = outcome;
  const findings = decisive(outcome);
  const [first] = findings;
  const anchor = anchorOf(id);
  return html`<article id="${anchor}" data-k="${keysOf([outcome], sheet)}"><h4>${titleOf(rule, wording)}</h4>
    <p class="tags">${tag(duty, rule, wording)} ${areaOf(rule, wording)}${findings.length > 1 && html` · ${words.items(findings.length)}`}</p>
    ${findings.map((finding) => foundIn(finding, rule, path, wording))}
    <dl>${first !== undefined && lawEntries(first, rule, wording)}
    ${entry(report.remedy, [html`<strong>${wording.fill(wording.text(rule.remedy), rule)}</strong>`])}
    ${entry(words.rule, [html`<a href="#${anchor}"><code>${id}</code></a>`])}</dl></article>`;
}

export function areaOf(rule: CatalogRule, wording: Wording): string {
  const title = own(wording.catalog.areas, rule.area);
  return title === undefined ? rule.area : wording.text(title);
}

/** What was found, of which item, and where. */
function foundIn(finding: Finding, rule: CatalogRule, path: string, wording: Wording): Markup {
  const { report, html: words } = wording.words;
  const { shown, more } = placesOf(finding);
  const places: Content[] = shown.map((at) => place(path, at));
  if (more > 0) places.push(report.moreFacts(more));
  return html`<div class="found">${finding.item !== null && html`<p class="item">${declared(finding.item)}</p>`}
    <dl>${entry(
      words.found,
      finding.parts.map((part) => html`<bdi>${wording.gap(rule, part)}</bdi>`),
    )}${entry(report.place, places)}</dl></div>`;
}

/** The articles on which a finding rests, since when they apply, and what a breach can cost. */
function lawEntries(finding: Finding, rule: CatalogRule, wording: Wording): Content {
  const { report, html: words } = wording.words;
  const laws: Content[] = finding.basis.flatMap((index) => rule.basis[index] ?? []).map((basis) => wording.basis(basis));
  if (finding.duty !== rule.duty) laws.push(report.loweredDuty);
  const liable = finding.liability.flatMap((index) => rule.liability[index] ?? []);
  const since = sinceOf(finding, rule);
  const due = since === null ? [] : [words.dueSince(since)];
  return [entry(words.due, due), entry(report.law, laws), entry(report.cost, wording.liabilities(liable))];
}

/** Since when a rule is in force, by the bases that apply. */
export function sinceOf(finding: Finding, rule: CatalogRule): string | null {
  return finding.basis.flatMap((index) => rule.basis[index]?.from ?? []).sort()[0] ?? null;
}

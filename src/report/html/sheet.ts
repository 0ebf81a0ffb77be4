import { type Finding, VERDICTS, type Verdict } from '../../core/finding.js';
import { own } from '../../core/own.js';
import { DUTIES, SEVERITIES } from '../../core/rule.js';
import type { CatalogRule, Header, ProfileRecord } from '../../core/run.js';
import type { Wording } from '../say/wording.js';
import type { View } from '../view.js';
import { type Content, html, type Markup } from './markup.js';

/** What every part of a page needs: the words, the run, and how it is shown. */
export interface PageContext {
  readonly wording: Wording;
  readonly header: Header;
  readonly view: View;
}

/** A rule as it came out for one profile, with the findings on its items. */
export interface RuleOutcome {
  readonly id: string;
  readonly rule: CatalogRule;
  readonly verdict: Verdict;
  readonly duty: Finding['duty'];
  readonly findings: readonly Finding[];
}

/** The rules of a profile, each once with its worst verdict: those of the strongest duty and greatest harm first, else in the order of the pack. */
export function outcomesOf(record: ProfileRecord, { wording }: PageContext): RuleOutcome[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of record.findings) {
    const same = byRule.get(finding.rule);
    if (same === undefined) byRule.set(finding.rule, [finding]);
    else same.push(finding);
  }
  const outcomes = [...byRule].flatMap(([id, findings]) => {
    const rule = own(wording.catalog.rules, id);
    const verdict = VERDICTS.find((each) => findings.some((finding) => finding.verdict === each));
    const [first] = findings;
    return rule === undefined || verdict === undefined || first === undefined ? [] : [{ id, rule, verdict, duty: first.duty, findings }];
  });
  return outcomes.sort((a, b) => rank(a) - rank(b));
}

function rank({ duty, rule }: RuleOutcome): number {
  return DUTIES.indexOf(duty) * SEVERITIES.length + SEVERITIES.indexOf(rule.severity);
}

/** The findings of a rule that made its verdict. */
export function decisive({ findings, verdict }: RuleOutcome): Finding[] {
  return findings.filter((finding) => finding.verdict === verdict);
}

/** Where a link leads: ASCII letters and digits as they are, whatever else an id may hold by its code. */
export function anchorOf(id: string): string {
  return id.replace(/[^A-Za-z0-9/.-]/g, (character) => `_${character.charCodeAt(0).toString(16)}_`);
}

export function titleOf(rule: CatalogRule, wording: Wording): string {
  return wording.fill(wording.text(rule.title), rule);
}

/** The title of a rule of the catalog, or its id. */
export function titleById(id: string, wording: Wording): string {
  const rule = own(wording.catalog.rules, id);
  return rule === undefined ? id : titleOf(rule, wording);
}

/** What the filter of a page looks at: verdict, severity and area of each rule that an entry is about. */
export function keysOf(outcomes: readonly Pick<RuleOutcome, 'verdict' | 'rule'>[], { wording }: PageContext): string {
  const areas = Object.keys(wording.catalog.areas);
  const keys = outcomes.map(({ verdict, rule }) => `${verdict[0]}${rule.severity[0]}${areas.indexOf(rule.area)}`);
  return [...new Set(keys)].join(' ');
}

/** A part that can be folded, and stands open at first if it is asked for. */
export function foldable(open: boolean, summary: Content, body: Content): Markup {
  return open
    ? html`<details open><summary>${summary}</summary>${body}</details>`
    : html`<details><summary>${summary}</summary>${body}</details>`;
}

/** Text that a profile declares: its writing direction does not reach beyond it. */
export function declared(text: string): Markup {
  return html`<bdi>${text}</bdi>`;
}

/** Duty and severity of a rule. */
export function tag(duty: Finding['duty'], rule: CatalogRule, { words }: Wording): Markup {
  return html`<span class="tag s-${rule.severity}">${words.duty[duty]} · ${words.severity[rule.severity]}</span>`;
}

/** An entry of a list of terms; nothing if there is nothing to say. */
export function entry(label: string, texts: readonly Content[]): Content {
  return texts.length === 0 ? null : html`<div><dt>${label}</dt>${texts.map((text) => html`<dd>${text}</dd>`)}</div>`;
}

/** A table that can be scrolled where the screen is narrow, by keys too. */
export function scrolling(label: string, table: Markup): Markup {
  return html`<section class="scroll" tabindex="0" aria-label="${label}">${table}</section>`;
}

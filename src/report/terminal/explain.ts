import { catalogOf } from '../../assess/catalog.js';
import type { Expr, Pack, Rule } from '../../core/rule.js';
import type { CatalogRule } from '../../core/run.js';
import type { Words } from '../../core/words.js';
import { expressionsOf, readsOf, variablesOf, within } from '../../rules/expressions.js';
import { showExpr } from '../../rules/show.js';
import { Wording } from '../say/wording.js';
import type { View } from '../view.js';
import { Page, widest } from './page.js';

/** What a rule asks of whom, by which law, with which facts, and what to do where it is not met. */
export function renderExplain(rules: readonly Rule[], pack: Pack, words: Words, view: Omit<View, 'show' | 'sarifAllKinds'>): string {
  const wording = new Wording(view.lang, catalogOf(pack.rules, pack, words));
  const page = new Page(view.width, view.color);
  for (const rule of rules) {
    page.blank();
    explain(page, rule, pack, wording);
  }
  return page.toString();
}

function explain(page: Page, rule: Rule, pack: Pack, wording: Wording): void {
  const { duty, severity, command } = wording.words;
  const { labels, kind, source } = command.explain;
  const labelWidth = widest(Object.values(labels));
  const entry = (label: string, text: string): void => page.entry(label, text, labelWidth, 2);
  const said = wording.catalog.rules[rule.id] as CatalogRule;
  page.heading(wording.fill(wording.text(said.title), rule));
  page.text(rule.id, 2, page.style.dim);
  entry(labels.duty, duty[rule.duty]);
  entry(labels.severity, severity[rule.severity]);
  entry(labels.kind, kind[rule.kind]);
  for (const ground of rule.grounds) entry(labels.grounds, wording.ground(ground));
  for (const basis of rule.basis) {
    entry(labels.basis, `${wording.basis(basis)} · ${command.inForce(basis.from, basis.until)} · ${source[basis.source]}`);
  }
  for (const line of wording.liabilities(rule.liability)) entry(labels.liability, line);
  conditions(rule, pack, entry, wording);
  requirements(rule, said, entry, wording);
  for (const [path, facts] of factLines(rule, pack, wording)) entry(path, facts);
  entry(labels.remedy, wording.fill(wording.text(said.remedy), rule));
  if (rule.replaces !== null) entry(labels.replaces, rule.replaces);
}

type Entry = (label: string, text: string) => void;

function conditions(rule: Rule, pack: Pack, entry: Entry, wording: Wording): void {
  const { labels } = wording.words.command.explain;
  const scopes = [...new Set(rule.basis.map(({ instrument }) => pack.instruments[instrument]?.scope ?? 'anyone'))];
  if (!scopes.includes('anyone')) entry(labels.applies, scopes.join(' || '));
  if (rule.when !== null) entry(labels.applies, showExpr(rule.when));
  if (scopes.includes('anyone') && rule.when === null) entry(labels.applies, labels.always);
  if (rule.each !== null) entry(labels.perItem, `${showExpr(rule.each.list)} → ${rule.each.as}`);
}

function requirements(rule: Rule, said: CatalogRule, entry: Entry, wording: Wording): void {
  const { labels, inYear } = wording.words.command.explain;
  if (said.ask !== null) entry(labels.asks, wording.fill(wording.text(said.ask), rule));
  for (const [index, part] of rule.parts.entries()) {
    const gap = said.gaps[index] ?? said.title;
    const when = part.when === null ? '' : `${showExpr(part.when)} → `;
    entry(labels.requires, `${when}${showExpr(part.that)}`);
    entry(labels.gap, wording.fill(wording.text(gap), rule));
  }
  const params = Object.entries(rule.params).map(([name, value]) => `${name} = ${value}`);
  if (params.length > 0) entry(labels.params, params.join(', '));
  if (readsYear(rule)) entry('', inYear);
}

/** 每年度 is read as the last or this calendar year, which `explain` says so that nobody takes it for twelve months. */
function readsYear(rule: Rule): boolean {
  return expressionsOf(rule).some((expr) => [...within(expr)].some((each) => each.op === 'in_year'));
}

/** The facts that the rule reads, those of its conditions included. */
function factLines(rule: Rule, pack: Pack, wording: Wording): [string, string][] {
  const paths = new Set<string>();
  const conditionsSeen = new Set<string>();
  const collect = (expr: Expr, variables: Readonly<Record<string, string>>): void => {
    const reads = readsOf(expr, variables);
    for (const path of reads.facts) paths.add(path);
    for (const name of reads.conditions) {
      if (conditionsSeen.has(name)) continue;
      conditionsSeen.add(name);
      const condition = pack.conditions[name];
      if (condition !== undefined) collect(condition, {});
    }
  };
  for (const expr of expressionsOf(rule)) collect(expr, variablesOf(rule));
  for (const { instrument } of rule.basis) {
    const scope = pack.conditions[pack.instruments[instrument]?.scope ?? ''];
    if (scope !== undefined) collect(scope, {});
  }
  const { facts } = wording.words.command.explain.labels;
  return [...paths].map((path, index) => [index === 0 ? facts : '', `${path} — ${wording.factTitle(path)}`]);
}

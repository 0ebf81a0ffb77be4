import type { Finding, Verdict } from '../../core/finding.js';
import { own } from '../../core/own.js';
import { DUTIES, SEVERITIES } from '../../core/rule.js';
import type { Catalog, CatalogRule, ProfileRecord } from '../../core/run.js';

/** A finding with its rule. */
export interface RuledFinding {
  readonly finding: Finding;
  readonly rule: CatalogRule;
}

/** Findings of a verdict with their rules: those to act on with the strongest duty and greatest harm first, others in the order of the pack. */
export function findingsOf(record: ProfileRecord, catalog: Catalog, verdict: Finding['verdict']): RuledFinding[] {
  const judged = record.findings
    .filter((finding) => finding.verdict === verdict)
    .flatMap((finding) => {
      const rule = own(catalog.rules, finding.rule);
      return rule === undefined ? [] : [{ finding, rule }];
    });
  return verdict === 'gap' || verdict === 'unknown' ? judged.sort((a, b) => rank(a) - rank(b)) : judged;
}

function rank({ finding, rule }: RuledFinding): number {
  return DUTIES.indexOf(finding.duty) * SEVERITIES.length + SEVERITIES.indexOf(rule.severity);
}

/** A rule judged per item is one rule, however many of its items fail. */
export function countRules(judged: readonly RuledFinding[]): number {
  return new Set(judged.map(({ finding }) => finding.rule)).size;
}

/** How many rules have a verdict, encouraged ones among them. */
export function countOf(record: ProfileRecord, verdict: Verdict): number {
  return (record.counts?.[verdict] ?? 0) + (record.encouraged?.[verdict] ?? 0);
}

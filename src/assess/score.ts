import { type Finding, VERDICTS, type Verdict } from '../core/finding.js';
import type { Duty, Rule, Severity } from '../core/rule.js';
import type { Counts, Score } from '../core/run.js';

/** A rule with what its findings come to: the worst verdict of its items, and everything still missing. */
export interface RuleVerdict {
  readonly rule: Rule;
  readonly verdict: Verdict;
  readonly duty: Duty;
  readonly missing: readonly string[];
}

/** The verdict of a rule from its findings, of which there is at least one. */
export function ruleVerdict(rule: Rule, findings: readonly Finding[]): RuleVerdict {
  const verdict = VERDICTS.find((each) => findings.some((finding) => finding.verdict === each)) ?? 'not-applicable';
  const missing = new Set(findings.flatMap((finding) => finding.missing));
  return { rule, verdict, duty: findings[0]?.duty ?? rule.duty, missing: [...missing] };
}

/** A percentage with one decimal, rounded down so that 99.96 does not read as 100; null over nothing. */
export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((part * 1000) / whole) / 10;
}

/** How many rules have each verdict. */
export function countVerdicts(verdicts: readonly RuleVerdict[]): Counts {
  const counts: Record<Verdict, number> = { pass: 0, gap: 0, unknown: 0, manual: 0, 'not-applicable': 0 };
  for (const { verdict } of verdicts) counts[verdict] += 1;
  return counts;
}

/**
 * Weights and percentages over rules: compliance is what passed of what is decided, coverage what is decided of what
 * applies. Manual and not-applicable rules are only counted.
 */
export function scoreOf(verdicts: readonly RuleVerdict[], weights: Readonly<Record<Severity, number>>): Score {
  const totals = { passed: 0, decided: 0, applicable: 0 };
  for (const { rule, verdict } of verdicts) {
    const weight = weights[rule.severity];
    if (verdict === 'pass') totals.passed += weight;
    if (verdict === 'pass' || verdict === 'gap') totals.decided += weight;
    if (verdict === 'pass' || verdict === 'gap' || verdict === 'unknown') totals.applicable += weight;
  }
  return {
    weights: totals,
    compliance: percent(totals.passed, totals.decided),
    coverage: percent(totals.decided, totals.applicable),
    counts: countVerdicts(verdicts),
  };
}

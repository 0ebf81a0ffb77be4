import { type Finding, VERDICTS, type Verdict } from '../core/finding.js';
import type { Duty, Rule, Severity } from '../core/rule.js';
import type { Counts, Score } from '../core/run.js';

/** What of a rule counts for scores, gates and questions. */
export type CountedRule = Pick<Rule, 'id' | 'area' | 'severity' | 'duty'>;

/** A rule with what its findings come to: the worst verdict of its items, and everything still missing. */
export interface RuleVerdict {
  readonly rule: CountedRule;
  readonly verdict: Verdict;
  readonly duty: Duty;
  readonly missing: readonly string[];
}

/** The verdict of a rule from its findings, of which there is at least one. */
export function ruleVerdict(rule: CountedRule, findings: readonly Finding[]): RuleVerdict {
  const [first] = findings;
  // Nearly all rules have one, and to look for the worst of many takes much longer. One of a saved run may name a path twice.
  if (first !== undefined && findings.length === 1) {
    const missing = first.missing.length > 1 ? [...new Set(first.missing)] : first.missing;
    return { rule, verdict: first.verdict, duty: first.duty, missing };
  }
  const verdict = VERDICTS.find((each) => findings.some((finding) => finding.verdict === each)) ?? 'not-applicable';
  const missing = new Set(findings.flatMap((finding) => finding.missing));
  return { rule, verdict, duty: first?.duty ?? rule.duty, missing: [...missing] };
}

/** The verdicts of the rules that findings are of, in the order of the findings; rules that the catalog does not hold are left out. */
export function verdictsOf(findings: readonly Finding[], rules: Readonly<Record<string, Omit<CountedRule, 'id'>>>): RuleVerdict[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const same = byRule.get(finding.rule);
    if (same === undefined) byRule.set(finding.rule, [finding]);
    else same.push(finding);
  }
  return [...byRule].flatMap(([id, same]) => {
    const rule = Object.hasOwn(rules, id) ? rules[id] : undefined;
    return rule === undefined ? [] : [ruleVerdict({ id, area: rule.area, severity: rule.severity, duty: rule.duty }, same)];
  });
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

/** The scores of the areas that the rules belong to, in the order in which these first occur. */
export function scoresByArea(verdicts: readonly RuleVerdict[], weights: Readonly<Record<Severity, number>>): Record<string, Score> {
  const byArea = new Map<string, RuleVerdict[]>();
  for (const verdict of verdicts) {
    const same = byArea.get(verdict.rule.area);
    if (same === undefined) byArea.set(verdict.rule.area, [verdict]);
    else same.push(verdict);
  }
  return Object.fromEntries([...byArea].map(([area, own]) => [area, scoreOf(own, weights)]));
}

import { type Finding, VERDICTS, type Verdict } from '../../core/finding.js';
import { own } from '../../core/own.js';
import { DUTIES, type Duty, isAtLeast, SEVERITIES } from '../../core/rule.js';
import type { Catalog, CatalogRule, CheckOptions, Header, ProfileRecord } from '../../core/run.js';
import type { RuledFinding } from './findings.js';

/** A rule with all its findings on one profile, and what they come to. */
export interface DecidedRule {
  readonly id: string;
  readonly rule: CatalogRule;
  readonly verdict: Verdict;
  readonly duty: Duty;
  readonly findings: readonly Finding[];
  /** The gate of the profile did not pass because of this rule among others. */
  readonly failsGate: boolean;
}

/** The rules of a record in the order of the pack. A rule judged per item is one rule with its worst verdict. */
export function decidedRules(record: ProfileRecord, catalog: Catalog): DecidedRule[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of record.findings) {
    const same = byRule.get(finding.rule);
    if (same === undefined) byRule.set(finding.rule, [finding]);
    else same.push(finding);
  }
  return [...byRule].flatMap(([id, findings]) => {
    const rule = own(catalog.rules, id);
    if (rule === undefined) return [];
    const verdict = VERDICTS.find((each) => findings.some((finding) => finding.verdict === each)) ?? 'not-applicable';
    const duty = findings[0]?.duty ?? rule.duty;
    return [{ id, rule, verdict, duty, findings, failsGate: failsGate(record, verdict, duty, findings) }];
  });
}

/** The findings that made the verdict of their rules: a list of them names each rule under no verdict but its own. */
export function decisiveFindings(record: ProfileRecord, catalog: Catalog, verdict: Verdict): RuledFinding[] {
  return decidedRules(record, catalog)
    .filter((decided) => decided.verdict === verdict)
    .flatMap(({ rule, findings }) => findings.filter((finding) => finding.verdict === verdict).map((finding) => ({ finding, rule })));
}

/** The gate itself says which verdicts fail it, so that a report cannot decide otherwise. */
function failsGate(record: ProfileRecord, verdict: Verdict, duty: Duty, findings: readonly Finding[]): boolean {
  const open = findings.some((finding) => finding.verdict === verdict && finding.standing === 'open');
  return (
    open && record.gate.reasons.some((reason) => reason.code === 'verdicts' && reason.verdict === verdict && isAtLeast(duty, reason.duty))
  );
}

/** A finding with its rule and with whether it is among those that fail the gate. */
export interface Weighed extends RuledFinding {
  readonly failsGate: boolean;
}

/** All findings of a record with their rules. Of a rule that fails the gate, those do that would fail it by themselves. */
export function weighedFindings(record: ProfileRecord, { catalog, options }: Header): Weighed[] {
  return decidedRules(record, catalog).flatMap(({ rule, findings, failsGate: fails }) =>
    findings.map((finding) => {
      const failing = fails && finding.standing === 'open' && options.failOn.includes(finding.verdict);
      return { finding, rule, failsGate: failing };
    }),
  );
}

/** What a list of things to act on holds: the gaps, and whatever else the gate is told to fail on. */
export function isToAct({ finding }: RuledFinding, { failOn, failDuty }: CheckOptions): boolean {
  return finding.verdict === 'gap' || (failOn.includes(finding.verdict) && isAtLeast(finding.duty, failDuty));
}

/** From what is to be acted on to what is settled. */
const URGENCY: Readonly<Record<Verdict, number>> = { gap: 0, unknown: 0, manual: 1, pass: 2, 'not-applicable': 2 };

/** A smaller number is worse: what fails the gate first, what is settled last, in between by duty and severity, then by verdict. */
export function rankOf({ finding, rule, failsGate: fails }: Weighed): number {
  const keys = [
    [Number(!fails), 2],
    [URGENCY[finding.verdict], 3],
    [DUTIES.indexOf(finding.duty), DUTIES.length],
    [SEVERITIES.indexOf(rule.severity), SEVERITIES.length],
    [VERDICTS.indexOf(finding.verdict), VERDICTS.length],
  ] as const;
  return keys.reduce((rank, [key, size]) => rank * size + key, 0);
}

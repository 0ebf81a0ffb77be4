import type { RuleVerdict } from '../../src/assess/score.js';
import type { Verdict } from '../../src/core/finding.js';
import type { Duty, Rule, Severity } from '../../src/core/rule.js';
import type { CheckOptions } from '../../src/core/run.js';

/** The weights of the built-in pack. */
export const WEIGHTS: Readonly<Record<Severity, number>> = { critical: 8, high: 4, medium: 2, low: 1 };

/** The options of a check with no flags given. */
export const DEFAULTS: CheckOptions = {
  horizonDays: 180,
  areas: [],
  rules: [],
  duties: [],
  failOn: ['gap', 'unknown'],
  failDuty: 'mandatory',
  minCompliance: null,
  minCoverage: null,
  onInvalid: 'fail',
  encoding: null,
};

const RULE: Rule = {
  id: 'area/rule',
  area: 'area',
  kind: 'duty',
  duty: 'mandatory',
  severity: 'medium',
  grounds: [],
  basis: [],
  liability: [],
  params: {},
  when: null,
  each: null,
  parts: [],
  replaces: null,
};

export interface Judged {
  readonly id?: string;
  readonly severity?: Severity;
  readonly duty?: Duty;
  readonly missing?: readonly string[];
}

/** What a rule came to. */
export function judged(verdict: Verdict, { id = 'rule', severity = 'medium', duty = 'mandatory', missing = [] }: Judged = {}): RuleVerdict {
  return { rule: { ...RULE, id: `area/${id}`, severity }, verdict, duty, missing };
}

/** So many rules that came to the same. */
export function times(count: number, verdict: Verdict, fields: Judged = {}): RuleVerdict[] {
  return Array.from({ length: count }, (_, index) => judged(verdict, { ...fields, id: `${verdict}-${index}` }));
}

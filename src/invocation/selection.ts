import { earliest, latest } from '../core/dates.js';
import type { Rule } from '../core/rule.js';
import type { CheckOptions } from '../core/run.js';
import { suggest } from '../core/suggest.js';
import type { Engine } from '../pipeline.js';
import { UsageError, type UsageProblem, usageProblem } from './usage.js';

/** Areas and rules asked for by name must exist. @throws UsageError naming all that do not */
export function checkSelection(rules: readonly Rule[], areas: readonly { id: string }[], options: CheckOptions): void {
  const ids = rules.map((rule) => rule.id);
  const areaIds = areas.map(({ id }) => id);
  const problems = [
    ...options.areas
      .filter((area) => !areaIds.includes(area))
      .map((value) => bad('--area', value, areaIds.join(' | '), suggest(value, areaIds))),
    ...options.rules.filter((rule) => !ids.includes(rule)).map((value) => bad('--rule', value, 'hegui rules list', suggest(value, ids))),
  ];
  if (problems.length > 0) throw new UsageError(problems);
}

function bad(option: string, value: string, expected: string, suggestion: string | null): UsageProblem {
  return usageProblem('bad-value', { option, value, expected, suggestion });
}

/** A rule asked for by name must be in force; any other selection must leave at least one. @throws UsageError */
export function checkInForce({ active, pack, options }: Engine): void {
  const inForce = new Set(active.map(({ rule }) => rule.id));
  const problems = pack.rules
    .filter((rule) => options.rules.includes(rule.id) && !inForce.has(rule.id))
    .map((rule) => {
      const from = earliest(rule.basis.map((basis) => basis.from)) ?? '';
      const until = rule.basis.some((basis) => basis.until === null) ? null : latest(rule.basis.map((basis) => basis.until ?? ''));
      return usageProblem('rule-not-in-force', { rule: rule.id, from, until });
    });
  if (problems.length === 0 && active.length === 0) problems.push(usageProblem('nothing-selected', {}) as never);
  if (problems.length > 0) throw new UsageError(problems);
}

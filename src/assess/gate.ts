import { isAtLeast } from '../core/rule.js';
import type { CheckOptions, Duplicate, Gate, GateReason, NotWhole, ProfileRecord, Score, Status, Summary } from '../core/run.js';
import { percent, type RuleVerdict } from './score.js';

/** Decides the gate of a judged profile from all its rules, whatever is shown of them. */
export function gateOf(verdicts: readonly RuleVerdict[], score: Score, options: CheckOptions): Gate {
  const reasons: GateReason[] = [];
  for (const verdict of options.failOn) {
    const count = verdicts.filter((each) => each.verdict === verdict && isAtLeast(each.duty, options.failDuty)).length;
    if (count > 0) reasons.push({ code: 'verdicts', verdict, duty: options.failDuty, count });
  }
  const { passed, decided, applicable } = score.weights;
  addMinimum(reasons, 'min-compliance', options.minCompliance, passed, decided);
  addMinimum(reasons, 'min-coverage', options.minCoverage, decided, applicable);
  return { passed: reasons.length === 0, reasons };
}

/** Compares exact integers, in hundredths of a percent: nothing is rounded on the way to the gate. */
function addMinimum(
  reasons: GateReason[],
  code: 'min-compliance' | 'min-coverage',
  required: number | null,
  part: number,
  whole: number,
): void {
  if (required === null) return;
  const met = whole > 0 && part * 10_000 >= Math.round(required * 100) * whole;
  if (!met) reasons.push({ code, required, actual: percent(part, whole) });
}

/** The exit codes that a run can have. */
export const EXIT = { passed: 0, failed: 1, notJudged: 2, nothing: 3, interrupted: 130 } as const;

/** What the summary of a run needs to know of a record. */
export interface Tallied extends Pick<ProfileRecord, 'path' | 'id' | 'idFrom' | 'status'> {
  readonly passed: boolean;
}

/** What the summary needs of a record. */
export function tally({ path, id, idFrom, status, gate }: ProfileRecord): Tallied {
  return { path, id, idFrom, status, passed: gate.passed };
}

/** What else counts for the summary of a run: the folders and globs that yielded nothing, and why it is not whole. */
export interface Circumstances {
  readonly emptySources: readonly string[];
  readonly notWhole: readonly NotWhole[];
}

const NOTHING_ELSE: Circumstances = { emptySources: [], notWhole: [] };

/** The run's gate and exit code from the records of its profiles. A run that is not whole never passes. */
export function summarise(records: readonly Tallied[], options: CheckOptions, circumstances = NOTHING_ELSE): Summary {
  const { emptySources, notWhole } = circumstances;
  const statuses: Record<Status, number> = { judged: 0, invalid: 0, unreadable: 0, 'too-costly': 0, 'internal-error': 0 };
  for (const { status } of records) statuses[status] += 1;
  const failed = records.filter((record) => !record.passed).length;
  const reasons: GateReason[] = [...notWhole, ...(failed === 0 ? [] : [{ code: 'profiles' as const, failed, total: records.length }])];
  // What yields nothing beside sources that do must not be passed over.
  const code = emptySources.length + notWhole.length > 0 ? EXIT.notJudged : exitCode(statuses, failed, options);
  const gate: Gate = { passed: reasons.length === 0, reasons };
  return { exitCode: code, count: records.length, gate, statuses, duplicates: duplicatesOf(records), emptySources };
}

/** Identities that profiles state themselves and that occur more than once, in the order of their first paths. */
function duplicatesOf(records: readonly Tallied[]): Duplicate[] {
  const paths = new Map<string, string[]>();
  for (const { id, idFrom, path } of records) {
    if (idFrom === 'path') continue;
    const same = paths.get(id);
    if (same === undefined) paths.set(id, [path]);
    else same.push(path);
  }
  return [...paths].flatMap(([identity, of]) => (of.length > 1 ? [{ identity, paths: of }] : []));
}

function exitCode(statuses: Readonly<Record<Status, number>>, failed: number, options: CheckOptions): number {
  const invalid = options.onInvalid === 'fail' ? statuses.invalid : 0;
  if (invalid + statuses.unreadable + statuses['too-costly'] + statuses['internal-error'] > 0) return EXIT.notJudged;
  return failed > 0 ? EXIT.failed : EXIT.passed;
}

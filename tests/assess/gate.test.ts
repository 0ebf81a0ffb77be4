import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gateOf, summarise, type Tallied } from '../../src/assess/gate.js';
import { type RuleVerdict, scoreOf } from '../../src/assess/score.js';
import type { Verdict } from '../../src/core/finding.js';
import type { Duty } from '../../src/core/rule.js';
import type { CheckOptions, Gate, NotWhole, Status } from '../../src/core/run.js';
import { DEFAULTS, judged, times, WEIGHTS } from '../support/verdicts.js';

/** The gate of a profile; encouraged rules are in no number. */
function gate(verdicts: readonly RuleVerdict[], options: Partial<CheckOptions> = {}): Gate {
  const counted = verdicts.filter((each) => each.duty !== 'encouraged');
  return gateOf(verdicts, scoreOf(counted, WEIGHTS), { ...DEFAULTS, ...options });
}

describe('without a flag', () => {
  test.each<[Verdict, Duty, boolean]>([
    ['pass', 'mandatory', true],
    ['gap', 'mandatory', false],
    ['unknown', 'mandatory', false],
    ['manual', 'mandatory', true],
    ['not-applicable', 'mandatory', true],
    ['gap', 'expected', true],
    ['unknown', 'expected', true],
    ['gap', 'encouraged', true],
    ['unknown', 'encouraged', true],
  ])('a rule that is %s and %s: %s', (verdict, duty, passed) => {
    expect(gate([judged(verdict, { duty })]).passed).toBe(passed);
  });

  test('no rules at all pass', () => {
    expect(gate([])).toEqual({ passed: true, reasons: [] });
  });

  test('the reasons say how many rules of which verdict and duty', () => {
    expect(gate([...times(2, 'gap'), ...times(3, 'unknown'), ...times(4, 'pass'), ...times(5, 'gap', { duty: 'expected' })])).toEqual({
      passed: false,
      reasons: [
        { code: 'verdicts', verdict: 'gap', duty: 'mandatory', count: 2 },
        { code: 'verdicts', verdict: 'unknown', duty: 'mandatory', count: 3 },
      ],
    });
  });
});

describe('--fail-on', () => {
  test.each<[failOn: Verdict[], failing: Verdict[]]>([
    [[], []],
    [['gap'], ['gap']],
    [['unknown'], ['unknown']],
    [
      ['gap', 'unknown', 'manual'],
      ['gap', 'unknown', 'manual'],
    ],
    [['not-applicable'], ['not-applicable']],
    [['pass'], ['pass']],
  ])('%j fails on these alone', (failOn, failing) => {
    const all = (['pass', 'gap', 'unknown', 'manual', 'not-applicable'] as const).filter(
      (verdict) => !gate([judged(verdict)], { failOn }).passed,
    );
    expect(all.sort()).toEqual([...failing].sort());
  });
});

describe('--fail-duty fails on that duty and stronger ones', () => {
  test.each<[failDuty: Duty, failing: Duty[]]>([
    ['mandatory', ['mandatory']],
    ['expected', ['mandatory', 'expected']],
    ['encouraged', ['mandatory', 'expected', 'encouraged']],
  ])('%s: %j', (failDuty, failing) => {
    const duties = ['mandatory', 'expected', 'encouraged'] as const;
    expect(duties.filter((duty) => !gate([judged('gap', { duty })], { failDuty }).passed)).toEqual(failing);
    expect(
      gate(
        duties.map((duty) => judged('gap', { duty })),
        { failDuty },
      ).reasons,
    ).toEqual([{ code: 'verdicts', verdict: 'gap', duty: failDuty, count: failing.length }]);
  });
});

describe('--min-compliance and --min-coverage', () => {
  const never = { failOn: [] } as const;
  /** So many passes and gaps of weight one. */
  const mixed = (pass: number, gap: number) => [...times(pass, 'pass', { severity: 'low' }), ...times(gap, 'gap', { severity: 'low' })];

  test.each([
    [83, 17, 83, true],
    [83, 17, 83.01, false],
    [2, 1, 66.66, true],
    [2, 1, 66.67, false],
    [1, 2, 33.33, true],
    [1, 2, 33.34, false],
    [2499, 1, 99.96, true],
    [2499, 1, 99.97, false],
    [2499, 1, 100, false],
    [99_999, 1, 100, false],
    [3, 0, 100, true],
    [0, 3, 0, true],
    [0, 3, 0.01, false],
    // 0.29 * 100 is 28.999999999999996 in doubles.
    [29, 9971, 0.29, true],
    [57, 43, 57, true],
  ])('%i passes and %i gaps against %d%: %s', (pass, gap, minCompliance, passed) => {
    expect(gate(mixed(pass, gap), { ...never, minCompliance }).passed).toBe(passed);
  });

  test('compare exact integers: the smallest part that meets a minimum, and no smaller one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 0, max: 10_000 }), (whole, hundredths) => {
        const least = Math.ceil((hundredths * whole) / 10_000);
        const met = (part: number) => {
          const score = { ...scoreOf([], WEIGHTS), weights: { passed: part, decided: whole, applicable: whole } };
          return gateOf([], score, { ...DEFAULTS, minCompliance: hundredths / 100 }).passed;
        };
        expect(met(least)).toBe(true);
        if (least > 0) expect(met(least - 1)).toBe(false);
      }),
    );
  });

  test('the reason shows what was reached, rounded down', () => {
    expect(gate(mixed(2499, 1), { ...never, minCompliance: 100 }).reasons).toEqual([
      { code: 'min-compliance', required: 100, actual: 99.9 },
    ]);
  });

  test.each<[name: string, verdicts: RuleVerdict[]]>([
    ['no rule', []],
    ['only manual rules', times(2, 'manual')],
    ['only rules that do not apply', times(2, 'not-applicable')],
    ['only encouraged rules', times(2, 'pass', { duty: 'encouraged' })],
  ])('with %s fail both, even at zero: nothing was reached', (_, verdicts) => {
    expect(gate(verdicts, { ...never, minCompliance: 0, minCoverage: 0 })).toEqual({
      passed: false,
      reasons: [
        { code: 'min-compliance', required: 0, actual: null },
        { code: 'min-coverage', required: 0, actual: null },
      ],
    });
  });

  test('with only unknown rules, compliance fails and coverage is zero', () => {
    expect(gate(times(2, 'unknown'), { ...never, minCompliance: 0, minCoverage: 0 }).reasons).toEqual([
      { code: 'min-compliance', required: 0, actual: null },
    ]);
  });

  test('coverage is what is decided of what applies', () => {
    const verdicts = [...mixed(3, 1), ...times(1, 'unknown', { severity: 'low' }), ...times(9, 'manual')];
    expect(gate(verdicts, { ...never, minCoverage: 80 }).passed).toBe(true);
    expect(gate(verdicts, { ...never, minCoverage: 80.01 }).reasons).toEqual([{ code: 'min-coverage', required: 80.01, actual: 80 }]);
  });

  test('and verdicts give their reasons together', () => {
    const codes = gate([...mixed(1, 1), judged('unknown')], { minCompliance: 90, minCoverage: 90 }).reasons.map((each) => each.code);
    expect(codes).toEqual(['verdicts', 'verdicts', 'min-compliance', 'min-coverage']);
  });
});

const PASSED: Gate = { passed: true, reasons: [] };

function record(status: Status, passed: boolean): Tallied {
  return { path: 'profile.yaml', id: 'profile.yaml', idFrom: 'path', status, passed };
}

const GOOD = record('judged', true);
const BAD = record('judged', false);
const INVALID = record('invalid', false);

describe('the exit code of a run', () => {
  test.each<[name: string, records: Tallied[], fail: number, count: number]>([
    ['a pass', [GOOD], 0, 0],
    ['passes', [GOOD, GOOD], 0, 0],
    ['a failure', [BAD], 1, 1],
    ['a failure among passes', [GOOD, BAD, GOOD], 1, 1],
    ['an invalid profile', [INVALID], 2, 1],
    ['an invalid one among passes', [GOOD, INVALID], 2, 1],
    ['an invalid one beside a failure', [BAD, INVALID], 2, 1],
    ['an unreadable one', [GOOD, record('unreadable', false)], 2, 2],
    ['a too costly one', [BAD, record('too-costly', false)], 2, 2],
    ['an internal error', [record('internal-error', false), GOOD], 2, 2],
    ['an invalid and an unreadable one', [INVALID, record('unreadable', false)], 2, 2],
  ])('over %s is %i, %i, by --on-invalid', (_, records, fail, count) => {
    expect(summarise(records, { ...DEFAULTS, onInvalid: 'fail' }).exitCode).toBe(fail);
    expect(summarise(records, { ...DEFAULTS, onInvalid: 'count' }).exitCode).toBe(count);
  });
});

describe('the summary of a run', () => {
  test('passes if each profile does', () => {
    expect(summarise([GOOD, GOOD], DEFAULTS).gate).toEqual(PASSED);
    expect(summarise([GOOD, BAD, INVALID], DEFAULTS).gate).toEqual({
      passed: false,
      reasons: [{ code: 'profiles', failed: 2, total: 3 }],
    });
  });

  test.each<[NotWhole]>([[{ code: 'cut-off', judged: 2, inputs: 3 }], [{ code: 'shards-missing', missing: [2], of: 3 }]])(
    'never passes where the run is not whole: %o',
    (notWhole) => {
      expect(summarise([GOOD, GOOD], DEFAULTS, { emptySources: [], notWhole: [notWhole] })).toMatchObject({
        exitCode: 2,
        count: 2,
        gate: { passed: false, reasons: [notWhole] },
      });
    },
  );

  test('counts profiles by status, whatever the exit code', () => {
    const records = [GOOD, BAD, INVALID, INVALID, record('unreadable', false)];
    expect(summarise(records, { ...DEFAULTS, onInvalid: 'count' }).statuses).toEqual({
      judged: 2,
      invalid: 2,
      unreadable: 1,
      'too-costly': 0,
      'internal-error': 0,
    });
  });
});

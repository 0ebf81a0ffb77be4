import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countVerdicts, percent, ruleVerdict, scoreOf } from '../../src/assess/score.js';
import { type Finding, VERDICTS } from '../../src/core/finding.js';
import { SEVERITIES } from '../../src/core/rule.js';
import { judged, times, WEIGHTS } from '../support/verdicts.js';

test('a rule with one finding waits for each fact once, however often a saved run names it', () => {
  const rule = { id: 'area/a', area: 'area', severity: 'high', duty: 'mandatory' } as const;
  const finding = { verdict: 'unknown', duty: 'expected', missing: ['users', 'open', 'users'] } as unknown as Finding;
  const whole = { rule, verdict: 'unknown', duty: 'expected', missing: ['users', 'open'] };
  expect(ruleVerdict(rule, [finding])).toEqual(whole);
  expect(ruleVerdict(rule, [finding, finding])).toEqual(whole);
});

describe('a percentage is rounded down to one decimal', () => {
  test.each([
    [0, 1, 0],
    [1, 1, 100],
    [1, 3, 33.3],
    [2, 3, 66.6],
    [211, 254, 83],
    [9996, 10_000, 99.9],
    [9999, 10_000, 99.9],
    [2499, 2500, 99.9],
    [999, 1000, 99.9],
    [9_999_999, 10_000_000, 99.9],
    [1, 1001, 0],
    [1, 1000, 0.1],
    [29, 100, 29],
    [57, 100, 57],
    [0, 0, null],
  ])('%i of %i is %s', (part, whole, result) => {
    expect(percent(part, whole)).toBe(result);
  });

  test('and is 100 only where all is there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat({ max: 1_000_000 }), (whole, some) => {
        const part = Math.min(some, whole);
        const shown = percent(part, whole) ?? Number.NaN;
        expect(shown === 100).toBe(part === whole);
        expect(shown).toBeLessThanOrEqual((part / whole) * 100 + 1e-9);
        expect(shown).toBeGreaterThan((part / whole) * 100 - 0.1 - 1e-9);
      }),
    );
  });
});

describe('scoreOf', () => {
  test.each([
    ['critical', 8],
    ['high', 4],
    ['medium', 2],
    ['low', 1],
  ] as const)('weighs a rule of severity %s with %i', (severity, weight) => {
    const { weights } = scoreOf([judged('pass', { severity })], WEIGHTS);
    expect(weights).toEqual({ passed: weight, decided: weight, applicable: weight });
  });

  test.each([
    ['pass', { passed: 2, decided: 2, applicable: 2 }, 100, 100],
    ['gap', { passed: 0, decided: 2, applicable: 2 }, 0, 100],
    ['unknown', { passed: 0, decided: 0, applicable: 2 }, null, 0],
    ['manual', { passed: 0, decided: 0, applicable: 0 }, null, null],
    ['not-applicable', { passed: 0, decided: 0, applicable: 0 }, null, null],
  ] as const)('over one rule that is %s', (verdict, weights, compliance, coverage) => {
    expect(scoreOf([judged(verdict)], WEIGHTS)).toMatchObject({ weights, compliance, coverage });
  });

  test('compliance is weight passed of weight decided, coverage weight decided of weight applicable', () => {
    const verdicts = [
      judged('pass', { severity: 'critical' }),
      judged('pass', { severity: 'low' }),
      judged('gap', { severity: 'high' }),
      judged('unknown', { severity: 'medium' }),
      judged('unknown', { severity: 'high' }),
      judged('manual', { severity: 'critical' }),
      judged('not-applicable', { severity: 'critical' }),
    ];
    expect(scoreOf(verdicts, WEIGHTS)).toEqual({
      weights: { passed: 9, decided: 13, applicable: 19 },
      compliance: 69.2,
      coverage: 68.4,
      counts: { pass: 2, gap: 1, unknown: 2, manual: 1, 'not-applicable': 1 },
    });
  });

  test('over nothing is null, not zero and not a hundred', () => {
    expect(scoreOf([], WEIGHTS)).toMatchObject({ compliance: null, coverage: null, weights: { passed: 0, decided: 0, applicable: 0 } });
  });

  test('a gap of the least weight among many keeps compliance below a hundred', () => {
    expect(scoreOf([...times(500, 'pass', { severity: 'critical' }), judged('gap', { severity: 'low' })], WEIGHTS).compliance).toBe(99.9);
  });

  test('the order of the rules does not matter, and weights nest', () => {
    const verdict = fc.record({ verdict: fc.constantFrom(...VERDICTS), severity: fc.constantFrom(...SEVERITIES) });
    fc.assert(
      fc.property(fc.array(verdict), (all) => {
        const verdicts = all.map(({ verdict, severity }) => judged(verdict, { severity }));
        const score = scoreOf(verdicts, WEIGHTS);
        expect(scoreOf([...verdicts].reverse(), WEIGHTS)).toEqual(score);
        const { passed, decided, applicable } = score.weights;
        expect(passed <= decided && decided <= applicable).toBe(true);
        expect(Object.values(score.counts).reduce((sum, count) => sum + count, 0)).toBe(all.length);
      }),
    );
  });
});

test('countVerdicts counts rules, each under one verdict', () => {
  expect(countVerdicts([...times(3, 'pass'), ...times(2, 'gap'), judged('manual')])).toEqual({
    pass: 3,
    gap: 2,
    unknown: 0,
    manual: 1,
    'not-applicable': 0,
  });
});

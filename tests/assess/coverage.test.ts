import { describe, expect, test } from 'vitest';
import { coverageOf, RuleVerdicts } from '../../src/assess/coverage.js';
import type { Finding, Verdict } from '../../src/core/finding.js';
import type { Claim } from '../../src/rules/ledger.js';
import { ledger, phrase } from '../support/ledger.js';

const RULES: readonly Claim[] = ['keeping/long', 'keeping/short', 'selling/marked'].map((id) => ({ id, area: id.split('/')[0] ?? '' }));
const LEDGER = ledger({
  一: [phrase('甲', { areas: ['keeping'] }), phrase('乙', { bearer: 'government', status: 'none', reason: { zh: '无', en: 'None' } })],
  二: [phrase('丙', { status: 'partial', rules: ['keeping/short'] }), phrase('丁', { status: 'pending' })],
});

const found = (...verdicts: readonly [rule: string, verdict: Verdict][]): { findings: Finding[] } => ({
  findings: verdicts.map(([rule, verdict]) => ({ rule, verdict }) as Finding),
});

describe('the coverage of an opinion', () => {
  test('says which rules rest on which phrase, and which on none', () => {
    const { clauses, rules, ungrounded } = coverageOf(LEDGER, RULES, null);
    expect(clauses.map(({ id, phrases }) => [id, ...phrases.map((each) => each.rules)])).toEqual([
      ['一', ['keeping/long', 'keeping/short'], []],
      ['二', ['keeping/short'], []],
    ]);
    expect([rules, ungrounded]).toEqual([3, ['selling/marked']]);
  });

  test('counts phrases by bearer and by status', () => {
    const { bearers, statuses } = coverageOf(LEDGER, RULES, null);
    expect(bearers).toEqual({ platform: 3, government: 1, encouragement: 0 });
    expect(statuses).toEqual({ automated: 1, partial: 1, manual: 0, none: 1, pending: 1 });
  });

  test('adds the verdicts of each rule in each profile, the worst of its items', () => {
    const verdicts = new RuleVerdicts();
    verdicts.add(found(['keeping/long', 'pass'], ['keeping/short', 'pass'], ['keeping/short', 'unknown'], ['keeping/short', 'pass']));
    verdicts.add(found(['keeping/short', 'manual'], ['keeping/short', 'gap'], ['selling/marked', 'gap']));
    verdicts.add(found());
    const { clauses } = coverageOf(LEDGER, RULES, verdicts);
    const none = { pass: 0, gap: 0, unknown: 0, manual: 0, 'not-applicable': 0 };
    expect(verdicts.profiles).toBe(3);
    expect(clauses.map(({ phrases }) => phrases.map((each) => each.verdicts))).toEqual([
      [{ ...none, pass: 1, unknown: 1, gap: 1 }, null],
      [{ ...none, unknown: 1, gap: 1 }, null],
    ]);
  });
});

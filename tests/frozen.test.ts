import { describe, expect, it } from 'vitest';
import { VERDICTS } from '../src/core/finding.js';
import { DUTIES, SEVERITIES } from '../src/core/rule.js';
import { folderWith } from './support/cli.js';
import { judgeFrozen, PROFILES } from './support/frozen.js';
import { FROZEN_RUN, linesOf, readRun } from './support/run.js';

const judged = await judgeFrozen(PROFILES, { emptySources: ['profiles/empty'] });

describe('the frozen run', () => {
  it('is what its pack makes of its profiles today: if not, npm run golden', async () => {
    await expect(linesOf(judged)).toMatchFileSnapshot(`../${FROZEN_RUN}`);
  });

  it('is read as it was written', async () => {
    const folder = folderWith({ 'run.ndjson': linesOf(judged) });
    expect(linesOf(await readRun(`${folder}/run.ndjson`))).toBe(linesOf(judged));
  });
});

describe('what reports are tested on', () => {
  const { header, profiles, summary } = judged;
  const findings = profiles.flatMap((record) => record.findings);
  const rules = Object.values(header.catalog.rules);

  it('has every verdict for every reason, and each with each duty that it can have', () => {
    expect(new Set(findings.map(({ verdict }) => verdict))).toEqual(new Set(VERDICTS));
    const reasons = ['applicability', 'requirement', 'condition', 'no-parts', 'no-items', null];
    expect(new Set(findings.map(({ reason }) => reason))).toEqual(new Set(reasons));
    for (const verdict of ['gap', 'unknown', 'pass'] as const) {
      expect(new Set(findings.filter((each) => each.verdict === verdict).map(({ duty }) => duty))).toEqual(new Set(DUTIES));
    }
    expect(new Set(rules.map(({ severity }) => severity))).toEqual(new Set(SEVERITIES));
    expect(new Set(rules.map(({ kind }) => kind))).toEqual(new Set(['duty', 'prohibition']));
  });

  it('has items of several verdicts under one rule, several failing parts, facts beyond those listed', () => {
    const gaps = profiles.find(({ path }) => path === 'profiles/gaps.yaml')?.findings ?? [];
    const ofRule = (id: string) => gaps.filter(({ rule }) => rule === id).map(({ verdict }) => verdict);
    expect(ofRule('parcels/sites-checked')).toEqual(['gap', 'pass', 'gap', 'not-applicable', 'pass']);
    expect(gaps.some(({ parts }) => parts.length > 1)).toBe(true);
    expect(gaps.some(({ moreFacts }) => moreFacts > 0)).toBe(true);
    expect(gaps.some(({ facts }) => facts.length > 1)).toBe(true);
  });

  it('has duties that are lowered, and bases and provisions that are out of scope', () => {
    const of = (id: string) => header.catalog.rules[id];
    expect(findings.some(({ rule, duty }) => of(rule)?.duty === 'mandatory' && duty === 'expected')).toBe(true);
    expect(findings.some(({ rule, basis }) => basis.length > 0 && basis.length < (of(rule)?.basis.length ?? 0))).toBe(true);
    expect(findings.some(({ rule, liability }) => liability.length < (of(rule)?.liability.length ?? 0))).toBe(true);
  });

  it('has every kind of fact, both spellings of a checklist, and what is permanent', () => {
    const kinds = new Set(Object.values(header.catalog.facts).map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['boolean', 'integer', 'number', 'string', 'date', 'choice', 'checklist', 'list']));
    const values = findings.flatMap(({ facts }) => facts.map(({ value }) => value));
    expect(values).toContain('permanent');
    expect(values.some((value) => Array.isArray(value))).toBe(true);
    // Of a map each member is a fact of its own.
    expect(findings.flatMap(({ facts }) => facts.map(({ pointer }) => pointer))).toContain('/sellers/reports/july');
  });

  it('has every way in which a provision on liability is printed', () => {
    const shapes = rules.flatMap(({ liability }) =>
      liability.map(({ upToCny, upToTimesGains, upToPercentTurnover, orderFirst }) =>
        [upToCny && 'cny', upToTimesGains && 'gains', upToPercentTurnover && 'turnover', orderFirst && 'order'].filter(Boolean).join(' '),
      ),
    );
    expect(new Set(shapes)).toEqual(new Set(['cny', 'cny order', 'cny gains', 'turnover', '', 'gains', 'cny turnover order']));
  });

  it('has profiles of every outcome, warnings, identities that occur twice, rules that are upcoming', () => {
    expect(Object.entries(summary.statuses).filter(([, count]) => count > 0)).toEqual([
      ['judged', 7],
      ['invalid', 3],
      ['unreadable', 1],
    ]);
    expect(profiles.filter(({ gate }) => gate.passed).map(({ path }) => path)).toEqual(['profiles/compliant.yaml']);
    expect(summary.duplicates).toHaveLength(1);
    expect(summary.exitCode).toBe(2);
    const warnings = profiles.flatMap(({ status, problems }) => (status === 'judged' ? problems.map(({ code }) => code) : []));
    expect(new Set(warnings)).toEqual(new Set(['declaration-stale', 'date-in-future', 'repeated-member']));
    const upcoming = profiles.flatMap((record) => record.upcoming.map(({ verdict }) => verdict));
    expect(new Set(upcoming)).toEqual(new Set(['gap', 'unknown', 'pass']));
  });
});

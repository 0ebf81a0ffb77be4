import { describe, expect, it } from 'vitest';
import type { CheckOptions, Run } from '../../src/core/run.js';
import { type Inputs, inputsOf, type Judging, judgeFrozen, PROFILES } from '../support/frozen.js';
import { HOSTILE, hostileRun, spelt } from '../support/hostile.js';
import { bad, casesOf, expectSound, named, readJunit } from '../support/junit.js';
import { frozenRun, onlyOf, render } from '../support/run.js';

describe('the run as JUnit', () => {
  it('is as it was: one profile, and a small batch', async () => {
    await expect(render('junit', await frozenRun('zh', 'gaps'))).toMatchFileSnapshot('golden/gaps.zh.junit.xml');
    const batch = await judgeFrozen(inputsOf('compliant', 'invalid', 'half-filled'), { lang: 'en', options: { areas: ['service'] } });
    await expect(render('junit', batch)).toMatchFileSnapshot('golden/batch.en.junit.xml');
  });

  const gates: readonly Partial<CheckOptions>[] = [
    {},
    { failOn: [] },
    { failOn: ['gap'] },
    { failOn: ['unknown'] },
    { failOn: ['manual'] },
    { failDuty: 'encouraged' },
    { failDuty: 'expected', failOn: ['gap'] },
    { failOn: [], minCompliance: 90 },
    { failOn: [], minCompliance: 10, minCoverage: 100 },
    { onInvalid: 'count' },
    { onInvalid: 'count', failOn: [] },
  ];
  const inputs: [name: string, profiles: Inputs, judging: Judging][] = [
    ...['compliant', 'gaps', 'half-filled', 'bare', 'invalid', 'missing'].map((name): [string, Inputs, Judging] => [
      name,
      inputsOf(name),
      {},
    ]),
    ['compliant beside a folder that is empty', inputsOf('compliant'), { emptySources: ['nothing'] }],
    ['all', PROFILES, {}],
  ];
  it.each(inputs)('has failures or errors exactly when the exit code is not 0: %s', async (_name, profiles, judging) => {
    for (const options of gates) {
      const run = await judgeFrozen(profiles, { ...judging, options });
      const root = readJunit(render('junit', run));
      expectSound(root);
      expect(bad(root) === 0, `${JSON.stringify(options)} exit code ${run.summary.exitCode}`).toBe(run.summary.exitCode === 0);
    }
  });

  it('stays a fail where the gate fails for a reason that no rule shows', async () => {
    const run = await frozenRun('zh', 'compliant');
    const record = onlyOf(run);
    const failed = { ...record, gate: { passed: false, reasons: [{ code: 'too-costly' as const }] } };
    expect(bad(readJunit(render('junit', { ...run, profiles: [failed] })))).toBe(1);
  });

  it('names a case the same whatever its verdict', async () => {
    const names = async (profile: string): Promise<string[]> =>
      casesOf(readJunit(render('junit', await frozenRun('zh', profile)))).map(({ attributes }) => attributes['name'] ?? '');
    expect(await names('compliant')).toEqual(await names('half-filled'));
  });

  it('says of a skipped case why: the question, the reason, or that the gate lets it pass', async () => {
    const run = await judgeFrozen(inputsOf('gaps', 'sellers-only'), { options: { failOn: [] } });
    const skipped = casesOf(readJunit(render('junit', run))).flatMap((each) => named(each, 'skipped'));
    const passed = run.profiles.reduce((count, { counts, encouraged }) => count + (counts?.pass ?? 0) + (encouraged?.pass ?? 0), 0);
    const rules = new Set(run.profiles.flatMap(({ findings }) => findings.map(({ rule }) => rule))).size;
    expect(skipped.length).toBe(2 * rules - passed);
    for (const each of skipped) expect(each.attributes['message']).toBeTruthy();
    expect(skipped.some(({ text }) => text.includes('《'))).toBe(true);
  });

  it('counts what is waived as skipped once the gate lets it pass', async () => {
    const run = await frozenRun('en', 'gaps');
    const waived: Run = {
      ...run,
      profiles: run.profiles.map((record) => ({
        ...record,
        gate: { passed: true, reasons: [] },
        findings: record.findings.map((finding) => ({ ...finding, standing: finding.verdict === 'gap' ? 'waived' : 'open' })),
      })),
    };
    expect(bad(readJunit(render('junit', waived)))).toBe(0);
  });

  it('holds hostile strings whole and inert', async () => {
    const run = await hostileRun();
    for (const lang of ['zh', 'en'] as const) {
      const xml = render('junit', run, { lang });
      const root = readJunit(xml);
      expect(new Set(casesOf(root).flatMap(({ children }) => children.map(({ name }) => name)))).toEqual(
        new Set(['failure', 'error', 'skipped']),
      );
      const suites = named(root, 'testsuite').map(({ attributes }) => attributes['name']);
      // XML has no way to hold these two either.
      const inXml = (text: string): string => spelt(text).replace('\ufffe', '<U+FFFE>').replace('\uffff', '<U+FFFF>');
      for (const text of HOSTILE) expect(suites).toContain(inXml(text));
      const messages = casesOf(root).flatMap(({ children }) => children.map(({ attributes }) => attributes['message'] ?? ''));
      for (const text of HOSTILE) expect(messages.some((message) => message.includes(inXml(text)))).toBe(true);
    }
  });
});

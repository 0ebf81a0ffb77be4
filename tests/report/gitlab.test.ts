import { describe, expect, it } from 'vitest';
import type { CheckOptions } from '../../src/core/run.js';
import { inputsOf, judgeFrozen, PROFILES, profileText } from '../support/frozen.js';
import { readIssues } from '../support/gitlab.js';
import { HOSTILE, hostileRun, spelt } from '../support/hostile.js';
import { frozenRun, render } from '../support/run.js';

describe('the run as a Code Quality report of GitLab', () => {
  it('is as it was: one profile, and a small batch', async () => {
    await expect(render('gitlab', await frozenRun('zh', 'gaps'))).toMatchFileSnapshot('golden/gaps.zh.gitlab.json');
    const batch = await frozenRun('en', 'compliant', 'invalid', 'sellers-only');
    await expect(render('gitlab', batch)).toMatchFileSnapshot('golden/batch.en.gitlab.json');
  });

  it('has an issue for every gap, for what else fails the gate, and for every problem of a file', async () => {
    const run = await judgeFrozen(PROFILES, { options: { minCoverage: 100 }, emptySources: ['nothing'] });
    const issues = readIssues(render('gitlab', run));
    const wanted = run.profiles.flatMap(({ findings }) =>
      findings.filter(({ verdict, duty }) => verdict === 'gap' || (verdict === 'unknown' && duty === 'mandatory')),
    );
    const problems = run.profiles.flatMap((record) => record.problems);
    const short = run.profiles.filter(({ gate }) => gate.reasons.some(({ code }) => code === 'min-coverage'));
    expect(short.length).toBeGreaterThan(0);
    expect(issues.length).toBe(wanted.length + problems.length + short.length + 1);
    expect(issues.filter(({ location }) => location.lines.begin > 1).length).toBeGreaterThan(wanted.length / 2);
  });

  it('is an empty array where there is nothing', async () => {
    expect(readIssues(render('gitlab', await frozenRun('zh', 'compliant')))).toEqual([]);
    expect(readIssues(render('gitlab', await judgeFrozen(inputsOf('bare'), { options: { failOn: [] } })))).toEqual([]);
  });

  it('keeps fingerprints when the profile moves and when other issues come and go', async () => {
    const text = profileText('gaps');
    const prints = async (declared: string, lang: 'zh' | 'en', options: Partial<CheckOptions>): Promise<Map<string, string>> => {
      const issues = readIssues(render('gitlab', await judgeFrozen({ 'p.yaml': declared }, { lang, options })));
      return new Map(issues.map((each) => [each.check_name, each.fingerprint]));
    };
    const all = await prints(text, 'zh', { failOn: ['manual', 'gap'] });
    const some = await prints(`# a line\n# and another\n${text}`, 'en', { areas: ['sellers'] });
    expect(some.size).toBeGreaterThan(1);
    for (const [rule, print] of some) expect(all.get(rule)).toBe(print);
  });

  it('names the path as a repository does', async () => {
    const run = await judgeFrozen({ './shops/a.yaml': profileText('gaps') });
    expect(readIssues(render('gitlab', run))[0]?.location.path).toBe('shops/a.yaml');
  });

  it('holds hostile strings whole', async () => {
    const run = await hostileRun();
    const issues = readIssues(render('gitlab', run));
    for (const text of HOSTILE) {
      expect(issues.some(({ description }) => description.includes(spelt(text)))).toBe(true);
      expect(issues.some(({ location }) => location.path === spelt(text))).toBe(true);
    }
  });
});

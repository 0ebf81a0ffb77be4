import { describe, expect, it } from 'vitest';
import { folderWith, hegui } from '../support/cli.js';
import { readIssues } from '../support/gitlab.js';
import { HOSTILE, hostileRun, spelt } from '../support/hostile.js';
import { render, runOf } from '../support/run.js';

describe('the run as a Code Quality report of GitLab', () => {
  it('is as it was: one profile, and a small batch', async () => {
    await expect(render('gitlab', await runOf('examples/marketplace-with-gaps', '--lang', 'zh'))).toMatchFileSnapshot(
      'golden/marketplace-with-gaps.zh.gitlab.json',
    );
    const batch = ['examples/compliant-marketplace', 'examples/invalid-file', 'examples/ride-hailing', '--area', 'complaint-handling'];
    await expect(render('gitlab', await runOf(...batch, '--lang', 'en'))).toMatchFileSnapshot('golden/batch.en.gitlab.json');
  });

  it('has an issue for every gap, for what else fails the gate, and for every problem of a file', async () => {
    const run = await runOf('examples', 'no-such-file.yaml', folderWith({ 'readme.txt': '' }), '--min-coverage', '100');
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
    expect(readIssues(render('gitlab', await runOf('examples/compliant-marketplace', '--fail-on', 'never')))).toEqual([]);
    const { stdout } = await hegui(['check', 'examples/compliant-marketplace', '-f', 'gitlab']);
    expect(readIssues(stdout)).toEqual([]);
  });

  it('keeps fingerprints when the profile moves and when other issues come and go', async () => {
    const prints = async (...argv: string[]): Promise<Map<string, string>> =>
      new Map(
        readIssues(render('gitlab', await runOf('examples/marketplace-with-gaps', ...argv))).map((each) => [
          each.check_name,
          each.fingerprint,
        ]),
      );
    const [all, some] = [await prints('--fail-on', 'manual,gap'), await prints('--area', 'complaint-handling', '--lang', 'en')];
    expect(some.size).toBeGreaterThan(1);
    for (const [rule, print] of some) expect(all.get(rule)).toBe(print);
  });

  it('names the path as a repository does', async () => {
    const [issue] = readIssues(render('gitlab', await runOf('./examples/marketplace-with-gaps/profile.yaml')));
    expect(issue?.location.path).toBe('examples/marketplace-with-gaps/profile.yaml');
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

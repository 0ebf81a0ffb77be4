import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/core/run.js';
import { folderWith, hegui } from '../support/cli.js';
import { HOSTILE, hostileRun, spelt } from '../support/hostile.js';
import { bad, casesOf, expectSound, named, readJunit } from '../support/junit.js';
import { render, runOf } from '../support/run.js';

describe('the run as JUnit', () => {
  it('is as it was: one profile, and a small batch', async () => {
    await expect(render('junit', await runOf('examples/marketplace-with-gaps', '--lang', 'zh'))).toMatchFileSnapshot(
      'golden/marketplace-with-gaps.zh.junit.xml',
    );
    const batch = ['examples/compliant-marketplace', 'examples/invalid-file', 'examples/half-filled', '--area', 'complaint-handling'];
    await expect(render('junit', await runOf(...batch, '--lang', 'en'))).toMatchFileSnapshot('golden/batch.en.junit.xml');
  });

  const folder = folderWith({ 'empty.yaml': 'hegui: 1\n', 'invalid.yaml': 'hegui: 1\nfoo: 1\n', 'nothing/readme.txt': '' });
  const gates: readonly (readonly string[])[] = [
    [],
    ['--fail-on', 'never'],
    ['--fail-on', 'gap'],
    ['--fail-on', 'unknown'],
    ['--fail-on', 'manual'],
    ['--fail-duty', 'encouraged'],
    ['--fail-duty', 'expected', '--fail-on', 'gap'],
    ['--fail-on', 'never', '--min-compliance', '90'],
    ['--fail-on', 'never', '--min-compliance', '10', '--min-coverage', '100'],
    ['--on-invalid', 'count'],
    ['--on-invalid', 'count', '--fail-on', 'never'],
  ];
  const inputs: readonly (readonly string[])[] = [
    ['examples/compliant-marketplace'],
    ['examples/marketplace-with-gaps'],
    ['examples/half-filled'],
    [`${folder}/empty.yaml`],
    [`${folder}/invalid.yaml`],
    ['no-such-file.yaml'],
    ['examples/compliant-marketplace', `${folder}/nothing`],
    ['examples', 'examples/compliant-marketplace'],
  ];
  it.each(inputs.map((paths) => [paths.join(' ').replaceAll(folder, ''), paths] as const))(
    'has failures or errors exactly when the exit code is not 0: %s',
    async (_name, paths) => {
      for (const gate of gates) {
        const { stdout, exitCode } = await hegui(['check', ...paths, ...gate, '-f', 'junit', '--as-of', '2026-11-23', '--quiet']);
        const root = readJunit(stdout);
        expectSound(root);
        expect(bad(root) === 0, `${gate.join(' ')} exit code ${exitCode}`).toBe(exitCode === 0);
      }
    },
  );

  it('stays a fail where the gate fails for a reason that no rule shows', async () => {
    const run = await runOf('examples/compliant-marketplace');
    const [record] = run.profiles;
    if (record === undefined) throw new Error('no record');
    const failed = { ...record, gate: { passed: false, reasons: [{ code: 'too-costly' as const }] } };
    expect(bad(readJunit(render('junit', { ...run, profiles: [failed] })))).toBe(1);
  });

  it('names a case the same whatever its verdict', async () => {
    const names = async (path: string): Promise<string[]> =>
      casesOf(readJunit(render('junit', await runOf(path)))).map(({ attributes }) => attributes['name'] ?? '');
    expect(await names('examples/compliant-marketplace')).toEqual(await names('examples/half-filled'));
  });

  it('says of a skipped case why: the question, the reason, or that the gate lets it pass', async () => {
    const root = readJunit(render('junit', await runOf('examples/marketplace-with-gaps', '--fail-on', 'never')));
    const skipped = casesOf(root).flatMap((each) => named(each, 'skipped'));
    expect(skipped.length).toBeGreaterThan(70);
    for (const each of skipped) expect(each.attributes['message']).toBeTruthy();
    expect(skipped.some(({ text }) => text.includes('《'))).toBe(true);
  });

  it('counts what is waived as skipped once the gate lets it pass', async () => {
    const run = await runOf('examples/marketplace-with-gaps', '--lang', 'en');
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

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { hostileRun } from '../support/hostile.js';
import { frozenRun, render } from '../support/run.js';

/** What Microsoft's SARIF Multitool has against a log, by its own rules and by those of GitHub's code scanning. */
function complaintsAbout(sarif: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'hegui-sarif-'));
  const log = join(folder, 'run.sarif');
  writeFileSync(log, sarif);
  return ['Sarif', 'Ghas'].flatMap((rules) => {
    const out = join(folder, `${rules}.sarif`);
    // It fails where it finds something; without its answer the next line fails.
    spawnSync('sarif-multitool', ['validate', log, '--rule-kind', rules, '-o', out], { stdio: 'pipe' });
    const validated: Log = JSON.parse(readFileSync(out, 'utf8').replace(/^\ufeff/, ''));
    return (validated.runs[0]?.results ?? []).map(({ ruleId, message }) => `${ruleId} ${message.arguments?.join(' ') ?? message.text}`);
  });
}

/** That the tool has no home on the web is said of every log that could be read at all, and of no other. */
const READ = 'SARIF2005 runs[0].tool.driver hegui';

describe('SARIF as its makers read it', () => {
  it.each([false, true])('is without fault for profiles of every outcome (all kinds: %s)', async (sarifAllKinds) => {
    const run = await frozenRun('zh');
    expect(complaintsAbout(render('sarif', run, { sarifAllKinds }))).toEqual([READ]);
  });

  it('is without fault whatever the strings', async () => {
    expect(complaintsAbout(render('sarif', await hostileRun())).slice(0, 5)).toEqual([READ]);
  });

  it('is told apart from a log with a fault', async () => {
    const sarif = render('sarif', await frozenRun('zh', 'gaps'));
    expect(sarif).toContain('"startLine":19');
    expect(complaintsAbout(sarif.replace('"startLine":19', '"startLine":-1'))).not.toEqual([READ]);
    expect(complaintsAbout(sarif.replace('"level":"error"', '"level":"bad"'))).not.toEqual([READ]);
  });
});

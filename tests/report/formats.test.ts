import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ProfileRecord } from '../../src/core/run.js';
import { FORMATS } from '../../src/report/formats.js';
import { LIMITS } from '../../src/report/limits.js';
import { folderWith, hegui } from '../support/cli.js';
import { render, runOf } from '../support/run.js';

describe('every format', () => {
  const folder = folderWith({ 'invalid.yaml': 'hegui: 1\nfoo: 1\n' });
  it.each([
    ['examples/compliant-marketplace', 0],
    ['examples/marketplace-with-gaps', 1],
    [folder, 2],
    ['no-such-file.yaml', 2],
  ])('leaves the exit code of %s as it is', async (path, exitCode) => {
    for (const format of FORMATS) expect((await hegui(['check', path, '-f', format, '--quiet'])).exitCode, format).toBe(exitCode);
  });

  it('can be written beside the others', async () => {
    const out = folderWith({});
    const outputs = FORMATS.flatMap((format) => ['-o', `${format}=${out}/run.${format}`]);
    const { stdout, exitCode } = await hegui(['check', 'examples/half-filled', ...outputs, '--as-of', '2026-11-23', '--quiet']);
    expect([stdout, exitCode]).toEqual(['', 1]);
    for (const format of FORMATS) {
      const alone = await hegui(['check', 'examples/half-filled', '-f', format, '--as-of', '2026-11-23', '--quiet']);
      expect(readFileSync(`${out}/run.${format}`, 'utf8'), format).toBe(alone.stdout);
    }
  });

  it('is the same twice', async () => {
    for (const format of FORMATS) {
      const argv = ['check', 'examples', '-f', format, '--as-of', '2026-11-23', '--quiet'];
      const { stdout } = await hegui(argv);
      expect((await hegui(argv, { env: { TZ: 'UTC', NO_COLOR: '1' } })).stdout, format).toBe(stdout);
    }
  });

  it('speaks one language, but for what is declared', async () => {
    const run = await runOf('examples/marketplace-with-gaps');
    const [{ operator, platform, findings } = run.profiles[0] as ProfileRecord] = run.profiles;
    const names = findings.flatMap(({ item }) => /=(.*)\]$/.exec(item ?? '')?.[1] ?? []);
    const declared = [operator.name, platform.name, ...names].flatMap((name) => name ?? []);
    for (const format of ['junit', 'gitlab', 'github', 'sarif', 'markdown'] as const) {
      const view = { show: ['gap', 'unknown', 'manual', 'pass', 'not-applicable'], sarifAllKinds: true } as const;
      expect(render(format, run, { ...view, lang: 'zh' })).toMatch(/\p{Script=Han}/u);
      const said = declared.reduce((text, name) => text.replaceAll(name, ''), render(format, run, { ...view, lang: 'en' }));
      expect(said.replace(/"snippet": ?\{[^}]*\}/g, ''), format).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('that must be held as a whole refuses more than it can hold', async () => {
    const limit = LIMITS.junit ?? 0;
    const lines = Array.from({ length: limit + 1 }, (_, index) => JSON.stringify({ path: `p${index}`, text: 'x' })).join('\n');
    const ran = await hegui(
      ['check', '-', '--input', 'ndjson', '-f', 'junit', '--lang', 'en', '--rule', 'operator-verification/periodic-recheck'],
      { stdin: lines },
    );
    expect([ran.stdout, ran.exitCode]).toEqual(['', 2]);
    expect(ran.stderr).toContain(`The format junit holds at most ${limit} profiles`);
  });
});

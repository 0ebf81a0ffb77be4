import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FORMAT_NAMES, FORMATS } from '../../src/report/formats.js';
import { folderWith, hegui } from '../support/cli.js';
import { profileText } from '../support/frozen.js';
import { ALL, frozenRun, linesOf, onlyOf, render } from '../support/run.js';

describe('every format', () => {
  const folder = folderWith({ 'invalid.yaml': 'hegui: 1\nfoo: 1\n' });
  it.each([
    ['examples/compliant-marketplace', 0],
    ['examples/marketplace-with-gaps', 1],
    [folder, 2],
    ['no-such-file.yaml', 2],
  ])('leaves the exit code of %s as it is', async (path, exitCode) => {
    const argv = ['check', path, '--rule', 'operator-verification/periodic-recheck', '--quiet'];
    for (const format of FORMAT_NAMES) expect((await hegui([...argv, '-f', format])).exitCode, format).toBe(exitCode);
  });

  it('can be written beside the others', async () => {
    const out = folderWith({});
    const outputs = FORMAT_NAMES.flatMap((format) => ['-o', `${format}=${out}/run.${format}`]);
    const saved = `${folderWith({ 'run.ndjson': linesOf(await frozenRun('zh', 'half-filled')) })}/run.ndjson`;
    const { stdout, exitCode } = await hegui(['report', saved, ...outputs, '--quiet']);
    expect([stdout, exitCode]).toEqual(['', 0]);
    for (const format of FORMAT_NAMES) {
      const alone = await hegui(['report', saved, '-f', format, '--quiet']);
      expect(readFileSync(`${out}/run.${format}`, 'utf8'), format).toBe(alone.stdout);
    }
  });

  it('is the same twice', async () => {
    for (const format of FORMAT_NAMES) {
      const argv = ['check', 'examples', '-f', format, '--as-of', '2026-11-23', '--quiet'];
      const { stdout } = await hegui(argv);
      expect((await hegui(argv, { env: { TZ: 'UTC', NO_COLOR: '1' } })).stdout, format).toBe(stdout);
    }
  });

  it('speaks one language, but for what is declared', async () => {
    const run = await frozenRun('zh', 'gaps');
    const { operator, platform, findings } = onlyOf(run);
    const names = findings.flatMap(({ item }) => /=(.*)\]$/.exec(item ?? '')?.[1] ?? []);
    const [, hotline = null] = /hotline: (.*)/.exec(profileText('gaps')) ?? [];
    const declared = [operator.name, platform.name, hotline, ...names].flatMap((name) => name ?? []);
    for (const format of ['junit', 'gitlab', 'github', 'sarif', 'markdown'] as const) {
      const view = { show: ALL, sarifAllKinds: true };
      expect(render(format, run, { ...view, lang: 'zh' })).toMatch(/\p{Script=Han}/u);
      const said = declared.reduce((text, name) => text.replaceAll(name, ''), render(format, run, { ...view, lang: 'en' }));
      expect(said.replace(/"snippet": ?\{\s*"text": ?"(?:[^"\\]|\\.)*"\s*\}/g, ''), format).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('that must be held as a whole refuses more than it can hold', async () => {
    const limit = FORMATS.junit.limit ?? 0;
    const lines = Array.from({ length: limit + 1 }, (_, index) => JSON.stringify({ path: `p${index}`, text: 'x' })).join('\n');
    const ran = await hegui(
      ['check', '-', '--input', 'ndjson', '-f', 'junit', '--lang', 'en', '--rule', 'operator-verification/periodic-recheck'],
      { stdin: lines },
    );
    expect([ran.stdout, ran.exitCode]).toEqual(['', 2]);
    expect(ran.stderr).toContain(`The format junit holds at most ${limit} profiles`);
  });
});

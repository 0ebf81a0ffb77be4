import { execFile, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../support/cli.js';

const BIN = join(process.cwd(), 'bin/hegui.js');
const PROFILE = join(process.cwd(), 'examples/marketplace-with-gaps/profile.yaml');
const run = promisify(execFile);

interface Failed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program; one that fails is no error here. */
async function built(argv: readonly string[], options: { cwd?: string; env?: Record<string, string> } = {}): Promise<Failed> {
  try {
    const env = { ...process.env, ...options.env };
    const { stdout, stderr } = await run(process.execPath, [BIN, ...argv], { ...options, env, maxBuffer: 1e8 });
    return { code: 0, stdout, stderr };
  } catch (error) {
    return error as Failed;
  }
}

describe('the built program', () => {
  it('writes a report of more than 64 KiB whole through a pipe', async () => {
    const { stdout, code } = await built(['check', PROFILE, '-f', 'json', '--as-of', '2026-11-23']);
    expect(stdout.length).toBeGreaterThan(65_536);
    expect(JSON.parse(stdout).summary.exitCode).toBe(code);
  });

  it('ends quietly when the reader of its pipe goes away', async () => {
    const child = spawn(process.execPath, [BIN, 'check', PROFILE, '-f', 'json'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdout.destroy();
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
    expect(code).toBe(2);
  });

  it('prints the same bytes whatever the time zone, locale and folder', async () => {
    const elsewhere = folderWith({});
    const argv = ['check', PROFILE, '--as-of', '2026-11-23', '--lang', 'zh', '--show', 'all', '--color', 'never'];
    const worlds = [
      { env: { TZ: 'UTC', LC_ALL: 'C' } },
      { env: { TZ: 'Pacific/Auckland', LC_ALL: 'en_US.UTF-8', LANG: 'tr_TR.UTF-8' } },
      { cwd: elsewhere, env: { TZ: 'America/Los_Angeles', LC_ALL: 'zh_CN.UTF-8' } },
    ];
    for (const format of ['table', 'json']) {
      const outputs = await Promise.all(worlds.map((world) => built([...argv, '-f', format], world)));
      expect(new Set(outputs.map(({ stdout }) => stdout)).size, format).toBe(1);
    }
  });

  it('knows its rules wherever it is called from', async () => {
    const { code, stdout } = await built(['rules', 'lint', '--lang', 'en'], { cwd: folderWith({}) });
    expect([code, stdout]).toEqual([0, expect.stringContaining('nothing found')]);
  });

  it('reads one profile from standard input', async () => {
    const child = spawn(process.execPath, [BIN, 'check', '-', '-f', 'json', '--as-of', '2026-11-23']);
    let stdout = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stdin.end(readFileSync(PROFILE));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(1);
    expect(JSON.parse(stdout).profiles[0].path).toBe('-');
  });

  it('answers --version with the version of package.json', async () => {
    const { stdout } = await built(['--version']);
    expect(stdout.trim()).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
  });
});

describe('outputs to files', () => {
  it('are written beside and renamed, with missing folders made, and nothing on standard output', async () => {
    const folder = folderWith({});
    const { stdout } = await built(['check', PROFILE, '-o', `json=${folder}/a/run.json`, '-o', `table=${folder}/report.txt`]);
    expect(stdout).toBe('');
    expect(readdirSync(join(folder, 'a'))).toEqual(['run.json']);
    expect(readFileSync(join(folder, 'report.txt'), 'utf8')).not.toContain('\u001b');
  });

  it('one that fails does not stop the others, and is said', async () => {
    const folder = folderWith({});
    mkdirSync(join(folder, 'taken.json'));
    const { code, stderr } = await built([
      'check',
      PROFILE,
      '-o',
      `json=${folder}/taken.json`,
      '-o',
      `table=${folder}/report.txt`,
      '--lang',
      'en',
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain(`${folder}/taken.json cannot be written`);
    expect(statSync(join(folder, 'report.txt')).size).toBeGreaterThan(1000);
    expect(readdirSync(folder).sort()).toEqual(['report.txt', 'taken.json']);
  });
});

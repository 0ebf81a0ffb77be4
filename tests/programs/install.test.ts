import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from '../support/cli.js';
import { pack } from '../support/packed.js';
import { shell } from '../support/workflow.js';

it('the package installs offline, with what `npm ci` left in the cache, and runs as command and as library', { timeout: 120_000 }, () => {
  const library = "import { checkProfile } from 'hegui';\nconsole.log(typeof checkProfile);\n";
  const cwd = folderWith({ 'package.json': '{ "private": true }', 'library.mjs': library });
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', pack()], { cwd, stdio: 'pipe' });
  const { dependencies } = JSON.parse(readFileSync(`${cwd}/node_modules/hegui/package.json`, 'utf8'));
  for (const name of Object.keys(dependencies)) expect(readFileSync(`${cwd}/node_modules/${name}/package.json`).length).toBeGreaterThan(0);
  const profile = join(process.cwd(), 'examples/marketplace-with-gaps/profile.yaml');
  const argv = ['check', profile, '--as-of', '2026-11-23', '--quiet'] as const;
  const installed = shell([`${cwd}/node_modules/.bin/hegui`, ...argv], { cwd });
  expect(installed).toEqual(shell(['hegui', ...argv], { cwd }));
  expect(installed.exitCode).toBe(1);
  expect(shell([process.execPath, 'library.mjs'], { cwd }).stdout).toBe('function\n');
});

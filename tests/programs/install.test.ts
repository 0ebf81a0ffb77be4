import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from '../support/cli.js';
import { pack } from '../support/packed.js';
import { shell } from '../support/workflow.js';

/** A project that depends on the packed hegui alone, locked to the versions of this one: to choose versions npm would ask the registry. */
function projectWith(packed: string): Record<string, string> {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Record<string, unknown>> };
  const needed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);
  const { version, dependencies, bin, engines } = packages[''] ?? {};
  const own = { version, resolved: `file:${packed}`, dependencies, bin, engines };
  const project = { name: 'project', version: '1.0.0', dependencies: { hegui: `file:${packed}` } };
  const locked = { '': project, 'node_modules/hegui': own, ...Object.fromEntries(needed) };
  return {
    'package.json': JSON.stringify({ ...project, private: true }),
    'package-lock.json': JSON.stringify({ ...project, lockfileVersion: 3, requires: true, packages: locked }),
  };
}

it('the package installs offline, with what `npm ci` left in the cache, and runs as command and as library', { timeout: 120_000 }, () => {
  const library = "import { checkProfile } from 'hegui';\nconsole.log(typeof checkProfile);\n";
  const cwd = folderWith({ ...projectWith(pack()), 'library.mjs': library });
  execFileSync('npm', ['ci', '--offline', '--no-audit', '--no-fund'], { cwd, stdio: 'pipe' });
  const { dependencies } = JSON.parse(readFileSync(`${cwd}/node_modules/hegui/package.json`, 'utf8'));
  for (const name of Object.keys(dependencies)) expect(readFileSync(`${cwd}/node_modules/${name}/package.json`).length).toBeGreaterThan(0);
  const profile = join(process.cwd(), 'examples/marketplace-with-gaps/profile.yaml');
  const argv = ['check', profile, '--as-of', '2026-11-23', '--quiet'] as const;
  const installed = shell([`${cwd}/node_modules/.bin/hegui`, ...argv], { cwd });
  expect(installed).toEqual(shell(['hegui', ...argv], { cwd }));
  expect(installed.exitCode).toBe(1);
  expect(shell([process.execPath, 'library.mjs'], { cwd }).stdout).toBe('function\n');
});

import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { folderWith } from './cli.js';

/** Packs the project as it is built; gives the path of the package. */
export function pack(): string {
  const folder = folderWith({});
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { stdio: 'ignore' });
  const [name = ''] = readdirSync(folder);
  return `${folder}/${name}`;
}

/** Unpacks a package into a folder that has no node_modules above it; gives the path of its root. */
export function unpack(tarball: string): string {
  const folder = folderWith({});
  execFileSync('tar', ['-xzf', tarball, '-C', folder]);
  return `${folder}/package`;
}

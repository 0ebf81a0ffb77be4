import { type Dirent, statSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';

/** Endings of the files that a folder is searched for. */
const PROFILE_ENDING = /\.(ya?ml|json)$/i;

/** A link below a folder, which is not followed, and why: it leaves the folder, leads back above itself, or leads to what is found anyway. */
export interface SkippedLink {
  readonly path: string;
  readonly leads: 'outside' | 'back' | 'inside';
}

/** What an argument on the command line stands for. */
export type Listed =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'many'; readonly path: string; readonly files: readonly string[]; readonly links: readonly SkippedLink[] };

/**
 * The profiles that a path stands for: itself; every `.yaml`, `.yml` and `.json` below a folder; or the files that a
 * glob matches. In code-unit order. Links inside a folder are not followed but told. A path that does not exist counts
 * as a file, which cannot be read; so does a folder that cannot be listed and a broken link: nothing goes missing unsaid.
 */
export async function listProfiles(path: string): Promise<Listed> {
  const kind = await kindOf(path);
  if (kind === 'folder') return walk(path);
  return (kind === 'missing' ? await globbed(path) : null) ?? { kind: 'file', path };
}

/** What a glob matches; null if the path is none. */
async function globbed(path: string): Promise<Listed | null> {
  // Loaded here, since it takes a while and most paths exist.
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(path)) return null;
  const options = { absolute: isAbsolute(path), expandDirectories: false, followSymbolicLinks: false, dot: true };
  const files = await glob(path.replaceAll('\\', '/'), options);
  return { kind: 'many', path, files: inOrder(files), links: [] };
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'missing'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'missing';
  }
}

async function walk(path: string): Promise<Listed> {
  const root = path.replace(/[\\/]+$/, '') || path;
  const realRoot = await realpath(root);
  const files: string[] = [];
  const links: SkippedLink[] = [];
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await entriesOf(folder);
    if (entries === null) files.push(folder);
    for (const entry of entries ?? []) {
      const below = folder === '/' ? `/${entry.name}` : `${folder}/${entry.name}`;
      if (entry.isDirectory()) folders.push(below);
      else if (entry.isFile() && PROFILE_ENDING.test(entry.name)) files.push(below);
      else if (entry.isSymbolicLink()) await addLink(below, realRoot, files, links);
    }
  }
  return { kind: 'many', path, files: inOrder(files), links: [...links].sort((a, b) => compare(a.path, b.path)) };
}

async function addLink(path: string, realRoot: string, files: string[], links: SkippedLink[]): Promise<void> {
  const kind = await kindOf(path);
  if (kind !== 'folder' && !PROFILE_ENDING.test(path)) return;
  if (kind === 'missing') {
    files.push(path);
    return;
  }
  const target = await realpath(path);
  const isAbove = kind === 'folder' && `${realRoot}/`.startsWith(`${target}/`);
  links.push({ path, leads: isAbove ? 'back' : `${target}/`.startsWith(`${realRoot}/`) ? 'inside' : 'outside' });
}

async function entriesOf(folder: string): Promise<Dirent[] | null> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return null;
  }
}

function inOrder(files: readonly string[]): string[] {
  return files.map((file) => file.replaceAll('\\', '/')).sort(compare);
}

/** By code unit, which no locale changes. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Size of a file in bytes; null where there is none. Waiting for each of many files would take longer than to look. */
export function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}

/** The file that a path leads to, links resolved; the path itself where there is none. */
export async function realFile(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return path;
  }
}

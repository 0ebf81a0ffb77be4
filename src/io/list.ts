import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';

/** Endings of the files that a folder is searched for. */
const PROFILE_ENDING = /\.(ya?ml|json)$/i;

/** What an argument on the command line stands for. */
export type Listed =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string; readonly files: readonly string[] };

/**
 * The profiles that a path stands for: itself, or every `.yaml`, `.yml` and `.json` below a folder, in code-unit
 * order. Links inside a folder are not followed. A path that does not exist counts as a file, which cannot be read;
 * so does a folder that cannot be listed, that nothing in it goes missing unsaid.
 */
export async function listProfiles(path: string): Promise<Listed> {
  try {
    if (!(await stat(path)).isDirectory()) return { kind: 'file', path };
  } catch {
    return { kind: 'file', path };
  }
  const files: string[] = [];
  const folders = [path.replace(/[\\/]+$/, '') || path];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await entriesOf(folder);
    if (entries === null) files.push(folder);
    for (const entry of entries ?? []) {
      const below = folder === '/' ? `/${entry.name}` : `${folder}/${entry.name}`;
      if (entry.isDirectory()) folders.push(below);
      else if (entry.isFile() && PROFILE_ENDING.test(entry.name)) files.push(below);
    }
  }
  const plain = files.map((file) => file.replaceAll('\\', '/'));
  return { kind: 'folder', path, files: plain.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)) };
}

async function entriesOf(folder: string): Promise<Dirent[] | null> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return null;
  }
}

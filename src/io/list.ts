import { readdir, stat } from 'node:fs/promises';

/** Endings of the files that a folder is searched for. */
const PROFILE_ENDING = /\.(ya?ml|json)$/i;

/** What an argument on the command line stands for. */
export type Listed =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string; readonly files: readonly string[] };

/**
 * The profiles that a path stands for: itself, or every `.yaml`, `.yml` and `.json` below a folder, in code-unit
 * order. Links inside a folder are not followed. A path that does not exist counts as a file, which cannot be read.
 */
export async function listProfiles(path: string): Promise<Listed> {
  try {
    if (!(await stat(path)).isDirectory()) return { kind: 'file', path };
  } catch {
    return { kind: 'file', path };
  }
  const root = path.replace(/[\\/]+$/, '') || path;
  const entries = await readdir(root, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile() && PROFILE_ENDING.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'));
  return { kind: 'folder', path, files: files.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)) };
}

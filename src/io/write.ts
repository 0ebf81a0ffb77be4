import { mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file beside its target and renames it, so that nobody ever reads half of it; makes missing folders. A link
 * stays a link, and what is no plain file (`/dev/stdout`, a pipe) is written to, never replaced.
 * Gives the system's error code if it cannot, else null.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<string | null> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const target = await targetOf(path);
    if (target === null) await writeFile(path, content);
    else await replace(target, content);
    return null;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    return code;
  }
}

/** The file to replace, behind any link; null if what stands there is no plain file. */
async function targetOf(path: string): Promise<string | null> {
  try {
    return (await stat(path)).isFile() ? await realpath(path) : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return path;
    throw error;
  }
}

async function replace(target: string, content: string | Uint8Array): Promise<void> {
  const beside = `${target}.${process.pid}.tmp`;
  try {
    await writeFile(beside, content);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

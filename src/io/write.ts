import { type FileHandle, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A file in the making, of which nobody sees anything before it is whole. */
export interface Replacement {
  /** Writes a piece at the end; fails with the system's error. */
  write(piece: string | Uint8Array): Promise<void>;
  /** Puts the file in its place. */
  commit(): Promise<void>;
  /** Leaves what was there as it was. */
  discard(): Promise<void>;
}

/**
 * Starts a file beside its target, to be renamed when it is whole; makes missing folders. A link stays a link, and
 * what is no plain file (`/dev/stdout`, a pipe) is written to, never replaced. Fails with the system's error.
 */
export async function openReplacement(path: string): Promise<Replacement> {
  await mkdir(dirname(path), { recursive: true });
  const target = await targetOf(path);
  if (target === null) return writeInto(path);
  const beside = `${target}.${process.pid}.tmp`;
  const file = await open(beside, 'w');
  return {
    write: (piece) => writeAll(file, piece),
    commit: async () => {
      await file.close();
      await rename(beside, target);
    },
    discard: async () => {
      await file.close().catch(() => undefined);
      await rm(beside, { force: true });
    },
  };
}

async function writeInto(path: string): Promise<Replacement> {
  const file = await open(path, 'w');
  return { write: (piece) => writeAll(file, piece), commit: () => file.close(), discard: () => file.close() };
}

async function writeAll(file: FileHandle, piece: string | Uint8Array): Promise<void> {
  const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
  for (let done = 0; done < bytes.length; ) done += (await file.write(bytes, done)).bytesWritten;
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

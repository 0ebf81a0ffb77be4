import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { type Problem, problem, WHOLE_FILE } from '../core/problem.js';

export type Read = { readonly bytes: Uint8Array } | { readonly problem: Problem };

/** Reads files and folders by path; the paths are given to the system as they are. */
export interface Reader {
  /** Bytes of a file of at most `limit` bytes, or why it cannot be read. */
  read(path: string, limit?: number): Promise<Read>;
  /**
   * Bytes of a regular file below a folder, or why it cannot be read. What a stranger put into the folder is neither
   * waited for (a pipe) nor followed out of it (a link).
   */
  readWithin(folder: string, name: string, limit: number): Promise<Read>;
  /** Names in a folder, sorted by code unit; empty if it cannot be listed. */
  list(folder: string): Promise<string[]>;
}

export const diskReader: Reader = {
  async read(path, limit = Number.POSITIVE_INFINITY) {
    try {
      return await readUpTo(path, limit);
    } catch (error) {
      return { problem: toProblem(error) };
    }
  },
  async readWithin(folder, name, limit) {
    try {
      const [above, path] = await Promise.all([realpath(folder), realpath(`${folder}/${name}`)]);
      if (!path.startsWith(above.endsWith(sep) ? above : `${above}${sep}`)) return notRegular('link');
      const info = await stat(path);
      return info.isFile() || info.isDirectory() ? await readUpTo(path, limit) : notRegular('special');
    } catch (error) {
      return { problem: toProblem(error) };
    }
  },
  async list(folder) {
    try {
      return (await readdir(folder)).sort();
    } catch {
      return [];
    }
  },
};

/**
 * Reads a file as {@link diskReader} does, but a plain one at once: of many small files most of the time would go into
 * waiting for each. What is no plain file may keep a reader waiting, and is read while other things go on.
 */
export async function readQuickly(path: string, limit: number): Promise<Read> {
  try {
    const info = statSync(path);
    return (info.isFile() && readNow(path, info.size, limit)) || (await readUpTo(path, limit));
  } catch (error) {
    return { problem: toProblem(error) };
  }
}

/** The bytes of a file of that size; null if it is larger by now, or than the limit. */
function readNow(path: string, size: number, limit: number): Read | null {
  if (size > limit) return null;
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(size + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length <= size; length += read) read = readSync(file, bytes, length, size + 1 - length, null);
    return length > size ? null : { bytes: bytes.subarray(0, length) };
  } finally {
    closeSync(file);
  }
}

const CHUNK = 65_536;

/** Stops one byte after the limit, since what is no plain file (`/dev/zero`, a pipe) does not tell its size. */
async function readUpTo(path: string, limit: number): Promise<Read> {
  const file = await open(path, 'r');
  try {
    const info = await file.stat();
    if (info.isDirectory()) return { problem: problem('file-is-folder', {}, WHOLE_FILE) };
    if (info.size > limit) return { problem: problem('file-too-large', { bytes: info.size, limit }, WHOLE_FILE) };
    const chunks: Uint8Array[] = [];
    let total = 0;
    for (;;) {
      const { bytesRead, buffer } = await file.read(new Uint8Array(Math.max(CHUNK, info.size + 1 - total)), 0, null);
      if (bytesRead === 0) return { bytes: chunks.length === 1 ? (chunks[0] ?? new Uint8Array()) : Buffer.concat(chunks) };
      chunks.push(buffer.subarray(0, bytesRead));
      total += bytesRead;
      if (total > limit) return { problem: problem('file-too-large', { bytes: total, limit }, WHOLE_FILE) };
    }
  } finally {
    await file.close();
  }
}

function notRegular(found: 'link' | 'special'): Read {
  return { problem: problem('file-not-regular', { found }, WHOLE_FILE) };
}

function toProblem(error: unknown): Problem {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) throw error;
  if (code === 'ENOENT' || code === 'ENOTDIR') return problem('file-missing', {}, WHOLE_FILE);
  if (code === 'EISDIR') return problem('file-is-folder', {}, WHOLE_FILE);
  return problem('file-unreadable', { reason: code }, WHOLE_FILE);
}

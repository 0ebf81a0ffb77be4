import { readdir, readFile, stat } from 'node:fs/promises';
import { type Problem, problem, WHOLE_FILE } from '../core/problem.js';

export type Read = { readonly bytes: Uint8Array } | { readonly problem: Problem };

/** Reads files and folders by path; the paths are given to the system as they are. */
export interface Reader {
  /** Bytes of a file of at most `limit` bytes, or why it cannot be read. */
  read(path: string, limit?: number): Promise<Read>;
  /** Names in a folder, sorted by code unit; empty if it cannot be listed. */
  list(folder: string): Promise<string[]>;
}

export const diskReader: Reader = {
  async read(path, limit = Number.POSITIVE_INFINITY) {
    try {
      const info = await stat(path);
      if (info.isDirectory()) return { problem: problem('file-is-folder', {}, WHOLE_FILE) };
      if (info.size > limit) return { problem: problem('file-too-large', { bytes: info.size, limit }, WHOLE_FILE) };
      return { bytes: await readFile(path) };
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

function toProblem(error: unknown): Problem {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) throw error;
  if (code === 'ENOENT' || code === 'ENOTDIR') return problem('file-missing', {}, WHOLE_FILE);
  return problem('file-unreadable', { reason: code }, WHOLE_FILE);
}

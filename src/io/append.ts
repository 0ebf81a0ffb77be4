import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openReplacement } from './write.js';

/** A file that grows piece by piece; what was written before a failure stays whole pieces. */
export interface Appender {
  /** Writes a piece at the end; fails with the system's error after cutting what was written of it. */
  write(text: string | Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/**
 * Puts a file in the place of one, made of a new head and of what stands there between two offsets; gives its length.
 * What is there stays until the new file is whole.
 */
export async function replaceHead(path: string, head: string, from: number, to: number): Promise<number> {
  const file = await openReplacement(path);
  try {
    await file.write(head);
    if (to > from) for await (const piece of createReadStream(path, { start: from, end: to - 1 })) await file.write(piece as Uint8Array);
    await file.commit();
  } catch (error) {
    await file.discard();
    throw error;
  }
  return Buffer.byteLength(head) + to - from;
}

/** Opens a file to append to after its first `keep` bytes, the rest cut off; makes missing folders. */
export async function openAppender(path: string, keep: number): Promise<Appender> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, keep === 0 ? 'w' : 'r+');
  if (keep > 0) await file.truncate(keep);
  let end = keep;
  return {
    write: async (text) => {
      const bytes = typeof text === 'string' ? Buffer.from(text) : text;
      try {
        await writeAll(file, bytes);
        end += bytes.length;
      } catch (error) {
        // Where even that fails the file is still valid up to its last newline.
        await file.truncate(end).catch(() => undefined);
        throw error;
      }
    },
    close: () => file.close(),
  };

  async function writeAll(to: FileHandle, bytes: Uint8Array): Promise<void> {
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await to.write(bytes, done, bytes.length - done, end + done);
      done += bytesWritten;
    }
  }
}

import { createReadStream } from 'node:fs';

/** A line of a stream, or how long it was if it exceeds the limit. */
export type Line = { readonly bytes: Uint8Array /** A newline follows. */; readonly ended: boolean } | { readonly tooLong: number };

const NEWLINE = 0x0a;

/** Bytes of a file as they are read; fails like any reading of a file. */
export function streamOf(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path);
}

/** The lines of a stream without their ends (`\n` or `\r\n`). No more than one line of the limit is held in memory. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  const take = (piece: Uint8Array): void => {
    length += piece.length;
    if (length <= limit) pieces.push(piece);
    else pieces = [];
  };
  const line = (ended: boolean): Line => {
    const made: Line = length > limit ? { tooLong: length } : { bytes: withoutReturn(Buffer.concat(pieces)), ended };
    pieces = [];
    length = 0;
    return made;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      take(chunk.subarray(from, at));
      yield line(true);
      from = at + 1;
    }
    if (from < chunk.length) take(chunk.subarray(from));
  }
  if (length > 0) yield line(false);
}

function withoutReturn(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === 0x0d ? bytes.subarray(0, -1) : bytes;
}

/** The bytes of a stream, or how many there are at least if more than the limit. */
export async function bytesOf(
  stream: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<{ readonly bytes: Uint8Array } | { readonly tooLong: number }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > limit) return { tooLong: length };
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks) };
}

import type { Place } from '../core/finding.js';
import type { Host } from '../core/host.js';
import { type Problem, problem, WHOLE_FILE } from '../core/problem.js';

export type Encoding = 'gb18030' | 'utf-16';

/** Largest profile that is read, in bytes. */
export const MAX_BYTES = 1_048_576;

export type Decoded = { readonly text: string } | { readonly problem: Problem };

/**
 * Text of a file. Valid UTF-8 is read as such, whatever `encoding` says; other bytes only by the encoding that was
 * asked for, never by a guess. A byte order mark is dropped.
 */
export function decode(bytes: Uint8Array, encoding: Encoding | null, isUtf8: Host['isUtf8']): Decoded {
  if (bytes.length > MAX_BYTES) {
    return { problem: problem('file-too-large', { bytes: bytes.length, limit: MAX_BYTES }, WHOLE_FILE) };
  }
  if (isUtf8(bytes) && !looksLikeUtf16(bytes)) return { text: new TextDecoder('utf-8').decode(bytes) };
  if (encoding === null) return { problem: problem('not-utf8', { looksLike: recognise(bytes) }, firstInvalid(bytes)) };
  const text = decodeAs(bytes, encoding === 'utf-16' ? utf16Label(bytes) : encoding);
  return text === null ? { problem: problem('not-decodable', { encoding }, firstInvalid(bytes)) } : { text };
}

/** Where the bytes stop being UTF-8; the line itself cannot be shown. */
function firstInvalid(bytes: Uint8Array): Place {
  const before = new TextDecoder('utf-8').decode(bytes).split('\ufffd', 1)[0] ?? '';
  const lines = before.split(/\r\n|\r|\n/);
  return { pointer: '', line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, source: null };
}

function decodeAs(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The encoding to suggest to the person; only a hint, since GB18030 decodes nearly anything. */
function recognise(bytes: Uint8Array): Encoding | null {
  // A text has no NUL; in UTF-16 every ASCII character, and be it only the line breaks, has one.
  if (looksLikeUtf16(bytes) || bytes.includes(0)) return 'utf-16';
  return decodeAs(bytes, 'gb18030') === null ? null : 'gb18030';
}

/** A byte order mark, or NUL in every other byte of the first line: ASCII keys in UTF-16 are valid UTF-8 with NULs. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  if (bytes.length < 4) return false;
  const head = bytes.subarray(0, 64);
  let zeros = 0;
  for (const byte of head) if (byte === 0) zeros += 1;
  return zeros * 4 >= head.length;
}

function utf16Label(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  let even = 0;
  let odd = 0;
  bytes.forEach((byte, index) => {
    if (byte === 0 && index % 2 === 0) even += 1;
    if (byte === 0 && index % 2 === 1) odd += 1;
  });
  return even > odd ? 'utf-16be' : 'utf-16le';
}

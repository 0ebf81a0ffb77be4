import type { Input } from '../assess/record.js';
import { problem, WHOLE_FILE } from '../core/problem.js';
import type { Json } from '../core/profile.js';
import { nodeHost } from '../io/host.js';
import type { Line } from '../io/lines.js';
import { entriesOf } from '../load/entries.js';

/** Longest line of NDJSON input, in bytes: a profile of the greatest size, each of its characters escaped. */
export const MAX_LINE_BYTES = 8 * 1_048_576;

/**
 * The input that a line of NDJSON stands for: `{"path", "text"}` is judged like a file of that name and text,
 * `{"path", "profile"}` like a file with that JSON as it is written, but its places are pointers only. A line that is neither is an
 * unreadable input named after its source and line, so that every line gives one record. Null for a blank line.
 */
export function inputOf(line: Line, source: string, number: number): Input | null {
  const at = `${source}:${number}`;
  if ('tooLong' in line) return unreadable(at, 'ndjson-too-long', { bytes: line.tooLong, limit: MAX_LINE_BYTES });
  if (!nodeHost.isUtf8(line.bytes)) return unreadable(at, 'not-utf8', { looksLike: null });
  const text = new TextDecoder().decode(line.bytes);
  if (text.trim() === '') return null;
  let record: Json;
  try {
    record = JSON.parse(text);
  } catch {
    return unreadable(at, 'ndjson-syntax', {});
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return unreadable(at, 'ndjson-record', {});
  const { path, text: given, profile, ...others } = record as { readonly [key: string]: Json };
  const named = typeof path === 'string' && path !== '' ? path : null;
  const entries = entriesOf(text);
  if (entries.length > Object.keys(record).length) return unreadable(at, 'ndjson-record', {});
  if (named === null || Object.keys(others).length > 0 || (given === undefined) === (profile === undefined)) {
    return unreadable(named ?? at, 'ndjson-record', {});
  }
  if (profile !== undefined) {
    const [, source = ''] = entries.find(([key]) => key === 'profile') ?? [];
    return { path: named, read: { bytes: new TextEncoder().encode(source) }, pointersOnly: true };
  }
  if (typeof given !== 'string') return unreadable(named, 'ndjson-record', {});
  return { path: named, read: { bytes: new TextEncoder().encode(given) } };
}

type RecordProblem = {
  'not-utf8': { looksLike: null };
  'ndjson-too-long': { bytes: number; limit: number };
  'ndjson-syntax': Record<never, never>;
  'ndjson-record': Record<never, never>;
};

function unreadable<C extends keyof RecordProblem>(path: string, code: C, args: RecordProblem[C]): Input {
  return { path, read: { problem: problem(code, args as never, WHOLE_FILE) } };
}

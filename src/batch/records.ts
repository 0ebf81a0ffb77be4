import type { Input } from '../assess/record.js';
import { canonicalText } from '../core/digest.js';
import { problem, WHOLE_FILE } from '../core/problem.js';
import type { Json } from '../core/profile.js';
import type { Line } from '../io/lines.js';

/** Longest line of NDJSON input, in bytes: a profile of the greatest size, each of its characters escaped. */
export const MAX_LINE_BYTES = 8 * 1_048_576;

/**
 * The input that a line of NDJSON stands for: `{"path", "text"}` is judged like a file of that name and text,
 * `{"path", "profile"}` like a file with that JSON, but its places are pointers only. A line that is neither is an
 * unreadable input named after its source and line, so that every line gives one record. Null for a blank line.
 */
export function inputOf(line: Line, source: string, number: number): Input | null {
  const at = `${source}:${number}`;
  if ('tooLong' in line) return unreadable(at, 'ndjson-too-long', { bytes: line.tooLong, limit: MAX_LINE_BYTES });
  const text = new TextDecoder().decode(line.bytes);
  if (text.trim() === '') return null;
  let record: Json;
  try {
    record = JSON.parse(text);
  } catch {
    return unreadable(at, 'ndjson-syntax', {});
  }
  const {
    path,
    text: given,
    profile,
    ...others
  } = (typeof record === 'object' && record !== null ? record : {}) as { [key: string]: Json };
  const named = typeof path === 'string' && path !== '' ? path : null;
  if (named === null || Object.keys(others).length > 0 || (given === undefined) === (profile === undefined)) {
    return unreadable(named ?? at, 'ndjson-record', {});
  }
  if (profile !== undefined) return fromProfile(named, profile);
  if (typeof given !== 'string') return unreadable(named, 'ndjson-record', {});
  return { path: named, read: { bytes: new TextEncoder().encode(given) } };
}

function fromProfile(path: string, profile: Json): Input {
  try {
    return { path, read: { bytes: new TextEncoder().encode(canonicalText(profile)) }, pointersOnly: true };
  } catch (error) {
    // The stack is spent on a profile nested thousands of levels deep; a lone surrogate has no canonical form.
    if (!(error instanceof Error)) throw error;
    return unreadable(path, 'ndjson-record', {});
  }
}

type RecordProblem = {
  'ndjson-too-long': { bytes: number; limit: number };
  'ndjson-syntax': Record<never, never>;
  'ndjson-record': Record<never, never>;
};

function unreadable<C extends keyof RecordProblem>(path: string, code: C, args: RecordProblem[C]): Input {
  return { path, read: { problem: problem(code, args as never, WHOLE_FILE) } };
}

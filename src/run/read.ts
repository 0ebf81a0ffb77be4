import type { Tallied } from '../assess/gate.js';
import type { Context } from '../core/context.js';
import type { Header, NotWhole, ProfileRecord, Status, Summary } from '../core/run.js';
import { linesOf, streamOf } from '../io/lines.js';
import { runValidators } from '../schema/generated.js';
import { expandHeader, NotInRun, type SavedHeader, type SavedProfile, SavedRecords } from './expand.js';
import { notWholeAsSaved } from './whole.js';

/** Longest line of a saved run that is read, in bytes; a run as one JSON document is read whole up to the second. */
export const MAX_RECORD_BYTES = 64 * 1_048_576;
const MAX_DOCUMENT_BYTES = 512 * 1_048_576;

/** Stands for standard input. */
const STDIN = '-';

/** Why a saved run cannot be read: its first line that is wrong, from 1; 0 is the file as a whole. */
export class UnreadableRun extends Error {
  constructor(
    readonly path: string,
    readonly line: number,
    readonly reason: 'no-run' | 'earlier-version' | 'later-version' | 'not-fitting' | 'too-long' | { readonly system: string },
  ) {
    super(path);
  }
}

/** A record of a saved run, with its line of NDJSON in UTF-8. */
export interface SavedRecord {
  readonly record: ProfileRecord;
  readonly line: Uint8Array;
}

/** A saved run, read while it goes by. */
export interface SavedRun {
  readonly path: string;
  readonly header: Header;
  /** All records in the order of the run; what is cut off at the end of a run that was killed is left out. */
  readonly records: AsyncGenerator<SavedRecord>;
  /** After the last record: the summary, or null if the run was cut off before it. */
  summary(): Summary | null;
  /** After the last record: why the run is not whole; nothing where it is. */
  notWhole(): NotWhole[];
}

/**
 * Opens a saved run, be it NDJSON or one JSON document; `-` is standard input. Everything in it is checked against the
 * schema of a run, since it may come from a stranger.
 * @throws UnreadableRun if it is none, or of another version; so do its records when they are reached
 */
export async function openRun(path: string, context: Context): Promise<SavedRun> {
  const lines = numbered(path, context);
  const first = await lines.next();
  if (first.done === true) throw new UnreadableRun(path, 0, 'no-run');
  const parsed = jsonIn(first.value.bytes);
  if (isObject(parsed) && parsed['record'] === 'run') return fromLines(path, headerIn(path, 1, parsed), lines);
  return fromDocument(path, await wholeOf(path, first.value.bytes, lines));
}

function fromLines(path: string, header: Header, lines: AsyncGenerator<NumberedLine>): SavedRun {
  const reading = new RecordReading(path, header);
  let summary: Summary | null = null;
  async function* records(): AsyncGenerator<SavedRecord> {
    for await (const { bytes, number, ended } of lines) {
      const value = jsonIn(bytes);
      // What follows the last newline was being written when the run was killed.
      if (value === undefined && !ended) return;
      if (summary !== null || !isObject(value)) throw new UnreadableRun(path, number, 'no-run');
      if (value['record'] === 'summary') summary = summaryIn(path, number, value);
      else yield { record: reading.record(number, value), line: Buffer.concat([bytes, NEWLINE]) };
    }
  }
  return { path, header, records: records(), summary: () => summary, notWhole: () => notWholeAsSaved(header, reading.count, summary) };
}

const NEWLINE = Uint8Array.of(0x0a);

function fromDocument(path: string, document: unknown): SavedRun {
  if (!isObject(document) || !Array.isArray(document['profiles'])) throw new UnreadableRun(path, 0, 'no-run');
  const { profiles, summary, ...rest } = document;
  const header = headerIn(path, 0, rest);
  const end = summaryIn(path, 0, isObject(summary) ? summary : {});
  const reading = new RecordReading(path, header);
  async function* records(): AsyncGenerator<SavedRecord> {
    for (const each of profiles as unknown[]) {
      yield { record: reading.record(0, each), line: new TextEncoder().encode(`${JSON.stringify(each)}\n`) };
    }
  }
  return { path, header, records: records(), summary: () => end, notWhole: () => notWholeAsSaved(header, reading.count, end) };
}

function headerIn(path: string, line: number, { record: _, ...header }: Record<string, unknown>): Header {
  const version = header['schemaVersion'];
  if (version === 1) throw new UnreadableRun(path, line, 'earlier-version');
  if (typeof version === 'number' && version > VERSION) throw new UnreadableRun(path, line, 'later-version');
  return expandHeader(fitting(path, line, runValidators().header(header), header as unknown as SavedHeader));
}

function summaryIn(path: string, line: number, { record: _, ...summary }: Record<string, unknown>): Summary {
  return fitting(path, line, runValidators().summary(summary), summary as unknown as Summary);
}

/** The version of saved runs that is written and read. */
const VERSION = 2;

/** Reads the records of one run and counts them. */
class RecordReading {
  count = 0;
  private readonly saved: SavedRecords;
  private readonly fits = runValidators().profile;

  constructor(
    private readonly path: string,
    header: Header,
  ) {
    this.saved = new SavedRecords(header);
  }

  record(line: number, value: unknown): ProfileRecord {
    this.count += 1;
    const fitted = fitting(this.path, line, this.fits(value), value as SavedProfile);
    try {
      return this.saved.record(fitted);
    } catch (error) {
      if (error instanceof NotInRun) throw new UnreadableRun(this.path, line, 'not-fitting');
      throw error;
    }
  }
}

function fitting<T>(path: string, line: number, fits: boolean, value: T): T {
  if (!fits) throw new UnreadableRun(path, line, 'not-fitting');
  return value;
}

/** What the summary of a run needs of a saved record; null if it is not that of a profile. */
export function tallyOf(saved: Readonly<Record<string, unknown>>): Tallied | null {
  const { record, path, id, idFrom, status, gate } = saved;
  const known = STATUSES.find((each) => each === status);
  const passed = isObject(gate) ? gate['passed'] : undefined;
  if (record !== 'profile' || typeof path !== 'string' || typeof id !== 'string' || known === undefined) return null;
  if ((idFrom !== 'id' && idFrom !== 'operator' && idFrom !== 'path') || typeof passed !== 'boolean') return null;
  return { path, id, idFrom, status: known, passed };
}

const STATUSES: readonly Status[] = ['judged', 'invalid', 'unreadable', 'too-costly', 'internal-error'];

interface NumberedLine {
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly ended: boolean;
}

async function* numbered(path: string, context: Context): AsyncGenerator<NumberedLine> {
  let number = 0;
  try {
    for await (const line of linesOf(path === STDIN ? context.stdin() : streamOf(path), MAX_RECORD_BYTES)) {
      number += 1;
      if ('tooLong' in line) throw new UnreadableRun(path, number, 'too-long');
      yield { number, ...line };
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UnreadableRun(path, 0, { system: code });
  }
}

/** The JSON document whose first line has been read already. */
async function wholeOf(path: string, first: Uint8Array, rest: AsyncGenerator<NumberedLine>): Promise<unknown> {
  const pieces = [first, NEWLINE];
  let length = first.length;
  for await (const { bytes } of rest) {
    length += bytes.length + 1;
    if (length > MAX_DOCUMENT_BYTES) throw new UnreadableRun(path, 0, 'too-long');
    pieces.push(bytes, NEWLINE);
  }
  return jsonIn(Buffer.concat(pieces));
}

/** The value of a JSON text; undefined if it is none. */
function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

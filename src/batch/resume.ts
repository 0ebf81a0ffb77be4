import type { Tallied } from '../assess/gate.js';
import type { Input } from '../assess/record.js';
import type { Status } from '../core/run.js';
import { sha256 } from '../io/host.js';
import { linesOf, streamOf } from '../io/lines.js';
import { isObject, MAX_RECORD_BYTES, tallyOf } from '../run/read.js';
import { nextOf, readSource, type Source } from './source.js';

/** A saved run that cannot be continued: the field of its header that differs from that of this run. */
export class ResumeMismatch extends Error {
  constructor(
    readonly path: string,
    readonly field: string,
  ) {
    super(field);
  }
}

/** How much of a saved run is kept: its bytes up to the end of the last record, none if there is no saved run. */
export interface KeptBytes {
  readonly bytes: number;
  /** Bytes of its header where that speaks of other inputs, so that another must take its place; null where it stays. */
  readonly oldHeader: number | null;
}

/** What of a saved run can be kept. */
export interface KeptRun extends KeptBytes {
  readonly tallies: readonly Tallied[];
  /** The first input that is not kept; null if all are. */
  readonly next: Source | null;
}

/** Statuses that judging once more would give again. */
const FINAL: readonly Status[] = ['judged', 'invalid', 'too-costly'];

/**
 * Finds how much of a saved run still holds: its header must be the one that this run would write, but for its inputs, and its k-th record
 * is kept while it belongs to the k-th input, with the same digest and a final status. Takes the inputs it compares.
 * @throws ResumeMismatch if the header differs, or the file is no run
 */
export async function findKept(path: string, header: string, sources: AsyncIterator<Source>): Promise<KeptRun> {
  const tallies: Tallied[] = [];
  let bytes = 0;
  let next: Input | null = null;
  const lines = linesIn(path);
  const first = await lines.next();
  if (first.done === true || isCut(first.value, header)) return { bytes: 0, oldHeader: null, tallies, next: await nextOf(sources) };
  const isSame = checkHeader(path, header, first.value.text);
  bytes += first.value.bytes;
  for (;;) {
    const line = await lines.next();
    const source = await nextOf(sources);
    next = source === null ? null : await readSource(source);
    const tally = line.done === true || next === null ? null : keptTally(line.value, next);
    if (tally === null || line.done === true) break;
    tallies.push(tally);
    bytes += line.value.bytes;
  }
  await lines.return(undefined);
  return { bytes, oldHeader: isSame ? null : first.value.bytes, tallies, next };
}

interface WholeLine {
  readonly text: string;
  /** What was read of it, which may end within a character. */
  readonly raw: Uint8Array;
  /** Its length with a newline. */
  readonly bytes: number;
  readonly whole: boolean;
}

async function* linesIn(path: string): AsyncGenerator<WholeLine, undefined> {
  try {
    for await (const line of linesOf(streamOf(path), MAX_RECORD_BYTES)) {
      if ('tooLong' in line) return;
      yield { text: new TextDecoder().decode(line.bytes), raw: line.bytes, bytes: line.bytes.length + 1, whole: line.ended };
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** A run that was killed while it wrote its header. */
function isCut(line: WholeLine, header: string): boolean {
  return !line.whole && Buffer.from(header).subarray(0, line.raw.length).equals(line.raw);
}

/** Whether a saved header is that of this run; false where only the inputs differ. @throws ResumeMismatch where anything else does */
function checkHeader(path: string, header: string, saved: string): boolean {
  if (`${saved}\n` === header) return true;
  const wanted = JSON.parse(header) as Record<string, unknown>;
  const found = objectIn(saved);
  if (found === null || found['record'] !== 'run') throw new ResumeMismatch(path, 'record');
  const fields = [...new Set([...Object.keys(wanted), ...Object.keys(found)])];
  const field = fields.find((each) => each !== 'inputs' && compared(each, wanted) !== compared(each, found));
  if (field !== undefined) throw new ResumeMismatch(path, field);
  return false;
}

/** A field of a header as it is compared: of a shard, how many inputs it has is no matter. */
function compared(field: string, header: Record<string, unknown>): string | undefined {
  const value = header[field];
  return JSON.stringify(field === 'shard' && isObject(value) ? { ...value, count: null } : value);
}

/** What the summary needs of a saved record, or null if it is not that of the input as it is today. */
function keptTally(line: WholeLine, input: Input): Tallied | null {
  const saved = line.whole ? objectIn(line.text) : null;
  const tally = saved === null ? null : tallyOf(saved);
  if (saved === null || tally === null || !FINAL.includes(tally.status)) return null;
  if (tally.path !== input.path || 'problem' in input.read) return null;
  return saved['digest'] === sha256(input.read.bytes) ? tally : null;
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

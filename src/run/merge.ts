import type { Header, Inputs } from '../core/run.js';
import type { SavedRecord, SavedRun } from './read.js';

/** Why runs cannot be merged. */
export type MergeProblem =
  | { readonly code: 'merge-differs'; readonly path: string; readonly other: string; readonly field: string }
  | { readonly code: 'merge-shard-twice'; readonly path: string; readonly other: string; readonly index: number }
  | { readonly code: 'merge-shard-missing'; readonly index: number; readonly of: number }
  | { readonly code: 'merge-unfinished'; readonly path: string }
  | { readonly code: 'merge-path-twice'; readonly path: string; readonly one: string; readonly other: string }
  | { readonly code: 'merge-not-sorted'; readonly path: string; readonly run: string };

/** Runs that cannot be merged, with all reasons that are known by then. */
export class MergeError extends Error {
  constructor(readonly problems: readonly MergeProblem[]) {
    super(problems.map(({ code }) => code).join(', '));
  }
}

/**
 * The header of the merged run, which has no shard. Shards must be of the same inputs; other runs are put together with
 * all their inputs.
 * @throws MergeError if the headers differ in anything but the shard, or an index is missing (unless `partial`) or twice
 */
export function mergedHeader(runs: readonly SavedRun[], partial: boolean): Header {
  const [first] = runs;
  if (first === undefined) throw new MergeError([]);
  const problems: MergeProblem[] = [];
  for (const run of runs.slice(1)) {
    const field = differing(first.header, run.header);
    if (field !== null) problems.push({ code: 'merge-differs', path: run.path, other: first.path, field });
  }
  const missing = problems.length > 0 ? [] : missingShards(runs, problems);
  if (!partial) for (const index of missing) problems.push({ code: 'merge-shard-missing', index, of: first.header.shard?.of ?? 1 });
  if (problems.length > 0) throw new MergeError(problems);
  const { shard, inputs, catalog, ...header } = first.header;
  if (shard !== null) {
    // Without a word where none is missing: then it is the run that was not divided.
    const marks = missing.length === 0 ? {} : { shards: shard.of, missingShards: missing };
    return { ...header, shard: null, ...marks, inputs, catalog };
  }
  return { ...header, shard: null, inputs: runs.map((run) => run.header.inputs).reduce(together), catalog };
}

/** The inputs of two runs that are no shards of one. */
function together(one: Inputs | null, other: Inputs | null): Inputs | null {
  if (one === null || other === null) return null;
  return { count: one.count + other.count, digest: null, passedOver: [...one.passedOver, ...other.passedOver] };
}

/** The first field in which two headers differ; of shards their number must agree and their inputs, of other runs neither. */
function differing({ shard: one, inputs: ofOne, ...a }: Header, { shard: other, inputs: ofOther, ...b }: Header): string | null {
  if (one?.of !== other?.of) return 'shard';
  if (one !== null && JSON.stringify(ofOne) !== JSON.stringify(ofOther)) return 'inputs';
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]) as ReadonlySet<keyof typeof a>;
  return [...fields].find((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field])) ?? null;
}

function missingShards(runs: readonly SavedRun[], problems: MergeProblem[]): number[] {
  const found = new Map<number, string>();
  let of = 0;
  for (const { path, header } of runs) {
    const { shard } = header;
    if (shard === null) continue;
    of = shard.of;
    const other = found.get(shard.index);
    if (other !== undefined) problems.push({ code: 'merge-shard-twice', path, other, index: shard.index });
    found.set(shard.index, path);
  }
  return Array.from({ length: of }, (_, index) => index + 1).filter((index) => !found.has(index));
}

interface NextRecord {
  readonly run: SavedRun;
  readonly next: SavedRecord;
}

/**
 * The records of several runs in the order of their paths. Of each run no more than one record is held.
 * @throws MergeError if a path occurs twice, a run is not in the order of its paths, or one was cut off (unless `partial`)
 */
export async function* mergedRecords(runs: readonly SavedRun[], partial: boolean): AsyncGenerator<SavedRecord> {
  const heads: NextRecord[] = [];
  const advance = async (run: SavedRun, before: SavedRecord | null): Promise<void> => {
    const next = await run.records.next();
    if (next.done === true) {
      if (run.notWhole().length > 0 && !partial) throw new MergeError([{ code: 'merge-unfinished', path: run.path }]);
      return;
    }
    const { path } = next.value.record;
    if (before !== null && path < before.record.path) throw new MergeError([{ code: 'merge-not-sorted', path, run: run.path }]);
    push(heads, { run, next: next.value });
  };
  for (const run of runs) await advance(run, null);
  let last: NextRecord | null = null;
  for (let head = heads.pop(); head !== undefined; head = heads.pop()) {
    const { path } = head.next.record;
    if (last !== null && last.next.record.path === path) {
      throw new MergeError([{ code: 'merge-path-twice', path, one: last.run.path, other: head.run.path }]);
    }
    yield head.next;
    last = head;
    await advance(head.run, head.next);
  }
}

/** Keeps the heads in the order of their paths, the first last: they are few, and mostly one moves. */
function push(heads: NextRecord[], head: NextRecord): void {
  let low = 0;
  let high = heads.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((heads[middle] as NextRecord).next.record.path > head.next.record.path) low = middle + 1;
    else high = middle;
  }
  heads.splice(low, 0, head);
}

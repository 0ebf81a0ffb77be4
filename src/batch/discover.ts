import type { Input } from '../assess/record.js';
import type { Context } from '../core/context.js';
import { problem, WHOLE_FILE } from '../core/problem.js';
import type { Inputs, PassedOver, ShardChoice } from '../core/run.js';
import { sha256 } from '../io/host.js';
import { bytesOf, linesOf, streamOf } from '../io/lines.js';
import { listProfiles, realFile, type SkippedLink, sizeOf } from '../io/list.js';
import type { Read } from '../io/read.js';
import { MAX_BYTES } from '../load/decode.js';
import { inputOf, MAX_LINE_BYTES } from './records.js';
import { shardOf } from './shard.js';
import type { Source } from './source.js';

/** Stands for standard input among the arguments. */
export const STDIN = '-';

/** Where inputs come from, as the command line says. */
export interface Sources {
  /** Files, folders, globs or `-`; with `ndjson`, files of records or `-`. */
  readonly args: readonly string[];
  /** A file with a path on each line, or `-`. */
  readonly filesFrom: string | null;
  readonly ndjson: boolean;
  /** The name under which the profile on standard input is judged. */
  readonly stdinPath: string | null;
  /** The part of the files that is judged; null is all. */
  readonly shard: ShardChoice | null;
}

/** Something that a person should know of what was found, though every input is judged. */
export type Remark =
  | { readonly code: 'link-outside' | 'link-back' | 'link-inside'; readonly path: string }
  | { readonly code: 'same-file'; readonly path: string; readonly other: string }
  | { readonly code: 'empty-folder'; readonly path: string };

/** A list of paths that cannot be read. */
export class UnreadableList extends Error {
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(path);
  }
}

/** The inputs of a run. */
export interface Discovered {
  readonly sources: AsyncIterable<Source>;
  /** How many there are; null where that shows only at the end. */
  readonly count: number | null;
  readonly remarks: readonly Remark[];
  /** All inputs, those of other shards too; null where that shows only at the end. */
  readonly inputs: Inputs | null;
  /** Folders and globs that yielded nothing. */
  readonly empty: readonly string[];
  /** There are inputs, but all in other shards. */
  readonly allElsewhere: boolean;
}

/**
 * Finds the inputs of a run: files in code-unit order of their paths over all arguments, records in the order in which
 * they arrive. A file that is named twice is judged once, and that is remarked.
 * @throws UnreadableList if the list of files cannot be read
 */
export async function discover(sources: Sources, context: Context): Promise<Discovered> {
  if (sources.ndjson)
    return { sources: records(sources.args, context), count: null, inputs: null, remarks: [], empty: [], allElsewhere: false };
  const listed = sources.filesFrom === null ? [] : await pathsIn(sources.filesFrom, context);
  const finding = new Search();
  for (const arg of sources.args) await finding.add(arg);
  for (const path of listed) finding.paths.push(path);
  const all = await finding.distinct();
  const { shard, stdinPath } = sources;
  const named = (path: string): string => (path === STDIN ? (stdinPath ?? path) : path);
  const paths = shard === null ? all : all.filter((path) => shardOf(named(path), shard.of) === shard.index);
  return {
    sources: files(paths, stdinPath, context),
    count: paths.length,
    inputs: { count: all.length, digest: digestOf(all, named), passedOver: finding.remarks.flatMap(passedOver) },
    remarks: finding.remarks,
    empty: finding.empty,
    allElsewhere: paths.length === 0 && all.length > 0,
  };
}

/** Digest of the inputs by their sizes and names, so that two runs over other inputs can be told apart without reading any. */
function digestOf(paths: readonly string[], named: (path: string) => string): string {
  const lines = paths.map((path) => `${(path === STDIN ? null : sizeOf(path)) ?? '-'} ${named(path)}\n`);
  return sha256(lines.sort().join(''));
}

/** What a remark says of something that is not judged. */
function passedOver(remark: Remark): PassedOver[] {
  return remark.code === 'empty-folder' ? [] : [{ path: remark.path, reason: remark.code }];
}

class Search {
  readonly paths: string[] = [];
  readonly remarks: Remark[] = [];
  readonly empty: string[] = [];
  private sources = 0;

  async add(arg: string): Promise<void> {
    this.sources += 1;
    const listed = arg === STDIN ? ({ kind: 'file', path: arg } as const) : await listProfiles(arg);
    if (listed.kind === 'file') {
      this.paths.push(listed.path.replaceAll('\\', '/'));
      return;
    }
    for (const link of listed.links) this.remarks.push({ code: LINKS[link.leads], path: link.path });
    this.paths.push(...listed.files);
    if (listed.files.length > 0) return;
    this.empty.push(arg);
    this.remarks.push({ code: 'empty-folder', path: arg });
  }

  /** The paths in order, each file once. Only where there are several sources can one be named twice. */
  async distinct(): Promise<string[]> {
    const sorted = [...this.paths].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    if (this.sources === 1 && this.paths.length > 0) return sorted;
    const first = new Map<string, string>();
    const kept: string[] = [];
    for (const path of sorted) {
      const real = path === STDIN ? path : await realFile(path);
      const other = first.get(real);
      if (other === undefined) kept.push(path);
      else this.remarks.push({ code: 'same-file', path, other });
      if (other === undefined) first.set(real, path);
    }
    return kept;
  }
}

const LINKS: Readonly<Record<SkippedLink['leads'], 'link-outside' | 'link-back' | 'link-inside'>> = {
  outside: 'link-outside',
  back: 'link-back',
  inside: 'link-inside',
};

/** The paths in a list, one on each line; blank lines are none. */
async function pathsIn(list: string, context: Context): Promise<string[]> {
  const paths: string[] = [];
  try {
    for await (const line of linesOf(list === STDIN ? context.stdin() : streamOf(list), MAX_LINE_BYTES)) {
      if ('tooLong' in line) throw new UnreadableList(list, 'E2BIG');
      const path = new TextDecoder().decode(line.bytes).trim();
      if (path !== '') paths.push(path.replaceAll('\\', '/'));
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    throw new UnreadableList(list, code);
  }
  return paths;
}

async function* files(paths: readonly string[], stdinPath: string | null, context: Context): AsyncIterable<Source> {
  for (const path of paths) {
    if (path !== STDIN) yield { path };
    else yield { path: stdinPath ?? STDIN, read: await readStdin(context) };
  }
}

async function readStdin(context: Context): Promise<Read> {
  const read = await bytesOf(context.stdin(), MAX_BYTES);
  return 'bytes' in read ? read : { problem: problem('file-too-large', { bytes: read.tooLong, limit: MAX_BYTES }, WHOLE_FILE) };
}

async function* records(sources: readonly string[], context: Context): AsyncIterable<Input> {
  for (const source of sources) {
    let number = 0;
    try {
      for await (const line of linesOf(source === STDIN ? context.stdin() : streamOf(source), MAX_LINE_BYTES)) {
        number += 1;
        const input = inputOf(line, source, number);
        if (input !== null) yield input;
      }
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === undefined) throw error;
      yield { path: source, read: { problem: problem('file-unreadable', { reason: code }, WHOLE_FILE) } };
    }
  }
}

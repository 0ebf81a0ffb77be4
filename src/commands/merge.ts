import { EXIT, summarise, type Tallied, tally } from '../assess/gate.js';
import { MergeError, mergedHeader, mergedRecords } from '../batch/merge.js';
import { openRun, type SavedRun } from '../batch/saved.js';
import type { Context } from '../core/context.js';
import type { Language } from '../core/text.js';
import { runLines } from '../report/ndjson.js';
import { type Note, noteOf } from './notes.js';
import { OptionReading, type RawShowing } from './options.js';
import { RunOutputs } from './outputs.js';
import { asUsageError } from './unreadable.js';
import { UsageError, usageProblem } from './usage.js';

export interface RawMergeOptions extends RawShowing {
  readonly partial?: boolean;
}

/** `hegui merge`: puts the shards of a run together into the run that it would have been. Exits like `check`. */
export async function merge(paths: readonly string[], raw: RawMergeOptions, lang: Language, context: Context): Promise<number> {
  const reading = new OptionReading();
  if (paths.length === 0) reading.problems.push(usageProblem('missing-argument', { name: '<run...>' }));
  const outputs = reading.outputs(raw.format, raw.output ?? [], 'ndjson');
  const showing = reading.showing(raw);
  reading.finish();
  const note = noteOf(raw.quiet ?? false, lang, context);
  try {
    const runs: SavedRun[] = [];
    for (const path of paths) runs.push(await openRun(path, context));
    const writing = new RunOutputs(outputs, { ...showing, lang: runs[0]?.header.lang ?? lang }, context, note);
    return await mergeInto(writing, runs, raw.partial ?? false, note);
  } catch (error) {
    if (error instanceof MergeError) throw new UsageError(error.problems.map(({ code, ...args }) => usageProblem(code, args as never)));
    throw asUsageError(error);
  }
}

async function mergeInto(writing: RunOutputs, runs: readonly SavedRun[], partial: boolean, note: Note): Promise<number> {
  const header = mergedHeader(runs, partial);
  const lines = runLines(header);
  await writing.start(header, lines.header, null);
  const tallies: Tallied[] = [];
  try {
    for await (const saved of mergedRecords(runs, partial)) {
      tallies.push(tally(saved.record));
      await writing.add(saved);
      if (!writing.isOpen) break;
    }
  } catch (error) {
    await writing.discard();
    throw error;
  }
  for (const run of runs) if (run.summary() === null && writing.isOpen) await note(usageProblem('run-cut-off', { path: run.path }));
  const empty = new Set(runs.flatMap((run) => run.summary()?.emptySources ?? []));
  const summary = summarise(tallies, header.options, [...empty]);
  await writing.finish(summary, lines.summary(summary));
  return writing.failed ? EXIT.notJudged : summary.exitCode;
}

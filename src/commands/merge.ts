import { EXIT, summarise, type Tallied, tally } from '../assess/gate.js';
import type { Context } from '../core/context.js';
import type { Header, NotWhole } from '../core/run.js';
import type { Language } from '../core/text.js';
import { type Note, noteOf } from '../invocation/notes.js';
import { OptionReading, type RawShowing } from '../invocation/options.js';
import { RunOutputs } from '../invocation/outputs.js';
import { asUsageError } from '../invocation/unreadable.js';
import { UsageError, usageProblem } from '../invocation/usage.js';
import { runLines } from '../report/data/ndjson.js';
import { MergeError, mergedHeader, mergedRecords } from '../run/merge.js';
import { openRun, type SavedRun } from '../run/read.js';
import { notWholeOf } from '../run/whole.js';

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
  await writing.start(header, lines, null);
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
  if (!writing.isOpen) return EXIT.notJudged;
  const cutOff = runs.filter((run) => run.notWhole().some(({ code }) => code === 'cut-off'));
  for (const { path } of cutOff) await note(usageProblem('run-cut-off', { path }));
  if (header.inputs === null) await note(usageProblem('merge-inputs-unknown', {}));
  const emptySources = [...new Set(runs.flatMap((run) => run.summary()?.emptySources ?? []))];
  const summary = summarise(tallies, header.options, {
    emptySources,
    notWhole: notWholeOfMerged(header, tallies.length, cutOff.length > 0),
  });
  await writing.finish(summary);
  return writing.failed ? EXIT.notJudged : summary.exitCode;
}

/** Why a merged run is not whole; runs that were cut off show where nobody knows how many inputs there were. */
function notWholeOfMerged(header: Header, records: number, isCutOff: boolean): NotWhole[] {
  const found = notWholeOf(header, records);
  const isTold = found.some(({ code }) => code === 'cut-off');
  return isCutOff && !isTold ? [...found, { code: 'cut-off', judged: records, inputs: null }] : found;
}

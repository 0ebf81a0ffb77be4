import { EXIT, summarise, type Tallied, tally } from '../assess/gate.js';
import { Redaction, redactedHeader, redactedSummary } from '../assess/redact.js';
import type { Context } from '../core/context.js';
import type { Header } from '../core/run.js';
import type { Language } from '../core/text.js';
import { type Note, noteOf } from '../invocation/notes.js';
import { OptionReading, type RawReportOptions } from '../invocation/options.js';
import { RunOutputs } from '../invocation/outputs.js';
import { asUsageError } from '../invocation/unreadable.js';
import { usageProblem } from '../invocation/usage.js';
import { runLines } from '../report/data/ndjson.js';
import { openRun, type SavedRun } from '../run/read.js';

/** `hegui report`: shows a saved run in any format and either language without judging again. Exits 0 once it is written. */
export async function report(path: string, raw: RawReportOptions, lang: Language, context: Context): Promise<number> {
  const reading = new OptionReading();
  const outputs = reading.outputs(raw.format, raw.output ?? [], 'table');
  const showing = reading.showing(raw);
  reading.finish();
  const note = noteOf(raw.quiet ?? false, lang, context);
  try {
    const run = await openRun(path, context);
    const spoken = raw.lang === undefined ? run.header.lang : lang;
    const { header } = run;
    const redact = raw.redact === true && !header.options.redact;
    const shown = redact ? redactedHeader(header) : header;
    const redaction = redact ? new Redaction(header.catalog) : null;
    const writing = new RunOutputs(outputs, { ...showing, lang: spoken }, context, note);
    return await show(run, { ...shown, lang: spoken }, redaction, writing, note);
  } catch (error) {
    throw asUsageError(error);
  }
}

async function show(run: SavedRun, header: Header, redaction: Redaction | null, writing: RunOutputs, note: Note): Promise<number> {
  const lines = runLines(header);
  await writing.start(header, lines, null);
  const tallies: Tallied[] = [];
  try {
    for await (const saved of run.records) {
      const record = redaction?.record(saved.record) ?? saved.record;
      tallies.push(tally(record));
      const line = writing.wantsLines ? new TextEncoder().encode(lines.profile(record)) : null;
      await writing.add({ line, record });
      if (!writing.isOpen) break;
    }
  } catch (error) {
    await writing.discard();
    throw error;
  }
  if (!writing.isOpen) return EXIT.notJudged;
  const saved = run.summary();
  const notWhole = run.notWhole();
  if (notWhole.some(({ code }) => code === 'cut-off')) await note(usageProblem('run-cut-off', { path: run.path }));
  const end =
    saved !== null && notWhole.length === 0
      ? saved
      : summarise(tallies, header.options, { emptySources: saved?.emptySources ?? [], notWhole });
  const summary = redaction === null ? end : redactedSummary(end);
  await writing.finish(summary);
  return writing.failed ? EXIT.notJudged : EXIT.passed;
}

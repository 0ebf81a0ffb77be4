import { catalogOf, headerOf } from '../assess/catalog.js';
import { EXIT, summarise, type Tallied } from '../assess/gate.js';
import { type Discovered, discover, type Sources, UnreadableList } from '../batch/discover.js';
import { Judge, type JudgedInput } from '../batch/judge.js';
import { BREAK_EVEN, judgeInOrder } from '../batch/pool.js';
import { Progress, type Say } from '../batch/progress.js';
import { findKept, type KeptRun, ResumeMismatch } from '../batch/resume.js';
import { nextOf, type Source } from '../batch/source.js';
import type { Context } from '../core/context.js';
import type { Header } from '../core/run.js';
import type { Language } from '../core/text.js';
import { sentences } from '../i18n/translate.js';
import { type Note, noteOf } from '../invocation/notes.js';
import { type CheckCommand, checkOptions, type RawCheckOptions } from '../invocation/options.js';
import { RunOutputs } from '../invocation/outputs.js';
import { loadPack } from '../invocation/packs.js';
import { checkInForce, checkSelection } from '../invocation/selection.js';
import { UsageError, usageProblem } from '../invocation/usage.js';
import { nodeHost } from '../io/host.js';
import { type Engine, makeEngine, rulesOf } from '../pipeline.js';
import { type RunLines, runLines } from '../report/data/ndjson.js';
import { outdatedPacks } from '../report/say/known.js';

/** `hegui check`: judges the profiles behind the arguments and writes the reports asked for. Gives the exit code. */
export async function check(paths: readonly string[], raw: RawCheckOptions, lang: Language, context: Context): Promise<number> {
  const command = checkOptions(paths, raw, context.today);
  const { words, ...means } = await loadPack(command.packFolders, lang, context);
  const { pack } = means;
  checkSelection(pack.rules, pack.areas, command.check);
  const engine = makeEngine({ ...means, host: nodeHost }, command.asOf, command.check);
  checkInForce(engine);
  const note = noteOf(command.quiet, lang, context);
  if (command.asOf < context.today) await note(usageProblem('as-of-past', { date: command.asOf }));
  const discovered = await found(command.sources, context);
  for (const { code, ...args } of discovered.remarks) await note(usageProblem(code, args as never));
  const { shard } = command.sources;
  const header = headerOf(engine, catalogOf(rulesOf(engine), pack, words()), {
    lang,
    version: context.version,
    shard: shard && { ...shard, count: discovered.count ?? 0 },
    inputs: discovered.inputs,
  });
  for (const { id, knownUntil: date } of outdatedPacks(header)) if (date) await note(usageProblem('law-outdated', { pack: id, date }));
  return judgeAll(discovered, { command, engine, header, lang, note, context });
}

interface CheckRun {
  readonly command: CheckCommand;
  readonly engine: Engine;
  readonly header: Header;
  readonly lang: Language;
  readonly note: Note;
  readonly context: Context;
}

/** Judges every input and writes the run while it goes by. */
async function judgeAll(discovered: Discovered, judging: CheckRun): Promise<number> {
  const { command, header, lang, note, context } = judging;
  const lines = runLines(header);
  const iterator = discovered.sources[Symbol.asyncIterator]();
  const kept = await keptOf(command.resume, lines, iterator);
  if (kept.next === null && kept.tallies.length === 0 && !discovered.allElsewhere) {
    await note(usageProblem('nothing-to-check', {}));
    return EXIT.nothing;
  }
  const { show, sarifAllKinds, color } = command;
  const outputs = new RunOutputs(command.outputs, { lang, show, sarifAllKinds, color }, context, note);
  await outputs.start(header, lines, kept);
  const tallies: Tallied[] = [...kept.tallies];
  const progress = progressOf(discovered.count, tallies.length, judging);
  if (kept.next !== null) {
    for await (const judged of judgedOf(before(kept.next, iterator), outputs, discovered.count, judging)) {
      tallies.push(judged.tally);
      await outputs.add(judged);
      await progress?.step(tallies.length);
      if (!outputs.isOpen) break;
    }
  }
  await progress?.clear();
  if (context.interrupted.aborted) {
    await outputs.abandon();
    await note(usageProblem('interrupted', { done: tallies.length, of: discovered.count }));
    return EXIT.interrupted;
  }
  const summary = summarise(tallies, command.check, { emptySources: discovered.empty, notWhole: [] });
  await outputs.finish(summary);
  return outputs.failed ? EXIT.notJudged : summary.exitCode;
}

/** Where standard error is read by a person, and the terminal is not filled with lines meanwhile, progress moves; a log gets a line at times. */
function progressOf(count: number | null, already: number, { command, lang, context }: CheckRun): Progress | null {
  if (!command.progress || command.quiet || count === 1) return null;
  const { stderr, stdout, env, now } = context;
  const lines = command.outputs.some(({ format, path }) => path === null && format !== 'table');
  const animated = stderr.isTTY && !(lines && stdout.isTTY) && !env['CI'] && env['TERM'] !== 'dumb';
  const say: Say = (done, perSecond, left) => sentences(lang).report.progress(done, count, perSecond, left);
  return new Progress(stderr, now, say, count, already, animated);
}

/** The judged inputs in order, from this thread or from workers. */
function judgedOf(
  sources: AsyncIterator<Source>,
  outputs: RunOutputs,
  count: number | null,
  { command, engine, header, context }: CheckRun,
): AsyncIterable<JudgedInput> {
  const wanted = { line: outputs.wantsLines, record: outputs.wantsRecords };
  // The table shows all of a single profile, but for that no worker is started.
  const judge = new Judge(engine, header, wanted.record === 'overview' ? { ...wanted, record: 'whole' } : wanted);
  const { pack, vocabulary, asOf, options } = engine;
  // On a single core a worker only takes turns with this thread.
  const jobs = command.jobs ?? (context.cores === 1 ? 0 : context.cores);
  const plan = {
    program: `${context.packageRoot}/bin/worker.cjs`,
    jobs,
    from: command.jobs === null ? BREAK_EVEN : 0,
    orders: { pack, vocabulary, asOf, options, header, wanted },
    patience: WORKER_PATIENCE,
  };
  return judgeInOrder(sources, count, judge, plan, context.interrupted);
}

/** Milliseconds in which a worker must have judged an input; the slowest that are known take three seconds. */
const WORKER_PATIENCE = 120_000;

/** An iterator with an element put before it. */
async function* before(first: Source, rest: AsyncIterator<Source>): AsyncGenerator<Source> {
  yield first;
  for (let next = await nextOf(rest); next !== null; next = await nextOf(rest)) yield next;
}

/** What can be kept of the run to continue; nothing where none is. @throws UsageError if it is another run */
async function keptOf(resume: string | null, lines: RunLines, sources: AsyncIterator<Source>): Promise<KeptRun> {
  if (resume === null) return { bytes: 0, oldHeader: null, tallies: [], next: await nextOf(sources) };
  try {
    return await findKept(resume, lines.header(), sources);
  } catch (error) {
    if (!(error instanceof ResumeMismatch)) throw error;
    throw new UsageError([usageProblem('resume-mismatch', { path: error.path, field: error.field })]);
  }
}

/** What there is to check. @throws UsageError if a list of files cannot be read */
async function found(sources: Sources, context: Context): Promise<Discovered> {
  try {
    return await discover(sources, context);
  } catch (error) {
    if (!(error instanceof UnreadableList)) throw error;
    throw new UsageError([usageProblem('unreadable-list', { path: error.path, reason: error.reason })]);
  }
}

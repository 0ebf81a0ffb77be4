import { EXIT, summarise, type Tallied, tally } from '../assess/gate.js';
import { type Discovered, discover, type Sources, UnreadableList } from '../batch/discover.js';
import { findKept, type Kept, nextOf, ResumeMismatch } from '../batch/resume.js';
import { Sinks } from '../batch/sinks.js';
import type { Context } from '../core/context.js';
import { WHOLE_FILE } from '../core/problem.js';
import type { Rule } from '../core/rule.js';
import type { Header, ProfileRecord, Summary } from '../core/run.js';
import type { Language } from '../core/text.js';
import { sentences } from '../i18n/translate.js';
import { checkProfile, type Engine, type Input, makeEngine } from '../pipeline.js';
import { type RunLines, runLines } from '../report/ndjson.js';
import { type CheckCommand, checkOptions, type RawCheckOptions } from './options.js';
import { type BareView, type Note, type WholeOutput, writeWholeRun } from './outputs.js';
import { loadPack } from './packs.js';
import { checkInForce, checkSelection } from './selection.js';
import { UsageError, type UsageProblem, usageProblem } from './usage.js';

/** `hegui check`: judges the profiles behind the arguments and writes the reports asked for. Gives the exit code. */
export async function check(paths: readonly string[], raw: RawCheckOptions, lang: Language, context: Context): Promise<number> {
  const command = checkOptions(paths, raw, context.today);
  const { pack, vocabulary } = await loadPack(command.packFolder, lang, context);
  checkSelection(pack.rules, pack.areas, command.check);
  const engine = makeEngine(pack, vocabulary, command.asOf, command.check);
  checkInForce(engine);
  const note = noteOf(command, lang, context);
  if (command.asOf < context.today) await note(usageProblem('as-of-past', { date: command.asOf }));
  const discovered = await found(command.sources, context);
  for (const { code, ...args } of discovered.remarks) await note(usageProblem(code, args as never));
  const view = { lang, show: command.show, pack, vocabulary };
  return judgeAll(discovered, { command, engine, view, header: headerOf(engine, lang, context), note, context });
}

interface Judging {
  readonly command: CheckCommand;
  readonly engine: Engine;
  readonly view: BareView;
  readonly header: Header;
  readonly note: Note;
  readonly context: Context;
}

/** Judges every input and writes the run: line by line where asked for, the other formats at the end. */
async function judgeAll({ inputs, empty }: Discovered, judging: Judging): Promise<number> {
  const { command, engine, view, header, note, context } = judging;
  const rules = rulesOf(engine);
  const lines = runLines(header, rules, view);
  const iterator = inputs[Symbol.asyncIterator]();
  const kept = await keptOf(command.resume, lines, iterator);
  if (kept.next === null && kept.tallies.length === 0) {
    await note(usageProblem('nothing-to-check', {}));
    return EXIT.nothing;
  }
  const sinks = sinksOf(command, kept, note, context);
  await sinks.start(lines.header);
  const whole = wholeOutputs(command);
  const tallies: Tallied[] = [...kept.tallies];
  const records: ProfileRecord[] = [];
  for (let input = kept.next; input !== null && (sinks.isOpen || whole.length > 0); input = await nextOf(iterator)) {
    const record = checkProfile(input, engine);
    tallies.push(tally(record));
    if (sinks.isOpen) await sinks.write(lines.profile(record));
    if (whole.length > 0) keep(records, record, whole);
  }
  const summary = summaryOf(tallies, empty, command);
  await sinks.write(lines.summary(summary));
  await sinks.close();
  const failed = await writeWholeRun({ header, rules, profiles: records, summary }, whole, view, command.color, context, note);
  return failed || sinks.failed ? EXIT.notJudged : summary.exitCode;
}

/**
 * Keeps a record for the formats that are made from a whole run. The table of several profiles shows no findings, and
 * these, with the parsed file behind their places, are most of a record.
 */
function keep(records: ProfileRecord[], record: ProfileRecord, whole: readonly WholeOutput[]): void {
  const light = whole.every(({ format }) => format === 'table');
  const [only] = records;
  if (light && records.length === 1 && only !== undefined) records[0] = withoutFindings(only);
  records.push(light && records.length > 0 ? withoutFindings(record) : record);
}

function withoutFindings(record: ProfileRecord): ProfileRecord {
  return { ...record, findings: [], questions: [], upcoming: [], place: () => WHOLE_FILE };
}

/** A folder that yields nothing beside others that do is not passed over. */
function summaryOf(tallies: readonly Tallied[], empty: boolean, command: CheckCommand): Summary {
  const summary = summarise(tallies, command.check);
  return empty ? { ...summary, exitCode: EXIT.notJudged } : summary;
}

/** What can be kept of the run to continue; nothing where none is. @throws UsageError if it is another run */
async function keptOf(resume: string | null, lines: RunLines, inputs: AsyncIterator<Input>): Promise<Kept> {
  if (resume === null) return { bytes: 0, tallies: [], next: await nextOf(inputs) };
  try {
    return await findKept(resume, lines.header, inputs);
  } catch (error) {
    if (!(error instanceof ResumeMismatch)) throw error;
    throw new UsageError([usageProblem('resume-mismatch', { path: error.path, field: error.field })]);
  }
}

function sinksOf({ outputs, resume }: CheckCommand, kept: Kept, note: Note, context: Context): Sinks {
  const asked = outputs.flatMap(({ format, path }) => (format === 'ndjson' ? [{ path, keep: 0 }] : []));
  const plans = resume === null ? asked : [{ path: resume, keep: kept.bytes }];
  return new Sinks(plans, context.stdout, (path, reason) => note(usageProblem('output-failed', { path, reason })));
}

function wholeOutputs({ outputs }: CheckCommand): WholeOutput[] {
  return outputs.flatMap(({ format, path }) => (format === 'ndjson' ? [] : [{ format, path }]));
}

/** The rules that are judged or upcoming, each with its bases in force. */
function rulesOf({ active, upcoming }: Engine): Rule[] {
  return [...active, ...upcoming.map((each) => each.active)].map(({ rule }) => rule);
}

function headerOf({ pack, vocabulary, options, asOf }: Engine, lang: Language, context: Context): Header {
  return {
    toolVersion: context.version,
    asOf,
    lang,
    packs: [{ id: pack.id, version: pack.version, digest: pack.digest }],
    vocabulary: { version: vocabulary.version, digest: vocabulary.digest },
    options,
    partial: options.areas.length + options.rules.length + options.duties.length > 0,
  };
}

/** Notes that change nothing about the run. */
const QUIET: readonly UsageProblem['code'][] = ['as-of-past', 'link-outside', 'link-back', 'link-inside', 'same-file'];

/** Says something on standard error, unless it is to be quiet; failures are said even then. */
function noteOf({ quiet }: CheckCommand, lang: Language, context: Context): Note {
  const words = sentences(lang);
  return async (problem) => {
    if (quiet && QUIET.includes(problem.code)) return;
    const say = words.usage[problem.code] as (args: UsageProblem['args']) => string;
    await context.stderr.write(`hegui: ${say(problem.args)}\n`);
  };
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

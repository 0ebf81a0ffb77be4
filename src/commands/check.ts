import { EXIT, summarise } from '../assess/gate.js';
import { type Discovered, discover, type Sources, UnreadableList } from '../batch/discover.js';
import type { Context } from '../core/context.js';
import { earliest, latest } from '../core/dates.js';
import type { Rule } from '../core/rule.js';
import type { CheckOptions, ProfileRecord, Run } from '../core/run.js';
import type { Language } from '../core/text.js';
import { sentences } from '../i18n/translate.js';
import { writeWhole } from '../io/write.js';
import { checkProfile, type Engine, makeEngine } from '../pipeline.js';
import { REPORTERS } from '../report/formats.js';
import { JSON_LIMIT } from '../report/limits.js';
import type { View } from '../report/view.js';
import { suggest } from '../schema/suggest.js';
import { type CheckCommand, checkOptions, type RawCheckOptions } from './options.js';
import { loadPack } from './packs.js';
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
  const { inputs, remarks, empty } = await found(command.sources, context);
  for (const { code, ...args } of remarks) await note(usageProblem(code, args as never));
  const records: ProfileRecord[] = [];
  for await (const input of inputs) records.push(checkProfile(input, engine));
  const summary = summarise(records, command.check);
  const emptyBesideOthers = empty && records.length > 0;
  const run = makeRun(engine, lang, context, records, { ...summary, exitCode: emptyBesideOthers ? EXIT.notJudged : summary.exitCode });
  if (records.length === 0) {
    await note(usageProblem('nothing-to-check', {}));
    return EXIT.nothing;
  }
  const view = { lang, show: command.show, pack, vocabulary };
  const failed = await writeAll(run, command, view, context, note);
  return failed ? EXIT.notJudged : run.summary.exitCode;
}

/** Notes that change nothing about the run. */
const QUIET: readonly UsageProblem['code'][] = ['as-of-past', 'link-outside', 'link-back', 'link-inside', 'same-file'];

type Note = (problem: UsageProblem) => Promise<void>;

/** Says something on standard error, unless it is to be quiet; failures are said even then. */
function noteOf({ quiet }: CheckCommand, lang: Language, context: Context): Note {
  const words = sentences(lang);
  return async (problem) => {
    if (quiet && QUIET.includes(problem.code)) return;
    const say = words.usage[problem.code] as (args: UsageProblem['args']) => string;
    await context.stderr.write(`hegui: ${say(problem.args)}\n`);
  };
}

function checkSelection(rules: readonly Rule[], areas: readonly { id: string }[], options: CheckOptions): void {
  const ids = rules.map((rule) => rule.id);
  const areaIds = areas.map(({ id }) => id);
  const problems = [
    ...options.areas
      .filter((area) => !areaIds.includes(area))
      .map((value) => bad('--area', value, areaIds.join(' | '), suggest(value, areaIds))),
    ...options.rules.filter((rule) => !ids.includes(rule)).map((value) => bad('--rule', value, 'hegui rules list', suggest(value, ids))),
  ];
  if (problems.length > 0) throw new UsageError(problems);
}

function bad(option: string, value: string, expected: string, suggestion: string | null): UsageProblem {
  return usageProblem('bad-value', { option, value, expected, suggestion });
}

/** A rule asked for by name must be in force; any other selection must leave at least one. */
function checkInForce({ active, pack, options }: Engine): void {
  const inForce = new Set(active.map(({ rule }) => rule.id));
  const problems = pack.rules
    .filter((rule) => options.rules.includes(rule.id) && !inForce.has(rule.id))
    .map((rule) => {
      const from = earliest(rule.basis.map((basis) => basis.from)) ?? '';
      const until = rule.basis.some((basis) => basis.until === null) ? null : latest(rule.basis.map((basis) => basis.until ?? ''));
      return usageProblem('rule-not-in-force', { rule: rule.id, from, until });
    });
  if (problems.length === 0 && active.length === 0) problems.push(usageProblem('nothing-selected', {}) as never);
  if (problems.length > 0) throw new UsageError(problems);
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

function makeRun(engine: Engine, lang: Language, context: Context, profiles: ProfileRecord[], summary: Run['summary']): Run {
  const { pack, vocabulary, options } = engine;
  return {
    header: {
      toolVersion: context.version,
      asOf: engine.asOf,
      lang,
      packs: [{ id: pack.id, version: pack.version, digest: pack.digest }],
      vocabulary: { version: vocabulary.version, digest: vocabulary.digest },
      options,
      partial: options.areas.length + options.rules.length + options.duties.length > 0,
    },
    rules: [...engine.active, ...engine.upcoming.map((each) => each.active)].map(({ rule }) => rule),
    profiles,
    summary,
  };
}

type BareView = Omit<View, 'color' | 'width'>;

/** Writes every output, and says of each that fails why; whether any did. */
async function writeAll(run: Run, command: CheckCommand, bare: BareView, context: Context, note: Note): Promise<boolean> {
  let failed = false;
  for (const { format, path } of command.outputs) {
    if (format === 'json' && run.profiles.length > JSON_LIMIT) {
      await note(usageProblem('too-many-profiles', { format, count: run.profiles.length, limit: JSON_LIMIT }));
      failed = true;
      continue;
    }
    const toTerminal = path === null;
    const view: View = {
      ...bare,
      color: toTerminal && wantsColor(command.color, context),
      width: toTerminal ? Math.min(Math.max(context.stdout.columns, MIN_WIDTH), MAX_WIDTH) : DEFAULT_WIDTH,
    };
    const text = REPORTERS[format](run, view);
    if (path === null) {
      await context.stdout.write(text);
      continue;
    }
    const reason = await writeWhole(path, text);
    if (reason !== null) {
      await note(usageProblem('output-failed', { path, reason }));
      failed = true;
    }
  }
  return failed;
}

const DEFAULT_WIDTH = 80;
/** Below this the table of areas does not fit; a narrower terminal folds the lines itself. */
const MIN_WIDTH = 60;
const MAX_WIDTH = 120;

/** NO_COLOR and FORCE_COLOR as their conventions say; else colour on a terminal only. */
function wantsColor(when: CheckCommand['color'], { env, stdout }: Context): boolean {
  if (when !== 'auto') return when === 'always';
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  if (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0') return true;
  return stdout.isTTY && env['TERM'] !== 'dumb';
}

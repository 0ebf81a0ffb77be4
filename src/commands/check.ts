import { EXIT, summarise } from '../assess/gate.js';
import type { Context } from '../core/context.js';
import { earliest, latest } from '../core/dates.js';
import type { Rule } from '../core/rule.js';
import type { CheckOptions, ProfileRecord, Run } from '../core/run.js';
import type { Language } from '../core/text.js';
import { sentences } from '../i18n/translate.js';
import { listProfiles } from '../io/list.js';
import { diskReader, type Read } from '../io/read.js';
import { writeWhole } from '../io/write.js';
import { MAX_BYTES } from '../load/decode.js';
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
  const command = checkOptions(raw, context.today);
  const { pack, vocabulary } = await loadPack(command.packFolder, lang, context);
  checkSelection(pack.rules, pack.areas, command.check);
  const engine = makeEngine(pack, vocabulary, command.asOf, command.check);
  checkInForce(engine);
  const note = noteOf(command, lang, context);
  if (command.asOf < context.today) await note(usageProblem('as-of-past', { date: command.asOf }));
  const inputs = await discover(paths, note);
  const records = await judgeAll(inputs.paths, engine, context);
  const summary = summarise(records, command.check);
  const emptyBesideOthers = inputs.empty && records.length > 0;
  const run = makeRun(engine, lang, context, records, { ...summary, exitCode: emptyBesideOthers ? EXIT.notJudged : summary.exitCode });
  if (records.length === 0) {
    await note(usageProblem('nothing-to-check', {}));
    return EXIT.nothing;
  }
  const view = { lang, show: command.show, pack, vocabulary };
  const failed = await writeAll(run, command, view, context, note);
  return failed ? EXIT.notJudged : run.summary.exitCode;
}

type Note = (problem: UsageProblem) => Promise<void>;

/** Says something on standard error, unless it is to be quiet; failures are said even then. */
function noteOf({ quiet }: CheckCommand, lang: Language, context: Context): Note {
  const words = sentences(lang);
  return async (problem) => {
    if (quiet && problem.code === 'as-of-past') return;
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

async function discover(args: readonly string[], note: Note): Promise<{ paths: string[]; empty: boolean }> {
  const paths: string[] = [];
  let empty = false;
  for (const arg of args) {
    const listed = arg === '-' ? ({ kind: 'file', path: arg } as const) : await listProfiles(arg);
    if (listed.kind === 'file') paths.push(listed.path.replaceAll('\\', '/'));
    else if (listed.files.length > 0) paths.push(...listed.files);
    else {
      empty = true;
      await note(usageProblem('empty-folder', { path: arg }));
    }
  }
  const unique = [...new Set(paths)];
  return { paths: unique.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)), empty };
}

async function judgeAll(paths: readonly string[], engine: Engine, context: Context): Promise<ProfileRecord[]> {
  const records: ProfileRecord[] = [];
  for (const path of paths) {
    const read: Read = path === '-' ? { bytes: await context.readStdin() } : await diskReader.read(path, MAX_BYTES);
    records.push(checkProfile({ path, read }, engine));
  }
  return records;
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

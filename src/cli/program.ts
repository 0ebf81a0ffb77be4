import { type Command, Option } from 'commander';
import type { RawCoverageOptions } from '../commands/coverage.js';
import type { RawExplainOptions } from '../commands/explain.js';
import type { RawMergeOptions } from '../commands/merge.js';
import type { RawRulesOptions } from '../commands/rules.js';
import type { RawNewOptions } from '../commands/rulesnew.js';
import type { RawSchemaOptions } from '../commands/schema.js';
import type { Context } from '../core/context.js';
import type { Language } from '../core/text.js';
import type { CommandWords } from '../i18n/command/words.js';
import type { FormatWords } from '../i18n/formats/words.js';
import type { Sentences } from '../i18n/sentences.js';
import type { RawCheckOptions, RawReportOptions } from '../invocation/options.js';

/** Starts a command; each is loaded only when it is called. */
type Start = (command: (lang: Language, context: Context) => Promise<number>) => Promise<void>;

/** Adds every command with its options and an example to the program. */
export function defineCommands(program: Command, { command: words, formats }: Pick<Sentences, 'command' | 'formats'>, start: Start): void {
  const list = `\n${words.formats}\n${formatList(formats)}`;
  addCheck(program, words, list, start);
  addMerge(program, words, list, start);
  addReport(program, words, list, start);
  addExplain(program, words, start);
  addCoverage(program, words, start);
  addRules(program, words, start);
  addSchema(program, words, start);
}

function option(flags: string, description: string): Option {
  return new Option(flags, description);
}

function repeatable(flags: string, description: string): Option {
  return option(flags, description).argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);
}

function addCheck(program: Command, words: CommandWords, formats: string, start: Start): void {
  const { flags } = words;
  showing(program.command('check').description(words.summaries.check).argument('[path...]', words.arguments_.profiles), flags)
    .addOption(option('--redact', flags.redact))
    .addOption(option('--out-dir <dir>', flags.outDir))
    .addOption(option('--as-of <date>', flags.asOf))
    .addOption(option('--horizon <days>', flags.horizon))
    .addOption(repeatable('--area <area>', flags.area))
    .addOption(repeatable('--rule <id>', flags.rule))
    .addOption(repeatable('--duty <duty>', flags.duty))
    .addOption(repeatable('--rules <dir>', flags.rules))
    .addOption(option('--fail-on <verdicts>', flags.failOn))
    .addOption(option('--fail-duty <duty>', flags.failDuty))
    .addOption(option('--min-compliance <percent>', flags.minCompliance))
    .addOption(option('--min-coverage <percent>', flags.minCoverage))
    .addOption(option('--on-invalid <fail|count>', flags.onInvalid))
    .addOption(option('--files-from <file>', flags.filesFrom))
    .addOption(option('--input <files|ndjson>', flags.input))
    .addOption(option('--stdin-path <name>', flags.stdinPath))
    .addOption(option('--resume <run.ndjson>', flags.resume))
    .addOption(option('--jobs <count>', flags.jobs))
    .addOption(option('--shard <i/n>', flags.shard))
    .addOption(option('--encoding <encoding>', flags.encoding))
    .addOption(option('--no-progress', flags.noProgress))
    .addHelpText('after', formats)
    .addHelpText(
      'after',
      examples(words, ['hegui check examples/compliant-marketplace/profile.yaml', 'hegui check profiles/ -f json --fail-on gap']),
    )
    .action((paths: string[], options: RawCheckOptions) =>
      start(async (lang, context) => (await import('../commands/check.js')).check(paths, options, lang, context)),
    );
}

/** The options that say where and how a run is shown. */
function showing(command: Command, flags: CommandWords['flags'], format = flags.format): Command {
  return command
    .addOption(option('-f, --format <format>', format))
    .addOption(repeatable('-o, --output <format=path>', flags.output))
    .addOption(option('--lang <zh|en>', flags.lang))
    .addOption(option('--show <verdicts>', flags.show))
    .addOption(option('--sarif-all-kinds', flags.sarifAllKinds))
    .addOption(option('--quiet', flags.quiet))
    .addOption(option('--color <when>', flags.color));
}

function addMerge(program: Command, words: CommandWords, formats: string, start: Start): void {
  showing(
    program.command('merge').description(words.summaries.merge).argument('[run...]', words.arguments_.runs),
    words.flags,
    words.flags.formatOfMerge,
  )
    .addOption(option('--partial', words.flags.partial))
    .addHelpText('after', formats)
    .addHelpText('after', examples(words, ['hegui merge shard-1.ndjson shard-2.ndjson -o ndjson=run.ndjson -f table']))
    .action((paths: string[], options: RawMergeOptions) =>
      start(async (lang, context) => (await import('../commands/merge.js')).merge(paths, options, lang, context)),
    );
}

function addReport(program: Command, words: CommandWords, formats: string, start: Start): void {
  showing(program.command('report').description(words.summaries.report).argument('<run>', words.arguments_.run), words.flags)
    .addOption(option('--redact', words.flags.redact))
    .addHelpText('after', formats)
    .addHelpText('after', examples(words, ['hegui report run.ndjson -f json --lang en']))
    .action((path: string, options: RawReportOptions) =>
      start(async (lang, context) => (await import('../commands/report.js')).report(path, options, lang, context)),
    );
}

function addExplain(program: Command, words: CommandWords, start: Start): void {
  program
    .command('explain')
    .description(words.summaries.explain)
    .argument('[rule]', words.arguments_.rule)
    .addOption(option('--all', words.flags.all))
    .addOption(repeatable('--rules <dir>', words.flags.rules))
    .addOption(option('--lang <zh|en>', words.flags.lang))
    .addHelpText('after', examples(words, ['hegui explain operator-verification/periodic-recheck']))
    .action((rule: string | undefined, options: RawExplainOptions) =>
      start(async (lang, context) => (await import('../commands/explain.js')).explain(rule, options, lang, context)),
    );
}

function addCoverage(program: Command, words: CommandWords, start: Start): void {
  program
    .command('coverage')
    .description(words.summaries.coverage)
    .addOption(option('-f, --format <table|json|markdown>', words.flags.formatOfCoverage))
    .addOption(option('--run <run>', words.flags.run))
    .addOption(option('--text <file>', words.flags.text))
    .addOption(option('--encoding <encoding>', words.flags.encodingOfText))
    .addOption(repeatable('--rules <dir>', words.flags.rules))
    .addOption(option('--lang <zh|en>', words.flags.lang))
    .addHelpText('after', examples(words, ['hegui coverage -f markdown']))
    .action((options: RawCoverageOptions) =>
      start(async (lang, context) => (await import('../commands/coverage.js')).coverage(options, lang, context)),
    );
}

function addRules(program: Command, words: CommandWords, start: Start): void {
  const rules = program.command('rules').description(words.summaries.rules);
  const add = (name: string, summary: string, example: string, pack = words.flags.rules): Command =>
    rules
      .command(name)
      .description(summary)
      .addOption(repeatable('--rules <dir>', pack))
      .addOption(option('--lang <zh|en>', words.flags.lang))
      .addHelpText('after', examples(words, [example]));
  add('list', words.summaries.rulesList, 'hegui rules list -f json')
    .addOption(option('-f, --format <table|json>', words.flags.formatOfList))
    .action((options: RawRulesOptions) =>
      start(async (lang, context) => (await import('../commands/rules.js')).listRules(options, lang, context)),
    );
  add('test', words.summaries.rulesTest, 'hegui rules test operator-verification --mutate')
    .argument('[what...]', words.arguments_.tested)
    .addOption(option('--mutate', words.flags.mutate))
    .action((what: string[], options: RawRulesOptions) =>
      start(async (lang, context) => (await import('../commands/rules.js')).testRules(what, options, lang, context)),
    );
  add('lint', words.summaries.rulesLint, 'hegui rules lint --rules my-pack').action((options: RawRulesOptions) =>
    start(async (lang, context) => (await import('../commands/rules.js')).lintRules(options, lang, context)),
  );
  add('new', words.summaries.rulesNew, 'hegui rules new complaint-handling/hotline-hours --topic channels', words.flags.targetPack)
    .argument('<area/rule>', words.arguments_.newRule)
    .addOption(option('--topic <topic>', words.flags.topic))
    .addOption(option('--fact <path>', words.flags.fact))
    .action((id: string, options: RawNewOptions) =>
      start(async (lang, context) => (await import('../commands/rulesnew.js')).newRule(id, options, lang, context)),
    );
  rules.addHelpText('after', examples(words, ['hegui rules list']));
}

function addSchema(program: Command, words: CommandWords, start: Start): void {
  program
    .command('schema')
    .description(words.summaries.schema)
    .argument('<kind>', words.arguments_.schema)
    .addOption(repeatable('--rules <dir>', words.flags.rules))
    .addOption(option('--lang <zh|en>', words.flags.lang))
    .addHelpText('after', examples(words, ['hegui schema profile > profile.schema.json']))
    .action((kind: string, options: RawSchemaOptions) =>
      start(async (lang, context) => (await import('../commands/schema.js')).schema(kind, options, lang, context)),
    );
}

/** A line for each format: its name and what it is for. */
function formatList(formats: FormatWords): string {
  const names = Object.keys(formats) as (keyof FormatWords)[];
  const width = Math.max(...names.map(({ length }) => length));
  return names.map((name) => `  ${name.padEnd(width)}  ${formats[name]}`).join('\n');
}

function examples(words: CommandWords, lines: readonly string[]): string {
  return `\n${words.examples}\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
}

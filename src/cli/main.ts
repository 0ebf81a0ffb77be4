import { Command, CommanderError, Option } from 'commander';
import type { RawCheckOptions } from '../commands/options.js';
import { UsageError, type UsageProblem, usageProblem } from '../commands/usage.js';
import type { Context } from '../core/context.js';
import type { Language } from '../core/text.js';
import type { CommandWords } from '../i18n/sentences.js';
import { chooseLanguage, sentences } from '../i18n/translate.js';
import { configureHelp } from './help.js';

/** Runs the command line and gives its exit code. Nothing here reads the clock, a stream or the locale but through the context. */
export async function main(argv: readonly string[], context: Context): Promise<number> {
  const lang = chooseLanguage(askedLanguage(argv), context.env);
  try {
    return await run(argv, lang, context);
  } catch (error) {
    return await report(error, lang, context);
  }
}

/** `--lang` is looked for before the options are parsed, since help and errors already speak it. */
function askedLanguage(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((each) => each === '--lang' || each.startsWith('--lang='));
  return at < 0 ? undefined : argv[at]?.startsWith('--lang=') ? argv[at].slice(7) : argv[at + 1];
}

async function run(argv: readonly string[], lang: Language, context: Context): Promise<number> {
  const words = sentences(lang).command;
  let exitCode = 0;
  let written = '';
  const finish = async (work: Promise<number>): Promise<void> => {
    exitCode = await work;
  };
  const program = new Command('hegui');
  program
    .description(words.description)
    .version(context.version, '-V, --version', words.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        written += text;
      },
      writeErr: () => undefined,
    });
  configureHelp(program, words, Math.min(context.stdout.columns, 100));
  program.action(() => {
    throw new CommanderError(2, 'hegui.no-command', '');
  });
  addCheck(program, words, (paths, options) =>
    finish(import('../commands/check.js').then(({ check }) => check(paths, options, lang, context))),
  );
  addExplain(program, words, (rule, options) =>
    finish(import('../commands/explain.js').then(({ explain }) => explain(rule, options, lang, context))),
  );
  addRules(program, words, (name, options) =>
    finish(
      import('../commands/rules.js').then((rules) =>
        ({ list: rules.listRules, test: rules.testRules, lint: rules.lintRules })[name](options, lang, context),
      ),
    ),
  );
  addSchema(program, words, (kind) => finish(import('../commands/schema.js').then(({ schema }) => schema(kind, lang, context))));
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    const help = helpExit(error, program);
    if (help === null) throw error;
    exitCode = help.exitCode;
    if (help.text !== null) await context.stderr.write(help.text);
  }
  if (written !== '') await context.stdout.write(written);
  return exitCode;
}

/** Help and version are no errors; a bare `hegui` gets the help on stderr, since it did nothing. */
function helpExit(error: unknown, program: Command): { exitCode: number; text: string | null } | null {
  if (!(error instanceof CommanderError)) return null;
  if (error.code === 'hegui.no-command') {
    const [stray] = program.args;
    return stray === undefined ? { exitCode: 2, text: program.helpInformation() } : null;
  }
  return error.exitCode === 0 ? { exitCode: 0, text: null } : null;
}

function option(flags: string, description: string): Option {
  return new Option(flags, description);
}

function repeatable(flags: string, description: string): Option {
  return option(flags, description).argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);
}

function addCheck(program: Command, words: CommandWords, action: (paths: string[], options: RawCheckOptions) => Promise<void>): void {
  const { flags } = words;
  program
    .command('check')
    .description(words.summaries.check)
    .argument('<path...>', words.arguments_.profiles)
    .addOption(option('-f, --format <format>', flags.format))
    .addOption(repeatable('-o, --output <format=path>', flags.output))
    .addOption(option('--lang <zh|en>', flags.lang))
    .addOption(option('--as-of <date>', flags.asOf))
    .addOption(option('--horizon <days>', flags.horizon))
    .addOption(repeatable('--area <area>', flags.area))
    .addOption(repeatable('--rule <id>', flags.rule))
    .addOption(repeatable('--duty <duty>', flags.duty))
    .addOption(option('--rules <dir>', flags.rules))
    .addOption(option('--fail-on <verdicts>', flags.failOn))
    .addOption(option('--fail-duty <duty>', flags.failDuty))
    .addOption(option('--min-compliance <percent>', flags.minCompliance))
    .addOption(option('--min-coverage <percent>', flags.minCoverage))
    .addOption(option('--on-invalid <fail|count>', flags.onInvalid))
    .addOption(option('--show <verdicts>', flags.show))
    .addOption(option('--encoding <encoding>', flags.encoding))
    .addOption(option('--quiet', flags.quiet))
    .addOption(option('--color <when>', flags.color))
    .addHelpText(
      'after',
      examples(words, ['hegui check examples/compliant-marketplace/profile.yaml', 'hegui check profiles/ -f json --fail-on gap']),
    )
    .action(action);
}

function addExplain(
  program: Command,
  words: CommandWords,
  action: (rule: string | undefined, options: { all?: boolean; rules?: string }) => Promise<void>,
): void {
  program
    .command('explain')
    .description(words.summaries.explain)
    .argument('[rule]', words.arguments_.rule)
    .addOption(option('--all', words.flags.all))
    .addOption(option('--rules <dir>', words.flags.rules))
    .addOption(option('--lang <zh|en>', words.flags.lang))
    .addHelpText('after', examples(words, ['hegui explain operator-verification/periodic-recheck']))
    .action(action);
}

type RulesCommand = 'list' | 'test' | 'lint';

function addRules(
  program: Command,
  words: CommandWords,
  action: (name: RulesCommand, options: { rules?: string; format?: string; mutate?: boolean }) => Promise<void>,
): void {
  const rules = program.command('rules').description(words.summaries.rules);
  const add = (name: RulesCommand, summary: string, example: string): Command =>
    rules
      .command(name)
      .description(summary)
      .addOption(option('--rules <dir>', words.flags.rules))
      .addOption(option('--lang <zh|en>', words.flags.lang))
      .addHelpText('after', examples(words, [example]))
      .action((options) => action(name, options));
  add('list', words.summaries.rulesList, 'hegui rules list -f json').addOption(option('-f, --format <table|json>', words.flags.format));
  add('test', words.summaries.rulesTest, 'hegui rules test --mutate').addOption(option('--mutate', words.flags.mutate));
  add('lint', words.summaries.rulesLint, 'hegui rules lint --rules my-pack');
  rules.addHelpText('after', examples(words, ['hegui rules list']));
}

function addSchema(program: Command, words: CommandWords, action: (kind: string) => Promise<void>): void {
  program
    .command('schema')
    .description(words.summaries.schema)
    .argument('<kind>', words.arguments_.schema)
    .addOption(option('--lang <zh|en>', words.flags.lang))
    .addHelpText('after', examples(words, ['hegui schema profile > profile.schema.json']))
    .action(action);
}

function examples(words: CommandWords, lines: readonly string[]): string {
  return `\n${words.examples}\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
}

/** Says what went wrong, all of it, and gives the exit code for it. */
async function report(error: unknown, lang: Language, context: Context): Promise<number> {
  const words = sentences(lang);
  const problems = await problemsOf(error, lang, context);
  for (const { code, args } of problems) {
    const say = words.usage[code] as (args: UsageProblem['args']) => string;
    await context.stderr.write(`hegui: ${say(args)}\n`);
  }
  if (error instanceof UsageError || error instanceof CommanderError) await context.stderr.write(`${words.command.seeHelp}\n`);
  return 2;
}

async function problemsOf(error: unknown, lang: Language, context: Context): Promise<readonly UsageProblem[]> {
  if (error instanceof UsageError) return error.problems;
  if (error instanceof CommanderError) {
    const { commanderProblem } = await import('./commander.js');
    return [commanderProblem(error)];
  }
  const { BrokenPack } = await import('../commands/packs.js');
  if (error instanceof BrokenPack) {
    const { renderFileProblems } = await import('../report/packproblems.js');
    await context.stderr.write(renderFileProblems(error.problems, lang, Math.min(context.stderr.columns, 120)));
    return [usageProblem('pack-broken', { folder: error.folder, count: error.problems.length })];
  }
  return [usageProblem('internal', { message: error instanceof Error ? (error.stack ?? error.message) : String(error) })];
}

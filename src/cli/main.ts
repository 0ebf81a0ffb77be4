import { Command, CommanderError } from 'commander';
import type { Context } from '../core/context.js';
import { suggest } from '../core/suggest.js';
import type { Language } from '../core/text.js';
import { chooseLanguage, sentences } from '../i18n/translate.js';
import { isUsageError, UsageError, type UsageProblem, usageProblem } from '../invocation/usage.js';
import { commanderProblem } from './commander.js';
import { configureHelp } from './help.js';
import { defineCommands } from './program.js';

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

/** What commander wanted to print; it goes to our streams when it is done. */
interface Printed {
  out: string;
  err: string;
}

async function run(argv: readonly string[], lang: Language, context: Context): Promise<number> {
  const printed: Printed = { out: '', err: '' };
  const program = makeProgram(lang, context, printed);
  let exitCode = 0;
  defineCommands(program, sentences(lang), async (command) => {
    exitCode = await command(lang, context);
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    const help = helpExit(error, program, printed.err);
    if (help === null) throw error;
    exitCode = help.exitCode;
    if (help.text !== null) await context.stderr.write(help.text);
  }
  if (printed.out !== '') await context.stdout.write(printed.out);
  return exitCode;
}

function makeProgram(lang: Language, context: Context, printed: Printed): Command {
  const words = sentences(lang).command;
  const program = new Command('hegui')
    .description(words.description)
    .version(context.version, '-V, --version', words.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        printed.out += text;
      },
      // Errors are said in our own words; what remains is the help of a command that was called without its subcommand.
      writeErr: (text) => {
        printed.err = text;
      },
    })
    .allowExcessArguments(true)
    .action(() => {
      throw new CommanderError(2, 'hegui.no-command', '');
    });
  configureHelp(program, words, Math.min(context.stdout.columns, 100));
  return program;
}

/** Help and version are no errors; a bare `hegui` gets the help on stderr, since it did nothing. */
function helpExit(error: unknown, program: Command, helpOnError: string): { exitCode: number; text: string | null } | null {
  if (!(error instanceof CommanderError)) return null;
  if (error.code === 'hegui.no-command') {
    const [stray] = program.args;
    if (stray === undefined) return { exitCode: 2, text: program.helpInformation() };
    const names = [...program.commands.map((command) => command.name()), 'help'];
    throw new UsageError([usageProblem('unknown-command', { command: stray, suggestion: suggest(stray, names) })]);
  }
  if (error.code === 'commander.help' && error.exitCode !== 0) return { exitCode: 2, text: helpOnError };
  return error.exitCode === 0 ? { exitCode: 0, text: null } : null;
}

/** What the help says nothing about. */
const HELPLESS: readonly UsageProblem['code'][] = [
  'internal',
  'pack-broken',
  'pack-unreadable',
  'rule-not-in-force',
  'nothing-selected',
  'run-unreadable',
  'run-broken',
  'run-of-other-rules',
  'no-ledger',
  'two-ledgers',
  'text-unreadable',
  'merge-differs',
  'merge-shard-twice',
  'merge-shard-missing',
  'merge-unfinished',
  'merge-path-twice',
  'merge-not-sorted',
];

/** Says what went wrong, all of it, and gives the exit code for it. */
async function report(error: unknown, lang: Language, context: Context): Promise<number> {
  const words = sentences(lang);
  const problems = problemsOf(error);
  for (const { code, args } of problems) {
    const say = words.usage[code] as (args: UsageProblem['args']) => string;
    await context.stderr.write(`hegui: ${say(args)}\n`);
  }
  if (problems.some(({ code }) => !HELPLESS.includes(code))) await context.stderr.write(`${words.command.seeHelp}\n`);
  return 2;
}

function problemsOf(error: unknown): readonly UsageProblem[] {
  if (isUsageError(error)) return error.problems;
  if (error instanceof CommanderError) return [commanderProblem(error)];
  return [usageProblem('internal', { message: error instanceof Error ? (error.stack ?? error.message) : String(error) })];
}

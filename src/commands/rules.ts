import { type Case, casesOf, InvalidCase, runCase } from '../assess/cases.js';
import { conditionKillers, killers, type Tested } from '../assess/mutants.js';
import type { Context } from '../core/context.js';
import type { Rule } from '../core/rule.js';
import type { Language } from '../core/text.js';
import type { CommandWords } from '../i18n/sentences.js';
import { sentences } from '../i18n/translate.js';
import { renderFileProblems } from '../report/packproblems.js';
import { renderRules } from '../report/rulelist.js';
import { lintPack } from '../rules/lint.js';
import { type LoadedPack, loadPack, loadPackSource } from './packs.js';
import { UsageError, usageProblem } from './usage.js';

export interface RawRulesOptions {
  readonly rules?: string;
  readonly format?: string;
  readonly mutate?: boolean;
}

/** `hegui rules list`: the rules with their titles, or as JSON. */
export async function listRules(raw: RawRulesOptions, lang: Language, context: Context): Promise<number> {
  const format = raw.format ?? 'table';
  if (format !== 'table' && format !== 'json') {
    throw new UsageError([usageProblem('bad-value', { option: '--format', value: format, expected: 'table | json', suggestion: null })]);
  }
  const { pack } = await loadPack(raw.rules ?? null, lang, context);
  if (format === 'json') {
    const rules = pack.rules.map(({ id, area, kind, duty, grounds, basis }) => ({ id, area, kind, duty, grounds, basis }));
    await context.stdout.write(`${JSON.stringify({ rules }, null, 2)}\n`);
    return 0;
  }
  await context.stdout.write(renderRules(pack, lang, Math.min(context.stdout.columns, 120)));
  return 0;
}

/** `hegui rules lint`: what is wrong with how a pack is written. */
export async function lintRules(raw: RawRulesOptions, lang: Language, context: Context): Promise<number> {
  const words = sentences(lang).command;
  const loaded = await loadPackSource(...folders(raw, context), lang, context);
  const problems = [...loaded.problems, ...lintPack(loaded.source, loaded.pack, loaded.vocabulary, raw.rules === undefined)];
  await context.stdout.write(problems.length === 0 ? '' : renderFileProblems(problems, lang, Math.min(context.stdout.columns, 120)));
  await context.stdout.write(`${problems.length === 0 ? words.lintClean(loaded.pack.rules.length) : words.lintFound(problems.length)}\n`);
  return problems.length === 0 ? 0 : 1;
}

/** `hegui rules test`: runs the tests of a pack; with `mutate`, also whether they notice every change of a rule or condition. */
export async function testRules(raw: RawRulesOptions, lang: Language, context: Context): Promise<number> {
  const words = sentences(lang).command;
  const { pack, vocabulary, source } = await loadPackSource(...folders(raw, context), lang, context);
  const tested = pack.rules.map((rule): Tested => {
    const tests = source.tests.find((each) => each.value.area === rule.area)?.value;
    return { rule, cases: tests === undefined ? [] : casesOf(rule, tests) };
  });
  const say = async (line: string): Promise<void> => {
    await context.stdout.write(`${line}\n`);
  };
  const failures = tested.flatMap(({ rule, cases }) => cases.flatMap((each) => failureOf(rule, each, { pack, vocabulary }) ?? []));
  for (const { rule, name, expected, found } of failures) await say(words.caseFailed(rule, name, expected, found));
  const count = tested.reduce((sum, { cases }) => sum + cases.length, 0);
  await say(words.rulesTested(pack.rules.length, count, failures.length));
  if (failures.length > 0) return 1;
  return raw.mutate === true ? mutate(tested, { pack, vocabulary }, words, say) : 0;
}

interface Failure {
  readonly rule: string;
  readonly name: string;
  readonly expected: string;
  readonly found: string;
}

function failureOf(rule: Rule, test: Case, { pack, vocabulary }: LoadedPack): Failure | null {
  try {
    const { expected, found } = runCase(rule, test, pack, vocabulary);
    return expected === found ? null : { rule: rule.id, name: test.name, expected, found };
  } catch (error) {
    if (!(error instanceof InvalidCase)) throw error;
    return { rule: rule.id, name: test.name, expected: test.expected.verdict, found: error.message };
  }
}

async function mutate(
  tested: readonly Tested[],
  { pack, vocabulary }: LoadedPack,
  words: CommandWords,
  say: (line: string) => Promise<void>,
): Promise<number> {
  const results = [
    ...tested.map((each) => ({ name: each.rule.id, killed: killers(each, pack, vocabulary) })),
    ...Object.keys(pack.conditions).map((name) => ({ name, killed: conditionKillers(name, tested, pack, vocabulary) })),
  ];
  for (const { name, killed } of results) for (const mutation of killed.survived) await say(words.survived(name, mutation));
  const made = results.reduce((sum, { killed }) => sum + killed.made, 0);
  const survived = results.reduce((sum, { killed }) => sum + killed.survived.length, 0);
  await say(words.mutants(made, made - survived, survived));
  return survived === 0 ? 0 : 1;
}

/** The pack folder and its shared instruments: those of the built-in pack, or the folder's own alone. */
function folders(raw: RawRulesOptions, { packageRoot }: Context): [string, string | null] {
  if (raw.rules !== undefined) return [raw.rules, null];
  return [`${packageRoot}/rules/chongqing-2020-16`, `${packageRoot}/rules/instruments.yaml`];
}

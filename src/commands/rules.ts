import type { Context } from '../core/context.js';
import type { Rule } from '../core/rule.js';
import { suggest } from '../core/suggest.js';
import type { Language } from '../core/text.js';
import type { CommandWords } from '../i18n/command/words.js';
import { sentences } from '../i18n/translate.js';
import { loadPack, loadPackSources } from '../invocation/packs.js';
import { UsageError, usageProblem } from '../invocation/usage.js';
import { renderFileProblems } from '../report/terminal/packproblems.js';
import { renderRules } from '../report/terminal/rulelist.js';
import { lintPacks } from '../rules/lint.js';
import { type PackSource, testsOf } from '../rules/source.js';
import { type Case, casesOf, InvalidCase, runCase, type Trial } from '../trial/cases.js';
import { conditionKillers, killers, type Tested } from '../trial/mutants.js';

export interface RawRulesOptions {
  readonly rules?: readonly string[];
  readonly format?: string;
  readonly mutate?: boolean;
}

/** `hegui rules list`: the rules with their titles, or as JSON. */
export async function listRules(raw: RawRulesOptions, lang: Language, context: Context): Promise<number> {
  const format = raw.format ?? 'table';
  if (format !== 'table' && format !== 'json') {
    throw new UsageError([usageProblem('bad-value', { option: '--format', value: format, expected: 'table | json', suggestion: null })]);
  }
  const { pack, words } = await loadPack(raw.rules ?? [], lang, context);
  if (format === 'json') {
    const rules = pack.rules.map(({ id, area, kind, duty, grounds, basis }) => ({ id, area, kind, duty, grounds, basis }));
    await context.stdout.write(`${JSON.stringify({ rules }, null, 2)}\n`);
    return 0;
  }
  await context.stdout.write(renderRules(pack, words(), lang, Math.min(context.stdout.columns, 120)));
  return 0;
}

/** `hegui rules lint`: what is wrong with how a pack is written. */
export async function lintRules(raw: RawRulesOptions, lang: Language, context: Context): Promise<number> {
  const words = sentences(lang).command;
  const { sources, problems: found, ...judged } = await loadPackSources(raw.rules ?? [], lang, context);
  const problems = [...found, ...lintPacks(sources, judged, raw.rules === undefined)];
  await context.stdout.write(problems.length === 0 ? '' : renderFileProblems(problems, lang, Math.min(context.stdout.columns, 120)));
  await context.stdout.write(`${problems.length === 0 ? words.lintClean(ownRules(sources).length) : words.lintFound(problems.length)}\n`);
  return problems.length === 0 ? 0 : 1;
}

/**
 * `hegui rules test`: runs the tests of a pack, or of some of its areas, topics and rules; with `mutate`, also whether they
 * notice every change of a rule, and where all are tested of a condition.
 */
export async function testRules(what: readonly string[], raw: RawRulesOptions, lang: Language, context: Context): Promise<number> {
  const { command: words, authoring } = sentences(lang);
  const { sources, ...trial } = await loadPackSources(raw.rules ?? [], lang, context);
  const beside = testsOf(sources);
  const own = what.length === 0 ? ownRules(sources) : chosen(what, sources);
  const tested = trial.pack.rules
    .filter(({ id }) => own.includes(id))
    .map((rule): Tested => {
      const tests = beside.get(rule.id);
      return { rule, cases: tests === undefined ? [] : casesOf(rule, tests) };
    });
  const say = async (line: string): Promise<void> => {
    await context.stdout.write(`${line}\n`);
  };
  const failures = tested.flatMap(({ rule, cases }) => cases.flatMap((each) => failureOf(rule, each, trial) ?? []));
  for (const { rule, name, expected, found } of failures) await say(words.caseFailed(rule, name, expected, found));
  const count = tested.reduce((sum, { cases }) => sum + cases.length, 0);
  await say(words.rulesTested(tested.length, count, failures.length));
  if (failures.length > 0) return 1;
  if (raw.mutate !== true) return 0;
  if (what.length > 0) await say(authoring.conditionsLeftOut);
  const conditions = what.length > 0 ? [] : sources.flatMap(({ manifest }) => Object.keys(manifest.value.conditions ?? {}));
  return mutate(tested, conditions, trial, words, say);
}

/** The full ids of the rules in the packs given, without those that they inherit. */
function ownRules(sources: readonly PackSource[]): string[] {
  return sources.flatMap(({ topics }) => topics.flatMap(({ area, rules }) => rules.value.rules.map(({ id }) => `${area}/${id}`)));
}

/** The full ids of the rules that are named by themselves, by their area or by `area/topic`. @throws UsageError for what names none */
function chosen(what: readonly string[], sources: readonly PackSource[]): string[] {
  const named = new Map<string, string[]>();
  for (const { area, id: topic, rules } of sources.flatMap(({ topics }) => topics)) {
    for (const { id } of rules.value.rules) {
      const full = `${area}/${id}`;
      for (const name of new Set([area, `${area}/${topic}`, full])) named.set(name, [...(named.get(name) ?? []), full]);
    }
  }
  const unknown = what.filter((name) => !named.has(name));
  if (unknown.length === 0) return what.flatMap((name) => named.get(name) ?? []);
  throw new UsageError(
    unknown.map((value) => {
      const suggestion = suggest(value, [...named.keys()]);
      return usageProblem('bad-value', { option: '[what...]', value, expected: '<area> | <area>/<topic> | <area>/<rule>', suggestion });
    }),
  );
}

interface Failure {
  readonly rule: string;
  readonly name: string;
  readonly expected: string;
  readonly found: string;
}

function failureOf(rule: Rule, test: Case, trial: Trial): Failure | null {
  try {
    const { expected, found } = runCase(rule, test, trial);
    return expected === found ? null : { rule: rule.id, name: test.name, expected, found };
  } catch (error) {
    if (!(error instanceof InvalidCase)) throw error;
    return { rule: rule.id, name: test.name, expected: test.expected.verdict, found: error.message };
  }
}

async function mutate(
  tested: readonly Tested[],
  conditions: readonly string[],
  trial: Trial,
  words: CommandWords,
  say: (line: string) => Promise<void>,
): Promise<number> {
  const results = [
    ...tested.map((each) => ({ name: each.rule.id, killed: killers(each, trial) })),
    ...conditions.map((name) => ({ name, killed: conditionKillers(name, tested, trial) })),
  ];
  for (const { name, killed } of results) for (const mutation of killed.survived) await say(words.survived(name, mutation));
  const made = results.reduce((sum, { killed }) => sum + killed.made, 0);
  const survived = results.reduce((sum, { killed }) => sum + killed.survived.length, 0);
  await say(words.mutants(made, made - survived, survived));
  return survived === 0 ? 0 : 1;
}

import { casesOf, InvalidCase, runCase } from '../assess/cases.js';
import { killers } from '../assess/mutants.js';
import type { Context } from '../core/context.js';
import type { Language } from '../core/text.js';
import { sentences } from '../i18n/translate.js';
import { renderFileProblems } from '../report/packproblems.js';
import { renderRules } from '../report/rulelist.js';
import { lintPack } from '../rules/lint.js';
import { loadPack, loadPackSource } from './packs.js';
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
  const problems = [...loaded.problems, ...lintPack(loaded.source, loaded.pack, loaded.vocabulary)];
  await context.stdout.write(problems.length === 0 ? '' : renderFileProblems(problems, lang, Math.min(context.stdout.columns, 120)));
  await context.stdout.write(`${problems.length === 0 ? words.lintClean(loaded.pack.rules.length) : words.lintFound(problems.length)}\n`);
  return problems.length === 0 ? 0 : 1;
}

/** `hegui rules test`: runs the tests of a pack; with `mutate`, also whether they notice every change of a rule. */
export async function testRules(raw: RawRulesOptions, lang: Language, context: Context): Promise<number> {
  const words = sentences(lang).command;
  const { pack, vocabulary, source } = await loadPackSource(...folders(raw, context), lang, context);
  const say = (line: string): Promise<void> => context.stdout.write(`${line}\n`);
  let count = 0;
  let failed = 0;
  const mutants = { made: 0, survived: [] as { rule: string; mutation: string }[] };
  for (const rule of pack.rules) {
    const tests = source.tests.find((each) => each.value.area === rule.area)?.value;
    const cases = tests === undefined ? [] : casesOf(rule, tests);
    count += cases.length;
    for (const each of cases) {
      try {
        const { expected, found } = runCase(rule, each, pack, vocabulary);
        if (expected === found) continue;
        await say(words.caseFailed(rule.id, each.name, expected, found));
      } catch (error) {
        if (!(error instanceof InvalidCase)) throw error;
        await say(words.caseFailed(rule.id, each.name, each.expected.verdict, error.message));
      }
      failed += 1;
    }
    if (raw.mutate === true && failed === 0) {
      const result = killers(rule, cases, pack, vocabulary);
      mutants.made += result.made;
      mutants.survived.push(...result.survived.map((mutation) => ({ rule: rule.id, mutation })));
    }
  }
  await say(words.rulesTested(pack.rules.length, count, failed));
  if (raw.mutate === true && failed === 0) {
    for (const { rule, mutation } of mutants.survived) await say(words.survived(rule, mutation));
    await say(words.mutants(mutants.made, mutants.made - mutants.survived.length, mutants.survived.length));
  }
  return failed + mutants.survived.length === 0 ? 0 : 1;
}

/** The pack folder and its shared instruments: those of the built-in pack, or the folder's own alone. */
function folders(raw: RawRulesOptions, { packageRoot }: Context): [string, string | null] {
  if (raw.rules !== undefined) return [raw.rules, null];
  return [`${packageRoot}/rules/chongqing-2020-16`, `${packageRoot}/rules/instruments.yaml`];
}

import type { Expr, Pack, Rule } from '../core/rule.js';
import type { Vocabulary } from '../core/vocabulary.js';
import { mutantsOf, mutations } from '../rules/mutate.js';
import { type Case, runCase } from './cases.js';

/** A rule with its cases. */
export interface Tested {
  readonly rule: Rule;
  readonly cases: readonly Case[];
}

export interface Killed {
  readonly made: number;
  /** What was changed in the mutants that no case tells from the original. */
  readonly survived: readonly string[];
}

/** How many mutants of a rule there are, and which of them no case tells from the rule. */
export function killers({ rule, cases }: Tested, pack: Pack, vocabulary: Vocabulary): Killed {
  const mutants = mutantsOf(rule);
  const survived = mutants.filter((mutant) => survives({ rule: mutant.rule, cases }, pack, vocabulary, pack.conditions));
  return { made: mutants.length, survived: survived.map(({ mutation }) => mutation) };
}

/** The same for a named condition of the pack, which the cases of all rules must pin down. */
export function conditionKillers(name: string, tested: readonly Tested[], pack: Pack, vocabulary: Vocabulary): Killed {
  const expr = pack.conditions[name];
  const mutants = expr === undefined ? [] : mutations(expr);
  const survived = mutants.filter(([changed]) => {
    const conditions = { ...pack.conditions, [name]: changed };
    return tested.every((each) => survives(each, pack, vocabulary, conditions));
  });
  return { made: mutants.length, survived: survived.map(([, mutation]) => mutation) };
}

function survives({ rule, cases }: Tested, pack: Pack, vocabulary: Vocabulary, conditions: Readonly<Record<string, Expr>>): boolean {
  return cases.every((each) => {
    const { expected, found } = runCase(rule, each, pack, vocabulary, conditions);
    return expected === found;
  });
}

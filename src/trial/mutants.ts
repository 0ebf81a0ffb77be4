import type { Expr, Rule } from '../core/rule.js';
import { type Case, runCase, type Trial } from './cases.js';
import { mutantsOf, mutations } from './mutate.js';

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
export function killers({ rule, cases }: Tested, trial: Trial): Killed {
  const mutants = mutantsOf(rule);
  const survived = mutants.filter((mutant) => survives({ rule: mutant.rule, cases }, trial, trial.pack.conditions));
  return { made: mutants.length, survived: survived.map(({ mutation }) => mutation) };
}

/** The same for a named condition of the pack, which the cases of all rules must pin down. */
export function conditionKillers(name: string, tested: readonly Tested[], trial: Trial): Killed {
  const expr = trial.pack.conditions[name];
  const mutants = expr === undefined ? [] : mutations(expr);
  const survived = mutants.filter(([changed]) => {
    const conditions = { ...trial.pack.conditions, [name]: changed };
    return tested.every((each) => survives(each, trial, conditions));
  });
  return { made: mutants.length, survived: survived.map(([, mutation]) => mutation) };
}

function survives({ rule, cases }: Tested, trial: Trial, conditions: Readonly<Record<string, Expr>>): boolean {
  return cases.every((each) => {
    const { expected, found } = runCase(rule, each, trial, conditions);
    return expected === found;
  });
}

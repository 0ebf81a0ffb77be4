import type { Pack, Rule } from '../core/rule.js';
import type { Vocabulary } from '../core/vocabulary.js';
import { mutantsOf } from '../rules/mutate.js';
import { type Case, runCase } from './cases.js';

/** How many mutants of a rule there are, and which of them no case tells from the rule. */
export function killers(rule: Rule, cases: readonly Case[], pack: Pack, vocabulary: Vocabulary): { made: number; survived: string[] } {
  const mutants = mutantsOf(rule);
  const survived = mutants.filter((mutant) =>
    cases.every((each) => {
      const { expected, found } = runCase(mutant.rule, each, pack, vocabulary);
      return expected === found;
    }),
  );
  return { made: mutants.length, survived: survived.map(({ mutation }) => mutation) };
}

import type { AuthoringWords } from './words.js';

/** What is said to who writes rules, in English. */
export const authoring: AuthoringWords = {
  stub: { rule: 'rule', tests: 'tests', pack: 'list of topics', fact: 'fact' },
  written: (place, what) => `Written: ${place} (${what})`,
  next: (rule) =>
    `Fill in what stands empty: hegui rules lint says place by place what is missing, hegui rules test ${rule} runs the tests of this rule alone.`,
  conditionsLeftOut: 'Only some rules are selected, so that the conditions are not mutated; without a selection they are.',
};

import type { Context } from '../core/context.js';
import type { Language } from '../core/text.js';
import { sentences } from '../i18n/translate.js';
import type { UsageProblem } from './usage.js';

/** Says something on standard error. */
export type Note = (problem: UsageProblem) => Promise<void>;

/** Notes that change nothing about the run. */
const QUIET: readonly UsageProblem['code'][] = ['as-of-past', 'law-outdated', 'link-outside', 'link-back', 'link-inside', 'same-file'];

/** Says something on standard error, unless it is to be quiet; failures are said even then. */
export function noteOf(quiet: boolean, lang: Language, context: Context): Note {
  const words = sentences(lang);
  return async (problem) => {
    if (quiet && QUIET.includes(problem.code)) return;
    const say = words.usage[problem.code] as (args: UsageProblem['args']) => string;
    await context.stderr.write(`hegui: ${say(problem.args)}\n`);
  };
}

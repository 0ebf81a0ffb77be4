import type { UsageArgs, UsageCode } from '../i18n/usage/words.js';

interface UsageErrorOf<C extends UsageCode> {
  readonly code: C;
  readonly args: UsageArgs[C];
}

/** Something wrong with a command line or its outputs. */
export type UsageProblem = { [C in UsageCode]: UsageErrorOf<C> }[UsageCode];

/** Makes a usage problem of the given code. */
export function usageProblem<C extends UsageCode>(code: C, args: UsageArgs[C]): UsageProblem {
  const made: UsageErrorOf<C> = { code, args };
  return made as UsageProblem;
}

/** Problems for which a command ends with exit code 2 before it has read anything. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(readonly problems: readonly UsageProblem[]) {
    super(problems.map(({ code }) => code).join(', '));
  }
}

/** Whether an error is a UsageError, be it of this copy of the module or of that in the bundle of the commands. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === 'UsageError';
}

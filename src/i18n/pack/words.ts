import type { PackProblemArgs } from '../../core/problem.js';

/** A sentence for everything that can be wrong with a rule pack. */
export type PackWords = { readonly [C in keyof PackProblemArgs]: (args: PackProblemArgs[C]) => string };

import type { InputProblemArgs } from '../../core/problem.js';

/** A sentence for everything that can be wrong with an input. */
export type InputWords = { readonly [C in keyof InputProblemArgs]: (args: InputProblemArgs[C]) => string };

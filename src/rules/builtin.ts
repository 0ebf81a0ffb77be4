import { createRequire } from 'node:module';
import type { Pack } from '../core/rule.js';
import type { Vocabulary } from '../core/vocabulary.js';

/** The pack and vocabulary that come with hegui, compiled at build. */
export interface Builtin {
  readonly pack: Pack;
  readonly vocabulary: Vocabulary;
}

// Loaded by require, as in schema/generated.ts.
const load = createRequire(import.meta.url);

/** The built-in pack; it stays in a file of its own, so that commands that need none do not read it. */
export function loadBuiltin(): Builtin {
  return load('#generated/builtin.json');
}

import type { Pack } from '../core/rule.js';
import type { Vocabulary } from '../core/vocabulary.js';

/** The pack and vocabulary that come with hegui, compiled at build. */
export interface Builtin {
  readonly pack: Pack;
  readonly vocabulary: Vocabulary;
}

/** Loads the built-in pack; it stays in a file of its own, so that commands that need none do not read it. */
export async function loadBuiltin(): Promise<Builtin> {
  return (await import('#generated/builtin.cjs')).default;
}

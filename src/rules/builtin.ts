import { createRequire } from 'node:module';
import type { Pack } from '../core/rule.js';
import type { Vocabulary } from '../core/vocabulary.js';
import type { Words } from '../core/words.js';
import type { Layer } from './layer.js';

/** The packs and vocabulary that come with hegui, compiled at build: what is judged with. */
export interface BuiltinEngine {
  readonly pack: Pack;
  readonly vocabulary: Vocabulary;
}

/** The same packs one by one, for others to extend. */
export type Bases = readonly Layer[];

/** Folders below `rules/` of the packs that come with hegui, each after what it extends. */
export const BUILTIN_FOLDERS = ['china', 'chongqing-2020-16'] as const;

// Loaded by require, as in schema/generated.ts.
const load = createRequire(import.meta.url);

/** The built-in packs, joined; they stay in a file of their own, so that commands that need none do not read it. */
export function loadEngine(): BuiltinEngine {
  return load('#generated/engine.json');
}

/** What is said of the built-in rules and facts, for where it is shown. */
export function loadWords(): Words {
  return load('#generated/words.json');
}

/** The built-in packs one by one. */
export function loadBases(): Bases {
  return load('#generated/bases.json');
}

import type { Pack } from '../core/rule.js';
import type { Vocabulary } from '../core/vocabulary.js';
import type { Words } from '../core/words.js';
import { loadGenerated, readGenerated } from '../io/host.js';
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

/** Folder below `rules/` of the facts that come with hegui. */
export const BUILTIN_FACTS = 'facts';

/** The built-in packs, joined; they stay in a file of their own, so that commands that need none do not read it. */
export function loadEngine(): BuiltinEngine {
  return readGenerated('#generated/engine.json') as BuiltinEngine;
}

/** What is said of the built-in rules and facts, for where it is shown. */
export function loadWords(): Words {
  return loadGenerated('#generated/words.json') as Words;
}

/** The built-in packs one by one. */
export function loadBases(): Bases {
  return loadGenerated('#generated/bases.json') as Bases;
}

import type { Bearer } from './rule.js';
import type { Text } from './text.js';

/** How far rules answer for a phrase: wholly, in part, only by asking a person, not at all, or not yet. */
export type PhraseStatus = 'automated' | 'partial' | 'manual' | 'none' | 'pending';
export const PHRASE_STATUSES: readonly PhraseStatus[] = ['automated', 'partial', 'manual', 'none', 'pending'];

/** Words of the opinion that could bind someone, and what rests on them. */
export interface Phrase {
  readonly phrase: string;
  readonly bearer: Bearer;
  readonly status: PhraseStatus;
  /** Why no rule stands there, or what the rules leave out. */
  readonly reason: Text | null;
  /** Every rule of these areas rests on the phrase. */
  readonly areas: readonly string[];
  /** Full ids of rules that rest on it. */
  readonly rules: readonly string[];
}

export interface Clause {
  /** `一` or `三(五)` */
  readonly id: string;
  readonly title: Text;
  readonly phrases: readonly Phrase[];
}

/** The clauses of an opinion in their order, with all their phrases. */
export interface Ledger {
  /** Every rule of the pack, inherited ones included, must rest on a phrase. */
  readonly complete: boolean;
  readonly clauses: readonly Clause[];
}

import type { Ledger } from '../core/ledger.js';
import type { Area, Expr, Instrument, Pack, PackHead, Rule, Severity } from '../core/rule.js';
import type { FactType, Vocabulary } from '../core/vocabulary.js';
import { extendVocabulary } from '../vocabulary/vocabulary.js';
import { groundsOf } from './ledger.js';

/** One compiled pack, without what it extends. */
export interface Layer {
  readonly head: PackHead;
  readonly extends: string | null;
  /** These two are null where the pack leaves them to what it extends. */
  readonly maxAgeMonths: number | null;
  readonly weights: Readonly<Record<Severity, number>> | null;
  readonly areas: readonly Area[];
  readonly conditions: Readonly<Record<string, Expr>>;
  readonly instruments: Readonly<Record<string, Instrument>>;
  /** Without their grounds, which may stand in the ledger of a pack that extends this one. */
  readonly rules: readonly Rule[];
  readonly ledger: Ledger | null;
  /** Its own facts by their section, of which there is one at most. */
  readonly facts: Readonly<Record<string, FactType>>;
  /** Where its names stand, as `file:line:column`; see names.ts. */
  readonly places: Readonly<Record<string, string>>;
}

/** A pack by its id, with all that it extends: bases come before what extends them. */
export function chainOf(id: string, layers: readonly Layer[]): Layer[] {
  const chain: Layer[] = [];
  for (let next = layers.find(({ head }) => head.id === id); next !== undefined; ) {
    chain.unshift(next);
    const base = next.extends;
    next = layers.find(({ head }) => head.id === base);
  }
  return chain;
}

/** Joins compiled packs, which define no name twice and stand after what they extend, into one by which profiles are judged. */
export function join(layers: readonly Layer[]): Pack {
  const weights = layers.find((each) => each.weights !== null)?.weights;
  const ledgers = layers.flatMap(({ ledger }) => ledger ?? []);
  if (!weights) throw new Error('no pack states weights');
  return {
    packs: layers.map(({ head }) => head),
    maxAgeMonths: Math.min(...tops(layers).map(({ head }) => maxAgeOf(chainOf(head.id, layers)))),
    weights,
    areas: layers.flatMap(({ areas }) => areas),
    conditions: Object.assign({}, ...layers.map(({ conditions }) => conditions)),
    instruments: Object.assign({}, ...layers.map(({ instruments }) => instruments)),
    rules: layers.flatMap(({ rules }) => rules).map((rule) => ({ ...rule, grounds: ledgers.flatMap((ledger) => groundsOf(ledger, rule)) })),
  };
}

/** The packs that no other one extends; the strictest of them says how old a declaration may be. */
function tops(layers: readonly Layer[]): Layer[] {
  return layers.filter(({ head }) => !layers.some((each) => each.extends === head.id));
}

function maxAgeOf(chain: readonly Layer[]): number {
  return chain.findLast((each) => each.maxAgeMonths !== null)?.maxAgeMonths ?? Number.POSITIVE_INFINITY;
}

/** The vocabulary with the packs' own facts. */
export function vocabularyOf(vocabulary: Vocabulary, layers: readonly Pick<Layer, 'facts'>[]): Vocabulary {
  return extendVocabulary(vocabulary, Object.assign({}, ...layers.map(({ facts }) => facts)));
}

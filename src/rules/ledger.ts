import type { FromSchema } from 'json-schema-to-ts';
import type { Clause, Ledger, Phrase } from '../core/ledger.js';
import type { Ground, Rule } from '../core/rule.js';
import type { ledgerSchema } from '../schema/schemas/ledger.js';

/** `clauses.yaml` as its schema admits it. */
export type RawLedger = FromSchema<typeof ledgerSchema>;
export type RawClause = RawLedger['clauses'][number];
export type RawPhrase = RawClause['phrases'][number];

/** What tells whether a rule rests on a phrase. */
export type Claim = Pick<Rule, 'id' | 'area'>;

/** The ledger as it is read, with what it leaves out. */
export function ledgerOf(raw: RawLedger): Ledger {
  return { complete: raw.complete ?? false, clauses: raw.clauses.map(clauseOf) };
}

function clauseOf({ id, title, phrases }: RawClause): Clause {
  return { id, title, phrases: phrases.map(phraseOf) };
}

/** A phrase as it is read, with what it leaves out. */
export function phraseOf({ phrase, bearer, status, reason, areas, rules }: RawPhrase): Phrase {
  return { phrase, bearer, status, reason: reason ?? null, areas: areas ?? [], rules: rules ?? [] };
}

/** The phrases on which a rule rests: those that name its id, then those that name only its area, each in the order of the ledger. */
export function groundsOf(ledger: Ledger, { id, area }: Claim): Ground[] {
  const byId: Ground[] = [];
  const byArea: Ground[] = [];
  for (const clause of ledger.clauses) {
    for (const phrase of clause.phrases) {
      if (phrase.rules.includes(id)) byId.push(groundIn(clause, phrase));
      else if (phrase.areas.includes(area)) byArea.push(groundIn(clause, phrase));
    }
  }
  return [...byId, ...byArea];
}

function groundIn({ id }: Clause, { phrase, bearer }: Phrase): Ground {
  return bearer === 'platform' ? { clause: id, phrase } : { clause: id, phrase, bearer };
}

/** The rules that rest on a phrase, in the order given. */
export function rulesOn<R extends Claim>(phrase: Phrase, rules: readonly R[]): R[] {
  return rules.filter(({ id, area }) => phrase.rules.includes(id) || phrase.areas.includes(area));
}

import { WHOLE_FILE } from '../../src/core/problem.js';
import type { Facts, Json } from '../../src/core/profile.js';
import type { FactKind, FactType, Vocabulary } from '../../src/core/vocabulary.js';
import { normalise } from '../../src/vocabulary/normalise.js';
import { NO_TRAITS } from '../../src/vocabulary/vocabulary.js';

/** The day on which tests judge unless they say another. */
export const AS_OF = '2026-11-23';

/** A fact type of a test vocabulary. */
export function fact(kind: FactKind, extra: Partial<FactType> = {}): FactType {
  return { ...NO_TRAITS, kind, ...extra };
}

/** An object, whose title and reason nobody needs. */
export function object(properties: Readonly<Record<string, FactType>>): FactType {
  return fact('object', { properties });
}

/** A list of objects with the key `name`. */
export function list(properties: Readonly<Record<string, FactType>>): FactType {
  return fact('list', { key: 'name', properties: { name: fact('string'), ...properties } });
}

/** A choice or checklist with these members. */
export function members(kind: 'choice' | 'checklist', ...names: readonly string[]): FactType {
  return fact(kind, { members: Object.fromEntries(names.map((name) => [name, { since: 1 }])) });
}

export function vocabularyOf(sections: Readonly<Record<string, FactType>>): Vocabulary {
  return { version: 1, digest: 'sha256:test', root: object(sections) };
}

/** One fact of every kind, objects in objects and lists in lists. */
export const VOCABULARY = vocabularyOf({
  shop: object({
    open: fact('boolean'),
    big: fact('boolean'),
    users: fact('integer', { minimum: 0 }),
    ratio: fact('number'),
    keep_days: fact('integer', { minimum: 0, permanent: true }),
    tier: members('choice', 'small', 'medium', 'large'),
    nickname: fact('string'),
    founded: fact('date', { tense: 'past' }),
    renewal: fact('date', { tense: 'due' }),
    sells: members('checklist', 'goods', 'services', 'food'),
    deep: object({ a: fact('boolean'), b: fact('boolean') }),
  }),
  apps: list({
    live: fact('boolean'),
    stars: fact('integer'),
    price: fact('number'),
    tier: members('choice', 'small', 'medium', 'large'),
    collects: members('checklist', 'phone', 'place'),
    updated: fact('date', { tense: 'past' }),
    screens: list({ dark: fact('boolean'), size: fact('integer') }),
  }),
});

/** The facts of a profile, as a run would read them. */
export function factsFrom(profile: Json, vocabulary: Vocabulary = VOCABULARY, asOf: string = AS_OF): Facts {
  const { facts, problems } = normalise(profile, vocabulary, asOf, 12, (pointer) => ({ ...WHOLE_FILE, pointer }));
  if (problems.length > 0) throw new Error(`the profile of the test is not well made: ${JSON.stringify(problems)}`);
  return facts;
}

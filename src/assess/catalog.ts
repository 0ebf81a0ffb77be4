import type { Instrument, Liability, Pack, Rule } from '../core/rule.js';
import type { Catalog, CatalogRule, CheckOptions, Header, Shard } from '../core/run.js';
import type { Language, Text } from '../core/text.js';
import { factsOf, type Member, type Vocabulary } from '../core/vocabulary.js';

/** What a run is made with. */
export interface RunBasis {
  readonly pack: Pack;
  readonly vocabulary: Vocabulary;
  readonly asOf: string;
  readonly options: CheckOptions;
}

/** The header of a run over the given rules, by this version of hegui. */
export function headerOf(basis: RunBasis, rules: readonly Rule[], lang: Language, version: string, shard: Shard | null): Header {
  const { pack, vocabulary, options, asOf } = basis;
  return {
    schemaVersion: 1,
    tool: { name: 'hegui', version },
    asOf,
    lang,
    packs: pack.packs.map(({ id, version, digest, knownUntil }) => ({
      id,
      version,
      digest,
      ...(knownUntil === null ? {} : { knownUntil }),
    })),
    vocabulary: { version: vocabulary.version, digest: vocabulary.digest },
    options,
    partial: options.areas.length + options.rules.length + options.duties.length > 0,
    ...(shard === null ? {} : { shard }),
    catalog: catalogOf(rules, pack, vocabulary),
  };
}

/** The words of some rules of a pack, of the laws they cite and of all facts, each once and in both languages. */
export function catalogOf(rules: readonly Rule[], pack: Pack, vocabulary: Vocabulary): Catalog {
  const cited = new Set(rules.flatMap((rule) => [...rule.basis, ...rule.liability].map((each) => each.instrument)));
  const instruments = Object.values(pack.instruments).filter(({ id }) => cited.has(id));
  const facts = factsOf(vocabulary).map(({ path, type: { kind, title, why, unit, key, permanent, members } }) => {
    return [path, { kind, title, why, unit, key, permanent, members: titlesOf(members) }] as const;
  });
  return {
    areas: Object.fromEntries(pack.areas.map(({ id, title }) => [id, title])),
    rules: Object.fromEntries(rules.map((rule) => [rule.id, wordsOf(rule)])),
    facts: Object.fromEntries(facts),
    instruments: Object.fromEntries(instruments.map((each) => [each.id, nameOf(each)])),
  };
}

function wordsOf(rule: Rule): CatalogRule {
  const { area, title, kind, duty, severity, grounds, basis, params, ask, remedy } = rule;
  const liability = rule.liability.map(({ when: _, ...each }: Liability) => each);
  return { area, title, kind, duty, severity, grounds, basis, liability, params, gaps: rule.parts.map((part) => part.gap), ask, remedy };
}

function titlesOf(members: Readonly<Record<string, Member>>): Record<string, Text> {
  return Object.fromEntries(Object.entries(members).map(([id, { title }]) => [id, title]));
}

function nameOf({ name, number, issuer, officialSource }: Instrument): Pick<Instrument, 'name' | 'number' | 'issuer' | 'officialSource'> {
  return { name, number, issuer, officialSource };
}

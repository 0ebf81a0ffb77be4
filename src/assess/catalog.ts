import type { Instrument, Liability, Pack, Rule } from '../core/rule.js';
import type { Catalog, CatalogRule, CheckOptions, Header, Inputs, Shard } from '../core/run.js';
import type { Language } from '../core/text.js';
import type { Vocabulary } from '../core/vocabulary.js';
import type { RuleWords, Words } from '../core/words.js';

/** What a run is made with. */
export interface RunBasis {
  readonly pack: Pack;
  readonly vocabulary: Vocabulary;
  readonly asOf: string;
  readonly options: CheckOptions;
}

/** In which language, by which version of hegui and over which inputs a run is made. */
export interface RunCircumstances {
  readonly lang: Language;
  readonly version: string;
  readonly shard: Shard | null;
  readonly inputs: Inputs | null;
}

/** The header of a run. */
export function headerOf(
  { pack, vocabulary, options, asOf }: RunBasis,
  catalog: Catalog,
  { lang, version, shard, inputs }: RunCircumstances,
): Header {
  return {
    schemaVersion: 2,
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
    shard,
    inputs,
    catalog,
  };
}

/** What reports say of some rules of a pack, of the laws they cite and of all facts, each once and in both languages. */
export function catalogOf(rules: readonly Rule[], pack: Pack, words: Words): Catalog {
  const cited = new Set(rules.flatMap((rule) => [...rule.basis, ...rule.liability].map((each) => each.instrument)));
  const instruments = Object.values(pack.instruments).filter(({ id }) => cited.has(id));
  return {
    areas: Object.fromEntries(pack.areas.map(({ id, title }) => [id, title])),
    weights: pack.weights,
    rules: Object.fromEntries(rules.map((rule) => [rule.id, catalogRule(rule, words.rules[rule.id])])),
    facts: words.facts,
    instruments: Object.fromEntries(instruments.map((each) => [each.id, nameOf(each)])),
  };
}

function catalogRule(rule: Rule, words: RuleWords | undefined): CatalogRule {
  if (words === undefined) throw new Error(`no words for rule ${rule.id}`);
  const { area, kind, duty, severity, grounds, basis, params } = rule;
  const { title, gaps, ask, remedy } = words;
  const liability = rule.liability.map(({ when: _, ...each }: Liability) => each);
  return { area, title, kind, duty, severity, grounds, basis, liability, params, gaps, ask, remedy };
}

function nameOf({ name, number, issuer, officialSource }: Instrument): Pick<Instrument, 'name' | 'number' | 'issuer' | 'officialSource'> {
  return { name, number, issuer, officialSource };
}

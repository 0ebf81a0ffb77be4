import type { FromSchema } from 'json-schema-to-ts';
import type { Instrument } from '../core/rule.js';
import type { Parsed } from '../load/parsed.js';
import type { instrumentsSchema, packSchema, rulesSchema, testsSchema } from '../schema/schemas/rule.js';
import type { FactsFile } from '../vocabulary/vocabulary.js';
import type { RawLedger } from './ledger.js';

/** A file of a pack: parsed, and once valid typed as `T`. */
export interface SourceFile<T> {
  readonly file: string;
  readonly digest: string;
  readonly parsed: Parsed;
  readonly value: T;
}

/** The manifest of a pack. Without `extends`, it states everything but its conditions. */
export type RawPack = FromSchema<typeof packSchema>;
export type RawInstrument = FromSchema<typeof instrumentsSchema>['instruments'][number];
/** What a file of rules holds. */
export type RawRules = FromSchema<typeof rulesSchema, { parseIfThenElseKeywords: true }>;
export type RawRule = RawRules['rules'][number];
export type RawBasis = RawRule['basis'][number];
export type RawLiability = NonNullable<RawRule['liability']>[number];
export type RawPart = Extract<RawRule['require'], readonly unknown[]>[number];
/** What a file of tests holds. */
export type RawTests = FromSchema<typeof testsSchema>;
/** One patch of a rule test and the verdict it must give. */
export type RawCase = RawTests['tests'][string][number];

/** A file of rules with the tests beside it. */
export interface Topic {
  readonly area: string;
  readonly id: string;
  readonly rules: SourceFile<RawRules>;
  readonly tests: SourceFile<RawTests> | null;
}

/** Everything that belongs to one pack, read and valid by its schemas. */
export interface PackSource {
  readonly folder: string;
  readonly manifest: SourceFile<RawPack>;
  readonly instruments: SourceFile<{ instruments: RawInstrument[] }> | null;
  readonly ledger: SourceFile<RawLedger> | null;
  readonly facts: SourceFile<FactsFile> | null;
  readonly topics: readonly Topic[];
}

/** The tests that stand beside a rule, by its full id. */
export function testsOf(sources: readonly PackSource[]): ReadonlyMap<string, RawTests> {
  const tests = new Map<string, RawTests>();
  for (const topic of sources.flatMap((source) => source.topics)) {
    for (const { id } of topic.rules.value.rules) if (topic.tests !== null) tests.set(`${topic.area}/${id}`, topic.tests.value);
  }
  return tests;
}

/** The place of something in a file, as people and editors write it. */
export function placeText(file: SourceFile<unknown>, pointer: string, aspect: 'key' | 'value' = 'value'): string {
  const { line, column } = file.parsed.place(pointer, aspect);
  return `${file.file}:${line}:${column}`;
}

/** What is wrong with the shape of a rule: it either requires something, each part with a text for its gap, or asks. */
export function shapeProblem(raw: RawRule): 'none' | 'both' | 'no-gap' | 'stray-gap' | null {
  if (raw.require !== undefined && raw.ask !== undefined) return 'both';
  if (raw.require === undefined && raw.ask === undefined) return 'none';
  const needsGap = raw.require !== undefined && !Array.isArray(raw.require);
  if (needsGap && raw.gap === undefined) return 'no-gap';
  return !needsGap && raw.gap !== undefined ? 'stray-gap' : null;
}

/** An instrument as rules cite it. */
export function instrumentOf(raw: RawInstrument): Instrument {
  return {
    id: raw.id,
    name: raw.name,
    number: raw.number ?? null,
    issuer: raw.issuer,
    from: raw.from,
    until: raw.until ?? null,
    scope: raw.scope,
    lastArticle: raw.last_article ?? null,
    officialSource: raw.official_source,
  };
}

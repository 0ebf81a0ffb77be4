import type { Json } from '../core/profile.js';
import type { Duty, Instrument, RuleKind, Severity } from '../core/rule.js';
import type { Text } from '../core/text.js';
import type { Parsed } from '../load/parsed.js';
import type { FactsFile } from '../vocabulary/vocabulary.js';
import type { RawLedger } from './ledger.js';

/** A file of a pack: parsed, and once valid typed as `T`. */
export interface SourceFile<T> {
  readonly file: string;
  readonly digest: string;
  readonly parsed: Parsed;
  readonly value: T;
}

export interface RawArea {
  id: string;
  title: Text;
  topics: string[];
}

/** Without `extends`, a pack states everything but its conditions. */
export interface RawPack {
  id: string;
  version: string;
  title?: Text;
  extends?: string;
  vocabulary?: number;
  known_until?: string;
  max_age_months?: number;
  weights?: Record<Severity, number>;
  areas?: RawArea[];
  conditions?: Record<string, string | boolean>;
}

export interface RawInstrument {
  id: string;
  name: Text;
  number?: string;
  issuer: Text;
  from: string;
  until?: string;
  scope: string;
  last_article?: number | string;
  official_source: string;
}

export interface RawBasis {
  instrument: string;
  article: string;
  source: 'text' | 'secondary';
  from?: string;
  until?: string;
}

export interface RawLiability {
  instrument: string;
  article: string;
  up_to_cny?: number;
  up_to_times_gains?: number;
  up_to_percent_turnover?: number;
  order_first?: boolean;
  from?: string;
  until?: string;
  when?: string | boolean;
}

export interface RawPart {
  when?: string | boolean;
  that: string | boolean;
  gap: Text;
}

export interface RawRule {
  id: string;
  title: Text;
  kind: RuleKind;
  duty: Duty;
  severity: Severity;
  basis: RawBasis[];
  liability?: RawLiability[];
  params?: Record<string, number | string>;
  when?: string | boolean;
  each?: { in: string; as: string };
  require?: string | boolean | RawPart[];
  gap?: Text;
  ask?: Text;
  remedy: Text;
  replaces?: string;
}

export interface RawRules {
  rules: RawRule[];
}

/** One patch of a rule test and the verdict it must give. */
export interface RawCase {
  name?: string;
  as_of?: string;
  set?: Record<string, Json>;
  each_member_of?: string;
  verdict: 'pass' | 'gap' | 'unknown' | 'manual' | 'not-applicable' | 'not-in-force';
  reason?: string;
  missing?: string[];
  failing?: number[];
  duty?: Duty;
}

export interface RawTests {
  as_of: string;
  base: Record<string, Json>;
  tests: Record<string, RawCase[]>;
}

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

import type { Finding, Verdict } from './finding.js';
import type { Problem } from './problem.js';
import type { Envelope } from './profile.js';
import type { Duty, Instrument, Liability, Rule, Severity } from './rule.js';
import type { Language, Text } from './text.js';
import type { FactWords, RuleWords } from './words.js';

export type Status = 'judged' | 'invalid' | 'unreadable' | 'too-costly' | 'internal-error';

/** Options that can change a record or a gate; they stand in the run's header. */
export interface CheckOptions {
  readonly horizonDays: number;
  readonly areas: readonly string[];
  readonly rules: readonly string[];
  readonly duties: readonly Duty[];
  readonly failOn: readonly Verdict[];
  readonly failDuty: Duty;
  readonly minCompliance: number | null;
  readonly minCoverage: number | null;
  readonly onInvalid: 'fail' | 'count';
  readonly encoding: 'gb18030' | 'utf-16' | null;
  /** Declared values and names are left out; absent where they are not. */
  readonly redact?: true;
}

export type Counts = Readonly<Record<Verdict, number>>;

export interface Weights {
  readonly passed: number;
  readonly decided: number;
  readonly applicable: number;
}

/** Verdicts and weights of a group of rules. Compliance and coverage are percentages, null where nothing is decided or applicable. */
export interface Score {
  readonly weights: Weights;
  readonly compliance: number | null;
  readonly coverage: number | null;
  readonly counts: Counts;
}

export type GateReason =
  | { readonly code: 'verdicts'; readonly verdict: Verdict; readonly duty: Duty; readonly count: number }
  | { readonly code: 'min-compliance' | 'min-coverage'; readonly required: number; readonly actual: number | null }
  | { readonly code: 'invalid' | 'unreadable' | 'too-costly' | 'internal-error' }
  | { readonly code: 'profiles'; readonly failed: number; readonly total: number }
  | NotWhole;

/**
 * Why a run is not whole: it was cut off, so that of its inputs (null: nobody knows how many) only some were judged,
 * or it was merged without some of its shards.
 */
export type NotWhole =
  | { readonly code: 'cut-off'; readonly judged: number; readonly inputs: number | null }
  | { readonly code: 'shards-missing'; readonly missing: readonly number[]; readonly of: number };

/** The decision behind the exit code. */
export interface Gate {
  readonly passed: boolean;
  readonly reasons: readonly GateReason[];
}

/** A fact that open rules wait for. */
export interface Question {
  readonly path: string;
  /** Sum over the open rules of weight ÷ number of their missing facts. */
  readonly value: number;
  /** How many rules wait for this fact alone. */
  readonly alone: number;
  readonly rules: readonly string[];
}

/** A rule judged with the law of the day on which it comes into force. */
export interface Upcoming {
  readonly rule: string;
  readonly from: string;
  readonly verdict: Verdict;
}

/** How an input names itself: by `id`, by credit code and platform name, or only by its path. */
export type IdentityKind = 'id' | 'operator' | 'path';

/** One input judged, or the reason why it could not be, as it stands in a saved run. */
export interface ProfileRecord {
  readonly record: 'profile';
  readonly path: string;
  /** Identity of the profile, and what it is taken from. */
  readonly id: string;
  readonly idFrom: IdentityKind;
  readonly digest: string | null;
  readonly factsDigest: string | null;
  readonly status: Status;
  readonly operator: Envelope['operator'];
  readonly platform: Envelope['platform'];
  readonly declaration: Envelope['declared'];
  readonly problems: readonly Problem[];
  readonly gate: Gate;
  /** These four are null where the input could not be judged. */
  readonly weights: Weights | null;
  readonly compliance: number | null;
  readonly coverage: number | null;
  readonly counts: Counts | null;
  readonly encouraged: Counts | null;
  readonly areas: Readonly<Record<string, Score>>;
  /** Instruments, and conditions of liabilities as their rules write them, that do not reach this profile. */
  readonly outOfScope: readonly string[];
  readonly findings: readonly Finding[];
  readonly upcoming: readonly Upcoming[];
}

/** What a report says of a provision on liability. */
export type CatalogLiability = Omit<Liability, 'when'>;

/** What a report says of a rule. */
export interface CatalogRule extends RuleWords, Pick<Rule, 'area' | 'kind' | 'duty' | 'severity' | 'grounds' | 'basis' | 'params'> {
  readonly liability: readonly CatalogLiability[];
}

/** The words of a run in both languages: all that a report says beyond what the records hold. */
export interface Catalog {
  readonly areas: Readonly<Record<string, Text>>;
  /** What a rule of a severity weighs. */
  readonly weights: Readonly<Record<Severity, number>>;
  /** The rules that were judged or are upcoming, by id, in the order in which they are judged. */
  readonly rules: Readonly<Record<string, CatalogRule>>;
  readonly facts: Readonly<Record<string, FactWords>>;
  readonly instruments: Readonly<Record<string, Pick<Instrument, 'name' | 'number' | 'issuer' | 'officialSource'>>>;
}

/** Which of several parts into which the inputs of a run are divided by their paths; counted from 1. */
export interface ShardChoice {
  readonly index: number;
  readonly of: number;
}

/** A shard with the number of its inputs. */
export interface Shard extends ShardChoice {
  readonly count: number;
}

/** Something that was found among the inputs and is not judged. */
export interface PassedOver {
  readonly path: string;
  readonly reason: 'link-outside' | 'link-back' | 'link-inside' | 'same-file';
}

/** All inputs of a run, those of all its shards. */
export interface Inputs {
  readonly count: number;
  /** Over the size and path of each; null where runs over different inputs were merged. */
  readonly digest: string | null;
  readonly passedOver: readonly PassedOver[];
}

/** A pack by which a run judges. */
export interface RunPack {
  readonly id: string;
  readonly version: string;
  readonly digest: string;
  /** To what day the law was looked at; absent where the pack does not say. */
  readonly knownUntil?: string;
}

/** What was asked, by which law, on which date. */
export interface Header {
  readonly schemaVersion: 2;
  readonly tool: { readonly name: 'hegui'; readonly version: string };
  readonly asOf: string;
  readonly lang: Language;
  readonly packs: readonly RunPack[];
  readonly vocabulary: { readonly version: number; readonly digest: string };
  readonly options: CheckOptions;
  readonly partial: boolean;
  /** Null where the run covers all inputs. */
  readonly shard: Shard | null;
  /** Of a run merged from fewer than all its shards: how many there are, and those it goes without. */
  readonly shards?: number;
  readonly missingShards?: readonly number[];
  /** Null for records that arrive on a stream. */
  readonly inputs: Inputs | null;
  readonly catalog: Catalog;
}

/** An identity that several inputs claim. */
export interface Duplicate {
  readonly identity: string;
  readonly paths: readonly string[];
}

export interface Summary {
  readonly exitCode: number;
  /** How many records stand before it. */
  readonly count: number;
  readonly gate: Gate;
  readonly statuses: Readonly<Record<Status, number>>;
  /** They change no record and no gate. */
  readonly duplicates: readonly Duplicate[];
  /** Folders and globs that yielded nothing. */
  readonly emptySources: readonly string[];
}

/** A whole run, in the order of its inputs. */
export interface Run {
  readonly header: Header;
  readonly profiles: readonly ProfileRecord[];
  readonly summary: Summary;
}

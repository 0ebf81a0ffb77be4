import type { Json } from './profile.js';
import type { Duty } from './rule.js';

export type Truth = 'true' | 'false' | 'unknown';

export type Verdict = 'pass' | 'gap' | 'unknown' | 'manual' | 'not-applicable';
/** From the worst to the best: the verdict of a rule judged per item is the first that occurs. */
export const VERDICTS: readonly Verdict[] = ['gap', 'unknown', 'manual', 'pass', 'not-applicable'];

export type Reason = 'applicability' | 'requirement' | 'condition' | 'no-parts' | 'no-items';
export type Standing = 'open' | 'waived' | 'known';
export type Assurance = 'declared' | 'evidenced' | 'attested';

/** Where in a profile something stands. Lines and columns count from 1; a column counts UTF-16 code units. */
export interface Place {
  readonly pointer: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly source: string | null;
}

/** A declared fact on which a verdict rests; where it stands is said for the facts of a gap. */
export interface DeclaredFact extends Partial<Place> {
  readonly pointer: string;
  readonly value: Json;
}

/** A value that a gap text shows: a declared value, or members of a checklist. */
export type GapArg = { readonly path: string; readonly value: Json } | { readonly path: string; readonly members: readonly string[] };

/** A part of a rule that a profile fails, by its number from 0. */
export interface FailingPart {
  readonly part: number;
  readonly args: Readonly<Record<string, GapArg>>;
}

/** A rule judged on a profile, or on one item of it. */
export interface Finding {
  readonly rule: string;
  readonly item: string | null;
  readonly verdict: Verdict;
  readonly reason: Reason | null;
  readonly duty: Duty;
  /** Indices of the bases in force whose scope is not false. */
  readonly basis: readonly number[];
  /** Indices of the provisions on liability whose scope is not false. */
  readonly liability: readonly number[];
  readonly standing: Standing;
  readonly assurance: Assurance | null;
  /** Line and column are known for gaps and unknowns, the text of the line for gaps. */
  readonly at: Place;
  readonly facts: readonly DeclaredFact[];
  /** How many further facts the verdict rests on beyond those listed. */
  readonly moreFacts: number;
  readonly missing: readonly string[];
  readonly parts: readonly FailingPart[];
}

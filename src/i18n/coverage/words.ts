import type { PhraseStatus } from '../../core/ledger.js';
import type { Bearer } from '../../core/rule.js';

/** How many phrases have what each of a few words says. */
export interface CoverageCounts {
  readonly clauses: number;
  readonly phrases: number;
  readonly bearers: string;
  readonly statuses: string;
}

/** Words of `hegui coverage` and of the bearers wherever they are shown. */
export interface CoverageWords {
  readonly bearer: Readonly<Record<Bearer, string>>;
  /** Stands behind a phrase that binds no platform. */
  readonly bears: Readonly<Record<Exclude<Bearer, 'platform'>, string>>;
  readonly status: Readonly<Record<PhraseStatus, string>>;
  readonly title: string;
  readonly pack: (id: string, version: string) => string;
  readonly counts: (counts: CoverageCounts) => string;
  readonly counted: (word: string, count: number) => string;
  readonly columns: Readonly<Record<'clause' | 'phrase' | 'bearer' | 'status' | 'count' | 'rules' | 'reason', string>>;
  readonly run: (path: string, profiles: number) => string;
  readonly runNotWhole: string;
  readonly verdicts: (counts: string) => string;
  readonly notJudged: string;
  readonly allGrounded: (rules: number) => string;
  readonly ungrounded: (count: number, rules: number) => string;
  readonly foreign: (count: number) => string;
  readonly textComplete: (path: string, phrases: number) => string;
  readonly textMissing: (path: string, missing: number, phrases: number) => string;
  readonly textHint: string;
}

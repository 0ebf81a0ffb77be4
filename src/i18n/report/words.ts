import type { Verdict } from '../../core/finding.js';

export interface ReportWords {
  readonly title: string;
  readonly partial: string;
  readonly redacted: string;
  readonly disclaimer: string;
  readonly profile: string;
  readonly declared: (date: string, by: string | null) => string;
  readonly undeclaredDate: string;
  readonly pack: (id: string, version: string, digest: string) => string;
  /** To what day a pack knows the law; `outdated`: that is long before the as-of date. */
  readonly known: (pack: string, date: string, outdated: boolean) => string;
  readonly asOf: (date: string) => string;
  readonly headings: Readonly<Record<'who' | 'declaration' | 'pack' | 'known' | 'asOf' | 'file', string>>;
  readonly areas: string;
  readonly area: string;
  /** Verdicts as heads of narrow columns. */
  readonly columns: Readonly<Record<Verdict, string>>;
  readonly total: string;
  readonly compliance: string;
  readonly coverage: string;
  readonly besides: (manual: number, notApplicable: number) => string;
  readonly encouraged: (counts: string) => string;
  readonly gaps: (count: number) => string;
  readonly noGaps: string;
  readonly encouragedGaps: (count: number) => string;
  readonly place: string;
  readonly moreFacts: (count: number) => string;
  readonly law: string;
  readonly cost: string;
  readonly remedy: string;
  readonly loweredDuty: string;
  readonly questions: (count: number) => string;
  readonly questionWaits: (count: number, rules: number) => string;
  readonly manual: (count: number) => string;
  readonly upcoming: (count: number, days: number) => string;
  readonly upcomingFrom: (date: string) => string;
  readonly passes: (count: number) => string;
  readonly prohibitionPasses: (count: number) => string;
  readonly notApplicable: (count: number) => string;
  readonly hidden: (what: string) => string;
  readonly more: (count: number) => string;
  readonly gatePassed: string;
  readonly gateFailed: string;
  readonly problems: (count: number) => string;
  readonly warnings: (count: number) => string;
  readonly batch: (total: number, passed: number) => string;
  readonly duplicates: (count: number) => string;
  readonly shard: (index: number, of: number) => string;
  /** Beside the title of a run that is not whole. */
  readonly notWhole: string;
  readonly worstFirst: string;
  readonly moreProfiles: (count: number) => string;
  readonly notJudged: (count: number) => string;
  readonly distribution: string;
  readonly rulesMissed: string;
  readonly factsUndeclared: string;
  readonly inProfiles: (count: number) => string;
  readonly progress: (done: number, of: number | null, perSecond: number, secondsLeft: number | null) => string;
}

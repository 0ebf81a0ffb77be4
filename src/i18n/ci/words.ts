export interface CiWords {
  /** What something is about, and what is said of it. */
  readonly of: (what: string, said: string) => string;
  readonly fact: (title: string, path: string) => string;
  readonly sentenceSeparator: string;
  readonly noSign: string;
  readonly gate: string;
  readonly inputs: string;
  readonly readable: string;
  readonly emptySource: (path: string) => string;
  readonly restsOnToo: string;
  readonly standing: Readonly<Record<'waived' | 'known', string>>;
  readonly resultsLeftOut: (left: number, kept: number) => string;
  readonly problemsLeftOut: (left: number, kept: number) => string;
  readonly annotations: (counts: string, shown: number, total: number) => string;
  readonly levels: Readonly<Record<'error' | 'warning' | 'notice', string>>;
  readonly why: (reasons: string) => string;
  readonly numbers: (compliance: string, coverage: string) => string;
  readonly rule: string;
  readonly id: string;
  readonly status: string;
  readonly profilesWith: string;
  readonly mostMissed: (count: number) => string;
  readonly notJudged: (count: number) => string;
  readonly worstFirst: (count: number) => string;
  readonly cut: (what: string) => string;
  readonly entries: (title: string, count: number) => string;
}

export interface CommandWords {
  readonly description: string;
  readonly usage: string;
  readonly options: string;
  readonly arguments: string;
  readonly commands: string;
  readonly examples: string;
  /** Heading above the list of formats. */
  readonly formats: string;
  readonly seeHelp: string;
  readonly help: string;
  readonly version: string;
  readonly summaries: Readonly<
    Record<
      'check' | 'merge' | 'report' | 'explain' | 'coverage' | 'rules' | 'rulesList' | 'rulesTest' | 'rulesLint' | 'rulesNew' | 'schema',
      string
    >
  >;
  readonly arguments_: Readonly<Record<'profiles' | 'runs' | 'run' | 'rule' | 'schema' | 'tested' | 'newRule', string>>;
  readonly flags: Readonly<Record<FlagName, string>>;
  readonly rulesTested: (rules: number, cases: number, failed: number) => string;
  readonly caseFailed: (rule: string, name: string, expected: string, found: string) => string;
  readonly mutants: (made: number, killed: number, survived: number) => string;
  readonly survived: (rule: string, mutation: string) => string;
  readonly lintClean: (rules: number) => string;
  readonly lintFound: (count: number) => string;
  readonly inForce: (from: string, until: string | null) => string;
  readonly explain: ExplainWords;
}

export type FlagName =
  | 'format'
  | 'formatOfMerge'
  | 'formatOfList'
  | 'formatOfCoverage'
  | 'run'
  | 'text'
  | 'encodingOfText'
  | 'output'
  | 'lang'
  | 'asOf'
  | 'horizon'
  | 'area'
  | 'rule'
  | 'duty'
  | 'rules'
  | 'failOn'
  | 'failDuty'
  | 'minCompliance'
  | 'minCoverage'
  | 'onInvalid'
  | 'show'
  | 'filesFrom'
  | 'input'
  | 'stdinPath'
  | 'resume'
  | 'jobs'
  | 'noProgress'
  | 'partial'
  | 'redact'
  | 'shard'
  | 'encoding'
  | 'quiet'
  | 'color'
  | 'sarifAllKinds'
  | 'all'
  | 'mutate'
  | 'topic'
  | 'fact'
  | 'targetPack'
  | 'outDir';

export interface ExplainWords {
  readonly kind: Readonly<Record<'duty' | 'prohibition', string>>;
  readonly labels: Readonly<
    Record<
      | 'duty'
      | 'severity'
      | 'kind'
      | 'grounds'
      | 'basis'
      | 'liability'
      | 'applies'
      | 'requires'
      | 'asks'
      | 'gap'
      | 'params'
      | 'facts'
      | 'remedy'
      | 'replaces'
      | 'always'
      | 'perItem',
      string
    >
  >;
  readonly source: Readonly<Record<'text' | 'secondary', string>>;
  readonly inYear: string;
}

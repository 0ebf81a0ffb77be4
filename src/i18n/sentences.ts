import type { Citation } from '../core/article.js';
import type { Reason, Verdict } from '../core/finding.js';
import type { ExprType, Level, ProblemArgs, ProblemCode, TypeName } from '../core/problem.js';
import type { Duty, Severity } from '../core/rule.js';
import type { GateReason, Status } from '../core/run.js';
import type { FactKind, Unit } from '../core/vocabulary.js';
import type { CoverageWords } from './coverage/words.js';

/** What went wrong with a command line or an output, with what its sentence needs. */
export interface UsageArgs {
  'unknown-option': { option: string; suggestion: string | null };
  'unknown-command': { command: string; suggestion: string | null };
  'missing-argument': { name: string };
  'missing-value': { option: string };
  'too-many-arguments': Record<never, never>;
  'bad-value': { option: string; value: string; expected: string; suggestion: string | null };
  'two-stdout': Record<never, never>;
  'needs-html': Record<never, never>;
  'rule-not-in-force': { rule: string; from: string; until: string | null };
  'nothing-selected': Record<never, never>;
  'empty-folder': { path: string };
  'link-outside': { path: string };
  'link-back': { path: string };
  'link-inside': { path: string };
  'same-file': { path: string; other: string };
  'two-stdin': Record<never, never>;
  'resume-mismatch': { path: string; field: string };
  'unreadable-list': { path: string; reason: string };
  'bad-combination': { one: string; other: string };
  'needs-stdin': { option: string };
  'nothing-to-check': Record<never, never>;
  'output-failed': { path: string; reason: string };
  'as-of-past': { date: string };
  'law-outdated': { pack: string; date: string };
  'pack-broken': { folder: string; count: number };
  'pack-unreadable': { folder: string };
  'too-many-profiles': { format: string; limit: number };
  'run-unreadable': { path: string; reason: string };
  'run-broken': { path: string; line: number | null; reason: 'no-run' | 'earlier-version' | 'later-version' | 'not-fitting' | 'too-long' };
  'run-cut-off': { path: string };
  'merge-inputs-unknown': Record<never, never>;
  'run-of-other-rules': { path: string };
  'no-ledger': { packs: readonly string[] };
  'two-ledgers': { packs: readonly string[] };
  'text-unreadable': { path: string; reason: string };
  'merge-differs': { path: string; other: string; field: string };
  'merge-shard-twice': { path: string; other: string; index: number };
  'merge-shard-missing': { index: number; of: number };
  'merge-unfinished': { path: string };
  'merge-path-twice': { path: string; one: string; other: string };
  'merge-not-sorted': { path: string; run: string };
  interrupted: { done: number; of: number | null };
  internal: { message: string };
}

export type UsageCode = keyof UsageArgs;

/** Every sentence and word that a reader can see. `zh.ts` and `en.ts` are both of this type: a missing one does not compile. */
export interface Sentences {
  readonly problem: { readonly [C in ProblemCode]: (args: ProblemArgs[C]) => string };
  readonly usage: { readonly [C in UsageCode]: (args: UsageArgs[C]) => string };
  readonly gate: { readonly [C in GateReason['code']]: (reason: Extract<GateReason, { code: C }>) => string };
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly reason: Readonly<Record<Reason, string>>;
  readonly duty: Readonly<Record<Duty, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly status: Readonly<Record<Status, string>>;
  readonly type: Readonly<Record<TypeName, string>>;
  readonly exprType: Readonly<Record<ExprType, string>>;
  readonly kind: Readonly<Record<FactKind, string>>;
  /** Stands where a declared value was left out. */
  readonly redacted: (kind: string) => string;
  readonly unit: Readonly<Record<Unit, string>>;
  readonly article: (citation: Citation) => string;
  readonly liability: (liability: LiabilityWords) => string;
  readonly report: ReportWords;
  readonly sheets: SheetWords;
  readonly ci: CiWords;
  readonly html: HtmlWords;
  readonly command: CommandWords;
  readonly coverage: CoverageWords;
  readonly yes: string;
  readonly no: string;
  readonly permanent: string;
  readonly undeclared: string;
  readonly listSeparator: string;
  readonly quote: (text: string) => string;
}

export interface LiabilityWords {
  readonly law: string;
  readonly cny: string | null;
  readonly timesGains: number | null;
  readonly percentTurnover: number | null;
  readonly orderFirst: boolean;
}

/** Words of the report for a person. */
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

export type SheetName = 'summary' | 'findings' | 'questions' | 'manual' | 'upcoming' | 'profiles' | 'problems' | 'about';

/** What the columns of a table of findings, facts, profiles or problems can hold. */
export type SheetColumn =
  | Verdict
  | 'profile'
  | 'identity'
  | 'operator'
  | 'uscc'
  | 'platform'
  | 'area'
  | 'rule'
  | 'title'
  | 'duty'
  | 'severity'
  | 'verdict'
  | 'reason'
  | 'item'
  | 'message'
  | 'declared'
  | 'missing'
  | 'place'
  | 'law'
  | 'grounds'
  | 'cost'
  | 'remedy'
  | 'fact'
  | 'path'
  | 'write'
  | 'rules'
  | 'alone'
  | 'value'
  | 'question'
  | 'from'
  | 'declaration'
  | 'status'
  | 'gate'
  | 'gateReasons'
  | 'compliance'
  | 'coverage'
  | 'encouraged'
  | 'errors'
  | 'warnings'
  | 'digest'
  | 'factsDigest'
  | 'level'
  | 'problem'
  | 'source';

/** Words of the workbook and of the table of findings. */
export interface SheetWords {
  readonly names: Readonly<Record<SheetName, string>>;
  readonly columns: Readonly<Record<SheetColumn, string>>;
  readonly level: Readonly<Record<Level, string>>;
  readonly labels: Readonly<Record<'gate' | 'options' | 'profiles' | 'statuses' | 'noInputs' | 'tool' | 'vocabulary' | 'cells', string>>;
  /** Stands at the end of a text that is longer than a cell can hold. */
  readonly cut: (characters: number) => string;
  /** Stands in the last row of a sheet that cannot hold all rows. */
  readonly leftOut: (rows: number) => string;
  readonly leftOutOf: (sheet: string, rows: number) => string;
  readonly cells: string;
}

/** Words of the formats for pipelines and code hosts. */
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

/** Words of the HTML report that the report on a terminal has no place for. */
export interface HtmlWords {
  readonly skip: string;
  readonly contents: string;
  readonly result: (result: string) => string;
  readonly first: string;
  readonly dueNow: string;
  readonly firstDeclare: string;
  readonly firstProfiles: string;
  readonly firstRules: string;
  readonly andMore: (count: number) => string;
  readonly inForceSince: (date: string) => string;
  readonly due: string;
  readonly dueSince: (date: string) => string;
  readonly upcoming: string;
  readonly next: (date: string, count: number) => string;
  readonly nothingNext: (days: number) => string;
  readonly summary: string;
  readonly allVerdicts: (count: number) => string;
  readonly complianceOf: (passed: number, decided: number) => string;
  readonly coverageOf: (decided: number, applicable: number) => string;
  readonly items: (count: number) => string;
  readonly found: string;
  readonly rule: string;
  readonly facts: string;
  readonly whyAsked: string;
  readonly howToWrite: string;
  readonly notYet: (count: number) => string;
  readonly waitsFor: string;
  readonly folded: (what: string) => string;
  readonly appendix: string;
  readonly reading: string;
  readonly meaning: Readonly<Record<Verdict, string>>;
  readonly laws: string;
  readonly officialText: string;
  readonly labels: Readonly<Record<'program' | 'vocabulary' | 'options' | 'identity' | 'bytes' | 'factsDigest' | 'operator', string>>;
  readonly filter: Readonly<Record<'verdict' | 'severity' | 'area' | 'any' | 'search' | 'reset', string>>;
  /** `{shown}` and `{all}` are filled in by the script of the page. */
  readonly filtered: string;
  readonly manyTitle: (count: number) => string;
  readonly rank: string;
  readonly outcome: string;
  readonly byArea: string;
  readonly profiles: string;
  readonly share: string;
  readonly details: string;
  readonly rules: string;
  readonly rulesNote: string;
  readonly range: string;
  readonly back: string;
  readonly listOf: (first: number, last: number) => string;
  readonly onlyWorst: (count: number) => string;
}

/** Words of the commands themselves. */
export interface CommandWords {
  readonly description: string;
  readonly usage: string;
  readonly options: string;
  readonly arguments: string;
  readonly commands: string;
  readonly examples: string;
  readonly seeHelp: string;
  readonly help: string;
  readonly version: string;
  readonly summaries: Readonly<
    Record<'check' | 'merge' | 'report' | 'explain' | 'coverage' | 'rules' | 'rulesList' | 'rulesTest' | 'rulesLint' | 'schema', string>
  >;
  readonly arguments_: Readonly<Record<'profiles' | 'runs' | 'run' | 'rule' | 'schema', string>>;
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
  | 'outDir';

/** Words of `hegui explain`. */
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

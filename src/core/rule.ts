import type { Text } from './text.js';

export type Severity = 'critical' | 'high' | 'medium' | 'low';
export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

export type Duty = 'mandatory' | 'expected' | 'encouraged';
/** From the strongest to the weakest. */
export const DUTIES: readonly Duty[] = ['mandatory', 'expected', 'encouraged'];

export type RuleKind = 'duty' | 'prohibition';

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type PeriodUnit = 'days' | 'months' | 'years';

/** A calendar period such as six months. */
export interface Period {
  readonly count: number;
  readonly unit: PeriodUnit;
}

/** A declared fact: a path from the root, or from the item bound to `variable`. */
export interface FactExpr {
  readonly op: 'fact';
  readonly path: readonly string[];
  readonly variable: string | null;
}

/**
 * A compiled, type-checked expression of the rule dialect (see `rules/cel.ts`). Parameters are already literals
 * that remember their names; named conditions stay references, so that they are judged once per profile.
 */
export type Expr =
  | { readonly op: 'literal'; readonly value: boolean | number | string; readonly param: string | null }
  | FactExpr
  | { readonly op: 'as_of' }
  | { readonly op: 'condition'; readonly name: string }
  | { readonly op: 'not'; readonly of: Expr }
  | { readonly op: 'and' | 'or'; readonly of: readonly Expr[] }
  | { readonly op: 'compare'; readonly by: Comparison; readonly left: Expr; readonly right: Expr }
  | { readonly op: 'in'; readonly item: Expr; readonly values: readonly (string | number)[] }
  | { readonly op: 'has_all' | 'has_any'; readonly of: FactExpr; readonly members: readonly string[] }
  | { readonly op: 'arithmetic'; readonly by: '+' | '-'; readonly left: Expr; readonly right: Expr }
  | { readonly op: 'size'; readonly of: FactExpr }
  | { readonly op: 'all' | 'exists'; readonly of: FactExpr; readonly as: string; readonly that: Expr }
  | { readonly op: 'within'; readonly date: Expr; readonly period: Period; readonly param: string | null }
  | { readonly op: 'in_year'; readonly date: Expr; readonly back: number; readonly param: string | null }
  | { readonly op: 'before'; readonly left: Expr; readonly right: Expr }
  | { readonly op: 'days_between'; readonly left: Expr; readonly right: Expr };

/** Whom a phrase of the opinion binds: the platform, only the government, or nobody, since it merely encourages. */
export type Bearer = 'platform' | 'government' | 'encouragement';
export const BEARERS: readonly Bearer[] = ['platform', 'government', 'encouragement'];

/** A clause of the opinion and the words in it that ground a rule. */
export interface Ground {
  readonly clause: string;
  readonly phrase: string;
  /** Absent where the phrase binds the platform. */
  readonly bearer?: Exclude<Bearer, 'platform'>;
}

/** An article that makes the duty binding. The interval is half-open; `until` null means not ended. */
export interface Basis {
  readonly instrument: string;
  readonly article: string;
  readonly source: 'text' | 'secondary';
  readonly from: string;
  readonly until: string | null;
}

/** What a breach can cost, at most. */
export interface Liability {
  readonly instrument: string;
  readonly article: string;
  readonly upToCny: number | null;
  readonly upToTimesGains: number | null;
  readonly upToPercentTurnover: number | null;
  readonly from: string;
  readonly until: string | null;
  /** The fine needs an order to correct that was not followed, or a serious case. */
  readonly orderFirst: boolean;
  /** Whom the provision reaches, where it does not reach all whom the rule binds; `condition` is how the rule writes it. */
  readonly when: Expr | null;
  readonly condition: string | null;
}

/** One requirement of a rule. */
export interface Part {
  readonly when: Expr | null;
  readonly that: Expr;
  /** Facts that the text of its gap names by their paths, as `{complaints.feedback_days}`. */
  readonly shows: Readonly<Record<string, FactExpr>>;
}

export interface Each {
  readonly list: FactExpr;
  readonly as: string;
}

/** A rule that has passed schema, parser and type check; only such a rule can be evaluated. What is said of it stands in its words (see words.ts). */
export interface Rule {
  /** `area/id` */
  readonly id: string;
  readonly area: string;
  readonly kind: RuleKind;
  readonly duty: Duty;
  readonly severity: Severity;
  readonly grounds: readonly Ground[];
  readonly basis: readonly Basis[];
  readonly liability: readonly Liability[];
  readonly params: Readonly<Record<string, number | string>>;
  readonly when: Expr | null;
  readonly each: Each | null;
  /** Empty exactly when the rule asks a person. */
  readonly parts: readonly Part[];
  readonly replaces: string | null;
}

/** A law that rules cite. `scope` is a named condition of the pack, or `anyone`. */
export interface Instrument {
  readonly id: string;
  readonly name: Text;
  readonly number: string | null;
  readonly issuer: Text;
  readonly from: string;
  readonly until: string | null;
  readonly scope: string;
  /** Its last article, or its last part where it has no articles (`六`); null where its end is not known. */
  readonly lastArticle: number | string | null;
  readonly officialSource: string;
}

export interface Area {
  readonly id: string;
  readonly title: Text;
}

/** A pack by which profiles are judged. */
export interface PackHead {
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  readonly digest: string;
  /** To what day the law was looked at; null where the pack does not say. */
  readonly knownUntil: string | null;
}

/** Compiled packs with all that they extend, joined into one. */
export interface Pack {
  /** What was joined, each after what it extends. */
  readonly packs: readonly PackHead[];
  readonly maxAgeMonths: number;
  readonly weights: Readonly<Record<Severity, number>>;
  readonly areas: readonly Area[];
  readonly conditions: Readonly<Record<string, Expr>>;
  readonly instruments: Readonly<Record<string, Instrument>>;
  readonly rules: readonly Rule[];
}

/** What of a rule says how binding it is. */
type Binding = Pick<Rule, 'duty'> & { readonly basis: readonly Pick<Basis, 'source'>[] };

/**
 * How binding a rule is where it rests on the bases of these indices, on all of them if there are none: only a basis
 * read at first hand makes a duty mandatory; without one it is lowered to expected.
 */
export function dutyBy(citing: readonly number[], { duty, basis }: Binding): Duty {
  const read = citing.length > 0 ? citing.some((index) => basis[index]?.source === 'text') : basis.some(({ source }) => source === 'text');
  return duty === 'mandatory' && !read ? 'expected' : duty;
}

/** Whether a duty is the wanted one or a stronger one. */
export function isAtLeast(duty: Duty, wanted: Duty): boolean {
  return DUTIES.indexOf(duty) <= DUTIES.indexOf(wanted);
}

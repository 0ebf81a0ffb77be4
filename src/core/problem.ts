import type { Place } from './finding.js';
import type { PhraseStatus } from './ledger.js';
import type { Bearer } from './rule.js';
import type { FactKind } from './vocabulary.js';

/** Types of value as a person would name them. */
export type TypeName =
  | 'boolean'
  | 'integer'
  | 'number'
  | 'fraction'
  | 'text'
  | 'date'
  | 'choice'
  | 'checklist'
  | 'list'
  | 'mapping'
  | 'empty'
  | 'number-or-permanent';

/** Types of an expression in a rule. */
export type ExprType = 'bool' | 'number' | 'text' | 'date' | 'choice' | 'checklist' | 'list' | 'object';

/** What packs define by a name that no other pack may define again. */
export type Definition = 'weights' | 'condition' | 'instrument' | 'area';

/** How a fact of a facts file that its schema admits is still not well made. */
export type FactFault = 'array' | 'no-why' | 'no-tense' | 'no-key' | 'permanent' | 'no-properties' | 'range' | 'length';

/** Everything that can be wrong with a profile, or with how it is given, with the arguments its sentence needs. */
export interface InputProblemArgs {
  'file-missing': Record<never, never>;
  'file-unreadable': { reason: string };
  'file-is-folder': Record<never, never>;
  'file-not-regular': { found: 'link' | 'special' };
  'file-too-large': { bytes: number; limit: number };
  'file-empty': Record<never, never>;
  'ndjson-too-long': { bytes: number; limit: number };
  'ndjson-syntax': Record<never, never>;
  'ndjson-record': Record<never, never>;
  'not-utf8': { looksLike: 'gb18030' | 'utf-16' | null };
  'not-decodable': { encoding: string };
  'yaml-syntax': { detail: string };
  'yaml-documents': Record<never, never>;
  'yaml-alias': { name: string };
  'yaml-tag': { tag: string };
  'yaml-key': Record<never, never>;
  'yaml-merge': Record<never, never>;
  'duplicate-key': { key: string; firstLine: number | null };
  'fullwidth-colon': Record<never, never>;
  'fullwidth-comma': Record<never, never>;
  'missing-space': Record<never, never>;
  'odd-space': { code: string };
  'too-deep': { limit: number };
  'too-many-values': { limit: number };
  'number-not-finite': { text: string };
  'number-imprecise': { text: string };
  'number-leading-zero': { text: string };
  'number-not-decimal': { text: string };
  'control-character': { code: string };
  'lone-surrogate': { code: string };
  'not-a-mapping': Record<never, never>;
  'unknown-key': { key: string; suggestion: string | null; allowed: readonly string[] };
  'missing-key': { key: string };
  /** `write`: what was probably meant, as it is to be written; `unit`: it was written with a unit, which stands in the key. */
  'wrong-type': { expected: TypeName; found: TypeName; write: string | null; unit: boolean };
  'permanent-not-allowed': Record<never, never>;
  'not-a-member': { value: string; suggestion: string | null; allowed: readonly string[] };
  'below-minimum': { limit: number; value: number | string; exclusive: boolean };
  'above-maximum': { limit: number; value: number | string };
  'too-short': { limit: number };
  'too-long': { limit: number };
  'bad-date': { value: string; write: string | null };
  'bad-pattern': { value: string; pattern: string };
  'repeated-member': { value: string };
  'repeated-name': { key: string; value: string; firstLine: number | null };
  'unsupported-version': { value: number; supported: number };
  'vocabulary-too-new': { value: number; known: number };
  'uscc-length': { length: number };
  'uscc-character': { character: string; position: number };
  'uscc-organisation-check': { expected: string; found: string };
  'uscc-check': { expected: string; found: string };
  'date-in-future': { date: string; asOf: string };
  'declaration-in-future': { date: string; asOf: string };
  'declaration-stale': { date: string; months: number };
  'more-problems': { count: number };
  'too-costly': { limit: number };
  'internal-error': { message: string };
}

/** The same of what rule packs are written in. */
export interface PackProblemArgs {
  /** `kind`: what the file would be, were it listed in pack.yaml. */
  'pack-stray': { file: string; kind: 'topic' | 'area' | 'other'; suggestion: string | null };
  'pack-too-large': { what: 'topics' | 'rules'; count: number; limit: number };
  'pack-vocabulary-too-new': { value: number; known: number };
  'unknown-pack': { id: string; suggestion: string | null; known: readonly string[] };
  /** Ids of packs, each of which extends the next, the last the first. */
  'extends-cycle': { chain: readonly string[] };
  /** `other` is the place of the definition that counts, as `file:line:column`. */
  redefined: { what: Definition; id: string; other: string };
  'name-taken': { name: string; by: 'instrument' | 'condition' | 'section' | 'word'; other: string | null };
  'facts-section': { found: string; expected: string };
  'fact-shape': { path: string; found: FactFault };
  /** `kinds` of fact are all that take the keyword. */
  'fact-keyword': { path: string; keyword: string; kind: FactKind; kinds: readonly FactKind[] };
  'expression-syntax': { message: string };
  'expression-refused': { construct: string };
  'unknown-path': { path: string; suggestion: string | null };
  'unknown-name': { name: string; suggestion: string | null };
  'type-mismatch': { expected: ExprType; found: ExprType };
  'types-not-comparable': { left: ExprType; right: ExprType; by: string };
  'bad-period': { value: string };
  'period-too-long': { value: string; years: number };
  'liability-when': { text: string };
  'constant-expression': Record<never, never>;
  'always-decided': { truth: boolean };
  'unknown-member': { member: string; path: string; suggestion: string | null };
  'unknown-instrument': { id: string; suggestion: string | null };
  'unknown-condition': { name: string; suggestion: string | null };
  'unknown-rule': { id: string; suggestion: string | null };
  'repeated-id': { id: string; other: string | null };
  'digit-in-text': { text: string; digits: string };
  'unknown-placeholder': { name: string; allowed: readonly string[] };
  'unused-param': { name: string };
  'phrase-too-long': { phrase: string; limit: number };
  'unknown-area': { id: string; suggestion: string | null };
  'bad-clause': { clause: string };
  'repeated-clause': { clause: string; firstLine: number | null };
  'repeated-phrase': { phrase: string; firstLine: number | null };
  'phrase-without-rules': { status: PhraseStatus };
  'phrase-with-rules': { status: PhraseStatus };
  'reason-missing': { status: PhraseStatus };
  'rule-without-phrase': { rule: string };
  'rule-not-in-ledger': { rule: string };
  'basis-not-national': { rule: string; bearer: Exclude<Bearer, 'platform'> };
  'article-beyond': { article: string; last: number | string };
  'article-for-section': { article: string; last: string };
  'section-for-article': { article: string; last: number };
  'duty-too-strong': Record<never, never>;
  'interval-empty': { from: string; until: string };
  'interval-gap': { rule: string; replaced: string };
  'rule-shape': { found: 'none' | 'both' | 'no-gap' | 'stray-gap' };
  'unread-fact': { path: string };
  'unused-condition': { name: string };
  'no-tests': { rule: string };
  'no-test-file': { file: string };
  'untested-verdict': { rule: string; verdict: string };
}

/** Everything that can be wrong with an input. The sentences stand in `i18n/`; a code without one in both languages does not compile. */
export interface ProblemArgs extends InputProblemArgs, PackProblemArgs {}

export type ProblemCode = keyof ProblemArgs;

/** An error stops the judgement of its file; a warning is shown beside it. */
export type Level = 'error' | 'warning';

interface ProblemOf<C extends ProblemCode> {
  readonly code: C;
  readonly args: ProblemArgs[C];
  readonly level: Level;
  readonly at: Place;
}

/** Something wrong with an input: a code, what its sentence needs, and where. Words are made in `i18n/`. */
export type Problem = { [C in ProblemCode]: ProblemOf<C> }[ProblemCode];

/** A problem and the file in which it stands. */
export interface FileProblem {
  readonly file: string;
  readonly problem: Problem;
}

/** Nowhere in particular: the file as a whole. */
export const WHOLE_FILE: Place = { pointer: '', line: null, column: null, source: null };

/** Makes a problem of the given code. */
export function problem<C extends ProblemCode>(code: C, args: ProblemArgs[C], at: Place, level: Level = 'error'): Problem {
  const made: ProblemOf<C> = { code, args, level, at };
  return made as Problem;
}

/** Whether any of the problems is an error. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(isError);
}

function isError({ level }: Problem): boolean {
  return level === 'error';
}

/** Most problems that are kept of one file. */
export const MAX_PROBLEMS = 200;

/** As many as are kept, and the first of those that are left out. */
export interface KeptMost<T> {
  readonly kept: readonly T[];
  readonly leftOut: number;
  readonly firstLeftOut: T | null;
}

/** Errors come before warnings into what is kept, so that leaving some out never makes a file look sound. The order stays. */
export function keepMost<T extends { readonly level: Level }>(all: readonly T[]): KeptMost<T> {
  const errors = all.reduce((count, each) => count + (each.level === 'error' ? 1 : 0), 0);
  const room = { error: MAX_PROBLEMS, warning: Math.max(0, MAX_PROBLEMS - errors) };
  const kept: T[] = [];
  let firstLeftOut: T | null = null;
  for (const each of all) {
    room[each.level] -= 1;
    if (room[each.level] >= 0) kept.push(each);
    else firstLeftOut ??= each;
  }
  return { kept, leftOut: all.length - kept.length, firstLeftOut };
}

/**
 * Problems in the order of their places, none twice and not too many: one more then says how many there are besides,
 * those included that were left out before.
 */
export function settle(found: readonly Problem[]): Problem[] {
  const once = new Map(
    found.map((each) => [`${each.code} ${each.at.line}:${each.at.column} ${Object.values(each.args)[0]} ${each.at.pointer}`, each]),
  );
  const sorted = [...once.values()].sort((a, b) => comparePlaces(a.at, b.at));
  const before = sorted.filter((each) => each.code === 'more-problems');
  const { kept, leftOut, firstLeftOut } = keepMost(sorted.filter((each) => each.code !== 'more-problems'));
  const [first] = [...before, ...(firstLeftOut === null ? [] : [firstLeftOut])].sort((a, b) => comparePlaces(a.at, b.at));
  if (first === undefined) return [...kept];
  const count = before.reduce((sum, each) => sum + each.args.count, leftOut);
  return [...kept, problem('more-problems', { count }, first.at, before.some(isError) ? 'error' : first.level)];
}

function comparePlaces(a: Place, b: Place): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

import type { Place } from './finding.js';

/** Types of value as a person would name them. */
export type TypeName =
  | 'boolean'
  | 'integer'
  | 'number'
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

/**
 * Everything that can be wrong with an input, with the arguments its sentence needs.
 * The sentences stand in `i18n/`; a code without one in both languages does not compile.
 */
export interface ProblemArgs {
  'file-missing': Record<never, never>;
  'file-unreadable': { reason: string };
  'file-is-folder': Record<never, never>;
  'file-too-large': { bytes: number; limit: number };
  'file-empty': Record<never, never>;
  'not-utf8': { looksLike: 'gb18030' | 'utf-16' | null };
  'not-decodable': { encoding: string };
  'yaml-syntax': { detail: string };
  'yaml-documents': Record<never, never>;
  'yaml-alias': { name: string };
  'yaml-tag': { tag: string };
  'yaml-key': Record<never, never>;
  'duplicate-key': { key: string; firstLine: number };
  'fullwidth-colon': Record<never, never>;
  'too-deep': { limit: number };
  'too-many-values': { limit: number };
  'number-not-finite': { text: string };
  'number-imprecise': { text: string };
  'number-leading-zero': { text: string };
  'control-character': { code: string };
  'not-a-mapping': Record<never, never>;
  'unknown-key': { key: string; suggestion: string | null; allowed: readonly string[] };
  'missing-key': { key: string };
  'wrong-type': { expected: TypeName; found: TypeName };
  'not-a-member': { value: string; suggestion: string | null; allowed: readonly string[] };
  'below-minimum': { limit: number; value: number };
  'above-maximum': { limit: number; value: number };
  'too-short': { limit: number };
  'too-long': { limit: number };
  'bad-date': { value: string };
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
  'too-costly': { limit: number };
  'internal-error': { message: string };
  'pack-unknown-area': { area: string; file: string };
  'expression-syntax': { message: string };
  'expression-refused': { construct: string };
  'unknown-path': { path: string; suggestion: string | null };
  'unknown-name': { name: string; suggestion: string | null };
  'type-mismatch': { expected: ExprType; found: ExprType };
  'types-not-comparable': { left: ExprType; right: ExprType; by: string };
  'bad-period': { value: string };
  'constant-expression': Record<never, never>;
  'always-decided': { truth: boolean };
  'unknown-member': { member: string; path: string; suggestion: string | null };
  'unknown-instrument': { id: string; suggestion: string | null };
  'unknown-condition': { name: string; suggestion: string | null };
  'unknown-rule': { id: string; suggestion: string | null };
  'repeated-id': { id: string };
  'digit-in-text': { text: string; digits: string };
  'unknown-placeholder': { name: string; allowed: readonly string[] };
  'unused-param': { name: string };
  'phrase-too-long': { phrase: string; limit: number };
  'duty-too-strong': Record<never, never>;
  'interval-empty': { from: string; until: string };
  'interval-gap': { rule: string; replaced: string };
  'rule-shape': { found: 'none' | 'both' | 'no-gap' | 'stray-gap' };
  'unread-fact': { path: string };
  'unused-condition': { name: string };
  'no-tests': { rule: string };
  'untested-verdict': { rule: string; verdict: string };
}

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

/** Nowhere in particular: the file as a whole. */
export const WHOLE_FILE: Place = { pointer: '', line: null, column: null, source: null };

/** Makes a problem of the given code. */
export function problem<C extends ProblemCode>(code: C, args: ProblemArgs[C], at: Place, level: Level = 'error'): Problem {
  const made: ProblemOf<C> = { code, args, level, at };
  return made as Problem;
}

/** Whether any of the problems is an error. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((each) => each.level === 'error');
}

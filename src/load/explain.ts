import { codeName } from '../core/characters.js';
import type { Lines, ProblemList } from './locate.js';
import { ODD_SPACE } from './scalars.js';

export type LineMistake =
  | { readonly code: 'fullwidth-colon' | 'fullwidth-comma' | 'missing-space'; readonly args: Record<never, never>; readonly index: number }
  | { readonly code: 'odd-space'; readonly args: { readonly code: string }; readonly index: number };

// The length is bounded so that a line of a million characters costs no more than a short one.
const FULLWIDTH_COLON = /^[\s-]{0,200}["']?[^\s"':：#,，[{]{1,64}["']?\s{0,8}：/;
const NO_SPACE = /^[\s-]{0,200}["']?[A-Za-z_][\w-]{0,64}["']?:(?=[^\s/])/;
const LEADING = /^[\s-]{1,200}/;
const AFTER_COLON = /:\s{1,8}/;

/** The slip of the keyboard by which a line is no `key: value`, and its index in the line; null if none is plain. */
export function lineMistake(line: string): LineMistake | null {
  const start = line.slice(0, 500);
  for (const blank of [LEADING.exec(start), AFTER_COLON.exec(start)]) {
    const odd = ODD_SPACE.exec(blank?.[0] ?? '');
    if (blank && odd) return { code: 'odd-space', args: { code: codeName(odd[0].charCodeAt(0)) }, index: blank.index + odd.index };
  }
  const wide = FULLWIDTH_COLON.exec(start);
  if (wide) return { code: 'fullwidth-colon', args: {}, index: wide[0].length - 1 };
  const close = NO_SPACE.exec(start);
  if (close) return { code: 'missing-space', args: {}, index: close[0].length - 1 };
  const flow = /[[{][^\]}]{0,400}?，/.exec(start);
  return flow && { code: 'fullwidth-comma', args: {}, index: flow.index + flow[0].length - 1 };
}

/** A document that is one text often was meant as lines of `key: value`. */
export function explainText(text: string, start: number, found: ProblemList): void {
  let at = start;
  for (const line of text.split('\n')) {
    const mistake = lineMistake(line);
    if (mistake !== null) found.add(mistake.code, mistake.args as never, at + mistake.index, '');
    at += line.length + 1;
  }
}

/** An error of the parser: its code, and the offset at which it stands. */
export interface ParserError {
  readonly code: string;
  readonly offset: number;
}

/**
 * One problem for each line that has errors, in the order of the text: the others in a line mostly follow from its
 * first. Who typed one full-width colon mostly typed more; the parser, which lost its way at the first, is not asked.
 */
export function explainErrors(errors: readonly ParserError[], text: string, lines: Lines, found: ProblemList): void {
  let last = 0;
  let wide = false;
  const told = new Set<number>();
  for (const { code, offset } of errors) {
    const line = lines.lineOf(offset);
    if (line === last) continue;
    last = line;
    const { column, source } = lines.place(offset, '');
    const mistake = code === 'TAB_AS_INDENT' ? null : lineMistake(source ?? '');
    const at = mistake === null ? offset : offset - (column ?? 1) + 1 + mistake.index;
    if (mistake === null) found.add('yaml-syntax', { detail: code }, at, '');
    else found.add(mistake.code, mistake.args as never, at, '');
    wide ||= mistake?.code === 'fullwidth-colon';
    told.add(at);
  }
  for (const { index, 0: start } of wide ? text.matchAll(KEY_AND_FULLWIDTH_COLON) : []) {
    const at = index + start.length - 1;
    if (!told.has(at)) found.add('fullwidth-colon', {}, at, '');
  }
}

/** A line that begins as the lines of a profile do, but for its colon. */
const KEY_AND_FULLWIDTH_COLON = /^ {0,64}(?:- )?[a-z][a-z0-9_]{0,64}：/gm;

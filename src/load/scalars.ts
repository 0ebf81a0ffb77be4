import { codeName, firstHidden } from '../core/characters.js';
import type { Json } from '../core/profile.js';

/** Longest key that is read. */
const MAX_KEY = 200;

/** Spaces that look like one but that YAML does not count as one. */
export const ODD_SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;

export type NumberCode = 'number-not-finite' | 'number-imprecise' | 'number-leading-zero' | 'number-not-decimal';

/** What a number would lose of its spelling, which then was hardly meant as a number. */
export function numberMistake(value: number, text: string): NumberCode | null {
  if (!Number.isFinite(value)) return 'number-not-finite';
  if (/^[-+]?0[xo]/.test(text)) return 'number-not-decimal';
  if (/^[-+]?0\d/.test(text)) return 'number-leading-zero';
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return 'number-imprecise';
  return significant(text) === significant(String(value)) ? null : 'number-imprecise';
}

/** A decimal number in one spelling: its digits without outer zeros, and the power of ten behind them. */
function significant(text: string): string {
  const match = /^[-+]?(\d*)\.?(\d*)(?:[eE]([-+]?\d+))?$/.exec(text);
  const [, whole = '', fraction = '', exponent = '0'] = match ?? [];
  const digits = `${whole}${fraction}`;
  const kept = digits.replace(/0+$/, '');
  const power = Number(exponent) - fraction.length + (digits.length - kept.length);
  const bare = kept.replace(/^0+/, '');
  return bare === '' ? '0' : `${bare}e${power}`;
}

export type TextMistake =
  | { readonly code: 'lone-surrogate' | 'control-character' | 'odd-space'; readonly args: { readonly code: string } }
  | { readonly code: 'too-long'; readonly args: { readonly limit: number } };

/** The half of a character that stands alone in a text, which then has no encoding; else a character that can hide or reorder text. */
export function textMistake(text: string): TextMistake | null {
  const half = text.isWellFormed() ? null : /\p{Surrogate}/u.exec(text);
  if (half !== null) return { code: 'lone-surrogate', args: { code: codeName(half[0].charCodeAt(0)) } };
  const hidden = firstHidden(text);
  return hidden === null ? null : { code: 'control-character', args: { code: codeName(hidden) } };
}

/** What keeps a key from being one that somebody can read, type and find again. */
export function keyMistake(key: string): TextMistake | null {
  if (key.length > MAX_KEY) return { code: 'too-long', args: { limit: MAX_KEY } };
  const space = ODD_SPACE.exec(key);
  if (space !== null) return { code: 'odd-space', args: { code: codeName(space[0].charCodeAt(0)) } };
  const invisible = /[\p{Cc}\p{Cf}]/u.exec(key);
  if (invisible === null) return textMistake(key);
  return { code: 'control-character', args: { code: codeName(invisible[0].codePointAt(0) ?? 0) } };
}

/** A text short enough to be shown within a sentence. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Plain scalars may be something else than texts if they begin so. */
const MAY_BE_OTHER = /^[-+.~\dnNtTfF]/;
/** At least the spellings that the core schema takes for numbers. */
const NUMBER_LIKE = /^[-+]?(?:\.?\d[\d.]*(?:e[-+]?\d+)?|0[xo][\da-f]+|\.(?:inf|nan))$/i;
/** Integers of which no digit can be lost. */
const SAFE_INTEGER = /^(?:0|-?[1-9]\d{0,14})$/;
/** Some of those that every schema takes for one and the same number. */
const SIMPLE_NUMBER = /^(?:0|-?[1-9]\d{0,14})(?:\.\d{1,15})?$/;
const WORD_LIKE = /^(?:null|true|false)$/i;
const WORDS = new Map<string, Json>([
  ['null', null],
  ['~', null],
  ['true', true],
  ['false', false],
]);

/** The value of an unquoted scalar by the core schema; undefined where that takes more than a look. */
export function readPlain(source: string): Json | undefined {
  if (/^[?:]/.test(source)) return undefined;
  if (!MAY_BE_OTHER.test(source)) return source;
  const word = WORDS.get(source);
  if (word !== undefined) return word;
  if (SAFE_INTEGER.test(source)) return Number(source);
  if (SIMPLE_NUMBER.test(source)) {
    const value = Number(source);
    return numberMistake(value, source) === null ? value : undefined;
  }
  return WORD_LIKE.test(source) || NUMBER_LIKE.test(source) || source.startsWith('-') ? undefined : source;
}

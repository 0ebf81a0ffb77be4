import { suggest } from '../core/suggest.js';

/** What was probably meant by a text where something else is expected: how it is to be written, and whether it carried a unit. */
export interface Meant {
  readonly write: string | null;
  readonly unit: boolean;
}

export const NOTHING_MEANT: Meant = { write: null, unit: false };

/** Longest text that a sentence shows. */
const SHOWN = 60;

/** A text short enough to be shown within a sentence. */
export function shown(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

/** The number in `7天`, `"7"`, `1,000`, `７`. Multiples such as 120万 are left to the reader. */
export function numberMeant(text: string): Meant {
  if (text.length > SHOWN) return NOTHING_MEANT;
  const plain = text
    .replace(/[０-９．－]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d)[,，_\s](?=\d{3})/g, '');
  const match = /^\s*(-?\d{1,15}(?:\.\d{1,6})?)\s*((?![十百千万亿])[\p{L}%％][^\d万亿]{0,20})?\s*$/u.exec(plain);
  if (match === null) return NOTHING_MEANT;
  return { write: match[1] ?? null, unit: match[2] !== undefined };
}

const YES = new Set(['是', '对', '有', '真', 'yes', 'y', 'on', 'true', '√']);
const NO = new Set(['否', '不', '不是', '无', '没有', '假', 'no', 'n', 'off', 'false', '×']);

/** The truth value in `是`, `yes` or `"true"`. */
export function booleanMeant(text: string): Meant {
  const word = text.trim().toLowerCase();
  return { write: YES.has(word) ? 'true' : NO.has(word) ? 'false' : null, unit: false };
}

const FOR_EVER = new Set([
  '永久',
  '永久保存',
  '长期',
  '永远',
  '无限期',
  'forever',
  'permanently',
  'perpetual',
  'indefinite',
  'indefinitely',
]);

/** The word `permanent`, misspelt or in another language; else the number. */
export function retentionMeant(text: string): Meant {
  const word = text.trim().toLowerCase();
  if (FOR_EVER.has(word) || suggest(word, ['permanent']) !== null) return { write: 'permanent', unit: false };
  return numberMeant(text);
}

/** The list in `app, phone`, if all its words are members. */
export function checklistMeant(text: string, members: readonly string[]): Meant {
  const words = text.length > 1000 ? [] : text.split(/[\s,，、;；]+/).filter((word) => word !== '');
  const known = words.length > 0 && words.every((word) => members.includes(word));
  return { write: known ? `[${[...new Set(words)].join(', ')}]` : null, unit: false };
}

/** The date in `2026/2/3`, `2026年2月3日`, `20260203` or `2026-02-03T00:00:00Z`, if there is such a day. */
export function dateMeant(text: string): string | null {
  const match =
    /^\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?![\d-])/.exec(text.slice(0, SHOWN)) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year = '', month = '', day = ''] = match.slice(1);
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date) ? date : null;
}

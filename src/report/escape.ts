import { codeName, isHidden } from '../core/characters.js';

/**
 * Text for a terminal: control and bidirectional characters, which could move the cursor or reorder a line, are
 * written as `<U+200F>`; so are line breaks, since a declared value stands on one line, and lone surrogates.
 */
export function escapeTerminal(text: string): string {
  if (HARMLESS.test(text)) return text;
  let escaped = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const loneSurrogate = code >= 0xd800 && code <= 0xdfff;
    const control = isHidden(code) || code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;
    escaped += code === 0x09 ? ' ' : control || loneSurrogate ? `<${codeName(code)}>` : character;
  }
  return escaped;
}

/** Printable ASCII and Chinese, which nearly every text consists of. */
const HARMLESS = /^[\x20-\x7e\u3001-\u9fff\uff01-\uff5e]*$/;

/**
 * Text for one line of a cell in a table: what a terminal would not show is written out, and so are the characters that
 * XML 1.0 forbids (§2.2) or that writers of workbooks drop: noncharacters and U+FFFD. Tabs stay.
 */
export function escapeCell(text: string): string {
  if (HARMLESS.test(text)) return text;
  return text.replace(NOT_IN_CELLS, (character) => `<${codeName(character.codePointAt(0) ?? 0)}>`);
}

/** Controls but the tab, bidirectional controls, line breaks, lone surrogates, noncharacters, the replacement character. */
const NOT_IN_CELLS = /(?!\t)[\p{Cc}\p{Bidi_Control}\u2028\u2029\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/gu;

/**
 * A text as a field of CSV (RFC 4180) that no spreadsheet takes for a formula: one that starts like a formula gets an
 * apostrophe before it. So does one that starts with an apostrophe, that taking the first away gives every text back.
 */
export function escapeCsv(text: string): string {
  const inert = FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** Full-width signs too: spreadsheets set to Chinese or Japanese read them as the ordinary ones. */
const FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n'])/;
/** Semicolons and tabs as well, which separate fields in other locales. */
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/** A text as a string of a workbook, where `_x0041_` would be read as an escaped character (ISO/IEC 29500-1, ST_Xstring). */
export function escapeWorkbook(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

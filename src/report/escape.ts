import { codeName, isHidden } from '../core/characters.js';

/**
 * Text for a terminal: control and bidirectional characters, which could move the cursor or reorder a line, are
 * written as `<U+200F>`; so are line breaks, since a declared value stands on one line, and lone surrogates.
 */
export function escapeTerminal(text: string): string {
  return spellOut(text, isUnshown).replaceAll('\t', ' ');
}

/**
 * Text for HTML, between tags or in a quoted attribute. What the HTML standard forbids in text, and what could reorder
 * or fold a line, is written as on a terminal: `<U+200F>`.
 */
export function escapeHtml(text: string): string {
  if (HARMLESS_HTML.test(text)) return text;
  return spellOut(text, isUnshown).replace(/[&<>"']/g, (found) => HTML[found] ?? found);
}

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Control and bidirectional characters, lone surrogates and whatever else is asked for written as `<U+200F>`. */
function spellOut(text: string, besides: (code: number) => boolean): string {
  if (HARMLESS.test(text)) return text;
  let spelt = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const loneSurrogate = code >= 0xd800 && code <= 0xdfff;
    spelt += isHidden(code) || loneSurrogate || besides(code) ? `<${codeName(code)}>` : character;
  }
  return spelt;
}

function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;
}

/** What has no form of its own on one line: line breaks and noncharacters. */
function isUnshown(code: number): boolean {
  return isLineBreak(code) || (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe;
}

/** Printable ASCII and Chinese, which nearly every text consists of. */
const HARMLESS = /^[\x20-\x7e\u3001-\u9fff\uff01-\uff5e]*$/;
const HARMLESS_HTML = /^[\x20\x21\x23-\x25\x28-\x3b\x3d\x3f-\x7e\u3001-\u9fff\uff01-\uff5e]*$/;

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

/** Text for a reader of JSON who shows it as it is: controls are written out, lines and tabs stay. */
export function escapePlain(text: string): string {
  return spellOut(text, () => false);
}

/**
 * Text for content and attributes of XML 1.0 (§2.2, §2.4, §3.3.3): what XML cannot hold is written out, and line breaks
 * and tabs are references, since an attribute would lose them.
 */
export function escapeXml(text: string): string {
  return spellOut(text, (code) => code === 0xfffe || code === 0xffff).replace(/[&<>"'\t\n\r]/g, (found) => XML[found] ?? found);
}

const XML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/**
 * A plain-text message of SARIF 2.1.0: braces are doubled (§3.11.5), and no `](` is left that would make an embedded
 * link (§3.11.6).
 */
export function escapeSarif(text: string): string {
  return escapePlain(text).replace(/[{}]/g, '$&$&').replaceAll('](', '] (');
}

/** A path as a URI reference (RFC 3986): relative paths stay relative, absolute ones become `file:` URIs. */
export function escapeUri(path: string): string {
  const segments = path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent);
  const [first = ''] = segments;
  if (/^[A-Za-z]%3A$/.test(first)) return `file:///${[first.replace('%3A', ':'), ...segments.slice(1)].join('/')}`;
  if (path.startsWith('/')) return `file://${segments.join('/')}`;
  return segments.join('/').replace(/^(?:\.\/)+(?=.)/, '');
}

/** The message of a workflow command of GitHub Actions, unescaped by the runner as actions/toolkit escapes it. */
export function escapeGithubMessage(text: string): string {
  return escapePlain(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property of such a command, in which `:` and `,` have a meaning too. */
export function escapeGithubProperty(text: string): string {
  return escapeGithubMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/**
 * Text inside a paragraph, list item or table cell of GitHub Flavored Markdown: it reads as it is and makes no markup,
 * no link, no mention and no reference to an issue. Line breaks are written out, since the text stands on one line.
 */
export function escapeMarkdown(text: string): string {
  return spellOut(text, isLineBreak)
    .replace(/[&<>]/g, (found) => XML[found] ?? found)
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/@|#(?=\d)|(?<=GH)-(?=\d)|:(?=\/\/)|(?<=mailto|xmpp):|(?<=www)(?=\.)/gi, `$&${BREAK}`)
    .replace(/^(\d{1,9})(?=[.)])/, '$1\\')
    .replace(/^[#+\-=]/, '\\$&')
    .replace(/^[ \t]/, (found) => (found === ' ' ? '&#32;' : '&#9;'));
}

/** A space of no width: links, mentions and references are made after escapes are resolved, but not across it. */
const BREAK = '&#8203;';

/** Text as a code span, in which nothing but its end has a meaning; not for a table, which splits its cells before all else. */
export function codeSpan(text: string): string {
  const spelt = spellOut(text, isLineBreak).replaceAll('\t', ' ');
  const longest = Math.max(0, ...(spelt.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = /^[` ]|[` ]$/.test(spelt) || spelt === '' ? ' ' : '';
  return `${fence}${space}${spelt}${space}${fence}`;
}

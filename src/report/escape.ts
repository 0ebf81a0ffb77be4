import { codeName, isHidden } from '../core/characters.js';

/**
 * Text for a terminal: control and bidirectional characters, which could move the cursor or reorder a line, are
 * written as `<U+200F>`; so are line breaks, since a declared value stands on one line, and lone surrogates.
 */
export function escapeTerminal(text: string): string {
  return HARMLESS.test(text) ? text : named(text).replaceAll('\t', ' ');
}

/**
 * Text for HTML, between tags or in a quoted attribute. What the HTML standard forbids in text, and what could reorder
 * or fold a line, is written as on a terminal: `<U+200F>`.
 */
export function escapeHtml(text: string): string {
  if (HARMLESS_HTML.test(text)) return text;
  return named(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Each control, line break, lone surrogate and noncharacter by its code in angle brackets. */
function named(text: string): string {
  let shown = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const lineBreak = code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;
    const surrogate = code >= 0xd800 && code <= 0xdfff;
    const noncharacter = (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe;
    shown += lineBreak || surrogate || noncharacter || isHidden(code) ? `<${codeName(code)}>` : character;
  }
  return shown;
}

/** Printable ASCII and Chinese, which nearly every text consists of. */
const HARMLESS = /^[\x20-\x7e\u3001-\u9fff\uff01-\uff5e]*$/;
const HARMLESS_HTML = /^[\x20\x21\x23-\x25\x28-\x3b\x3d\x3f-\x7e\u3001-\u9fff\uff01-\uff5e]*$/;

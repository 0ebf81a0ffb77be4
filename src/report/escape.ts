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

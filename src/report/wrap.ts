import stringWidth from 'fast-string-width';

/** Width of a text in terminal cells; a Chinese character takes two. */
export function width(text: string): number {
  return plainWidth(text) ?? stringWidth(text);
}

/** Width of a text of nothing but ASCII and common Chinese characters, which needs no look at clusters; else null. */
function plainWidth(text: string): number | null {
  let cells = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x20 && unit <= 0x7e) cells += 1;
    else if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3001 && unit <= 0x3011) || (unit >= 0xff01 && unit <= 0xff5e)) cells += 2;
    else return null;
  }
  return cells;
}

/** The text with spaces to its right, up to a width in cells. */
export function pad(text: string, cells: number): string {
  return text + ' '.repeat(Math.max(0, cells - width(text)));
}

/** The text after as many spaces as make it fill a width in cells. */
export function padLeft(text: string, cells: number): string {
  return ' '.repeat(Math.max(0, cells - width(text))) + text;
}

/** The end of a text that fits a width in cells, an ellipsis before it: of a path, the end tells more than the beginning. */
export function cutLeft(text: string, cells: number): string {
  if (width(text) <= cells) return text;
  let kept = '';
  for (const segment of graphemes(text).reverse()) {
    if (width(kept + segment) > cells - 1) break;
    kept = segment + kept;
  }
  return `…${kept}`;
}

const GRAPHEMES = new Intl.Segmenter('zh', { granularity: 'grapheme' });
// No line begins with a closing mark, and none ends with an opening one (GB/T 15834 layout).
const CLOSING = /^[，。；：、！？）》”’」』】〕…—%,.;:!?)\]}]/u;
const OPENING = /[（《“‘「『【〔([{]$/u;

/** The lines of a text that fit a width in cells. Nothing is dropped; a word too long for a line is broken. */
export function wrap(text: string, cells: number): string[] {
  // No character is wider than two cells.
  if (text.length * 2 <= cells || width(text) <= cells) return [text.trimEnd()];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const flush = (): void => {
    if (line.trimEnd() !== '') lines.push(line.trimEnd());
    line = '';
    used = 0;
  };
  for (const unit of units(text)) {
    if (used + width(unit.trimEnd()) > cells) flush();
    const start = line === '' && lines.length > 0 ? unit.trimStart() : unit;
    for (const piece of width(start) <= cells ? [start] : graphemes(start)) {
      if (used + width(piece) > cells) flush();
      if (line === '' && lines.length > 0 && piece.trim() === '') continue;
      line += piece;
      used += width(piece);
    }
  }
  flush();
  return lines;
}

/** The pieces between which a line may break: words and spaces of other scripts, single characters of Chinese, each with its marks. */
function units(text: string): string[] {
  const found: string[] = [];
  // Only the end of the last piece is looked at: a piece can be as long as the text.
  let end = '';
  let endsAtBreak = true;
  for (const segment of graphemes(text)) {
    const joined: boolean = found.length > 0 && (CLOSING.test(segment) || OPENING.test(end) || !(endsAtBreak || BREAKS.test(segment)));
    if (joined) found[found.length - 1] += segment;
    else found.push(segment);
    end = segment;
    endsAtBreak = joined ? WIDE.test(segment) : BREAKS.test(segment);
  }
  return found;
}

/** After or before these a line may break: spaces, and the wide characters of Chinese text. */
const BREAKS = /^\s$|[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]$/u;
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]$/u;

/** So many code units are looked at together: every segment that the segmenter gives holds a copy of its whole input. */
const WINDOW = 256;

/** The characters of a text as a reader sees them. */
export function graphemes(text: string): string[] {
  if (plainWidth(text) !== null) return text.split('');
  const found: string[] = [];
  let room = WINDOW;
  for (let at = 0; at < text.length; ) {
    const until = wholeUntil(text, at + room);
    const start = at;
    for (const { segment, index } of GRAPHEMES.segment(text.slice(start, until))) {
      const after = start + index + segment.length;
      // The last one may go on beyond the window, and of a wider window only the first is taken.
      if ((after === until && until < text.length) || (room > WINDOW && index > 0)) break;
      found.push(segment);
      at = after;
    }
    room = at === start ? 2 * room : WINDOW;
  }
  return found;
}

/** The same index, or the one after where it would cut a surrogate pair. */
function wholeUntil(text: string, index: number): number {
  if (index >= text.length) return text.length;
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff ? index + 1 : index;
}

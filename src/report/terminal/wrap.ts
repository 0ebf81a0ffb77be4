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

let segmenter: Intl.Segmenter | null = null;

/** Made when a text first needs it: to load its data takes as long as to judge a profile. */
function clusters(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  return segmenter;
}

// No line begins with a closing mark, and none ends with an opening one (GB/T 15834 layout).
const CLOSING: ReadonlySet<string> = new Set('，。；：、！？）》”’」』】〕…—%,.;:!?)]}');
const OPENING: ReadonlySet<string> = new Set('（《“‘「『【〔([{');

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
    const joined: boolean =
      found.length > 0 && (CLOSING.has(segment.charAt(0)) || OPENING.has(end.slice(-1)) || !(endsAtBreak || isBreak(segment)));
    if (joined) found[found.length - 1] += segment;
    else found.push(segment);
    end = segment;
    endsAtBreak = joined ? isWide(segment) : isBreak(segment);
  }
  return found;
}

/** Whether a line may break after or before a character: a space, or a wide one. */
function isBreak(segment: string): boolean {
  return segment === ' ' || isWide(segment) || /^\s$/.test(segment);
}

/** Whether a character is one of the wide ones of Chinese text. */
function isWide(segment: string): boolean {
  const code = segment.charCodeAt(segment.length - 1);
  return (code >= 0x2e80 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xff00 && code <= 0xff60);
}

/** So many code units are looked at together: every segment that the segmenter gives holds a copy of its whole input. */
const WINDOW = 256;

/** Texts of these alone have a character in each code unit: none of them joins what stands beside it (UAX 29). */
const SINGLE =
  /^[\x20-\x7e\xa0-\xac\xae-\xff\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u25ff\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/;

/** The characters of a text as a reader sees them. */
export function graphemes(text: string): string[] {
  if (SINGLE.test(text)) return text.split('');
  const found: string[] = [];
  let room = WINDOW;
  for (let at = 0; at < text.length; ) {
    const until = wholeUntil(text, at + room);
    const start = at;
    for (const { segment, index } of clusters().segment(text.slice(start, until))) {
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

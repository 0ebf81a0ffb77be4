import stringWidth from 'string-width';

/** Width of a text in terminal cells; a Chinese character takes two. */
export function width(text: string): number {
  return stringWidth(text);
}

/** The text with spaces to its right, up to a width in cells. */
export function pad(text: string, cells: number): string {
  return text + ' '.repeat(Math.max(0, cells - width(text)));
}

/** The text cut to a width in cells, an ellipsis in place of what is left out. */
export function cut(text: string, cells: number): string {
  if (width(text) <= cells) return text;
  let kept = '';
  for (const { segment } of GRAPHEMES.segment(text)) {
    if (width(kept + segment) > cells - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
const GRAPHEMES = new Intl.Segmenter('zh', { granularity: 'grapheme' });
// No line begins with a closing mark, and none ends with an opening one (GB/T 15834 layout).
const CLOSING = /^[，。；：、！？）》”’」』】…—%,.;:!?)\]}]/u;
const OPENING = /[（《“‘「『【([{]$/u;

/** The lines of a text that fit a width in cells. Nothing is dropped; a word too long for a line is broken. */
export function wrap(text: string, cells: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const unit of units(text)) {
    if (width(line + unit.trimEnd()) <= cells) {
      line += unit;
      continue;
    }
    if (line.trimEnd() !== '') lines.push(line.trimEnd());
    line = '';
    for (const piece of width(unit) <= cells ? [unit.trimStart()] : pieces(unit.trimStart(), cells)) {
      if (width(line + piece) > cells) {
        lines.push(line);
        line = '';
      }
      line += piece;
    }
  }
  if (line.trimEnd() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** Words with the marks that must stay with them; between two units a line may break. */
function units(text: string): string[] {
  const found: string[] = [];
  for (const { segment } of WORDS.segment(text)) {
    const last = found.at(-1);
    const joined =
      last !== undefined && (CLOSING.test(segment) || OPENING.test(last) || (/\S$/.test(last) && isLatin(last) && isLatin(segment)));
    if (joined) found[found.length - 1] = last + segment;
    else found.push(segment);
  }
  return found;
}

/** Ids and paths break only at spaces. */
function isLatin(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

function pieces(unit: string, cells: number): string[] {
  return [...GRAPHEMES.segment(unit)].map(({ segment }) => segment).filter((segment) => width(segment) <= cells || cells < 2);
}

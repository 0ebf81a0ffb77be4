import type { Place } from '../../core/finding.js';
import { escapeTerminal } from '../escape.js';
import { width } from './wrap.js';

/** Line with its number and a caret under the column; both by terminal cells, so that it fits after Chinese too. */
export function codeFrame(at: Place, cells: number): string[] {
  if (at.line === null || at.column === null || at.source === null) return [];
  const number = String(at.line);
  const room = Math.max(10, cells - number.length - 3);
  const shift = width(at.source) > room ? Math.max(0, at.column - 1 - Math.floor(room / 3)) : 0;
  // A long line is shown from a little before the column on; the ellipsis stands for what is left out.
  const before = escapeTerminal(`${shift > 0 ? '…' : ''}${at.source.slice(shift > 0 ? shift + 1 : 0, at.column - 1)}`);
  const line = clip(before + escapeTerminal(at.source.slice(at.column - 1)), room);
  return [`${number} │ ${line}`, `${' '.repeat(number.length)} │ ${' '.repeat(width(before))}^`];
}

function clip(text: string, cells: number): string {
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += width(character);
    if (used > cells) return kept;
    kept += character;
  }
  return kept;
}

import { codeSpan, escapeMarkdown, escapeXml } from '../escape.js';
import type { Block } from './budget.js';

/** A block under a heading; its entries are markup already. */
export function section(title: string, entries: readonly string[]): Block {
  return { title, before: `### ${escapeMarkdown(title)}\n\n`, after: '\n', entries };
}

/** A block that a reader opens. Its title stands in HTML, in which Markdown has no meaning. */
export function details(title: string, entries: readonly string[]): Block {
  return {
    title,
    before: `<details>\n<summary>${escapeXml(title)}</summary>\n\n`,
    after: '\n</details>\n\n',
    entries,
  };
}

/** A block that is a table: a row for each entry. Cells are markup already; those of numbers stand at the right. */
export function table(title: string, head: readonly string[], rows: readonly (readonly string[])[], numbersFrom: number): Block {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const rule = head.map((_, index) => (index < numbersFrom ? '---' : '---:'));
  const heading = title === '' ? '' : `### ${escapeMarkdown(title)}\n\n`;
  return { title, before: `${heading}${row(head.map(escapeMarkdown))}${row(rule)}`, after: '\n', entries: rows.map(row) };
}

/** A text of at most so many characters, with an ellipsis where it was cut. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${[...text.slice(0, 2 * most)].slice(0, most).join('')}…`;
}

/** Texts and names come from strangers and may be as long as a file; of one that is longer a comment shows the beginning. */
const MAX_TEXT = 1000;
export const MAX_NAME = 200;

/** Text in a paragraph, list item or cell. */
export function text(of: string): string {
  return escapeMarkdown(shorten(of, MAX_TEXT));
}

/** A path or another name as code. */
export function code(of: string): string {
  return codeSpan(shorten(of, MAX_NAME));
}

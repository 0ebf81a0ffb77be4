import type { Nodes, Root, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { expect } from 'vitest';
import { spelt } from './hostile.js';

const MAX = 65_536;
export const BREAK = '\u200b';

export const parse = (markdown: string): Root => fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

export function all(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? (node.children as Nodes[]).flatMap(all) : [])];
}

export function ofType<T extends Nodes['type']>(node: Nodes, type: T): Extract<Nodes, { type: T }>[] {
  return all(node).filter((each): each is Extract<Nodes, { type: T }> => each.type === type);
}

export function textOf(node: Nodes): string {
  return all(node)
    .map((each) => (each.type === 'text' || each.type === 'inlineCode' ? each.value : ''))
    .join('')
    .replaceAll(BREAK, '');
}

/** On one line, as Markdown writes it here. */
export const inline = (text: string): string => spelt(spelt(text), /[\n\r\u2028\u2029]/g);

/** What GitHub makes of a text after Markdown: mentions, references, addresses. */
export const LATE_LINK = /(?<![\w`])@[a-z\d]|#\d|\bGH-\d|https?:\/\/|\bwww\.|[\w.+-]@[\w-]+\.\w/i;

/** Reads a report and sees that it holds no markup but its own. */
export function readMarkdown(markdown: string): Root {
  expect(markdown.length).toBeLessThanOrEqual(MAX);
  const root = parse(markdown);
  const allowed = [
    'root',
    'heading',
    'paragraph',
    'text',
    'strong',
    'inlineCode',
    'list',
    'listItem',
    'table',
    'tableRow',
    'tableCell',
    'html',
    'blockquote',
  ];
  for (const { type } of all(root)) expect(allowed).toContain(type);
  for (const { value } of ofType(root, 'html')) expect(value).toMatch(/^(<details>\n<summary>[^<>]*<\/summary>|<\/details>)$/);
  const folds = ofType(root, 'html').map(({ value }) => (value.startsWith('</') ? -1 : 1) as number);
  expect(folds.reduce((depth, step) => (depth < 0 ? depth : depth + step), 0)).toBe(0);
  for (const table of ofType(root, 'table'))
    for (const { children } of table.children) expect(children.length).toBe(table.children[0]?.children.length);
  for (const { value } of ofType(root, 'text')) expect(value).not.toMatch(LATE_LINK);
  return root;
}

export const headings = (root: Root): string[] => ofType(root, 'heading').map(textOf);
export const summaries = (root: Root): string[] =>
  ofType(root, 'html').flatMap(({ value }) => /<summary>(.*)<\/summary>/.exec(value)?.[1] ?? []);
export const rowsOf = (table: Table | undefined): string[][] =>
  (table?.children ?? []).slice(1).map(({ children }) => children.map(textOf));

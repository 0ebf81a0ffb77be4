import { isCollection, isPair, type Node, parseDocument } from 'yaml';

/**
 * A text of YAML with lines put at the end of the block list or mapping at a path, indented as its entries are; all other
 * bytes stay, and lines end as its first one does. Null where there is no such list or mapping, or it is written in flow style.
 */
export function appended(text: string, path: readonly (string | number)[], lines: readonly string[]): string | null {
  const document = parseDocument(text, { keepSourceTokens: true, uniqueKeys: false, logLevel: 'silent' });
  const found = path.length === 0 ? document.contents : document.getIn(path, true);
  if (document.errors.length > 0 || !isCollection(found) || found.items.length === 0) return null;
  const { srcToken } = found;
  if (srcToken?.type !== 'block-map' && srcToken?.type !== 'block-seq') return null;
  const end = endOf(found);
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  const newline = text.indexOf('\n', text[end - 1] === '\n' ? end - 1 : end);
  const head = newline === -1 ? `${text}${eol}` : text.slice(0, newline + 1);
  const put = lines.map((line) => (line === '' ? eol : `${' '.repeat(srcToken.indent)}${line}${eol}`));
  return `${head}${put.join('')}${newline === -1 ? '' : text.slice(newline + 1)}`;
}

/** Where what a node holds ends; comments and blank lines after it belong to what follows. */
function endOf(node: unknown): number {
  if (isPair(node)) return node.value === null ? endOf(node.key) : endOf(node.value);
  const last = isCollection(node) ? node.items.at(-1) : undefined;
  if (last !== undefined && !(node as { readonly flow?: boolean }).flow) return endOf(last);
  return (node as Node).range?.[1] ?? 0;
}

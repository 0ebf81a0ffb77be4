import { HtmlValidate } from 'html-validate';

// Ids of rules hold a slash, which HTML allows.
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: { 'valid-id': ['error', { relaxed: true }], 'long-title': 'off' },
});

/** What html-validate has against a page. */
export async function mistakes(page: string): Promise<string[]> {
  const { results } = await validator.validateString(page);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId} ${message}`));
}

/** The text of a page as a reader sees it. */
export function textOf(markup: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };
  return markup.replace(/<[^>]*>/g, ' ').replace(/&(#?\w+);/g, (whole, name: string) => named[name] ?? whole);
}

/** The cells of each row of the tables. */
export function rowsOf(markup: string): string[][] {
  return [...markup.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => textOf(cell).trim()),
  );
}

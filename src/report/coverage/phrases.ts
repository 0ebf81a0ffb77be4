import type { Ground } from '../../core/rule.js';
import type { Language } from '../../core/text.js';
import { sentences } from '../../i18n/translate.js';
import { text } from '../markdown/marks.js';
import { Page } from '../terminal/page.js';

/** Which phrases were looked for in which text, and which were not found. */
export interface SoughtPhrases {
  readonly path: string;
  readonly phrases: number;
  readonly missing: readonly Pick<Ground, 'clause' | 'phrase'>[];
}

/** Whether a text holds every phrase, for a person at a terminal. */
export function phrasesTable(sought: SoughtPhrases, lang: Language, cells: number): string {
  const page = new Page(cells, false);
  const [first = '', ...lines] = linesOf(sought, lang);
  page.text(first);
  for (const line of lines) page.text(line, 2);
  if (lines.length > 0) page.text(sentences(lang).coverage.textHint);
  return page.toString();
}

/** Whether a text holds every phrase, as GitHub Flavored Markdown. */
export function phrasesMarkdown(sought: SoughtPhrases, lang: Language): string {
  const [first = '', ...lines] = linesOf(sought, lang).map(text);
  if (lines.length === 0) return `${first}\n`;
  return `${first}\n\n${lines.map((line) => `- ${line}\n`).join('')}\n${text(sentences(lang).coverage.textHint)}\n`;
}

/** Whether a text holds every phrase, as one JSON document. */
export function phrasesJson({ path, phrases, missing }: SoughtPhrases, tool: string): string {
  const document = { schemaVersion: 1, tool: { name: 'hegui', version: tool }, path, phrases, found: phrases - missing.length, missing };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function linesOf({ path, phrases, missing }: SoughtPhrases, lang: Language): string[] {
  const { coverage, quote } = sentences(lang);
  if (missing.length === 0) return [coverage.textComplete(path, phrases)];
  return [coverage.textMissing(path, missing.length, phrases), ...missing.map(({ clause, phrase }) => `${clause} ${quote(phrase)}`)];
}

import { escapeHtml } from '../escape.js';

/** Markup that is safe to stand in a page. Only the two tags below make it. */
class Safe {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

export type Markup = Safe;

/** What may stand in a template: text is escaped, markup stands as it is, nothing gives nothing. */
export type Content = string | number | Markup | null | false | readonly Content[];

/** Templates that were looked at, by their identity: their text without indentation. */
const seen = new WeakMap<TemplateStringsArray, readonly string[]>();

/**
 * Tag of a template of HTML. Line breaks and indentation of the template fall away; every value is escaped unless it
 * is markup itself. A value inside a tag must stand in double quotes.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  const fixed = seen.get(strings) ?? look(strings);
  let markup = fixed[0] ?? '';
  for (const [index, value] of values.entries()) markup += toMarkup(value) + fixed[index + 1];
  return new Safe(markup);
}

/** Tag of a template without values that stands in the page to the letter: a style sheet or a script. */
export function literal(strings: TemplateStringsArray): Markup {
  return new Safe(strings.join(''));
}

function toMarkup(value: Content): string {
  if (value === null || value === false) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number' || value instanceof Safe) return String(value);
  return value.map(toMarkup).join('');
}

function look(strings: TemplateStringsArray): readonly string[] {
  let open: 'text' | 'tag' | 'quoted' = 'text';
  for (const [index, string] of strings.entries()) {
    for (const character of string) {
      if (open === 'text') open = character === '<' ? 'tag' : 'text';
      else if (character === '"') open = open === 'tag' ? 'quoted' : 'tag';
      else if (open === 'tag' && character === '>') open = 'text';
    }
    if (open === 'tag' && index < strings.length - 1) throw new Error(`a value inside a tag needs double quotes: ${string}`);
  }
  const fixed = strings.map((string) => string.replace(/\n\s*/g, ''));
  seen.set(strings, fixed);
  return fixed;
}

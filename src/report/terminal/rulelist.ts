import type { Pack } from '../../core/rule.js';
import type { Language } from '../../core/text.js';
import type { Words } from '../../core/words.js';
import { sentences } from '../../i18n/translate.js';
import { Page } from './page.js';

/** The rules of a pack by area, each with its duty, severity, title and id. */
export function renderRules(pack: Pack, words: Words, lang: Language, width: number): string {
  const { duty, severity } = sentences(lang);
  const page = new Page(width, false);
  for (const area of pack.areas) {
    const rules = pack.rules.filter((rule) => rule.area === area.id);
    page.heading(`${area.title[lang]} ${area.id} (${rules.length})`);
    for (const rule of rules) {
      page.text(
        `[${duty[rule.duty]}·${severity[rule.severity]}] ${(words.rules[rule.id]?.title[lang] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(rule.params[name] ?? name))}`,
        2,
      );
      page.text(rule.id, 4);
    }
  }
  return page.toString();
}

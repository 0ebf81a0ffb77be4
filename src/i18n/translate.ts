import { citationOf } from '../core/article.js';
import type { Problem } from '../core/problem.js';
import type { GateReason } from '../core/run.js';
import type { Language } from '../core/text.js';
import { en } from './en.js';
import type { Sentences } from './sentences.js';
import { zh } from './zh.js';

const LANGUAGES: Readonly<Record<Language, Sentences>> = { zh, en };

/** The sentences of a language. */
export function sentences(lang: Language): Sentences {
  return LANGUAGES[lang];
}

/** The sentence of a problem. One in a saved run may be of a later version, or of anybody's making: then its own message stands. */
export function sayProblem(found: Problem & { readonly message?: string }, words: Sentences): string {
  const fallback = found.message ?? found.code;
  if (!Object.hasOwn(words.problem, found.code)) return fallback;
  const say = words.problem[found.code] as (args: Problem['args']) => string;
  try {
    return say(found.args);
  } catch {
    return fallback;
  }
}

/** The sentence of a gate's reason. */
export function sayGateReason(reason: GateReason, words: Sentences): string {
  if (!Object.hasOwn(words.gate, reason.code)) return reason.code;
  const say = words.gate[reason.code] as (reason: GateReason) => string;
  return say(reason);
}

/** `25(2)[3]` as the article, paragraph and item that a reader looks up. */
export function sayArticle(article: string, words: Sentences): string {
  const citation = citationOf(article);
  return citation === null ? article : words.article(citation);
}

/** The language to speak: the one asked for, else HEGUI_LANG, else the locale; English only where the locale says so. */
export function chooseLanguage(asked: string | undefined, env: Readonly<Record<string, string | undefined>>): Language {
  const from = [asked, env['HEGUI_LANG'], env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((each) => each !== undefined && each !== '');
  return from?.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

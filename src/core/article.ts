/** A numeral of a Chinese document, from one to ninety-nine. */
const NUMERAL = '(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])';
const COUNT = '[1-9][0-9]{0,3}';

/** Pattern of a clause of an opinion: `一`, or `三(五)` with its second level. */
export const CLAUSE = `^${NUMERAL}(?:\\(${NUMERAL}\\))?$`;

/** Pattern of a part of a document that has no articles. */
export const SECTION = `^${NUMERAL}$`;

/**
 * Pattern of a citation: article `25`, its paragraph `25(2)`, its item `16[3]`, an item of a paragraph `62(1)[2]`; of a
 * document without articles a part `六`, its second level `三(五)`, an item of either `六[3]`.
 */
export const ARTICLE = `^(?:${COUNT}(?:\\(${COUNT}\\))?|${NUMERAL}(?:\\(${NUMERAL}\\))?)(?:\\[${COUNT}\\])?$`;

/** A citation taken apart: a numbered article, or a part of a document without articles; the numbers as they are written. */
export interface Citation {
  readonly kind: 'article' | 'section';
  readonly first: string;
  /** A paragraph of an article, or the second level of a part. */
  readonly second: string | null;
  readonly item: string | null;
}

/** The parts of a citation; null where it has not the form of {@link ARTICLE}. */
export function citationOf(article: string): Citation | null {
  if (!FORM.test(article)) return null;
  const [, first = '', second, item] = /^([^([]+)(?:\(([^)]+)\))?(?:\[(\d+)\])?$/.exec(article) ?? [];
  return { kind: /^\d/.test(first) ? 'article' : 'section', first, second: second ?? null, item: item ?? null };
}

const FORM = new RegExp(ARTICLE);

/** The value of a number in digits, or of a numeral from one to ninety-nine. */
export function countOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, units] = text.includes('十') ? text.split('十') : ['0', text];
  return 10 * (tens === '' ? 1 : digitOf(tens ?? '')) + digitOf(units ?? '');
}

/** Zero for what is no digit, such as nothing. */
function digitOf(numeral: string): number {
  return '一二三四五六七八九'.indexOf(numeral) + (numeral === '' ? 0 : 1);
}

import { expect, test } from 'vitest';
import { WHOLE_FILE } from '../../src/core/problem.js';
import { articleProblem } from '../../src/rules/articles.js';

test.each<[article: string, last: number | string | null, code: string | null]>([
  ['56', 56, null],
  ['56(2)[3]', 56, null],
  ['1', 56, null],
  ['57', 56, 'article-beyond'],
  ['57(1)', 56, 'article-beyond'],
  ['1260', 56, 'article-beyond'],
  ['六', '六', null],
  ['六[3]', '六', null],
  ['三(九)', '六', null],
  ['七', '六', 'article-beyond'],
  ['十', '六', 'article-beyond'],
  ['6', '六', 'article-for-section'],
  ['六', 56, 'section-for-article'],
  ['57', null, null],
  ['七', null, null],
])('article %s of a law that ends with %s: %s', (article, last, code) => {
  expect(articleProblem(article, last, WHOLE_FILE)?.code ?? null).toBe(code);
});

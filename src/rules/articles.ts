import { citationOf, countOf } from '../core/article.js';
import type { Place } from '../core/finding.js';
import { type Problem, problem } from '../core/problem.js';

/**
 * What is wrong with a citation of an instrument that ends with the article or part `last`: it lies beyond, or it names
 * an article where there are only parts, or the other way round. Null where nothing is, or where the end is not known.
 */
export function articleProblem(article: string, last: number | string | null, at: Place): Problem | null {
  const citation = citationOf(article);
  if (citation === null || last === null) return null;
  const { kind, first } = citation;
  if (typeof last === 'string' && kind === 'article') return problem('article-for-section', { article, last }, at);
  if (typeof last === 'number' && kind === 'section') return problem('section-for-article', { article, last }, at);
  return countOf(first) > countOf(String(last)) ? problem('article-beyond', { article: first, last }, at) : null;
}

import type { Ledger } from '../core/ledger.js';
import type { Ground } from '../core/rule.js';

/**
 * The phrases of a ledger that a text of the opinion does not hold. White space, breaks of lines and pages with their
 * numbers, and the width of letters, digits and punctuation marks make no difference.
 */
export function missingPhrases(ledger: Ledger, text: string): Pick<Ground, 'clause' | 'phrase'>[] {
  const whole = plain(
    text
      .split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/)
      .filter((line) => !PAGE_NUMBER.test(line))
      .join(''),
  );
  return ledger.clauses.flatMap(({ id, phrases }) =>
    phrases.filter(({ phrase }) => !whole.includes(plain(phrase))).map(({ phrase }) => ({ clause: id, phrase })),
  );
}

/** A line with nothing but the number of a page, as `12`, `- 3 -` or `第 3 页`. */
const PAGE_NUMBER = /^\s*(?:[-–—－]{0,3}\s*\d{1,4}\s*[-–—－]{0,3}|第\s*\d{1,4}\s*页)\s*$/u;

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b\ufeff]/g, '');
}

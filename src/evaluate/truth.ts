import type { Truth } from '../core/finding.js';

/** Kleene's strong negation. */
export function not(of: Truth): Truth {
  if (of === 'unknown') return 'unknown';
  return of === 'true' ? 'false' : 'true';
}

/** Kleene's strong conjunction: false if any is, else unknown if any is, else true. True over nothing. */
export function and(of: Iterable<Truth>): Truth {
  let result: Truth = 'true';
  for (const each of of) {
    if (each === 'false') return 'false';
    if (each === 'unknown') result = 'unknown';
  }
  return result;
}

/** Kleene's strong disjunction: true if any is, else unknown if any is, else false. False over nothing. */
export function or(of: Iterable<Truth>): Truth {
  let result: Truth = 'false';
  for (const each of of) {
    if (each === 'true') return 'true';
    if (each === 'unknown') result = 'unknown';
  }
  return result;
}

/** The truth of a decided value. */
export function truthOf(value: boolean): Truth {
  return value ? 'true' : 'false';
}

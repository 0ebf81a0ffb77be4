import { closest, distance } from 'fastest-levenshtein';

/** The candidate that a misspelt word most likely means, or null if none is near. */
export function suggest(word: string, candidates: readonly string[]): string | null {
  if (word.length > 64 || candidates.length === 0) return null;
  const best = closest(word, candidates);
  // Two letters exchanged are two edits; in a very short word that could be any other word.
  const longer = Math.max(word.length, best.length);
  const limit = longer < 4 ? 1 : Math.max(2, Math.floor(longer / 3));
  return distance(word, best) <= limit ? best : null;
}

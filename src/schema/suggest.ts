import { closest, distance } from 'fastest-levenshtein';

/** The candidate that a misspelt word most likely means, or null if none is near. */
export function suggest(word: string, candidates: readonly string[]): string | null {
  if (word.length > 64 || candidates.length === 0) return null;
  const best = closest(word, candidates);
  const limit = Math.max(1, Math.floor(Math.max(word.length, best.length) / 3));
  return distance(word, best) <= limit ? best : null;
}

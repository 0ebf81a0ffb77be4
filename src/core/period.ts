import type { Period } from './rule.js';

const PERIOD = /^([1-9]\d*) (day|month|year)s?$/;

/** A period such as `6 months`, or null if the text is none. */
export function parsePeriod(text: string): Period | null {
  const match = PERIOD.exec(text);
  if (match === null) return null;
  return { count: Number(match[1]), unit: `${match[2]}s` as Period['unit'] };
}

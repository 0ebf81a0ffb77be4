import type { Period } from './rule.js';

const PERIOD = /^([1-9]\d*) (day|month|year)s?$/;

/** Longest period in years: with any date on which a profile is judged, it ends within the calendar. */
export const MAX_PERIOD_YEARS = 1_000;

const PER_YEAR: Readonly<Record<Period['unit'], number>> = { days: 366, months: 12, years: 1 };

/** Whether dates can be reckoned with a period. */
export function isReckonable({ count, unit }: Period): boolean {
  return count <= MAX_PERIOD_YEARS * PER_YEAR[unit];
}

/** A period such as `6 months`, or null if the text is none. */
export function parsePeriod(text: string): Period | null {
  const match = PERIOD.exec(text);
  if (match === null) return null;
  return { count: Number(match[1]), unit: `${match[2]}s` as Period['unit'] };
}

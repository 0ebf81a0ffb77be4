import type { Period } from './rule.js';

/** Days in a month of the proleptic Gregorian calendar; months count from 1. */
function daysInMonth(year: number, month: number): number {
  return utc(year, month + 1, 0).getUTCDate();
}

/** Midnight UTC of a day; `Date.UTC` would read years below 100 as of the last century. */
function utc(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

function parts(date: string): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function iso(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** First and last day of the calendar: beyond them dates would not sort as texts. */
const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';

/** A date (`YYYY-MM-DD`) that many months later; the day is clamped to the end of its month, the date to the calendar. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = parts(date);
  const total = year * 12 + (month - 1) + months;
  const newYear = Math.floor(total / 12);
  if (newYear > 9999) return LAST_DAY;
  if (newYear < 0) return FIRST_DAY;
  const newMonth = total - newYear * 12 + 1;
  return iso(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** A date that many days later, clamped to the calendar. */
export function addDays(date: string, days: number): string {
  const [year, month, day] = parts(date);
  const later = utc(year, month, day + days);
  const newYear = later.getUTCFullYear();
  if (newYear > 9999) return LAST_DAY;
  return newYear < 0 ? FIRST_DAY : later.toISOString().slice(0, 10);
}

/** A date one period later, in calendar arithmetic. */
export function addPeriod(date: string, period: Period): string {
  if (period.unit === 'days') return addDays(date, period.count);
  return addMonths(date, period.unit === 'years' ? period.count * 12 : period.count);
}

/** Days from `start` to `end`; negative if `end` lies before. */
export function daysBetween(start: string, end: string): number {
  const [y1, m1, d1] = parts(start);
  const [y2, m2, d2] = parts(end);
  return Math.round((utc(y2, m2, d2).getTime() - utc(y1, m1, d1).getTime()) / 86_400_000);
}

/** Year of a date. */
export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** The earliest of the dates; null over nothing. */
export function earliest(dates: readonly string[]): string | null {
  return [...dates].sort()[0] ?? null;
}

/** The latest of the dates; null over nothing. */
export function latest(dates: readonly string[]): string | null {
  return [...dates].sort().at(-1) ?? null;
}

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

/** A date (`YYYY-MM-DD`) that many months later; the day is clamped to the end of its month. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = parts(date);
  const total = year * 12 + (month - 1) + months;
  const newYear = Math.floor(total / 12);
  const newMonth = total - newYear * 12 + 1;
  return iso(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** A date that many days later. */
export function addDays(date: string, days: number): string {
  const [year, month, day] = parts(date);
  return utc(year, month, day + days)
    .toISOString()
    .slice(0, 10);
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

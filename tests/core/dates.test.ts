import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, addPeriod, daysBetween, earliest, latest, yearOf } from '../../src/core/dates.js';
import { parsePeriod } from '../../src/core/period.js';

describe('addMonths', () => {
  test.each([
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2000-01-30', 1, '2000-02-29'],
    ['2100-01-30', 1, '2100-02-28'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-05-31', 6, '2026-11-30'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-12-01', 12, '2027-12-01'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-31', -2, '2025-11-30'],
    ['2026-01-31', 0, '2026-01-31'],
    ['9999-11-30', 1, '9999-12-30'],
    ['9999-11-30', 2, '9999-12-31'],
    ['0000-02-01', -1, '0000-01-01'],
    ['0000-02-01', -2, '0000-01-01'],
  ])('%s and %i months is %s: the day is clamped to the end of its month', (date, months, result) => {
    expect(addMonths(date, months)).toBe(result);
  });
});

describe('addPeriod', () => {
  test.each([
    ['9999-12-30', '1 day', '9999-12-31'],
    ['9999-12-30', '2 days', '9999-12-31'],
    ['9000-01-01', '1000 years', '9999-12-31'],
    ['9999-01-01', '366000 days', '9999-12-31'],
    ['2026-02-28', '1 day', '2026-03-01'],
    ['2024-02-28', '1 day', '2024-02-29'],
    ['2026-12-31', '1 day', '2027-01-01'],
    ['2026-01-01', '365 days', '2027-01-01'],
    ['2024-01-01', '366 days', '2025-01-01'],
    ['2026-03-08', '30 days', '2026-04-07'],
    ['2026-08-31', '6 months', '2027-02-28'],
    ['2024-02-29', '1 year', '2025-02-28'],
    ['2024-02-29', '4 years', '2028-02-29'],
  ])('%s and %s is %s', (date, text, result) => {
    const period = parsePeriod(text);
    expect(period).not.toBeNull();
    expect(period && addPeriod(date, period)).toBe(result);
  });
});

describe('daysBetween', () => {
  test.each([
    ['2026-11-23', '2026-11-23', 0],
    ['2026-11-23', '2026-11-24', 1],
    ['2026-11-24', '2026-11-23', -1],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-02-28', '2026-03-01', 1],
    ['2025-12-31', '2026-12-31', 365],
    ['2023-12-31', '2024-12-31', 366],
    // Both nights on which the clocks of the test's time zone change.
    ['2026-03-07', '2026-03-09', 2],
    ['2026-10-31', '2026-11-02', 2],
  ])('from %s to %s is %i', (start, end, days) => {
    expect(daysBetween(start, end)).toBe(days);
  });

  test('undoes addDays', () => {
    const date = fc.integer({ min: 0, max: 80_000 }).map((days) => addDays('1950-01-01', days));
    fc.assert(
      fc.property(date, fc.integer({ min: -5000, max: 5000 }), (start, days) => {
        expect(daysBetween(start, addDays(start, days))).toBe(days);
      }),
    );
  });
});

describe('parsePeriod', () => {
  test.each([
    ['1 day', { count: 1, unit: 'days' }],
    ['30 days', { count: 30, unit: 'days' }],
    ['1 month', { count: 1, unit: 'months' }],
    ['6 months', { count: 6, unit: 'months' }],
    ['2 years', { count: 2, unit: 'years' }],
  ])('reads %j', (text, period) => {
    expect(parsePeriod(text)).toEqual(period);
  });

  test.each(['', '6', 'months', '0 days', '-1 days', '06 months', '1.5 years', '6  months', '6 months ', '6 Months', '2 weeks', '六个月'])(
    'refuses %j',
    (text) => {
      expect(parsePeriod(text)).toBeNull();
    },
  );
});

test('yearOf is the year of a date', () => {
  expect(yearOf('2026-01-01')).toBe(2026);
  expect(yearOf('2025-12-31')).toBe(2025);
});

test.each([
  [[], null, null],
  [['2026-11-23'], '2026-11-23', '2026-11-23'],
  [['2026-11-23', '2019-01-01', '2027-01-01'], '2019-01-01', '2027-01-01'],
])('earliest and latest of %j are %s and %s', (dates, first, last) => {
  expect(earliest(dates)).toBe(first);
  expect(latest(dates)).toBe(last);
});

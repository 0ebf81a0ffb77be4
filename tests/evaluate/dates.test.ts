import { describe, expect, test } from 'vitest';
import { compileExpr } from '../../src/rules/cel.js';
import { SCOPE, truthOf } from '../support/expression.js';

/** The truth of an expression with one date declared, judged on a day. */
function onDay(text: string, date: string, asOf: string): string {
  return truthOf(text, { shop: { renewal: date } }, asOf);
}

describe('within(date, period) holds from the date to the last day of the period', () => {
  test.each([
    ['2026-05-23', '6 months', '2026-05-22', 'false', 'the day before: the date lies ahead'],
    ['2026-05-23', '6 months', '2026-05-23', 'true', 'the day itself'],
    ['2026-05-23', '6 months', '2026-11-23', 'true', 'the last day'],
    ['2026-05-23', '6 months', '2026-11-24', 'false', 'the day after'],
    ['2026-08-31', '6 months', '2027-02-28', 'true', 'the last day, clamped to the end of February'],
    ['2026-08-31', '6 months', '2027-03-01', 'false', 'the day after that'],
    ['2023-08-31', '6 months', '2024-02-29', 'true', 'the last day, clamped in a leap year'],
    ['2023-08-31', '6 months', '2024-03-01', 'false', 'the day after that'],
    ['2024-02-29', '1 year', '2025-02-28', 'true', 'a year from a leap day'],
    ['2024-02-29', '1 year', '2025-03-01', 'false', 'the day after that'],
    ['2026-11-23', '1 day', '2026-11-24', 'true', 'one day later'],
    ['2026-11-23', '1 day', '2026-11-25', 'false', 'two days later'],
    ['2026-12-01', '30 days', '2026-12-31', 'true', 'thirty days later'],
    ['2026-12-01', '30 days', '2027-01-01', 'false', 'thirty-one days later'],
    ['2024-11-23', '2 years', '2026-11-23', 'true', 'two years later'],
    ['2024-11-23', '2 years', '2026-11-24', 'false', 'two years and a day later'],
  ])('%s, %s, on %s: %s (%s)', (date, period, asOf, truth) => {
    expect(onDay(`within(shop.renewal, "${period}")`, date, asOf)).toBe(truth);
  });

  test('a period can be a parameter', () => {
    expect(onDay('within(shop.renewal, period)', '2026-05-23', '2026-11-23')).toBe('true');
    expect(onDay('within(shop.renewal, period)', '2026-05-23', '2026-11-24')).toBe('false');
  });
});

describe('in_year(date, n) holds in the calendar year that lies n years back', () => {
  test.each([
    ['2026-01-01', 0, '2026-12-31', 'true'],
    ['2026-12-31', 0, '2026-01-01', 'true'],
    ['2025-12-31', 0, '2026-01-01', 'false'],
    ['2025-12-31', 1, '2026-01-01', 'true'],
    ['2025-01-01', 1, '2026-12-31', 'true'],
    ['2024-12-31', 1, '2026-01-01', 'false'],
    ['2027-01-01', 0, '2026-12-31', 'false'],
    ['2024-02-29', 2, '2026-11-23', 'true'],
  ])('%s, %i, on %s: %s', (date, back, asOf, truth) => {
    expect(onDay(`in_year(shop.renewal, ${back})`, date, asOf)).toBe(truth);
  });
});

describe('dates are compared by the calendar', () => {
  test.each([
    ['before(shop.renewal, as_of)', '2026-11-22', 'true'],
    ['before(shop.renewal, as_of)', '2026-11-23', 'false'],
    ['before(shop.renewal, as_of)', '2026-11-24', 'false'],
    ['before("2026-11-23", shop.renewal)', '2026-11-24', 'true'],
    ['shop.renewal < as_of', '2026-11-22', 'true'],
    ['shop.renewal <= as_of', '2026-11-23', 'true'],
    ['shop.renewal >= "2026-11-23"', '2026-11-22', 'false'],
    ['shop.renewal == "2026-11-23"', '2026-11-23', 'true'],
    ['shop.renewal != "2026-11-23"', '2026-11-23', 'false'],
    ['"2026-09-30" < shop.renewal', '2026-10-01', 'true'],
    ['days_between(shop.renewal, as_of) == 7', '2026-11-16', 'true'],
    ['days_between(shop.renewal, as_of) == 7', '2026-11-17', 'false'],
    ['days_between(as_of, shop.renewal) <= -1', '2026-11-22', 'true'],
    ['days_between(shop.renewal, "2024-03-01") == 2', '2024-02-28', 'true'],
    ['days_between(shop.renewal, as_of) + 1 > 30', '2026-10-24', 'true'],
  ])('%s with %s on 2026-11-23: %s', (text, date, truth) => {
    expect(onDay(text, date, '2026-11-23')).toBe(truth);
  });
});

test.each([
  'within(shop.founded, "6 months")',
  'in_year(shop.founded, 0)',
  'before(shop.founded, as_of)',
  'before(as_of, shop.founded)',
  'days_between(shop.founded, as_of) > 3',
  'shop.founded <= as_of',
])('%s is unknown where the date is undeclared', (text) => {
  expect(truthOf(text, {})).toBe('unknown');
});

test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', 'tomorrow', ''])('no rule can say the date %j', (date) => {
  expect(compileExpr(`shop.founded < ${JSON.stringify(date)}`, SCOPE)).toEqual({
    problems: [{ code: 'type-mismatch', args: { expected: 'date', found: 'text' }, start: 15 }],
  });
});

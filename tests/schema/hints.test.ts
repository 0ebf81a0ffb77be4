import { describe, expect, test } from 'vitest';
import { booleanMeant, checklistMeant, dateMeant, numberMeant, retentionMeant } from '../../src/schema/hints.js';

describe('the number in a text', () => {
  test.each([
    ['7', '7', false],
    [' 7 ', '7', false],
    ['-2.5', '-2.5', false],
    ['７', '7', false],
    ['1,200', '1200', false],
    ['1，200，000', '1200000', false],
    ['1_200', '1200', false],
    ['7天', '7', true],
    ['7 天', '7', true],
    ['6个月', '6', true],
    ['30 days', '30', true],
    ['5%', '5', true],
    ['99.5％', '99.5', true],
    ['120万', null, false],
    ['3千', null, false],
    ['七', null, false],
    ['7-10天', null, false],
    ['7,10', null, false],
    ['12:30', null, false],
    ['2026-10-01', null, false],
    ['7\u0000', null, false],
    ['', null, false],
    ['7'.repeat(61), null, false],
  ])('%j is %j', (text, write, unit) => {
    expect(numberMeant(text)).toEqual({ write, unit });
  });
});

test.each([
  ['是', 'true'],
  [' Yes', 'true'],
  ['ON', 'true'],
  ['"true"', null],
  ['否', 'false'],
  ['没有', 'false'],
  ['no', 'false'],
  ['部分', null],
  ['', null],
])('the truth value in %j is %j', (text, write) => {
  expect(booleanMeant(text)).toEqual({ write, unit: false });
});

test.each([
  ['永久', 'permanent'],
  ['Forever', 'permanent'],
  ['permenant', 'permanent'],
  ['3年', '3'],
  ['三年', null],
])('how long in %j is %j', (text, write) => {
  expect(retentionMeant(text).write).toBe(write);
});

test.each([
  ['app', '[app]'],
  ['app, phone', '[app, phone]'],
  ['app、phone；app', '[app, phone]'],
  ['app, fax', null],
  ['', null],
])('the checklist in %j is %j', (text, write) => {
  expect(checklistMeant(text, ['app', 'phone']).write).toBe(write);
});

test.each([
  ['2026/2/3', '2026-02-03'],
  ['2026.12.31', '2026-12-31'],
  ['2026年2月3日', '2026-02-03'],
  ['20260203', '2026-02-03'],
  ['2026-02-03T00:00:00Z', '2026-02-03'],
  ['2024-2-29', '2024-02-29'],
  ['2026-2-29', null],
  ['2026-13-1', null],
  ['2026-02-030', null],
  ['2026-10', null],
  ['3/2/2026', null],
])('the date in %j is %j', (text, write) => {
  expect(dateMeant(text)).toBe(write);
});

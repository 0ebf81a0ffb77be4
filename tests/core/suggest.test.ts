import { expect, test } from 'vitest';
import { suggest } from '../../src/core/suggest.js';

test.each([
  ['feedback_day', 'feedback_days'],
  ['chanels', 'channels'],
  ['cahnnels', 'channels'],
  ['Channels', 'channels'],
  ['id', 'id'],
  ['xx', null],
  ['entirely_different', null],
  ['', null],
  ['c'.repeat(65), null],
])('%s is near to %s', (word, expected) => {
  expect(suggest(word, ['channels', 'feedback_days', 'id'])).toBe(expected);
});

test('nothing is near where there is nothing', () => {
  expect(suggest('channels', [])).toBeNull();
});

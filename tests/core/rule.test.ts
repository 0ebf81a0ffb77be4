import { expect, test } from 'vitest';
import { VERDICTS } from '../../src/core/finding.js';
import { DUTIES, isAtLeast } from '../../src/core/rule.js';

test.each([
  ['mandatory', ['mandatory']],
  ['expected', ['mandatory', 'expected']],
  ['encouraged', ['mandatory', 'expected', 'encouraged']],
] as const)('at least %s are %j', (wanted, duties) => {
  expect(DUTIES.filter((duty) => isAtLeast(duty, wanted))).toEqual(duties);
});

test('verdicts stand from the worst to the best', () => {
  expect(VERDICTS).toEqual(['gap', 'unknown', 'manual', 'pass', 'not-applicable']);
});

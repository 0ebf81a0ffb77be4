import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sayProblem, sentences } from '../../src/i18n/translate.js';
import { checkUscc } from '../../src/vocabulary/uscc.js';
import { judge } from '../load/judge.js';
import { told } from '../load/told.js';
import { normalised } from '../schema/reading.js';

const GOOD = '91500000MA5U000036';

describe('unified social credit code', () => {
  // The second and third are published codes of two large companies, so that the check rules are not tested by themselves alone.
  test.each([GOOD, '9144030071526726XG', '91330100799655058B'])('%s is right', (code) => {
    expect(checkUscc(code)).toBeNull();
  });

  test.each([
    ['91500000MA5U00003', 'uscc-length', { length: 17 }],
    ['91500000MA5U0000361', 'uscc-length', { length: 19 }],
    ['91500000 MA5U000036', 'uscc-length', { length: 19 }],
    ['91500000MA5U0000😀', 'uscc-length', { length: 17 }],
    ['91500000MA5U00003😀', 'uscc-character', { character: '😀', position: 18 }],
    ['91500000ma5u000036', 'uscc-character', { character: 'm', position: 9 }],
    ['９1500000MA5U000036', 'uscc-character', { character: '９', position: 1 }],
    ['915OOOOOMA5U000036', 'uscc-character', { character: 'O', position: 4 }],
    ['91500000MA5U000026', 'uscc-organisation-check', { expected: '3', found: '2' }],
    ['91500000MA5U000037', 'uscc-check', { expected: '6', found: '7' }],
  ])('%s: %s', (code, problem, args) => {
    expect(checkUscc(code)).toEqual({ code: problem, args });
  });

  test('that is blank is one problem, not two', () => {
    expect(told(judge('hegui: 1\noperator: { uscc: " " }\n').problems)).toEqual(['too-short 2:19']);
  });

  test('any one wrong character is noticed', () => {
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    fc.assert(
      fc.property(fc.nat(17), fc.constantFrom(...alphabet), (index, character) => {
        const changed = GOOD.slice(0, index) + character + GOOD.slice(index + 1);
        expect(checkUscc(changed) === null).toBe(changed === GOOD);
      }),
    );
  });

  test('is told with its place, and small letters with the way out', () => {
    const { problems } = normalised('operator:\n  uscc: 91500000ma5u000036');
    expect(told(problems)).toEqual(['uscc-character 3:9']);
    expect(problems.map((found) => sayProblem(found, sentences('zh')))).toEqual([
      '统一社会信用代码第 9 位不能是“m”（只用数字和除 I、O、S、V、Z 以外的大写字母）。请改成大写字母。',
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { askedBy } from '../../src/assess/questions.js';
import type { RuleVerdict } from '../../src/assess/score.js';
import { judged, WEIGHTS } from '../support/verdicts.js';

function open(id: string, missing: readonly string[], fields: Parameters<typeof judged>[1] = {}): RuleVerdict {
  return judged('unknown', { id, missing, ...fields });
}

function paths(...verdicts: readonly RuleVerdict[]): string[] {
  return askedBy(verdicts, WEIGHTS).map((each) => each.path);
}

describe('questions', () => {
  test('are the facts that open rules wait for, each with the rules and what it would decide alone', () => {
    const verdicts = [
      open('a', ['users'], { severity: 'critical' }),
      open('b', ['users', 'open'], { severity: 'high' }),
      open('c', ['open', 'tier'], { severity: 'medium' }),
    ];
    expect(askedBy(verdicts, WEIGHTS)).toEqual([
      { path: 'users', value: 10, alone: 1, rules: ['area/a', 'area/b'] },
      { path: 'open', value: 3, alone: 0, rules: ['area/b', 'area/c'] },
      { path: 'tier', value: 1, alone: 0, rules: ['area/c'] },
    ]);
  });

  test.each(['pass', 'gap', 'manual', 'not-applicable'] as const)('are not asked for a rule that is %s', (verdict) => {
    expect(askedBy([judged(verdict, { missing: ['users'] })], WEIGHTS)).toEqual([]);
  });

  test('of the heavier rule come first', () => {
    expect(paths(open('a', ['a'], { severity: 'low' }), open('b', ['b'], { severity: 'critical' }))).toEqual(['b', 'a']);
  });

  test('of a rule that waits for little come before those of one that waits for much', () => {
    expect(paths(open('a', ['a', 'b', 'c']), open('d', ['d']))).toEqual(['d', 'a', 'b', 'c']);
  });

  test('that many rules share come first', () => {
    expect(paths(open('a', ['x', 'y']), open('b', ['z']), open('c', ['x']))).toEqual(['x', 'z', 'y']);
  });

  test('of the same value: those that decide a rule alone come first, then by path', () => {
    const verdicts = [open('a', ['p', 'q'], { severity: 'high' }), open('b', ['z'], { severity: 'medium' }), open('c', ['y'])];
    expect(paths(...verdicts)).toEqual(['y', 'z', 'p', 'q']);
    expect(paths(...[...verdicts].reverse())).toEqual(['y', 'z', 'p', 'q']);
  });

  test('of encouraged rules weigh nothing, and are asked last', () => {
    const verdicts = [open('a', ['a'], { severity: 'critical', duty: 'encouraged' }), open('b', ['b'], { severity: 'low' })];
    expect(askedBy(verdicts, WEIGHTS).map(({ path, value }) => [path, value])).toEqual([
      ['b', 1],
      ['a', 0],
    ]);
  });

  test('there are none where nothing is open', () => {
    expect(askedBy([], WEIGHTS)).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BEARERS } from '../../src/core/rule.js';
import { type Claim, groundsOf, rulesOn } from '../../src/rules/ledger.js';
import { ledger, phrase } from '../support/ledger.js';

const claim = (id: string): Claim => ({ id, area: id.slice(0, id.indexOf('/')) });

describe('the grounds of a rule', () => {
  test('are the phrases that name it, then those that name its area, each in the order of the ledger', () => {
    const of = ledger({
      一: [phrase('甲', { areas: ['keeping'] }), phrase('乙', { rules: ['keeping/long', 'keeping/short'] })],
      二: [phrase('丙', { areas: ['keeping', 'selling'] }), phrase('丁', { rules: ['keeping/long'] })],
    });
    const phrases = (id: string): string[] => groundsOf(of, claim(id)).map((ground) => `${ground.clause}${ground.phrase}`);
    expect(phrases('keeping/long')).toEqual(['一乙', '二丁', '一甲', '二丙']);
    expect(phrases('keeping/short')).toEqual(['一乙', '一甲', '二丙']);
    expect(phrases('keeping/other')).toEqual(['一甲', '二丙']);
    expect(phrases('selling/any')).toEqual(['二丙']);
    expect(phrases('buying/any')).toEqual([]);
  });

  test('are named once where a phrase names both the rule and its area', () => {
    const of = ledger({ 一: [phrase('甲', { areas: ['keeping'] }), phrase('乙', { areas: ['keeping'], rules: ['keeping/long'] })] });
    expect(groundsOf(of, claim('keeping/long')).map((ground) => ground.phrase)).toEqual(['乙', '甲']);
  });

  test('say whom a phrase binds, unless it is the platform', () => {
    const of = ledger({ 一: BEARERS.map((bearer) => phrase(bearer, { bearer, areas: ['keeping'] })) });
    expect(groundsOf(of, claim('keeping/long'))).toEqual([
      { clause: '一', phrase: 'platform' },
      { clause: '一', phrase: 'government', bearer: 'government' },
      { clause: '一', phrase: 'encouragement', bearer: 'encouragement' },
    ]);
  });

  test('and the rules on a phrase are the same relation seen from both sides', () => {
    const rules = ['a/x', 'a/y', 'b/x', 'b/y'].map(claim);
    const named = fc.record({
      areas: fc.subarray(['a', 'b', 'c']),
      rules: fc.subarray(rules.map(({ id }) => id)),
    });
    fc.assert(
      fc.property(fc.array(fc.array(named, { minLength: 1 }), { minLength: 1 }), (clauses) => {
        const of = ledger(
          Object.fromEntries(clauses.map((phrases, at) => [`c${at}`, phrases.map((each, index) => phrase(`p${index}`, each))])),
        );
        const fromRules = rules.flatMap((rule) => groundsOf(of, rule).map((ground) => `${rule.id} ${ground.clause} ${ground.phrase}`));
        const fromPhrases = of.clauses.flatMap((clause) =>
          clause.phrases.flatMap((each) => rulesOn(each, rules).map(({ id }) => `${id} ${clause.id} ${each.phrase}`)),
        );
        expect(fromRules.sort()).toEqual(fromPhrases.sort());
      }),
    );
  });
});

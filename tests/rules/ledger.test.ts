import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BEARERS } from '../../src/core/rule.js';
import { loadEngine } from '../../src/rules/builtin.js';
import { type Claim, groundsOf, ledgerOf, rulesOn } from '../../src/rules/ledger.js';
import { ledger, ledgerFile, phrase } from '../support/ledger.js';

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

describe('the ledger of the Chongqing opinion', () => {
  const shipped = ledgerOf(ledgerFile(readFileSync('rules/chongqing-2020-16/clauses.yaml', 'utf8')).value);
  const phrases = shipped.clauses.flatMap((clause) => clause.phrases);

  test('holds the whole opinion', () => {
    expect(shipped.complete).toBe(true);
    expect(shipped.clauses.map(({ id }) => id).join(' ')).toBe(
      '一 二(一) 二(二) 二(三) 二(四) 二(五) 二(六) 三(一) 三(二) 三(三) 三(四) 三(五) 四(一) 四(二) 四(三) 四(四) 四(五) 四(六) 四(七)',
    );
    expect(BEARERS.map((bearer) => phrases.filter((each) => each.bearer === bearer).length)).toEqual([19, 31, 14]);
  });

  test('puts no duty of the government on the platform', () => {
    const limit = phrases.find((each) => each.phrase === '监管责任转嫁给平台');
    expect(limit).toMatchObject({ bearer: 'government', status: 'none', areas: [], rules: [] });
    for (const each of phrases.filter(({ bearer }) => bearer === 'government')) expect([each.areas, each.rules]).toEqual([[], []]);
  });

  test('is the source of the grounds of every rule', () => {
    for (const rule of loadEngine().pack.rules) {
      expect(rule.grounds, rule.id).toEqual(groundsOf(shipped, rule));
      expect(rule.grounds, rule.id).not.toEqual([]);
    }
  });
});

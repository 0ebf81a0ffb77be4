import { describe, expect, test } from 'vitest';
import { lintPacks } from '../../src/rules/lint.js';
import { loadPacks } from '../../src/rules/load.js';
import { instrument, memoryReader, rule } from '../support/pack.js';
import { VOCABULARY } from '../support/vocabulary.js';

const TEXT = { zh: '文字', en: 'Text' };
const TESTS = { as_of: '2026-11-23', base: {}, tests: {} };
const manifest = (id: string, area: string, more: object): object => ({
  id,
  version: '1.0.0',
  areas: [{ id: area, title: TEXT, topics: ['topic'] }],
  ...more,
});

/** A national pack with the rules `trade/a` and `trade/b`, and a city's pack with the rule `city/own` and the given ledger. */
function files(ledger: string | null): Record<string, string> {
  const nation = manifest('nation', 'trade', {
    title: TEXT,
    vocabulary: 1,
    max_age_months: 12,
    weights: { critical: 8, high: 4, medium: 2, low: 1 },
  });
  const made: Record<string, unknown> = {
    'nation/pack.yaml': nation,
    'nation/instruments.yaml': { instruments: [instrument('law')] },
    'nation/trade/topic.yaml': { rules: [rule('a'), rule('b')] },
    'nation/trade/topic.test.yaml': TESTS,
    'city/pack.yaml': manifest('city', 'city', { extends: 'nation' }),
    'city/instruments.yaml': { instruments: [instrument('measures')] },
    'city/city/topic.yaml': { rules: [rule('own', { basis: [{ instrument: 'measures', article: '1', source: 'text' }] })] },
    'city/city/topic.test.yaml': TESTS,
  };
  const texts = Object.fromEntries(Object.entries(made).map(([name, value]) => [name, JSON.stringify(value, null, 1)]));
  return ledger === null ? texts : { ...texts, 'city/clauses.yaml': ledger };
}

const LEDGER = `complete: true
clauses:
  - id: 一
    title: { zh: 总则, en: General }
    phrases:
      - phrase: 本市示例
        bearer: platform
        status: automated
        rules: [city/own]
      - phrase: 全国示例
        bearer: government
        status: automated
        areas: [trade]
`;

async function load(ledger: string | null, folders = ['city', 'nation']) {
  const loaded = await loadPacks(folders, memoryReader(files(ledger)), { vocabulary: VOCABULARY, bases: [] });
  if (!('pack' in loaded)) throw new Error(JSON.stringify(loaded.problems, null, 1));
  const linted = lintPacks(loaded.sources, loaded, false).filter(({ file }) => file.endsWith('clauses.yaml'));
  return {
    grounds: Object.fromEntries(loaded.pack.rules.map(({ id, grounds }) => [id, grounds])),
    digests: loaded.pack.packs.map(({ digest }) => digest),
    linted: linted.map(({ file, problem: { code, at } }) => `${file}:${at.line}:${at.column} ${code}`),
  };
}

describe("the ledger of a city's pack", () => {
  test('gives grounds to its own rules and to those that it inherits', async () => {
    const inherited = [{ clause: '一', phrase: '全国示例', bearer: 'government' }];
    expect((await load(LEDGER)).grounds).toEqual({
      'trade/a': inherited,
      'trade/b': inherited,
      'city/own': [{ clause: '一', phrase: '本市示例' }],
    });
  });

  test('is the only source of grounds', async () => {
    expect((await load(null)).grounds).toEqual({ 'trade/a': [], 'trade/b': [], 'city/own': [] });
    expect((await load(LEDGER, ['nation'])).grounds).toEqual({ 'trade/a': [], 'trade/b': [] });
  });

  test('is part of what the digest of its pack covers, and of no other', async () => {
    const [before, after] = [await load(LEDGER), await load(LEDGER.replace('本市示例', '本市样例'))];
    expect([after.digests[0] === before.digests[0], after.digests[1] === before.digests[1]]).toEqual([true, false]);
  });

  test('is linted with all that the pack judges', async () => {
    expect((await load(LEDGER)).linted).toEqual([]);
    const wrong = LEDGER.replace('[trade]', '[traed]').replace('[city/own]', '[city/onw]');
    expect((await load(wrong)).linted).toEqual([
      'city/clauses.yaml:9:17 unknown-rule',
      'city/clauses.yaml:13:17 unknown-area',
      'city/clauses.yaml:1:11 rule-not-in-ledger',
      'city/clauses.yaml:1:11 rule-not-in-ledger',
    ]);
    const local = LEDGER.replace('areas: [trade]', 'areas: [trade, city]');
    expect((await load(local)).linted).toEqual(['city/clauses.yaml:11:17 basis-not-national']);
  });

  test('that its schema does not admit is refused with its place', async () => {
    const broken = files(LEDGER.replace('bearer: platform', 'bearer: plaform'));
    const loaded = await loadPacks(['nation', 'city'], memoryReader(broken), { vocabulary: VOCABULARY, bases: [] });
    expect(loaded).not.toHaveProperty('pack');
    expect(loaded.problems).toMatchObject([{ file: 'city/clauses.yaml', problem: { code: 'not-a-member', at: { line: 7, column: 17 } } }]);
  });
});

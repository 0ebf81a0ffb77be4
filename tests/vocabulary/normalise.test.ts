import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Checklist } from '../../src/core/profile.js';
import { told } from '../load/told.js';
import { normalised } from '../schema/reading.js';
import { fact, members, object, VOCABULARY, vocabularyOf } from '../support/vocabulary.js';

const facts = (text: string) => normalised(text).facts;
const membersOf = (value: unknown) => (value as Checklist).members;
const sells = (text: string) => membersOf((facts(`shop: { sells: ${text} }`)['shop'] as Record<string, unknown>)['sells']);

describe('undeclared', () => {
  test.each(['', 'shop:', 'shop: {}', 'shop: { open: }', 'shop: { sells: null, deep: { a: } }', 'apps:'])('%j declares nothing', (text) => {
    expect(facts(text)).toEqual({});
  });

  test('zero, false and an empty list are declarations', () => {
    expect(facts('shop: { open: false, users: 0 }\napps: []')).toEqual({ shop: { open: false, users: 0 }, apps: [] });
    expect(sells('[]')).toEqual({ goods: false, services: false, food: false });
    expect(sells('{}')).toEqual({});
  });
});

describe('checklists', () => {
  test('a list declares all members, a map only those it names', () => {
    expect(sells('[goods]')).toEqual({ goods: true, services: false, food: false });
    expect(sells('{ goods: true, food: false, services: }')).toEqual({ goods: true, food: false });
  });

  test('both spellings of the same declaration are equal', () => {
    fc.assert(
      fc.property(fc.subarray(['goods', 'services', 'food']), fc.constantFrom(', ', ' ,'), (done, comma) => {
        const map = ['food', 'goods', 'services'].map((member) => `${member}: ${done.includes(member)}`).join(comma);
        expect(sells(`[${done.join(comma)}]`)).toEqual(sells(`{ ${map} }`));
      }),
    );
  });

  test('a repeated member is told and counts once', () => {
    const { facts: found, problems } = normalised('shop:\n  sells:\n    - goods\n    - food\n    - goods');
    expect(told(problems)).toEqual(['repeated-member 6:7 warning']);
    expect(membersOf((found['shop'] as Record<string, unknown>)['sells'])).toEqual({ goods: true, food: true, services: false });
  });

  test('in a list written under an older vocabulary the newer members are undeclared', () => {
    const sold = { ...members('checklist', 'goods', 'services') };
    const newer = vocabularyOf({
      shop: object({ sells: { ...sold, members: { ...sold.members, drones: { since: 2 } } } }),
    });
    const vocabulary = { ...newer, version: 2 };
    const under = (text: string) => membersOf((normalised(text, vocabulary).facts['shop'] as Record<string, unknown>)['sells']);
    expect(under('vocabulary: 1\nshop: { sells: [goods] }')).toEqual({ goods: true, services: false });
    expect(under('vocabulary: 1\nshop: { sells: [drones] }')).toEqual({ goods: false, services: false, drones: true });
    expect(under('vocabulary: 2\nshop: { sells: [goods] }')).toEqual({ goods: true, services: false, drones: false });
    expect(under('shop: { sells: [goods] }')).toEqual({ goods: true, services: false, drones: false });
    expect(under('vocabulary:\nshop: { sells: [goods] }')).toEqual({ goods: true, services: false, drones: false });
  });
});

describe('numbers', () => {
  test('permanent is above every number', () => {
    expect(facts('shop: { keep_days: permanent }')).toEqual({ shop: { keep_days: Number.POSITIVE_INFINITY } });
  });

  test('a text that happens to be the word stays a text', () => {
    expect(facts('shop: { nickname: permanent }')).toEqual({ shop: { nickname: 'permanent' } });
  });
});

describe('lists of objects', () => {
  test('name their items', () => {
    const [first, second] = facts('apps: [{ name: a }, { name: 示例, stars: 5 }]')['apps'] as never[];
    expect(first).toEqual({ key: 'name', name: 'a', index: 0, fields: { name: 'a' } });
    expect(second).toMatchObject({ name: '示例', index: 1, fields: { stars: 5 } });
  });

  test.each(['a', '__proto__', 'constructor', 'toString'])('a name given twice is told with both places: %s', (name) => {
    const { problems } = normalised(`apps:\n  - name: ${name}\n  - name: other\n  - stars: 1\n    name: ${name}\n  - name: ${name}`);
    expect(told(problems)).toEqual(['repeated-name 6:11', 'repeated-name 7:11']);
    expect(problems.map(({ args }) => args)).toMatchObject([
      { key: 'name', value: name, firstLine: 3 },
      { key: 'name', value: name, firstLine: 3 },
    ]);
  });

  test('the same name in two lists is no problem', () => {
    expect(told(normalised('apps: [{ name: a, screens: [{ name: a }] }, { name: b, screens: [{ name: a }] }]').problems)).toEqual([]);
  });
});

describe('dates', () => {
  test('one that should be past and lies after the as-of date counts as undeclared', () => {
    const { facts: found, problems } = normalised('shop:\n  founded: 2026-11-24\n  renewal: 2030-01-01');
    expect(found).toEqual({ shop: { renewal: '2030-01-01' } });
    expect(told(problems)).toEqual(['date-in-future 3:12 warning']);
    expect(normalised('shop: { founded: 2026-11-23 }').facts).toEqual({ shop: { founded: '2026-11-23' } });
  });

  test.each([
    ['2026-11-23', ''],
    ['2026-11-24', 'declaration-in-future 2:22 warning'],
    ['2025-11-23', ''],
    ['2025-11-22', 'declaration-stale 2:22 warning'],
    ['0000-01-01', 'declaration-stale 2:22 warning'],
  ])('a declaration of %s, twelve months being fresh: %j', (date, expected) => {
    expect(told(normalised(`declaration: { date: ${date} }`).problems).join()).toBe(expected);
  });
});

describe('versions', () => {
  // Those that the schema admits are checked once more here, since a caller may bring a value of its own.
  test('are those that this program knows', () => {
    const { problems, envelope } = normalised('vocabulary: 1\nid: a-b.c_1');
    expect(problems).toEqual([]);
    expect(envelope.id).toBe('a-b.c_1');
  });
});

test('the kinds of a platform are read in both spellings', () => {
  const vocabulary = vocabularyOf({ platform: object({ kinds: members('checklist', 'a', 'b'), open: fact('boolean') }) });
  const kinds = (text: string) => normalised(`platform: { name: 示例, kinds: ${text} }`, vocabulary).envelope.platform;
  expect(kinds('[a, b]')).toEqual({ name: '示例', kinds: ['a', 'b'] });
  expect(kinds('{ a: false, b: true }')).toEqual({ name: '示例', kinds: ['b'] });
  expect(kinds('')).toEqual({ name: '示例', kinds: [] });
  expect(normalised('shop:', VOCABULARY).envelope.operator).toEqual({ name: null, uscc: null });
});

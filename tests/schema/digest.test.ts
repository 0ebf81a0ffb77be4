import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Facts, FactValue, Item, Json } from '../../src/core/profile.js';
import { canonicalText, digestOf, factsDigest, sha256 } from '../../src/schema/digest.js';

test('is sha256 in hexadecimal', () => {
  expect(sha256('')).toBe('sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256(new TextEncoder().encode('合规'))).toBe(sha256('合规'));
});

test('of files does not depend on their order, but on their names and contents', () => {
  const [a, b] = [
    { path: 'a', digest: sha256('1') },
    { path: 'b', digest: sha256('2') },
  ] as const;
  expect(digestOf([a, b])).toBe(digestOf([b, a]));
  expect(digestOf([a, b])).not.toBe(
    digestOf([
      { ...a, digest: b.digest },
      { ...b, digest: a.digest },
    ]),
  );
  expect(digestOf([a])).not.toBe(digestOf([a, b]));
});

/** The same value with the keys of all objects in another order. */
function turned(value: FactValue): FactValue {
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item: Item) => ({ ...item, fields: turned(item.fields) as Facts }));
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(
    entries.map(([key, each]) => [key, typeof each === 'object' && each !== null ? turned(each as FactValue) : each]),
  ) as Facts;
}

const { facts: arbitraryFacts } = fc.letrec<{ facts: Facts; value: FactValue }>((tie) => ({
  facts: fc.dictionary(fc.stringMatching(/^[a-z][a-z_0-9]{0,8}$/), tie('value'), { depthIdentifier: 'facts' }) as fc.Arbitrary<Facts>,
  value: fc.oneof(
    { depthIdentifier: 'facts', maxDepth: 3 },
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ unit: 'grapheme' }),
    tie('facts'),
  ),
}));

test('of facts is that of their canonical form (RFC 8785), whatever the order of their keys', () => {
  fc.assert(
    fc.property(arbitraryFacts, (facts) => {
      fc.pre(!JSON.stringify(facts).includes('"spelling"'));
      const digest = factsDigest(facts);
      expect(digest).toBe(sha256(canonicalText(facts as Json)));
      expect(factsDigest(turned(facts) as Facts)).toBe(digest);
      expect(factsDigest({ ...facts, more_than_a_key: 1 })).not.toBe(digest);
    }),
  );
});

test('of facts is the same for a checklist in either spelling, and for lists by their items', () => {
  const members = { b: true, a: false };
  const spelt = (spelling: 'list' | 'map'): Facts => ({ list: { members, spelling, declared: [] }, kept: Number.POSITIVE_INFINITY });
  expect(factsDigest(spelt('list'))).toBe(factsDigest(spelt('map')));
  expect(factsDigest(spelt('map'))).toBe(sha256('{"kept":"permanent","list":{"a":false,"b":true}}'));
  const items = (name: string): Facts => ({ apps: [{ key: 'name', name, index: 0, fields: { name } }] });
  expect(factsDigest(items('x'))).toBe(sha256('{"apps":[{"name":"x"}]}'));
});

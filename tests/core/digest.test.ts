import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalFacts, digestOf } from '../../src/core/digest.js';
import type { Facts, FactValue, Item } from '../../src/core/profile.js';
import { sha256 } from '../../src/io/host.js';

test('is sha256 in hexadecimal', () => {
  expect(sha256('')).toBe('sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256(new TextEncoder().encode('合规'))).toBe(sha256('合规'));
});

test('of files does not depend on their order, but on their names and contents', () => {
  const [a, b] = [
    { path: 'a', digest: sha256('1') },
    { path: 'b', digest: sha256('2') },
  ] as const;
  expect(digestOf([a, b], sha256)).toBe(digestOf([b, a], sha256));
  expect(digestOf([a, b], sha256)).not.toBe(
    digestOf(
      [
        { ...a, digest: b.digest },
        { ...b, digest: a.digest },
      ],
      sha256,
    ),
  );
  expect(digestOf([a], sha256)).not.toBe(digestOf([a, b], sha256));
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

test('facts are written in their canonical form (RFC 8785), whatever the order of their keys', () => {
  fc.assert(
    fc.property(arbitraryFacts, (facts) => {
      fc.pre(!JSON.stringify(facts).includes('"spelling"'));
      const text = canonicalFacts(facts);
      expect(text).toBe(canonicalize(facts));
      expect(canonicalFacts(turned(facts) as Facts)).toBe(text);
      expect(canonicalFacts({ ...facts, more_than_a_key: 1 })).not.toBe(text);
    }),
  );
});

test('facts are the same for a checklist in either spelling, and for lists by their items', () => {
  const members = { b: true, a: false };
  const spelt = (spelling: 'list' | 'map'): Facts => ({ list: { members, spelling, declared: [] }, kept: Number.POSITIVE_INFINITY });
  expect(canonicalFacts(spelt('list'))).toBe(canonicalFacts(spelt('map')));
  expect(canonicalFacts(spelt('map'))).toBe('{"kept":"permanent","list":{"a":false,"b":true}}');
  const items = (name: string): Facts => ({ apps: [{ key: 'name', name, index: 0, fields: { name } }] });
  expect(canonicalFacts(items('x'))).toBe('{"apps":[{"name":"x"}]}');
});

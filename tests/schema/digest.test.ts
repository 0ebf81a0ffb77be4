import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../src/core/profile.js';
import { canonicalDigest, digestOf, sha256 } from '../../src/schema/digest.js';

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

test('of a value does not depend on the order of its keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue() as fc.Arbitrary<Json>), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalDigest(turned)).toBe(canonicalDigest(value));
      expect(canonicalDigest({ ...value, more: 1, 'and more': 2 })).not.toBe(canonicalDigest(value));
    }),
  );
});

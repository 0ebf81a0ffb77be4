import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPointer } from '../../src/core/pointer.js';
import type { Json } from '../../src/core/profile.js';
import { entriesOf } from '../../src/load/entries.js';
import { parse } from '../../src/load/parse.js';
import { withoutLines } from '../../src/load/pointers.js';

const keys = fc.oneof(fc.constantFrom('a', 'b', '', '"', '\\', '{', '合规', '__proto__', '1'), fc.string());
const values = fc.letrec<{ value: Json; list: Json; map: Json }>((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, fc.constantFrom<Json>(null, true, 0, -1.5), keys, tie('list'), tie('map')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  map: fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
}));

test('the entries of a JSON object are its keys and its values as they are written', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(keys, values.value), { maxLength: 5 }), fc.constantFrom('', ' ', '\n\t'), (entries, blank) => {
      const pairs = entries.map(([key, value]) => `${JSON.stringify(key)}${blank}:${blank}${JSON.stringify(value, null, blank)}`);
      const found = entriesOf(`${blank}{${blank}${pairs.join(`${blank},${blank}`)}${blank}}${blank}`);
      expect(found).toEqual(entries.map(([key, value]) => [key, JSON.stringify(value, null, blank)]));
    }),
  );
});

/** The steps to a value and to all in it. */
function* pathsIn(value: Json, steps: readonly string[]): Iterable<readonly string[]> {
  yield steps;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) yield* pathsIn(each, [...steps, key]);
}

test('a place without lines has the pointer that it has with them', () => {
  fc.assert(
    fc.property(values.map, fc.boolean(), (value, isJson) => {
      const parsed = parse(isJson ? JSON.stringify(value) : `# YAML\n${JSON.stringify(value, null, 1)}`);
      // Every place of the value, and what is not there beneath each.
      const there = [...pathsIn(value, [])];
      const beneath = ['x', '7', 'length', 'toString'].flatMap((step) => there.map((path) => [...path, step]));
      for (const pointer of [...there, ...beneath].map(toPointer)) {
        const { line, column, source, pointer: bare } = withoutLines(parsed).place(pointer);
        expect([line, column, source, bare]).toEqual([null, null, null, parsed.place(pointer).pointer]);
      }
    }),
  );
});

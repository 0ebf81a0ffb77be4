import fc from 'fast-check';
import { expect, test } from 'vitest';
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

test('a place without lines has the pointer that it has with them', () => {
  const steps = fc.array(fc.oneof(keys, fc.constantFrom('0', '1', 'length', 'toString', '~0', '~1')), { maxLength: 4 });
  fc.assert(
    fc.property(values.map, steps, fc.boolean(), (value, path, isJson) => {
      const parsed = parse(isJson ? JSON.stringify(value) : `# YAML\n${JSON.stringify(value, null, 1)}`);
      const pointer = path.map((step) => `/${step}`).join('');
      const { line, column, source, pointer: bare } = withoutLines(parsed).place(pointer);
      expect([line, column, source, bare]).toEqual([null, null, null, parsed.place(pointer).pointer]);
    }),
  );
});

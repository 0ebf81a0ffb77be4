import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { toPointer } from '../../src/core/pointer.js';
import type { Json } from '../../src/core/profile.js';
import { parseFull } from '../../src/load/full.js';
import type { Parsed } from '../../src/load/parsed.js';

/** Every pointer of a value, and for each some that lead nowhere. */
function pointersOf(value: Json, steps: readonly (string | number)[] = []): string[] {
  const here = toPointer(steps);
  const missing = ['/x', '/0', '/01', '/', '/-1', '/constructor', '/__proto__', '/99/0'].map((end) => here + end);
  if (typeof value !== 'object' || value === null) return [here, `${here}/x`];
  const entries: [string | number, Json][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [here, ...missing, ...entries.flatMap(([key, part]) => pointersOf(part, [...steps, key]))];
}

function placesOf({ value, place }: Parsed): string {
  const pointers = pointersOf(value);
  return pointers.map((each) => JSON.stringify([each, place(each), place(each, 'value')])).join('\n');
}

/** Whether a text is read by a fast reading; throws where that gives anything else than the full one. */
export function agrees(fast: (text: string) => Parsed | null, text: string): boolean {
  const plain = fast(text);
  if (plain === null) return false;
  const full = parseFull(text);
  expect(full.problems).toEqual([]);
  expect(JSON.stringify(plain.value)).toBe(JSON.stringify(full.value));
  expect(isDeepStrictEqual(plain.value, full.value)).toBe(true);
  expect(plain.problems).toEqual([]);
  if (placesOf(plain) !== placesOf(full)) expect(placesOf(plain)).toBe(placesOf(full));
  return true;
}

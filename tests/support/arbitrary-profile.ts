import fc from 'fast-check';
import { addDays } from '../../src/core/dates.js';
import type { Json } from '../../src/core/profile.js';
import type { FactType, Vocabulary } from '../../src/core/vocabulary.js';
import { AS_OF } from './vocabulary.js';

export interface Wanted {
  /** Numbers to prefer, those at which rules change their mind; moved into the range of each fact. */
  readonly numbers: readonly number[];
  readonly spelling: 'list' | 'map' | 'both';
  readonly maxItems: number;
}

/** Days from the date of the run at which rules on dates change their mind. */
const DAYS = [0, 1, 7, 30, 31, 90, 181, 184, 185, 364, 365, 366, 367, 730, 731, 1000, 1096];

/** Valid profiles in which every fact of the vocabulary is declared. */
export function arbitraryProfile(vocabulary: Vocabulary, wanted: Wanted): fc.Arbitrary<{ readonly [key: string]: Json }> {
  return value(vocabulary.root, wanted) as fc.Arbitrary<{ readonly [key: string]: Json }>;
}

function value(type: FactType, wanted: Wanted): fc.Arbitrary<Json> {
  switch (type.kind) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return number(type, wanted);
    case 'string':
      return fc.constantFrom('甲', '乙', '"乙"\n');
    case 'date':
      return date(type);
    case 'choice':
      return fc.constantFrom(...Object.keys(type.members));
    case 'checklist':
      return checklist(Object.keys(type.members), wanted);
    case 'list':
      return items(type, wanted);
    case 'object':
      return record(type, wanted);
  }
}

function number(type: FactType, wanted: Wanted): fc.Arbitrary<Json> {
  const low = type.minimum ?? -1_000_000;
  const high = type.maximum ?? 1_000_000_000;
  const near = wanted.numbers.flatMap((each) => (type.kind === 'integer' ? [each - 1, each, each + 1] : [each, each + 0.5]));
  const some = [...near, 0, 1, low, high].filter(
    (each) => each >= low && each <= high && (type.kind === 'number' || Number.isInteger(each)),
  );
  const numbers = fc.constantFrom(...new Set(some));
  return type.permanent ? fc.oneof({ arbitrary: numbers, weight: 5 }, { arbitrary: fc.constant('permanent'), weight: 1 }) : numbers;
}

function date(type: FactType): fc.Arbitrary<string> {
  const days = type.tense === 'past' ? DAYS.map((each) => -each) : [...DAYS, ...DAYS.map((each) => -each)];
  return fc.constantFrom(...new Set(days)).map((each) => addDays(AS_OF, each));
}

/** Often with all members done, since many rules ask for just that. */
function checklist(members: readonly string[], { spelling }: Wanted): fc.Arbitrary<Json> {
  const chosen = fc.oneof({ arbitrary: fc.constant([...members]), weight: 2 }, { arbitrary: fc.subarray([...members]), weight: 3 });
  const mapped = chosen.map((done) => Object.fromEntries(members.map((member) => [member, done.includes(member)])));
  if (spelling === 'list') return chosen;
  return spelling === 'map' ? mapped : fc.oneof(chosen, mapped);
}

function items(type: FactType, wanted: Wanted): fc.Arbitrary<Json> {
  return fc
    .array(record(type, wanted), { maxLength: wanted.maxItems })
    .map((all) => all.map((item, index) => ({ ...item, [type.key ?? '']: `item${index}` })));
}

function record(type: FactType, wanted: Wanted): fc.Arbitrary<{ readonly [key: string]: Json }> {
  const fields = Object.entries(type.properties).map(([key, property]) => [key, value(property, wanted)] as const);
  return fc.record(Object.fromEntries(fields));
}

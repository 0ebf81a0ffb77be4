import { type CelInput, CelScalar, celEnv, celFunc, isCelError, listType, parse, plan } from '@bufbuild/cel';
import { getConformanceSuite, type IncrementalTestSuite } from '@bufbuild/cel-spec/testdata/tests.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/core/profile.js';
import type { FactKind, FactType } from '../../src/core/vocabulary.js';
import { judge, makeEnv, scalar } from '../../src/evaluate/evaluate.js';
import { compileExpr } from '../../src/rules/cel.js';
import { arbitraryExpression } from '../support/arbitrary-expression.js';
import { arbitraryProfile } from '../support/arbitrary-profile.js';
import { declarationsOf, declaring } from '../support/declarations.js';
import { CONDITIONS, compile, envOf } from '../support/expression.js';
import { AS_OF, fact, VOCABULARY, vocabularyOf } from '../support/vocabulary.js';

/** A conformance case of the specification that lies in hegui's dialect. */
interface Conforming {
  readonly name: string;
  readonly found: Json;
  readonly wanted: unknown;
}

const KINDS: Readonly<Record<string, FactKind>> = {
  boolValue: 'boolean',
  int64Value: 'integer',
  uint64Value: 'integer',
  doubleValue: 'number',
  stringValue: 'string',
};

type SimpleTest = IncrementalTestSuite['tests'][number]['original'];

/** What a case declares, where a vocabulary can hold it. */
function bindings({ bindings: bound }: SimpleTest): { types: Record<string, FactType>; values: Record<string, boolean | number | string> } {
  const made: ReturnType<typeof bindings> = { types: {}, values: {} };
  for (const [name, { kind }] of Object.entries(bound)) {
    const value = kind.case === 'value' ? kind.value.kind : null;
    const type = KINDS[value?.case ?? ''];
    if (type === undefined) continue;
    made.types[name] = fact(type);
    made.values[name] = (typeof value?.value === 'bigint' ? Number(value.value) : value?.value) as boolean | number | string;
  }
  return made;
}

/** The value that a case wants; null for an error. */
function wantedOf({ resultMatcher: wanted }: SimpleTest): unknown {
  const value = wanted.case === 'value' ? wanted.value : wanted.case === 'typedResult' ? wanted.value.result : null;
  if (wanted.case === undefined) return true;
  const made = value?.kind.value ?? null;
  // A rule knows one zero only.
  return typeof made === 'bigint' || made === 0 ? Number(made) + 0 : made;
}

function conforming(suite: IncrementalTestSuite, name: string): Conforming[] {
  const own = suite.tests.flatMap(({ original }): Conforming[] => {
    const { types, values } = bindings(original);
    const scope = { vocabulary: vocabularyOf(types), conditions: [], params: {}, variables: {} };
    const compiled = original.container === '' ? compileExpr(original.expr, scope) : null;
    if (compiled === null || !('expr' in compiled)) return [];
    const found = scalar(compiled.expr, makeEnv(values, AS_OF, {}));
    return [{ name: `${name}/${original.name}`, found, wanted: wantedOf(original) }];
  });
  return [...own, ...suite.suites.flatMap((each) => conforming(each, `${name}/${each.name}`))];
}

describe('the cases of the CEL specification that lie in the dialect', () => {
  const cases = conforming(getConformanceSuite(), '');

  test('are not so few that the comparison means nothing', () => {
    expect(cases.length).toBeGreaterThanOrEqual(190);
    const groups = new Set(cases.map(({ name }) => name.split('/')[1]));
    expect([...groups]).toEqual(expect.arrayContaining(['basic', 'comparisons', 'fp_math', 'integer_math', 'lists', 'logic', 'parse']));
  });

  test.each(cases.map((each) => [each.name, each] as const))('%s', (_, { found, wanted }) => {
    expect(found).toBe(wanted);
  });
});

/** A profile as bindings of plain CEL: integers as `int`, absent facts as absent keys. */
function toCel(type: FactType, value: Json): CelInput {
  switch (type.kind) {
    case 'integer':
      return value === 'permanent' ? Number.POSITIVE_INFINITY : BigInt(value as number);
    case 'list':
      return (value as readonly Json[]).map((item) => record(type, item));
    case 'object':
      return record(type, value);
    case 'checklist':
      return Array.isArray(value) ? (value as string[]) : new Map(Object.entries(value as Record<string, boolean>));
    default:
      return value as boolean | number | string;
  }
}

function record(type: FactType, value: Json): CelInput {
  const declared = value as { readonly [key: string]: Json };
  const fields = Object.entries(type.properties).filter(([key]) => declared[key] !== undefined);
  return new Map(fields.map(([key, property]) => [key, toCel(property, declared[key] ?? null)]));
}

function sections(profile: Json): Record<string, CelInput> {
  const declared = profile as { readonly [key: string]: Json };
  return Object.fromEntries(
    Object.entries(VOCABULARY.root.properties).flatMap(([key, type]) => {
      const value = declared[key];
      return value === undefined ? [] : [[key, toCel(type, value)]];
    }),
  );
}

const STRINGS = listType(CelScalar.STRING);
const all = (of: Iterable<unknown>, wanted: Iterable<unknown>): boolean => [...wanted].every((each) => [...of].includes(each));
const any = (of: Iterable<unknown>, wanted: Iterable<unknown>): boolean => [...wanted].some((each) => [...of].includes(each));
/** `has_all` and `has_any` as functions on lists: what they mean where a checklist is written as one. */
const ENV = celEnv({
  funcs: [
    celFunc('has_all', [listType(CelScalar.DYN), STRINGS], CelScalar.BOOL, all),
    celFunc('has_any', [listType(CelScalar.DYN), STRINGS], CelScalar.BOOL, any),
  ],
});

/** What the oracle says: `unknown` is its error. */
function oracle(text: string, bound: Record<string, CelInput>): string {
  const result = plan(ENV, parse(text))(bound);
  return isCelError(result) ? 'unknown' : String(result);
}

const COMPLETE = { numbers: [0, 1, 2, 3], maxItems: 2 } as const;

describe('random expressions of the dialect', () => {
  test('with every fact declared have the value that CEL gives the same text', () => {
    const counts: Record<string, number> = {};
    fc.assert(
      fc.property(
        arbitraryExpression({ ours: false }),
        arbitraryProfile(VOCABULARY, { ...COMPLETE, spelling: 'list' }),
        ({ text }, profile) => {
          const bound = sections(profile);
          const conditions = Object.entries(CONDITIONS).map(([name, of]) => [name, oracle(of, bound) === 'true']);
          const wanted = oracle(text, { ...bound, ...Object.fromEntries(conditions) });
          counts[wanted] = (counts[wanted] ?? 0) + 1;
          expect(judge(compile(text), envOf(profile))).toBe(wanted);
        },
      ),
      { numRuns: 1500 },
    );
    expect(Object.keys(counts).sort()).toEqual(['false', 'true']);
  });

  test('with facts left out are unknown exactly where CEL has an error that its logic does not absorb', () => {
    const counts: Record<string, number> = {};
    const full = arbitraryProfile(VOCABULARY, { ...COMPLETE, spelling: 'map' });
    const incomplete = full.chain((profile) =>
      fc.subarray(declarationsOf(VOCABULARY.root, profile)).map((declared) => declaring(VOCABULARY.root, profile, new Set(declared))),
    );
    fc.assert(
      fc.property(arbitraryExpression({ ours: false }), incomplete, ({ text, cel }, profile) => {
        const wanted = oracle(cel, sections(profile));
        counts[wanted] = (counts[wanted] ?? 0) + 1;
        expect(judge(compile(text), envOf(profile))).toBe(wanted);
      }),
      { numRuns: 1500 },
    );
    expect(Object.keys(counts).sort()).toEqual(['false', 'true', 'unknown']);
  });
});

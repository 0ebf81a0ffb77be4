import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ruleVerdict } from '../../src/assess/score.js';
import type { Finding, Verdict } from '../../src/core/finding.js';
import { WHOLE_FILE } from '../../src/core/problem.js';
import type { Json } from '../../src/core/profile.js';
import type { FactType } from '../../src/core/vocabulary.js';
import { makeEnv } from '../../src/evaluate/evaluate.js';
import { activate, judgeRule } from '../../src/evaluate/rule.js';
import { diskReader } from '../../src/io/read.js';
import { loadEngine } from '../../src/rules/builtin.js';
import { expressionsOf, within } from '../../src/rules/expressions.js';
import { readPack } from '../../src/rules/pack.js';
import { testsOf } from '../../src/rules/source.js';
import { profileSchema } from '../../src/schema/assemble.js';
import { profileValidator } from '../../src/schema/generated.js';
import { problemsOf } from '../../src/schema/validate.js';
import { casesOf } from '../../src/trial/cases.js';
import { arbitraryProfile } from '../support/arbitrary-profile.js';
import { declarationsOf, declaring } from '../support/declarations.js';
import { AS_OF, factsFrom } from '../support/vocabulary.js';

const { pack, vocabulary } = loadEngine();
const ACTIVE = pack.rules.flatMap((rule) => activate(rule, pack, AS_OF) ?? []);

/** Numbers that the rules compare with, where their verdicts turn. */
const NUMBERS = [...pack.rules.flatMap(expressionsOf), ...Object.values(pack.conditions)]
  .flatMap((expr) => [...within(expr)])
  .flatMap((expr) => (expr.op === 'literal' && typeof expr.value === 'number' ? [expr.value] : []));

const FULL = arbitraryProfile(vocabulary, { numbers: [...new Set(NUMBERS)], spelling: 'both', maxItems: 3 });

const read = await readPack('rules/china', diskReader);
if (!('source' in read)) throw new Error(JSON.stringify(read.problems));
const beside = testsOf([read.source]);

/** The profiles of the pack's own tests, which the rules are made to tell apart. */
const TESTED = pack.rules.flatMap((rule) => {
  const tests = beside.get(rule.id);
  return tests === undefined ? [] : casesOf(rule, tests).filter(({ asOf }) => asOf === AS_OF);
});

/** The first profile, with what it leaves out taken from the second. */
function filled(type: FactType, value: Json | undefined, rest: Json): Json {
  if (value === undefined || value === null) return rest;
  if (type.kind !== 'object') return value;
  const fields = Object.entries(type.properties).map(([key, property]) => [
    key,
    filled(property, (value as JsonObject)[key], (rest as JsonObject)[key] ?? null),
  ]);
  return Object.fromEntries(fields);
}

type JsonObject = { readonly [key: string]: Json };
const NEAR = fc.tuple(fc.constantFrom(...TESTED), FULL).map(([test, rest]) => filled(vocabulary.root, test.profile, rest));

type Findings = ReadonlyMap<string, readonly Finding[]>;

function judgeAll(profile: Json): Findings {
  const env = makeEnv(factsFrom(profile, vocabulary), AS_OF, pack.conditions);
  return new Map(ACTIVE.map((active) => [active.rule.id, judgeRule(active, env)]));
}

const DECIDED: readonly Verdict[] = ['pass', 'gap', 'not-applicable'];

/** The findings that changed though they were decided. Where the list was undeclared, all its items inherit the finding. */
function changed(before: Findings, after: Findings): string[] {
  return [...before].flatMap(([rule, findings]) =>
    findings.flatMap((finding) => {
      if (!DECIDED.includes(finding.verdict)) return [];
      const now = after.get(rule) ?? [];
      const same = finding.item === null ? now : now.filter((each) => each.item === finding.item);
      const other = same.find((each) => each.verdict !== finding.verdict);
      if (other !== undefined) return [`${rule} ${other.item ?? ''} was ${finding.verdict}, became ${other.verdict}`];
      return same.length === 0 ? [`${rule} lost its finding on ${finding.item}`] : [];
    }),
  );
}

/** A generator of numbers in [0, 1) that gives the same ones for a seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The facts of a profile in random order: some are declared at first, the others one after the other. */
function shuffled(paths: readonly string[], seed: number): string[] {
  const next = random(seed);
  return paths
    .map((path) => [next(), path] as const)
    .sort(([a], [b]) => a - b)
    .map(([, path]) => path);
}

const CASE = fc.record({ profile: fc.oneof(FULL, NEAR), share: fc.constantFrom(0, 0.3, 0.6, 0.9, 0.97), seed: fc.nat() });
const STEPS = 40;

test('the profiles of these tests are valid', () => {
  fc.assert(
    fc.property(CASE, ({ profile, share, seed }) => {
      const paths = shuffled(declarationsOf(vocabulary.root, profile), seed);
      const some = declaring(vocabulary.root, profile, new Set(paths.slice(0, share * paths.length)));
      const locate = (pointer: string) => ({ ...WHOLE_FILE, pointer });
      const valid = (value: object) =>
        problemsOf(profileValidator(), () => profileSchema(vocabulary, null), { hegui: 1, ...value } as Json, locate);
      expect([...valid(profile as object), ...valid(some)]).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

describe('every rule of the built-in pack is monotone', () => {
  test('declaring one more fact never changes a pass, a gap or what is not applicable', () => {
    fc.assert(
      fc.property(CASE, ({ profile, share, seed }) => {
        const paths = shuffled(declarationsOf(vocabulary.root, profile), seed);
        const first = Math.floor(share * paths.length);
        let before: Findings | null = null;
        for (let count = first; count <= Math.min(paths.length, first + STEPS); count += 1) {
          const after = judgeAll(declaring(vocabulary.root, profile, new Set(paths.slice(0, count))));
          if (before !== null) expect(changed(before, after), `declaring ${paths[count - 1]}`).toEqual([]);
          before = after;
        }
      }),
      { numRuns: 60 },
    );
  });

  test('with every fact declared, no rule is unknown', () => {
    fc.assert(
      fc.property(FULL, (profile) => {
        const unknown = [...judgeAll(profile)].filter(([, findings]) => findings.some((each) => each.verdict === 'unknown'));
        expect(unknown.map(([rule]) => rule)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('and these profiles decide every rule while facts are undeclared', () => {
    const seen = new Map(ACTIVE.map(({ rule }) => [rule.id, new Set<Verdict>()]));
    const rests = fc.sample(FULL, { numRuns: TESTED.length, seed: 20261123 });
    for (const [index, rest] of rests.entries()) {
      const profile = filled(vocabulary.root, TESTED[index % TESTED.length]?.profile, rest);
      const paths = shuffled(declarationsOf(vocabulary.root, profile), index);
      const findings = judgeAll(declaring(vocabulary.root, profile, new Set(paths.slice(0, 0.9 * paths.length))));
      for (const { rule } of ACTIVE) seen.get(rule.id)?.add(ruleVerdict(rule, findings.get(rule.id) ?? []).verdict);
    }
    const lacking = (...verdicts: readonly Verdict[]) =>
      ACTIVE.filter(({ rule }) => !verdicts.some((each) => seen.get(rule.id)?.has(each))).map(({ rule }) => rule.id);
    expect(lacking('pass', 'manual'), 'never passed').toEqual([]);
    expect(lacking('gap', 'manual'), 'never failed').toEqual([]);
    expect(lacking('unknown', 'manual'), 'never unknown').toEqual([]);
  });
});

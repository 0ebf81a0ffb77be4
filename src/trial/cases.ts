import { ruleVerdict } from '../assess/score.js';
import { hasErrors, type Problem, WHOLE_FILE } from '../core/problem.js';
import type { Json } from '../core/profile.js';
import type { Expr, Pack, Rule } from '../core/rule.js';
import type { Vocabulary } from '../core/vocabulary.js';
import { makeEnv } from '../evaluate/evaluate.js';
import { activate, judgeRule } from '../evaluate/rule.js';
import { expressionsOf, pathIn, variablesOf, within } from '../rules/expressions.js';
import type { RawCase, RawTests } from '../rules/source.js';
import { profileSchema } from '../schema/assemble.js';
import { problemsOf, type Validator } from '../schema/validate.js';
import { normalise } from '../vocabulary/normalise.js';

/** One patch of the compliant base with the result it must give. */
export interface Case {
  readonly name: string;
  readonly asOf: string;
  readonly profile: Json;
  readonly expected: RawCase;
}

/** What a rule gave on a case, as far as the case says what it wants. */
export interface Outcome {
  readonly verdict: RawCase['verdict'];
  readonly found: string;
  readonly expected: string;
}

/** What stands in a file of tests is JSON, whatever its schema leaves open. */
type Editable = { [key: string]: Json };

/** The cases of a rule: each patch applied to the base, `each_member_of` once per member that the rule requires. */
export function casesOf(rule: Rule, tests: RawTests): Case[] {
  const id = rule.id.slice(rule.area.length + 1);
  const raw = Object.hasOwn(tests.tests, id) ? tests.tests[id] : [];
  return (raw ?? []).flatMap((expected, index) => {
    const asOf = expected.as_of ?? tests.as_of;
    const name = expected.name ?? `#${index + 1}`;
    const patches =
      expected.each_member_of === undefined
        ? [{ name, set: {} }]
        : memberPatches(rule, expected.each_member_of, tests.base as Editable, name);
    return patches.map((patch) => ({
      name: patch.name,
      asOf,
      expected,
      profile: applyPatch(tests.base as Editable, { ...(expected.set as Editable | undefined), ...patch.set }),
    }));
  });
}

/** For each member that the rule requires of a checklist, the base with that member alone declared not done. */
function memberPatches(rule: Rule, path: string, base: Editable, name: string): { name: string; set: Record<string, Json> }[] {
  const members = requiredMembers(rule, path);
  // A checklist of which the rule requires nothing: the base itself is judged, and the test fails.
  if (members.length === 0) return [{ name, set: {} }];
  const declared = valueAt(base, path.split('.'));
  return members.map((member) => {
    const rest = Array.isArray(declared)
      ? declared.filter((each) => each !== member)
      : { ...((declared ?? {}) as Editable), [member]: false };
    return { name: `${name} ${member}`, set: { [path]: rest } };
  });
}

function requiredMembers(rule: Rule, path: string): string[] {
  const members = new Set<string>();
  for (const expr of expressionsOf(rule).flatMap((each) => [...within(each)])) {
    if (expr.op === 'has_all' && pathIn(expr.of, variablesOf(rule)) === path) for (const member of expr.members) members.add(member);
  }
  return [...members];
}

function valueAt(value: Json | undefined, steps: readonly string[]): Json | undefined {
  return steps.reduce<Json | undefined>((at, step) => (at as Editable | undefined)?.[step], value);
}

/** A deep copy of the base with the values at the dotted paths replaced. */
function applyPatch(base: Editable, patch: Readonly<Record<string, Json>>): Json {
  const copy = structuredClone(base) as Editable;
  for (const [path, value] of Object.entries(patch)) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    let at = copy;
    for (const step of steps) {
      const next = at[step];
      const made: Editable = typeof next === 'object' && next !== null ? (next as Editable) : {};
      at[step] = made;
      at = made;
    }
    at[last] = value;
  }
  return { hegui: 1, ...copy };
}

/** A profile of a rule test that is not valid; the test says nothing. */
export class InvalidCase extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ code, args, at }) => `${at.pointer} ${code} ${JSON.stringify(args)}`).join('; '));
  }
}

/** What rules are tried with. */
export interface Trial {
  readonly pack: Pack;
  readonly vocabulary: Vocabulary;
  /** Of profiles by this vocabulary. */
  readonly validator: Validator;
}

/** Judges a rule on a case. @throws InvalidCase where the patched base is no valid profile */
export function runCase(
  rule: Rule,
  test: Case,
  { pack, vocabulary, validator }: Trial,
  conditions: Readonly<Record<string, Expr>> = pack.conditions,
): Outcome {
  const { expected } = test;
  const locate = (pointer: string) => ({ ...WHOLE_FILE, pointer });
  const problems = problemsOf(validator, () => profileSchema(vocabulary, null), test.profile, locate);
  if (problems.length > 0) throw new InvalidCase(problems);
  const normalised = normalise(test.profile, vocabulary, test.asOf, pack.maxAgeMonths, locate);
  if (hasErrors(normalised.problems)) throw new InvalidCase(normalised.problems);
  const active = activate(rule, pack, test.asOf);
  if (active === null) return { verdict: 'not-in-force', expected: expected.verdict, found: 'not-in-force' };
  const findings = judgeRule(active, makeEnv(normalised.facts, test.asOf, conditions));
  const { verdict, duty, missing } = ruleVerdict(rule, findings);
  const reason = findings.find((finding) => finding.verdict === verdict)?.reason ?? null;
  const failing = [...new Set(findings.flatMap((finding) => finding.parts.map(({ part }) => part)))];
  const found = { verdict, duty, reason, missing: [...missing].sort(), failing: failing.sort((a, b) => a - b) };
  const shown = [
    expected.verdict,
    expected.duty && `duty ${expected.duty}`,
    expected.reason && `reason ${expected.reason}`,
    expected.missing && `missing ${[...expected.missing].sort().join(' ')}`,
    expected.failing && `failing ${[...expected.failing].sort((a, b) => a - b).join(' ')}`,
  ];
  const got = [
    found.verdict,
    expected.duty && `duty ${found.duty}`,
    expected.reason && `reason ${found.reason}`,
    expected.missing && `missing ${found.missing.join(' ')}`,
    expected.failing && `failing ${found.failing.join(' ')}`,
  ];
  return { verdict, expected: shown.filter(Boolean).join(', '), found: got.filter(Boolean).join(', ') };
}

import { gateOf } from './assess/gate.js';
import { headOf, type Input, notJudged, type Subject } from './assess/record.js';
import { countVerdicts, ruleVerdict, scoreOf, scoresByArea } from './assess/score.js';
import { addDays, earliest } from './core/dates.js';
import { canonicalFacts } from './core/digest.js';
import type { Finding, Place } from './core/finding.js';
import type { Host } from './core/host.js';
import { hasErrors, type Problem, problem, settle, WHOLE_FILE } from './core/problem.js';
import type { Envelope, Facts } from './core/profile.js';
import type { Pack, Rule } from './core/rule.js';
import type { CheckOptions, ProfileRecord, Upcoming } from './core/run.js';
import type { Vocabulary } from './core/vocabulary.js';
import { type Env, judge, makeEnv, STEP_LIMIT, TooCostly } from './evaluate/evaluate.js';
import { type ActiveRule, activate, judgeRule, type ScopeOf, scopesOf } from './evaluate/rule.js';
import { decode } from './load/decode.js';
import { parse } from './load/parse.js';
import { withoutLines } from './load/pointers.js';
import { profileSchema } from './schema/assemble.js';
import { problemsOf, type Validator } from './schema/validate.js';
import { beyondSchema } from './vocabulary/beyond.js';
import { normalise } from './vocabulary/normalise.js';

/** What profiles are judged with, whatever the date and selection. */
export interface Means {
  readonly pack: Pack;
  readonly vocabulary: Vocabulary;
  /** Of the schema of profiles by this vocabulary. */
  readonly validator: Validator;
  readonly host: Host;
}

/** A pack made ready to judge profiles on one date with one selection. */
export interface Engine extends Means {
  readonly asOf: string;
  readonly options: CheckOptions;
  readonly active: readonly ActiveRule[];
  /** What limits whom the laws cited by these rules reach. */
  readonly scopes: readonly ScopeOf[];
  /** Rules that come into force within the horizon, as they will be on their first day. */
  readonly upcoming: readonly { readonly from: string; readonly active: ActiveRule }[];
}

/** Chooses the rules in force on `asOf` and selected by the options, and those that will be within the horizon. */
export function makeEngine({ pack, vocabulary, validator, host }: Means, asOf: string, options: CheckOptions): Engine {
  const selected = pack.rules.filter((rule) => isSelected(rule, options));
  const last = addDays(asOf, options.horizonDays);
  const upcoming = selected.flatMap((rule) => {
    const from = startsAfter(rule, asOf);
    const active = from !== null && from <= last ? activate(rule, pack, from) : null;
    return from !== null && active !== null ? [{ from, active }] : [];
  });
  const active = selected.flatMap((rule) => activate(rule, pack, asOf) ?? []);
  return {
    pack,
    vocabulary,
    validator,
    host,
    asOf,
    options,
    active,
    scopes: scopesOf(active, pack),
    upcoming: upcoming.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
  };
}

function isSelected(rule: Rule, { areas, rules, duties }: CheckOptions): boolean {
  return (
    (areas.length === 0 || areas.includes(rule.area)) &&
    (rules.length === 0 || rules.includes(rule.id)) &&
    (duties.length === 0 || duties.includes(rule.duty))
  );
}

/** The first day of a rule that is not yet in force on `date`; null if it is, or has ended. */
function startsAfter(rule: Rule, date: string): string | null {
  const inForce = rule.basis.some(({ from, until }) => from <= date && (until === null || date < until));
  const later = rule.basis.map(({ from }) => from).filter((from) => from > date);
  return inForce ? null : earliest(later);
}

/** The rules that an engine judges, now or as upcoming, each with its bases in force. */
export function rulesOf({ active, upcoming }: Engine): Rule[] {
  return [...active, ...upcoming.map((each) => each.active)].map(({ rule }) => rule);
}

/**
 * Judges one input: decode, parse, validate, evaluate, assess, in this order and nowhere else.
 * Every input gives exactly one record; what goes wrong inside becomes its status.
 */
export function checkProfile(input: Input, engine: Engine): ProfileRecord {
  const { path, read } = input;
  const subject = { path, digest: 'bytes' in read ? engine.host.sha256(read.bytes) : null };
  try {
    return judgeInput(input, subject, engine);
  } catch (error) {
    // One input never stops a batch, not even where it lays bare a mistake of ours.
    const message = error instanceof Error ? error.message : String(error);
    return notJudged(subject, 'internal-error', [problem('internal-error', { message }, WHOLE_FILE)], null);
  }
}

/** The record of an input whose judge broke down. */
export function failedRecord(path: string, message: string): ProfileRecord {
  const broken = problem('internal-error', { message }, WHOLE_FILE);
  return notJudged({ path, digest: null }, 'internal-error', [broken], null);
}

function judgeInput(input: Input, subject: Subject, engine: Engine): ProfileRecord {
  if ('problem' in input.read) return notJudged(subject, 'unreadable', [input.read.problem], null);
  const { bytes } = input.read;
  const decoded = decode(bytes, engine.options.encoding, engine.host.isUtf8);
  if ('problem' in decoded) return notJudged(subject, 'invalid', [decoded.problem], null);
  const parsed = input.pointersOnly ? withoutLines(parse(decoded.text)) : parse(decoded.text);
  const problems = [...parsed.problems];
  if (parsed.value === null || typeof parsed.value !== 'object' || Array.isArray(parsed.value)) {
    if (!hasErrors(problems)) problems.push(problem('not-a-mapping', {}, parsed.place('')));
    return notJudged(subject, 'invalid', problems, null);
  }
  problems.push(...problemsOf(engine.validator, () => profileSchema(engine.vocabulary, null), parsed.value, parsed.place));
  if (hasErrors(problems)) {
    problems.push(...beyondSchema(parsed.value, engine.vocabulary, parsed.place));
    return notJudged(subject, 'invalid', problems, null);
  }
  const normalised = normalise(parsed.value, engine.vocabulary, engine.asOf, engine.pack.maxAgeMonths, parsed.place);
  problems.push(...normalised.problems);
  if (hasErrors(problems)) return notJudged(subject, 'invalid', problems, normalised.envelope);
  return judged(subject, { ...normalised, problems, place: parsed.place }, engine);
}

interface Loaded {
  readonly facts: Facts;
  readonly envelope: Envelope;
  readonly problems: readonly Problem[];
  readonly place: (pointer: string) => Place;
}

function judged(subject: Subject, loaded: Loaded, engine: Engine): ProfileRecord {
  const { pack, options, asOf } = engine;
  const env = makeEnv(loaded.facts, asOf, pack.conditions);
  let findings: Finding[][];
  let upcoming: Upcoming[];
  let outOfScope: string[];
  try {
    findings = engine.active.map((active) => judgeRule(active, env));
    upcoming = engine.upcoming.map(({ from, active }) => judgeUpcoming(from, active, env));
    outOfScope = engine.scopes.flatMap(({ name, reaches }) => (judge(reaches, env) === 'false' ? [name] : []));
  } catch (error) {
    if (!(error instanceof TooCostly)) throw error;
    const tooCostly = problem('too-costly', { limit: STEP_LIMIT }, WHOLE_FILE);
    return notJudged(subject, 'too-costly', [...loaded.problems, tooCostly], loaded.envelope);
  }
  const verdicts = findings.map((each, index) => ruleVerdict((engine.active[index] as ActiveRule).rule, each));
  const counted = verdicts.filter((each) => each.duty !== 'encouraged');
  const encouraged = verdicts.filter((each) => each.duty === 'encouraged');
  const score = scoreOf(counted, pack.weights);
  return {
    ...headOf(subject, loaded.envelope),
    factsDigest: engine.host.sha256(canonicalFacts(loaded.facts)),
    status: 'judged',
    problems: settle(loaded.problems),
    gate: gateOf(verdicts, score, options),
    ...score,
    encouraged: countVerdicts(encouraged),
    areas: scoresByArea(counted, pack.weights),
    outOfScope,
    findings: findings.flat().map((finding) => located(finding, loaded.place)),
    upcoming,
  };
}

/** Lines are looked up only where a reader is sent to them: for gaps with the facts they rest on, and for unknowns. */
function located(finding: Finding, place: Loaded['place']): Finding {
  const { verdict, at, facts } = finding;
  if (verdict !== 'gap' && verdict !== 'unknown') return finding;
  if (verdict === 'unknown') return { ...finding, at: { ...place(at.pointer), source: null } };
  return { ...finding, at: place(at.pointer), facts: facts.map((fact) => ({ ...fact, ...place(fact.pointer) })) };
}

function judgeUpcoming(from: string, active: ActiveRule, env: Env): Upcoming {
  const { verdict } = ruleVerdict(active.rule, judgeRule(active, env));
  return { rule: active.rule.id, from, verdict };
}

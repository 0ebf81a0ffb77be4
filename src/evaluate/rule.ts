import type { DeclaredFact, FailingPart, Finding, Reason, Verdict } from '../core/finding.js';
import { WHOLE_FILE } from '../core/problem.js';
import { type Duty, dutyBy, type Expr, type Pack, type Part, type Rule } from '../core/rule.js';
import { type Bound, bind, type Env, itemsOf, judge, type Rests } from './evaluate.js';
import { gapArgs } from './gap.js';
import { itemIdentity } from './names.js';
import { type Missing, missingOf, restsOn } from './trace.js';

/** A rule as it is in force on one day. */
export interface ActiveRule {
  /** The rule with only those of its bases and liabilities that are in force. */
  readonly rule: Rule;
  /** Scopes of these bases, in the same order; null for anyone. */
  readonly scopes: readonly (Expr | null)[];
  /** Whom the provisions on liability reach: scope of the law and their own condition. */
  readonly liabilityScopes: readonly (Expr | null)[];
  /** Scope of the law and condition of the rule together; null if it always applies. */
  readonly applies: Expr | null;
}

/** The rule as it is in force on `date`, or null if no basis is. */
export function activate(rule: Rule, pack: Pack, date: string): ActiveRule | null {
  const basis = rule.basis.filter((each) => isInForce(each, date));
  if (basis.length === 0) return null;
  const scopes = basis.map(({ instrument }) => scopeOf(instrument, pack));
  const liability = rule.liability.filter((each) => isInForce(each, date));
  const liabilityScopes = liability.map(({ instrument, when }) => allOf([scopeOf(instrument, pack), when]));
  const distinct = scopes.filter((scope, index) => scopes.findIndex((each) => sameScope(each, scope)) === index);
  const scope = scopes.every((each) => each !== null) ? anyOf(distinct.filter((each) => each !== null)) : null;
  return { rule: { ...rule, basis, liability }, scopes, liabilityScopes, applies: allOf([scope, rule.when]) };
}

/** What limits whom something reaches, under the name by which a record says that it does not reach a profile. */
export interface ScopeOf {
  readonly name: string;
  readonly reaches: Expr;
}

/** The scopes of the laws that rules cite, by the ids of the instruments, and the conditions of liabilities, as the rules write them; each once. */
export function scopesOf(active: readonly ActiveRule[], pack: Pack): ScopeOf[] {
  const scopes = new Map<string, Expr>();
  const add = (name: string, reaches: Expr | null): void => {
    if (reaches !== null) scopes.set(name, reaches);
  };
  for (const { rule } of active) {
    for (const { instrument } of [...rule.basis, ...rule.liability]) add(instrument, scopeOf(instrument, pack));
    for (const { condition, when } of rule.liability) if (condition !== null) add(condition, when);
  }
  return [...scopes].map(([name, reaches]) => ({ name, reaches }));
}

function isInForce({ from, until }: { from: string; until: string | null }, date: string): boolean {
  return from <= date && (until === null || date < until);
}

/** The conjunction of the conditions that there are; null if there is none. */
function allOf(conditions: readonly (Expr | null)[]): Expr | null {
  const of = conditions.filter((each) => each !== null);
  return of.length > 1 ? { op: 'and', of } : (of[0] ?? null);
}

function anyOf(of: readonly Expr[]): Expr | null {
  return of.length > 1 ? { op: 'or', of } : (of[0] ?? null);
}

function scopeOf(instrument: string, pack: Pack): Expr | null {
  const scope = pack.instruments[instrument]?.scope ?? 'anyone';
  return scope === 'anyone' ? null : { op: 'condition', name: scope };
}

function sameScope(left: Expr | null, right: Expr | null): boolean {
  return left?.op === 'condition' && right?.op === 'condition' && left.name === right.name;
}

/**
 * Judges a rule on a profile: one finding, or for a rule over a declared list one per item. The environment must
 * not have spent its step budget; throws TooCostly when it is spent.
 */
export function judgeRule(active: ActiveRule, env: Env): Finding[] {
  const judging = new Judging(active, env);
  const each = active.rule.each;
  if (each === null) return [judging.finding(env, null)];
  const items = itemsOf(each.list, env);
  if (items === null) return [judging.undeclaredList(each.as)];
  if (items.length === 0) return [judging.make(env, null, { verdict: 'not-applicable', reason: 'no-items' }, each.list)];
  return items.map((item) => judging.finding(bind(env, each.as, item), item));
}

interface Reached {
  readonly verdict: Verdict;
  readonly reason: Reason | null;
  readonly missing?: Missing;
  readonly parts?: readonly FailingPart[];
}

class Judging {
  private readonly duty: Duty;
  private readonly citing: readonly number[];
  private readonly liable: readonly number[];

  constructor(
    private readonly active: ActiveRule,
    private readonly env: Env,
  ) {
    this.citing = notFalse(active.scopes, env);
    this.liable = notFalse(active.liabilityScopes, env);
    this.duty = dutyBy(this.citing, active.rule);
  }

  finding(env: Env, item: Bound | null): Finding {
    const { applies, rule } = this.active;
    const applicable = applies === null ? 'true' : judge(applies, env);
    if (applies !== null && applicable === 'false') {
      return this.make(env, item, { verdict: 'not-applicable', reason: 'condition' }, applies);
    }
    if (applies !== null && applicable === 'unknown') {
      return this.make(env, item, { verdict: 'unknown', reason: 'applicability', missing: missingOf(applies, env) });
    }
    if (rule.parts.length === 0) return this.make(env, item, { verdict: 'manual', reason: null }, applies);
    return this.required(env, item);
  }

  /** A list that is undeclared could hold any item: the rule is out only if it is for each of them. */
  undeclaredList(variable: string): Finding {
    const { applies, rule } = this.active;
    const list = rule.each?.list;
    if (list === undefined) throw new Error(`rule ${rule.id} has no list`);
    const env = bind(this.env, variable, { item: null, list: list.path, outer: list.variable });
    const applicable = applies === null ? 'true' : judge(applies, env);
    if (applies !== null && applicable === 'false') {
      return this.make(env, null, { verdict: 'not-applicable', reason: 'condition' }, applies);
    }
    const missing = missingOf(list, this.env);
    if (applies !== null) missingOf(applies, env, missing);
    return this.make(env, null, { verdict: 'unknown', reason: applicable === 'true' ? 'requirement' : 'applicability', missing });
  }

  private required(env: Env, item: Bound | null): Finding {
    const failing: FailingPart[] = [];
    const failed: Part[] = [];
    const passed: Part[] = [];
    const missing: Missing = new Map();
    for (const [index, part] of this.active.rule.parts.entries()) {
      const applicable = part.when === null ? 'true' : judge(part.when, env);
      if (applicable === 'unknown' && part.when !== null) missingOf(part.when, env, missing);
      if (applicable !== 'true') continue;
      const truth = judge(part.that, env);
      if (truth === 'false') {
        failing.push({ part: index, args: gapArgs(part, env) });
        failed.push(part);
      } else if (truth === 'unknown') missingOf(part.that, env, missing);
      else passed.push(part);
    }
    if (failed.length > 0)
      return this.make(env, item, { verdict: 'gap', reason: null, parts: failing }, ...failed.map((part) => part.that));
    if (missing.size > 0) return this.make(env, item, { verdict: 'unknown', reason: 'requirement', missing });
    if (passed.length === 0) {
      const conditions = this.active.rule.parts.flatMap((part) => (part.when === null ? [] : [part.when]));
      return this.make(env, item, { verdict: 'not-applicable', reason: 'no-parts' }, ...conditions);
    }
    return this.make(env, item, { verdict: 'pass', reason: null }, ...passed.map((part) => part.that));
  }

  make(env: Env, item: Bound | null, judged: Reached, ...grounds: readonly (Expr | null)[]): Finding {
    const rests: Rests = { facts: [], more: 0 };
    for (const ground of grounds) if (ground !== null) restsOn(ground, env, rests);
    return {
      rule: this.active.rule.id,
      item: item === null ? null : itemIdentity(item),
      verdict: judged.verdict,
      reason: judged.reason,
      duty: this.duty,
      basis: this.citing,
      liability: this.liable,
      standing: 'open',
      assurance: judged.verdict === 'pass' ? 'declared' : null,
      at: { ...WHOLE_FILE, pointer: pointerOf(judged.missing, rests.facts) },
      facts: rests.facts,
      moreFacts: rests.more,
      missing: [...(judged.missing?.keys() ?? [])],
      parts: judged.parts ?? [],
    };
  }
}

/** Indices of the scopes that are not false; an unknown one could still hold. */
function notFalse(scopes: readonly (Expr | null)[], env: Env): number[] {
  const indices: number[] = [];
  for (let index = 0; index < scopes.length; index += 1) {
    const scope = scopes[index] ?? null;
    if (scope === null || judge(scope, env) !== 'false') indices.push(index);
  }
  return indices;
}

function pointerOf(missing: Missing | undefined, facts: readonly DeclaredFact[]): string {
  const [first] = missing?.values() ?? [];
  return first ?? facts[0]?.pointer ?? '';
}

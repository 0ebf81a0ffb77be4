import type { GapArg } from '../core/finding.js';
import { factPath } from '../core/pointer.js';
import type { Checklist } from '../core/profile.js';
import type { Expr, Part } from '../core/rule.js';
import { children } from '../rules/expressions.js';
import { declaredAt, type Env, judge, type Rests } from './evaluate.js';
import { vocabularyPath } from './names.js';
import { restsOn, toJson } from './trace.js';

/**
 * What the text of a failing part can show: the first declared value it rests on, members declared not done though
 * they are wanted (`lacking`), members declared though they are not (`found`), and facts named by their paths.
 */
export function gapArgs(part: Part, env: Env): Record<string, GapArg> {
  const args: Record<string, GapArg> = {};
  for (const [name, wanted] of [
    ['lacking', false],
    ['found', true],
  ] as const) {
    const members = membersIn(part.that, env, wanted);
    if (members !== null) args[name] = members;
  }
  const rests: Rests = { facts: [], more: 0 };
  restsOn(part.that, env, rests);
  const value = rests.facts.find((each) => typeof each.value !== 'boolean') ?? rests.facts[0];
  if (value !== undefined) args['value'] = { path: factPath(value.pointer), value: value.value };
  for (const [name, fact] of Object.entries(part.shows)) {
    const declared = declaredAt(fact, env);
    if (declared !== null) args[name] = { path: vocabularyPath(fact, env), value: toJson(declared) };
  }
  return args;
}

/** Members, declared as `wanted`, of the first checklist that an expression tests with that outcome. */
function membersIn(expr: Expr, env: Env, wanted: boolean): { path: string; members: string[] } | null {
  if (expr.op === 'has_all' || expr.op === 'has_any') {
    if (judge(expr, env) !== (wanted ? 'true' : 'false')) return null;
    const checklist = declaredAt(expr.of, env) as Checklist | null;
    const members = expr.members.filter((member) => checklist?.members[member] === wanted);
    return members.length === 0 ? null : { path: vocabularyPath(expr.of, env), members };
  }
  // Inside a quantifier each item would have members of its own.
  if (expr.op === 'all' || expr.op === 'exists') return null;
  const inner = children(expr).flatMap((each) => (each.op === 'fact' ? [] : (membersIn(each, env, wanted) ?? [])));
  const path = inner[0]?.path;
  return path === undefined ? null : { path, members: inner.flatMap((each) => (each.path === path ? each.members : [])) };
}

import { type Steps, toPointer } from '../core/pointer.js';
import { type Problem, problem } from '../core/problem.js';
import { type Json, type JsonObject, objectOf } from '../core/profile.js';
import type { FactType, Vocabulary } from '../core/vocabulary.js';
import { shown } from '../schema/hints.js';
import type { Locate } from '../schema/validate.js';
import { checkUscc } from './uscc.js';

/**
 * What is wrong with a profile that no schema can say: check digits of the credit code, names that stand twice in a
 * list. Looks only at values of the right type, so that it can be asked of a profile with other mistakes too.
 */
export function beyondSchema(value: Json, vocabulary: Vocabulary, locate: Locate): Problem[] {
  const root = objectOf(value);
  const problems: Problem[] = [];
  const uscc = objectOf(root['operator'] ?? null)['uscc'];
  const wrong = typeof uscc === 'string' ? checkUscc(uscc) : null;
  if (wrong !== null) problems.push(problem(wrong.code, wrong.args as never, locate('/operator/uscc', 'value')));
  inObject(vocabulary.root, root, [], locate, problems);
  return problems;
}

function inObject(type: FactType, value: JsonObject, steps: Steps, locate: Locate, problems: Problem[]): void {
  for (const [key, property] of Object.entries(type.properties)) {
    const declared = Object.hasOwn(value, key) ? (value[key] ?? null) : null;
    if (property.kind === 'object') inObject(property, objectOf(declared), [...steps, key], locate, problems);
    if (property.kind === 'list' && Array.isArray(declared)) inList(property, declared, [...steps, key], locate, problems);
  }
}

function inList(type: FactType, items: readonly Json[], steps: Steps, locate: Locate, problems: Problem[]): void {
  const key = type.key ?? '';
  const first = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    inObject(type, objectOf(item), [...steps, index], locate, problems);
    const name = objectOf(item)[key];
    if (typeof name !== 'string') continue;
    const before = first.get(name);
    if (before === undefined) {
      first.set(name, index);
      continue;
    }
    const firstLine = locate(toPointer([...steps, before, key])).line;
    problems.push(problem('repeated-name', { key, value: shown(name), firstLine }, locate(toPointer([...steps, index, key]), 'value')));
  }
}

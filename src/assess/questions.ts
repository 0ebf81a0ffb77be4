import type { Catalog, ProfileRecord, Question } from '../core/run.js';
import { type RuleVerdict, verdictsOf } from './score.js';

/**
 * The facts that the open rules of a record wait for, those first whose declaration can decide most: ordered by the sum
 * over open rules of weight ÷ number of missing facts. Encouraged rules weigh nothing.
 */
export function questionsOf(record: Pick<ProfileRecord, 'findings'>, { rules, weights }: Pick<Catalog, 'rules' | 'weights'>): Question[] {
  return askedBy(verdictsOf(record.findings, rules), weights);
}

/** The same from the verdicts of rules. */
export function askedBy(verdicts: readonly RuleVerdict[], weights: Catalog['weights']): Question[] {
  const questions = new Map<string, { value: number; alone: number; rules: string[] }>();
  for (const { rule, verdict, duty, missing } of verdicts) {
    if (verdict !== 'unknown') continue;
    const weight = duty === 'encouraged' ? 0 : weights[rule.severity];
    for (const path of missing) {
      const question = questions.get(path) ?? { value: 0, alone: 0, rules: [] };
      question.value += weight / missing.length;
      if (missing.length === 1) question.alone += 1;
      question.rules.push(rule.id);
      questions.set(path, question);
    }
  }
  return [...questions]
    .map(([path, question]) => ({ path, ...question }))
    .sort((a, b) => b.value - a.value || b.alone - a.alone || (a.path < b.path ? -1 : 1));
}

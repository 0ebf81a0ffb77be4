import type { Finding } from '../core/finding.js';
import { dutyBy } from '../core/rule.js';
import type { CatalogRule } from '../core/run.js';

/** What of a finding follows from its rule and from what does not reach its profile. */
export type Derived = Pick<Finding, 'duty' | 'basis' | 'liability'>;

/** The bases and provisions on liability that can reach a profile, and the duty that rests on them. */
export function derivedOf(rule: CatalogRule, outOfScope: ReadonlySet<string>): Derived {
  const basis = indices(rule.basis, ({ instrument }) => !outOfScope.has(instrument));
  const reaches = ({ instrument, condition }: CatalogRule['liability'][number]): boolean =>
    !outOfScope.has(instrument) && (condition === null || !outOfScope.has(condition));
  return { duty: dutyBy(basis, rule), basis, liability: indices(rule.liability, reaches) };
}

function indices<T>(of: readonly T[], wanted: (each: T) => boolean): number[] {
  const found: number[] = [];
  for (let index = 0; index < of.length; index += 1) if (wanted(of[index] as T)) found.push(index);
  return found;
}

/** The assurance of a finding that says nothing of it. */
export function usualAssurance(verdict: Finding['verdict']): Finding['assurance'] {
  return verdict === 'pass' ? 'declared' : null;
}

/** Pointer to the object that holds a missing fact, where nothing else is said of where it would stand: that of its path without the last step. */
export function parentPointer(path: string): string {
  const steps = path.split('.').slice(0, -1);
  return steps.map((step) => `/${step}`).join('');
}

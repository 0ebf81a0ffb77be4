import type { Place } from '../core/finding.js';
import { fromPointer, toPointer } from '../core/pointer.js';
import { type Problem, problem, WHOLE_FILE } from '../core/problem.js';
import type { Json } from '../core/profile.js';
import type { Parsed } from './parsed.js';

/** The same document with places that are pointers only, as of a text in which lines mean nothing. */
export function withoutLines({ value, problems, place }: Parsed): Parsed {
  const isSound = problems.length === 0;
  return {
    value,
    problems: problems.map(bareProblem),
    // Parts with problems are not in the value, but in the text.
    place: (pointer, aspect) => bare(isSound ? nearest(value, pointer) : place(pointer, aspect).pointer),
  };
}

function bareProblem(found: Problem): Problem {
  const at = bare(found.at.pointer);
  return found.code === 'duplicate-key' ? problem(found.code, { ...found.args, firstLine: null }, at, found.level) : { ...found, at };
}

function bare(pointer: string): Place {
  return { ...WHOLE_FILE, pointer };
}

/** Whether a value has an entry of that key or index. A list has a `length` too, which is no entry. */
function holds(value: Json | undefined, step: string): boolean {
  if (Array.isArray(value)) return /^\d+$/.test(step) && Number(step) < value.length;
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step);
}

/** The pointer, or that of its nearest ancestor that is there. */
function nearest(root: Json, pointer: string): string {
  const steps = fromPointer(pointer);
  let value: Json | undefined = root;
  for (const [depth, step] of steps.entries()) {
    if (!holds(value, step)) return toPointer(steps.slice(0, depth));
    value = (value as { [key: string]: Json })[step];
  }
  return pointer;
}

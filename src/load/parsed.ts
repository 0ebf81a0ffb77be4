import type { Place } from '../core/finding.js';
import type { Problem } from '../core/problem.js';
import type { Json } from '../core/profile.js';

/** Deepest nesting that is read; a profile needs about eight levels. */
export const MAX_DEPTH = 64;
/** Most values in one document. */
export const MAX_VALUES = 100_000;

/** Whether a place is wanted for the key that names a value, or for the value itself. */
export type Aspect = 'key' | 'value';

/** Stands for a value that has a problem already, so that no schema complains about it once more. */
export const UNREADABLE: Json = Object.freeze({});

/** A parsed document and where its parts stand. */
export interface Parsed {
  /** The value, with {@link UNREADABLE} for parts of it that have problems; null where the text is not well-formed. */
  readonly value: Json;
  readonly problems: readonly Problem[];
  /** Place of a pointer, or of its nearest existing ancestor. */
  readonly place: (pointer: string, aspect?: Aspect) => Place;
}

import type { Json } from './profile.js';
import type { FactKind } from './vocabulary.js';

/** What stands in a redacted run for a declared value: its type alone. */
export type Redacted = { readonly redacted: FactKind };

/** What stands in a redacted run for a declared name or text, where a type would say nothing. */
export const REDACTED_TEXT = '***';

/** The type of a value that was redacted, as a run names it; null for any other value. A saved run can hold types unknown to this version. */
export function redactedType(value: Json): string | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  const type = Object.hasOwn(value, 'redacted') ? (value as { readonly [key: string]: Json })['redacted'] : undefined;
  return typeof type === 'string' ? type : null;
}

/** A JSON value as it stands in a profile. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A mapping in a profile. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** A value as a mapping; an empty one of what is none. */
export function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

/** A declared checklist: every member is done, not done, or undeclared (absent). */
export interface Checklist {
  readonly members: Readonly<Record<string, boolean>>;
  /** A list declares all its members; a map only those it names. */
  readonly spelling: 'list' | 'map';
  readonly declared: Json;
}

/** An item of a declared list of objects. */
export interface Item {
  /** The list's key field, and its value here. */
  readonly key: string;
  readonly name: string;
  readonly index: number;
  readonly fields: Facts;
}

/** A declared value; `permanent` is `Infinity`, a date its ISO string. */
export type FactValue = boolean | number | string | Checklist | readonly Item[] | Facts;

/** Declared facts by key; an absent key is undeclared. */
export interface Facts {
  readonly [key: string]: FactValue;
}

/** The envelope of a profile: who declares, for which platform, when. */
export interface Envelope {
  readonly id: string | null;
  readonly operator: { readonly name: string | null; readonly uscc: string | null };
  readonly platform: { readonly name: string | null; readonly kinds: readonly string[] };
  readonly declared: { readonly date: string | null; readonly by: string | null; readonly title: string | null };
}

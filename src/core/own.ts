/** The entry of a key: catalogs and records come from saved runs, in which nothing inherited may be taken for an entry. */
export function own<T>(entries: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}

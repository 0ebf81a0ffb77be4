import type { Host } from './host.js';
import type { Checklist, Facts, FactValue, Item } from './profile.js';

/** Digest of several files: sha256 over the sorted lines `digest  path`, so that it does not depend on their order. */
export function digestOf(files: readonly { readonly path: string; readonly digest: string }[], sha256: Host['sha256']): string {
  const lines = files.map(({ path, digest }) => `${digest.replace(/^sha256:/, '')}  ${path}\n`).sort();
  return sha256(lines.join(''));
}

/**
 * Declared facts in canonical form (RFC 8785), each checklist as a map, an item by its fields: the same for the same
 * facts in another order or spelling. Keys of facts and members are words that need no escape.
 */
export function canonicalFacts(value: FactValue): string {
  if (value === Number.POSITIVE_INFINITY) return '"permanent"';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${(value as readonly Item[]).map((item) => canonicalFacts(item.fields)).join()}]`;
  const entries = 'spelling' in value ? (value as Checklist).members : (value as Facts);
  let text = '';
  for (const key of Object.keys(entries).sort()) {
    text += `${text === '' ? '' : ','}"${key}":${canonicalFacts(entries[key] as FactValue)}`;
  }
  return `{${text}}`;
}

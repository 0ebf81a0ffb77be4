import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Checklist, Facts, FactValue, Item, Json } from '../core/profile.js';

/** `sha256:` and the digest of the bytes (or of the UTF-8 of a text) in hexadecimal. */
export function sha256(bytes: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** Digest of several files: sha256 over the sorted lines `digest  path`, so that it does not depend on their order. */
export function digestOf(files: readonly { readonly path: string; readonly digest: string }[]): string {
  const lines = files.map(({ path, digest }) => `${digest.replace(/^sha256:/, '')}  ${path}\n`).sort();
  return sha256(lines.join(''));
}

/** A JSON value in its canonical form (RFC 8785), in which key order and spelling of numbers do not matter. */
export function canonicalText(value: Json): string {
  return canonicalize(value) ?? '';
}

/** Digest of declared facts, the same for the same facts in another order or spelling. */
export function factsDigest(facts: Facts): string {
  return sha256(canonicalFacts(facts));
}

/**
 * What JSON.stringify would write of {@link factsJson}, without the value in between. Keys of facts and members are
 * words that need no escape.
 */
function canonicalFacts(value: FactValue): string {
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

/**
 * The facts as plain JSON, each checklist as a map: the same facts in another spelling give the same digest. Keys are
 * sorted, so that JSON.stringify writes the canonical form (RFC 8785); facts have no keys that look like indices.
 */
export function factsJson(value: FactValue): Json {
  if (value === Number.POSITIVE_INFINITY) return 'permanent';
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return (value as readonly Item[]).map((item) => factsJson(item.fields));
  const sorted: { [key: string]: Json } = {};
  if ('spelling' in value) {
    const { members } = value as Checklist;
    for (const member of Object.keys(members).sort()) sorted[member] = members[member] ?? false;
    return sorted;
  }
  const facts = value as Facts;
  for (const key of Object.keys(facts).sort()) sorted[key] = factsJson(facts[key] as FactValue);
  return sorted;
}

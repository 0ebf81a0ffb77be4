import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Json } from '../core/profile.js';

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

/** Digest of a JSON value in its canonical form. */
export function canonicalDigest(value: Json): string {
  return sha256(canonicalText(value));
}

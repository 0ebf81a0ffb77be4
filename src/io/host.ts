import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Host } from '../core/host.js';

/** `sha256:` and the digest of the bytes, or of the UTF-8 of a text, in hexadecimal. */
export function sha256(bytes: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** What judging takes from Node. */
export const nodeHost: Host = { sha256, isUtf8 };

const generated = createRequire(import.meta.url);

/**
 * Loads a file that the build made, by its name below `#generated`. By require: importing CommonJS from a module makes
 * Node scan its whole text for names, which takes longer than running it.
 */
export const loadGenerated: (name: `#generated/${string}`) => unknown = generated;

/** The value of a JSON file that the build made in ASCII, in which strings take half the memory and less time to read. */
export function readGenerated(name: `#generated/${string}`): unknown {
  return JSON.parse(readFileSync(generated.resolve(name)).toString('latin1'));
}

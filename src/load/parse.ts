import { parseFull } from './full.js';
import { parseJson } from './json.js';
import type { Parsed } from './parsed.js';
import { parsePlain } from './plain.js';

/**
 * The value of one YAML 1.2 (or JSON) document with its places and problems. Most documents are JSON or plain and are
 * read many or several times faster; all problems come from the full reading.
 */
export function parse(text: string): Parsed {
  return parseJson(text) ?? parsePlain(text) ?? parseFull(text);
}

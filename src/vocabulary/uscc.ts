import type { ProblemArgs } from '../core/problem.js';

// GB 32100-2015: digits and capitals without I, O, S, V, Z; the value of a character is its index.
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
// GB 11714: characters 9 to 17 are an organisation code with a check digit of its own.
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

type UsccCode = 'uscc-length' | 'uscc-character' | 'uscc-organisation-check' | 'uscc-check';

/** What is wrong with a unified social credit code. */
export type UsccProblem = { [C in UsccCode]: { code: C; args: ProblemArgs[C] } }[UsccCode];

/**
 * Checks a 统一社会信用代码: eighteen characters of its alphabet and both check digits
 * (GB 32100-2015; the inner organisation code by GB 11714-1997). Null if it is right, or blank, of which the schema speaks.
 */
export function checkUscc(code: string): UsccProblem | null {
  if (code.trim() === '') return null;
  const characters = [...code];
  if (characters.length !== 18) return { code: 'uscc-length', args: { length: characters.length } };
  for (const [index, character] of characters.entries()) {
    if (!ALPHABET.includes(character)) return { code: 'uscc-character', args: { character, position: index + 1 } };
  }
  const inner = organisationCheckDigit(code.slice(8, 16));
  if (inner !== code[16]) return { code: 'uscc-organisation-check', args: { expected: inner, found: code[16] ?? '' } };
  const outer = checkDigit(code.slice(0, 17));
  return outer === code[17] ? null : { code: 'uscc-check', args: { expected: outer, found: code[17] ?? '' } };
}

function checkDigit(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(body[index] ?? ''), 0);
  return ALPHABET[(31 - (sum % 31)) % 31] ?? '';
}

function organisationCheckDigit(body: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, index) => total + weight * ORGANISATION_ALPHABET.indexOf(body[index] ?? ''), 0);
  const digit = 11 - (sum % 11);
  if (digit === 10) return 'X';
  return digit === 11 ? '0' : String(digit);
}

import { PHRASE_STATUSES } from '../../core/ledger.js';
import { BEARERS } from '../../core/rule.js';
import { NOT_BLANK } from '../assemble.js';

const words = { type: 'string', pattern: NOT_BLANK } as const;
const text = {
  type: 'object',
  required: ['zh', 'en'],
  additionalProperties: false,
  properties: { zh: words, en: words },
} as const;
// Ids are not given a pattern: lint names the one that was meant.
const ids = { type: 'array', minItems: 1, items: words } as const;

const phrase = {
  type: 'object',
  required: ['phrase', 'bearer', 'status'],
  additionalProperties: false,
  properties: {
    phrase: words,
    bearer: { enum: BEARERS },
    status: { enum: PHRASE_STATUSES },
    reason: text,
    areas: ids,
    rules: ids,
  },
} as const;

/** JSON Schema of `clauses.yaml`, the ledger of an opinion. */
export const ledgerSchema = {
  $id: 'ledger',
  type: 'object',
  required: ['clauses'],
  additionalProperties: false,
  properties: {
    complete: { type: 'boolean' },
    clauses: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['id', 'title', 'phrases'],
        additionalProperties: false,
        properties: { id: words, title: text, phrases: { type: 'array', minItems: 1, items: phrase } },
      },
    },
  },
} as const;

/** A key in a profile; every object already has a `constructor`. */
const FACT_KEY = '^(?!constructor$)[a-z][a-z0-9_]*$';

/** JSON Schema of a facts file (`rules/facts/<section>.yaml`, or `facts.yaml` of a pack). */
const text = {
  type: 'object',
  required: ['zh', 'en'],
  additionalProperties: false,
  properties: { zh: { type: 'string', minLength: 1 }, en: { type: 'string', minLength: 1 } },
} as const;

/** JSON Schema of `rules/facts/vocabulary.yaml`. */
export const vocabularySchema = {
  $id: 'vocabulary',
  type: 'object',
  required: ['version'],
  additionalProperties: false,
  properties: { version: { type: 'integer', minimum: 1 } },
} as const;

export const factsSchema = {
  $id: 'facts',
  type: 'object',
  required: ['section', 'type', 'x-hegui', 'properties'],
  additionalProperties: false,
  properties: {
    section: { type: 'string', pattern: FACT_KEY },
    type: { const: 'object' },
    'x-hegui': { $ref: '#/$defs/words' },
    properties: { $ref: '#/$defs/properties' },
  },
  $defs: {
    text,
    properties: {
      type: 'object',
      minProperties: 1,
      propertyNames: { pattern: FACT_KEY },
      additionalProperties: { $ref: '#/$defs/fact' },
    },
    words: {
      type: 'object',
      required: ['title'],
      additionalProperties: false,
      properties: {
        title: { $ref: '#/$defs/text' },
        why: { $ref: '#/$defs/text' },
        unit: {
          enum: ['minutes', 'hours', 'days', 'working_days', 'months', 'years', 'cny', 'percent', 'persons', 'count'],
        },
        tense: { enum: ['past', 'due'] },
        key: { type: 'string' },
        since: { type: 'integer', minimum: 1 },
        permanent: { type: 'boolean' },
        members: {
          type: 'object',
          minProperties: 1,
          propertyNames: { pattern: FACT_KEY },
          additionalProperties: {
            type: 'object',
            required: ['zh', 'en'],
            additionalProperties: false,
            properties: {
              zh: { type: 'string', minLength: 1 },
              en: { type: 'string', minLength: 1 },
              since: { type: 'integer', minimum: 1 },
            },
          },
        },
      },
    },
    fact: {
      type: 'object',
      required: ['type', 'x-hegui'],
      additionalProperties: false,
      properties: {
        type: { enum: ['boolean', 'integer', 'number', 'string', 'array', 'object'] },
        format: { const: 'date' },
        minimum: { type: 'number' },
        maximum: { type: 'number' },
        minLength: { type: 'integer', minimum: 1 },
        maxLength: { type: 'integer', minimum: 1 },
        items: {
          type: 'object',
          required: ['type', 'properties'],
          additionalProperties: false,
          properties: { type: { const: 'object' }, properties: { $ref: '#/$defs/properties' } },
        },
        properties: { $ref: '#/$defs/properties' },
        'x-hegui': { $ref: '#/$defs/words' },
      },
    },
  },
} as const;

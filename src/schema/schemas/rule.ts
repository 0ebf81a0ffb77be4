import { ARTICLE, SECTION } from '../../core/article.js';
import { factsSchema, vocabularySchema } from './facts.js';
import { ledgerSchema } from './ledger.js';

/** JSON Schemas of the files of a rule pack: rules, their tests, manifest and instruments. */
const id = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' } as const;
const key = { type: 'string', pattern: '^[a-z][a-z0-9_]*$' } as const;
const date = { type: 'string', format: 'date' } as const;
const expression = { type: ['string', 'boolean'] } as const;
const text = {
  type: 'object',
  required: ['zh', 'en'],
  additionalProperties: false,
  properties: { zh: { type: 'string', minLength: 1 }, en: { type: 'string', minLength: 1 } },
} as const;
const article = { type: 'string', pattern: ARTICLE } as const;
const verdict = { enum: ['pass', 'gap', 'unknown', 'manual', 'not-applicable'] } as const;

const rule = {
  type: 'object',
  required: ['id', 'title', 'kind', 'duty', 'severity', 'basis', 'remedy'],
  additionalProperties: false,
  properties: {
    id,
    title: text,
    kind: { enum: ['duty', 'prohibition'] },
    duty: { enum: ['mandatory', 'expected', 'encouraged'] },
    severity: { enum: ['critical', 'high', 'medium', 'low'] },
    basis: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['instrument', 'article', 'source'],
        additionalProperties: false,
        properties: { instrument: id, article, source: { enum: ['text', 'secondary'] }, from: date, until: date },
      },
    },
    liability: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['instrument', 'article'],
        additionalProperties: false,
        properties: {
          instrument: id,
          article,
          up_to_cny: { type: 'integer', minimum: 1 },
          up_to_times_gains: { type: 'number', exclusiveMinimum: 0 },
          up_to_percent_turnover: { type: 'number', exclusiveMinimum: 0 },
          order_first: { type: 'boolean' },
          from: date,
          until: date,
          when: expression,
        },
      },
    },
    params: {
      type: 'object',
      minProperties: 1,
      propertyNames: key,
      additionalProperties: { type: ['number', 'string'] },
    },
    when: expression,
    each: { type: 'object', required: ['in', 'as'], additionalProperties: false, properties: { in: { type: 'string' }, as: key } },
    require: {
      if: { type: 'array' },
      then: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          required: ['that', 'gap'],
          additionalProperties: false,
          properties: { when: expression, that: expression, gap: text },
        },
      },
      else: expression,
    },
    gap: text,
    ask: text,
    remedy: text,
    replaces: id,
  },
} as const;

export const rulesSchema = {
  $id: 'rules',
  type: 'object',
  required: ['rules'],
  additionalProperties: false,
  properties: { rules: { type: 'array', minItems: 1, items: rule } },
} as const;

export const testsSchema = {
  $id: 'tests',
  type: 'object',
  required: ['as_of', 'base', 'tests'],
  additionalProperties: false,
  properties: {
    as_of: date,
    base: { type: 'object' },
    tests: {
      type: 'object',
      additionalProperties: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          required: ['verdict'],
          additionalProperties: false,
          properties: {
            name: { type: 'string', minLength: 1 },
            as_of: date,
            set: { type: 'object', minProperties: 1 },
            each_member_of: { type: 'string', minLength: 1 },
            verdict: { enum: [...verdict.enum, 'not-in-force'] },
            reason: { enum: ['applicability', 'requirement', 'condition', 'no-parts', 'no-items'] },
            missing: { type: 'array', items: { type: 'string' } },
            failing: { type: 'array', items: { type: 'integer', minimum: 0 } },
            duty: { enum: ['mandatory', 'expected', 'encouraged'] },
          },
        },
      },
    },
  },
} as const;

export const packSchema = {
  $id: 'pack',
  type: 'object',
  required: ['id', 'version'],
  // What a pack extends has said the rest.
  if: { required: ['extends'] },
  else: { required: ['title', 'vocabulary', 'max_age_months', 'weights', 'areas'] },
  additionalProperties: false,
  properties: {
    id,
    version: { type: 'string', pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$' },
    title: text,
    extends: id,
    known_until: date,
    vocabulary: { type: 'integer', minimum: 1 },
    max_age_months: { type: 'integer', minimum: 1 },
    weights: {
      type: 'object',
      required: ['critical', 'high', 'medium', 'low'],
      additionalProperties: false,
      properties: {
        critical: { type: 'integer', minimum: 1 },
        high: { type: 'integer', minimum: 1 },
        medium: { type: 'integer', minimum: 1 },
        low: { type: 'integer', minimum: 1 },
      },
    },
    areas: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['id', 'title', 'topics'],
        additionalProperties: false,
        properties: { id, title: text, topics: { type: 'array', minItems: 1, items: id } },
      },
    },
    conditions: { type: 'object', propertyNames: key, additionalProperties: expression },
  },
} as const;

export const instrumentsSchema = {
  $id: 'instruments',
  type: 'object',
  required: ['instruments'],
  additionalProperties: false,
  properties: {
    instruments: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['id', 'name', 'issuer', 'from', 'scope', 'official_source'],
        additionalProperties: false,
        properties: {
          id,
          name: text,
          number: { type: 'string', minLength: 1 },
          issuer: text,
          from: date,
          until: date,
          scope: key,
          last_article: { type: ['integer', 'string'], minimum: 1, pattern: SECTION },
          official_source: { type: 'string', pattern: '^https://' },
        },
      },
    },
  },
} as const;

/** The schemas of the files of a pack, by kind of file. */
export const packSchemas = {
  rules: rulesSchema,
  tests: testsSchema,
  pack: packSchema,
  instruments: instrumentsSchema,
  facts: factsSchema,
  vocabulary: vocabularySchema,
  ledger: ledgerSchema,
} as const;

import { HEADER_REQUIRED, header } from './header.js';
import { count, duty, nullable, verdict } from './terms.js';

const digest = { type: ['string', 'null'], pattern: '^sha256:[0-9a-f]{64}$' } as const;

const counts = {
  type: ['object', 'null'],
  required: verdict.enum,
  properties: Object.fromEntries(verdict.enum.map((each) => [each, count])),
};

const place = {
  type: 'object',
  required: ['pointer', 'line', 'column', 'source'],
  properties: { pointer: { type: 'string' }, line: nullable('integer'), column: nullable('integer'), source: nullable('string') },
};

const score = {
  weights: {
    type: ['object', 'null'],
    required: ['passed', 'decided', 'applicable'],
    properties: { passed: count, decided: count, applicable: count },
  },
  compliance: nullable('number'),
  coverage: nullable('number'),
  counts,
};

const gate = {
  type: 'object',
  required: ['passed', 'reasons'],
  properties: {
    passed: { type: 'boolean' },
    reasons: { type: 'array', items: { type: 'object', required: ['code'], properties: { code: { type: 'string' } } } },
  },
};

const gapArg = {
  type: 'object',
  required: ['path'],
  properties: { path: { type: 'string' }, members: { type: 'array', items: { type: 'string' } } },
};

const question = {
  type: 'object',
  required: ['path', 'value', 'alone', 'rules'],
  properties: { path: { type: 'string' }, value: { type: 'number' }, alone: count, rules: { type: 'array', items: { type: 'string' } } },
};

const finding = {
  type: 'object',
  required: [
    'rule',
    'item',
    'verdict',
    'reason',
    'duty',
    'basis',
    'liability',
    'standing',
    'assurance',
    'at',
    'facts',
    'moreFacts',
    'missing',
    'parts',
  ],
  properties: {
    rule: { type: 'string' },
    item: nullable('string'),
    verdict,
    reason: { enum: ['applicability', 'requirement', 'condition', 'no-parts', 'no-items', null] },
    duty,
    basis: { type: 'array', items: count },
    liability: { type: 'array', items: count },
    standing: { enum: ['open', 'waived', 'known'] },
    assurance: { enum: ['declared', 'evidenced', 'attested', null] },
    at: place,
    facts: { type: 'array', items: { type: 'object', required: ['pointer', 'value'], properties: place.properties } },
    moreFacts: count,
    missing: { type: 'array', items: { type: 'string' } },
    parts: {
      type: 'array',
      items: {
        type: 'object',
        required: ['index', 'args', 'message'],
        properties: { index: count, args: { type: 'object', additionalProperties: gapArg }, message: { type: 'string' } },
      },
    },
  },
};

/** JSON Schema of a record of a run. */
export const profileRecordSchema = {
  type: 'object',
  required: [
    'record',
    'path',
    'id',
    'idFrom',
    'digest',
    'factsDigest',
    'status',
    'operator',
    'platform',
    'declaration',
    'problems',
    'gate',
    'weights',
    'compliance',
    'coverage',
    'counts',
    'encouraged',
    'areas',
    'findings',
    'questions',
    'upcoming',
  ],
  properties: {
    record: { const: 'profile' },
    path: { type: 'string' },
    id: { type: 'string' },
    idFrom: { enum: ['id', 'operator', 'path'] },
    digest,
    factsDigest: digest,
    status: { enum: ['judged', 'invalid', 'unreadable', 'too-costly', 'internal-error'] },
    operator: { type: 'object', required: ['name', 'uscc'], properties: { name: nullable('string'), uscc: nullable('string') } },
    platform: {
      type: 'object',
      required: ['name', 'kinds'],
      properties: { name: nullable('string'), kinds: { type: 'array', items: { type: 'string' } } },
    },
    declaration: {
      type: 'object',
      required: ['date', 'by', 'title'],
      properties: { date: nullable('string'), by: nullable('string'), title: nullable('string') },
    },
    problems: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'args', 'level', 'at', 'message'],
        properties: {
          code: { type: 'string' },
          args: { type: 'object' },
          level: { enum: ['error', 'warning'] },
          at: place,
          message: { type: 'string' },
        },
      },
    },
    gate,
    ...score,
    encouraged: counts,
    areas: {
      type: 'object',
      additionalProperties: { type: 'object', required: ['weights', 'compliance', 'coverage', 'counts'], properties: score },
    },
    findings: { type: 'array', items: finding },
    questions: { type: 'array', items: question },
    upcoming: {
      type: 'array',
      items: {
        type: 'object',
        required: ['rule', 'from', 'verdict'],
        properties: { rule: { type: 'string' }, from: { type: 'string' }, verdict },
      },
    },
  },
};

/** JSON Schema of what stands after the records of a run. */
export const summarySchema = {
  type: 'object',
  required: ['exitCode', 'gate', 'statuses', 'duplicates', 'emptySources'],
  properties: {
    exitCode: { enum: [0, 1, 2, 3, 130] },
    gate,
    statuses: { type: 'object', additionalProperties: count },
    duplicates: {
      type: 'array',
      items: {
        type: 'object',
        required: ['identity', 'paths'],
        properties: { identity: { type: 'string' }, paths: { type: 'array', minItems: 2, items: { type: 'string' } } },
      },
    },
    emptySources: { type: 'array', items: { type: 'string' } },
  },
} as const;

/** JSON Schema of a run as one document; as NDJSON its header, each record and its summary are lines of their own. */
export const runSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://hegui.invalid/schema/run.json',
  type: 'object',
  required: [...HEADER_REQUIRED, 'profiles', 'summary'],
  properties: { ...header, profiles: { type: 'array', items: profileRecordSchema }, summary: summarySchema },
} as const;

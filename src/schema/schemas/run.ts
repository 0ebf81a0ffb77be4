import { HEADER_REQUIRED, header } from './header.js';
import { count, duty, nullable, verdict } from './terms.js';

const digest = { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' } as const;
const strings = { type: 'array', items: { type: 'string' } } as const;
const reason = { enum: ['applicability', 'requirement', 'condition', 'no-parts', 'no-items'] } as const;

/** How many rules have a verdict; none where it is not named. */
const counts = { type: 'object', properties: Object.fromEntries(verdict.enum.map((each) => [each, count])) } as const;

const place = { pointer: { type: 'string' }, line: nullable('integer'), column: nullable('integer'), source: nullable('string') } as const;
const at = { type: 'object', required: ['pointer'], properties: place } as const;

const score = {
  weights: {
    type: 'object',
    required: ['passed', 'decided', 'applicable'],
    properties: { passed: count, decided: count, applicable: count },
  },
  compliance: { type: 'number' },
  coverage: { type: 'number' },
  counts,
} as const;

const gate = {
  type: 'object',
  required: ['passed', 'reasons'],
  properties: {
    passed: { type: 'boolean' },
    reasons: { type: 'array', items: { type: 'object', required: ['code'], properties: { code: { type: 'string' } } } },
  },
} as const;

const gapArg = { type: 'object', required: ['path'], properties: { path: { type: 'string' }, members: strings } } as const;

/** A finding that says more than a row of a table can. */
const finding = {
  type: 'object',
  required: ['rule', 'verdict', 'at'],
  properties: {
    rule: { type: 'string' },
    item: { type: 'string' },
    verdict,
    reason,
    duty,
    basis: { type: 'array', items: count },
    liability: { type: 'array', items: count },
    standing: { enum: ['open', 'waived', 'known'] },
    assurance: { enum: ['declared', 'evidenced', 'attested', null] },
    at,
    facts: { type: 'array', items: { type: 'object', required: ['pointer', 'value'], properties: place } },
    moreFacts: count,
    missing: strings,
    parts: {
      type: 'array',
      items: {
        type: 'object',
        required: ['part', 'args'],
        properties: { part: count, args: { type: 'object', additionalProperties: gapArg }, message: { type: 'string' } },
      },
    },
  },
} as const;

/** A rule by its number in the catalog, a reason where it is told, and facts or missing paths by their numbers in the record. */
const rows = {
  type: 'array',
  items: { type: 'array', minItems: 1, items: { anyOf: [count, reason, { type: 'array' }] } },
} as const;

/** JSON Schema of a record of a run. */
export const profileRecordSchema = {
  type: 'object',
  required: ['record', 'path', 'id', 'idFrom', 'status', 'gate'],
  dependentRequired: { weights: ['counts'] },
  properties: {
    record: { const: 'profile' },
    path: { type: 'string' },
    id: { type: 'string' },
    idFrom: { enum: ['id', 'operator', 'path'] },
    digest,
    factsDigest: digest,
    status: { enum: ['judged', 'invalid', 'unreadable', 'too-costly', 'internal-error'] },
    operator: { type: 'object', properties: { name: { type: 'string' }, uscc: { type: 'string' } } },
    platform: { type: 'object', properties: { name: { type: 'string' }, kinds: strings } },
    declaration: { type: 'object', properties: { date: { type: 'string' }, by: { type: 'string' }, title: { type: 'string' } } },
    problems: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'args', 'level', 'at', 'message'],
        properties: {
          code: { type: 'string' },
          args: { type: 'object' },
          level: { enum: ['error', 'warning'] },
          at,
          message: { type: 'string' },
        },
      },
    },
    gate,
    ...score,
    encouraged: counts,
    areas: { type: 'object', additionalProperties: { type: 'object', required: ['weights', 'counts'], properties: score } },
    outOfScope: strings,
    findings: { type: 'array', items: finding },
    facts: { type: 'array', items: { type: 'array', minItems: 2, items: true, prefixItems: [{ type: 'string' }, true] } },
    missing: {
      type: 'array',
      items: {
        type: 'array',
        minItems: 1,
        prefixItems: [{ type: 'string' }, nullable('integer'), nullable('integer'), { type: 'string' }],
      },
    },
    passed: { type: 'object', properties: { declared: rows, evidenced: rows, attested: rows } },
    notApplicable: rows,
    unknown: rows,
    upcoming: {
      type: 'array',
      items: {
        type: 'object',
        required: ['rule', 'from', 'verdict'],
        properties: { rule: { type: 'string' }, from: { type: 'string' }, verdict },
      },
    },
  },
} as const;

/** JSON Schema of what stands after the records of a run. */
export const summarySchema = {
  type: 'object',
  required: ['exitCode', 'count', 'gate', 'statuses', 'duplicates', 'emptySources'],
  properties: {
    exitCode: { enum: [0, 1, 2, 3, 130] },
    count,
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
    emptySources: strings,
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

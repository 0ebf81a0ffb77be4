/** JSON Schema of a run as `hegui check -f json` writes it. Additive within version 1. */
const text = { type: 'object', required: ['zh', 'en'], properties: { zh: { type: 'string' }, en: { type: 'string' } } } as const;
const nullable = (type: string) => ({ type: [type, 'null'] });
const verdict = { enum: ['pass', 'gap', 'unknown', 'manual', 'not-applicable'] } as const;
const duty = { enum: ['mandatory', 'expected', 'encouraged'] } as const;
const digest = { type: ['string', 'null'], pattern: '^sha256:[0-9a-f]{64}$' } as const;
const count = { type: 'integer', minimum: 0 } as const;

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
  weights: { type: ['object', 'null'], properties: { passed: count, decided: count, applicable: count } },
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

const article = {
  type: 'object',
  required: ['instrument', 'article'],
  properties: { instrument: { type: 'string' }, article: { type: 'string' } },
};

const rule = {
  type: 'object',
  required: ['area', 'title', 'kind', 'duty', 'severity', 'grounds', 'basis', 'remedy'],
  properties: {
    area: { type: 'string' },
    title: text,
    kind: { enum: ['duty', 'prohibition'] },
    duty,
    severity: { enum: ['critical', 'high', 'medium', 'low'] },
    grounds: { type: 'array' },
    basis: { type: 'array', items: article },
    liability: { type: 'array', items: article },
    gaps: { type: 'array', items: text },
    ask: { anyOf: [text, { type: 'null' }] },
    remedy: text,
  },
};

const finding = {
  type: 'object',
  required: ['rule', 'item', 'verdict', 'reason', 'duty', 'basis', 'standing', 'assurance', 'at', 'facts', 'missing', 'parts'],
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
      items: { type: 'object', required: ['index', 'args', 'message'], properties: { index: count, message: { type: 'string' } } },
    },
  },
};

const profile = {
  type: 'object',
  required: [
    'record',
    'path',
    'id',
    'digest',
    'factsDigest',
    'status',
    'operator',
    'platform',
    'problems',
    'gate',
    'weights',
    'compliance',
    'coverage',
    'counts',
    'areas',
    'findings',
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
    operator: { type: 'object', properties: { name: nullable('string'), uscc: nullable('string') } },
    platform: { type: 'object', properties: { name: nullable('string'), kinds: { type: 'array', items: { type: 'string' } } } },
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
    areas: { type: 'object', additionalProperties: { type: 'object', properties: score } },
    findings: { type: 'array', items: finding },
    questions: { type: 'array' },
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

export const runSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://hegui.invalid/schema/run.json',
  type: 'object',
  required: ['schemaVersion', 'tool', 'asOf', 'lang', 'packs', 'vocabulary', 'options', 'partial', 'catalog', 'profiles', 'summary'],
  properties: {
    schemaVersion: { const: 1 },
    tool: { type: 'object', required: ['name', 'version'], properties: { name: { const: 'hegui' }, version: { type: 'string' } } },
    asOf: { type: 'string', format: 'date' },
    lang: { enum: ['zh', 'en'] },
    packs: { type: 'array', items: { type: 'object', required: ['id', 'version', 'digest'] } },
    vocabulary: { type: 'object', required: ['version', 'digest'] },
    options: { type: 'object' },
    partial: { type: 'boolean' },
    shard: {
      type: 'object',
      required: ['index', 'of'],
      properties: { index: { type: 'integer', minimum: 1 }, of: { type: 'integer', minimum: 1 } },
    },
    catalog: {
      type: 'object',
      required: ['areas', 'rules', 'facts', 'instruments'],
      properties: {
        areas: { type: 'object', additionalProperties: text },
        rules: { type: 'object', additionalProperties: rule },
        facts: { type: 'object' },
        instruments: { type: 'object' },
      },
    },
    profiles: { type: 'array', items: profile },
    summary: {
      type: 'object',
      required: ['exitCode', 'gate', 'statuses', 'duplicates', 'emptySources'],
      properties: {
        statuses: { type: 'object', additionalProperties: count },
        emptySources: { type: 'array', items: { type: 'string' } },
        exitCode: { enum: [0, 1, 2, 3, 130] },
        gate,
        duplicates: {
          type: 'array',
          items: {
            type: 'object',
            required: ['identity', 'paths'],
            properties: { identity: { type: 'string' }, paths: { type: 'array', minItems: 2 } },
          },
        },
      },
    },
  },
} as const;

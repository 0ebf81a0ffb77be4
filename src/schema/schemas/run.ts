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

const interval = { from: { type: 'string' }, until: nullable('string') };

const basis = {
  type: 'object',
  required: ['instrument', 'article', 'source', 'from', 'until'],
  properties: { instrument: { type: 'string' }, article: { type: 'string' }, source: { enum: ['text', 'secondary'] }, ...interval },
};

const liability = {
  type: 'object',
  required: ['instrument', 'article', 'upToCny', 'upToTimesGains', 'upToPercentTurnover', 'orderFirst', 'from', 'until'],
  properties: {
    instrument: { type: 'string' },
    article: { type: 'string' },
    upToCny: nullable('number'),
    upToTimesGains: nullable('number'),
    upToPercentTurnover: nullable('number'),
    orderFirst: { type: 'boolean' },
    ...interval,
  },
};

const ground = {
  type: 'object',
  required: ['clause', 'phrase'],
  properties: { clause: { type: 'string' }, phrase: { type: 'string' } },
};

const rule = {
  type: 'object',
  required: ['area', 'title', 'kind', 'duty', 'severity', 'grounds', 'basis', 'liability', 'params', 'gaps', 'ask', 'remedy'],
  properties: {
    area: { type: 'string' },
    title: text,
    kind: { enum: ['duty', 'prohibition'] },
    duty,
    severity: { enum: ['critical', 'high', 'medium', 'low'] },
    grounds: { type: 'array', items: ground },
    basis: { type: 'array', items: basis },
    liability: { type: 'array', items: liability },
    params: { type: 'object', additionalProperties: { type: ['number', 'string'] } },
    gaps: { type: 'array', items: text },
    ask: { anyOf: [text, { type: 'null' }] },
    remedy: text,
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

const titles = { type: 'object', additionalProperties: text } as const;

const fact = {
  type: 'object',
  required: ['kind', 'title', 'unit', 'members'],
  properties: {
    kind: { type: 'string' },
    title: text,
    why: { anyOf: [text, { type: 'null' }] },
    unit: nullable('string'),
    members: titles,
  },
} as const;

const instrument = {
  type: 'object',
  required: ['name', 'number', 'issuer', 'officialSource'],
  properties: { name: text, number: nullable('string'), issuer: text, officialSource: { type: 'string' } },
} as const;

const shardCount = { type: 'integer', minimum: 1 } as const;

const header = {
  schemaVersion: { const: 1 },
  tool: { type: 'object', required: ['name', 'version'], properties: { name: { const: 'hegui' }, version: { type: 'string' } } },
  asOf: { type: 'string', format: 'date' },
  lang: { enum: ['zh', 'en'] },
  packs: {
    type: 'array',
    items: {
      type: 'object',
      required: ['id', 'version', 'digest'],
      properties: { id: { type: 'string' }, version: { type: 'string' }, digest: { type: 'string' } },
    },
  },
  vocabulary: {
    type: 'object',
    required: ['version', 'digest'],
    properties: { version: { type: 'integer' }, digest: { type: 'string' } },
  },
  options: {
    type: 'object',
    required: ['horizonDays', 'areas', 'rules', 'duties', 'failOn', 'failDuty', 'minCompliance', 'minCoverage', 'onInvalid', 'encoding'],
    properties: {
      horizonDays: count,
      areas: { type: 'array', items: { type: 'string' } },
      rules: { type: 'array', items: { type: 'string' } },
      duties: { type: 'array', items: duty },
      failOn: { type: 'array', items: verdict },
      failDuty: duty,
      minCompliance: nullable('number'),
      minCoverage: nullable('number'),
      onInvalid: { enum: ['fail', 'count'] },
      encoding: nullable('string'),
    },
  },
  partial: { type: 'boolean' },
  shard: { type: 'object', required: ['index', 'of'], properties: { index: shardCount, of: shardCount } },
  missingShards: {
    type: 'object',
    required: ['of', 'missing'],
    properties: { of: shardCount, missing: { type: 'array', items: shardCount } },
  },
  catalog: {
    type: 'object',
    required: ['areas', 'rules', 'facts', 'instruments'],
    properties: {
      areas: titles,
      rules: { type: 'object', additionalProperties: rule },
      facts: { type: 'object', additionalProperties: fact },
      instruments: { type: 'object', additionalProperties: instrument },
    },
  },
} as const;

const HEADER_REQUIRED = ['schemaVersion', 'tool', 'asOf', 'lang', 'packs', 'vocabulary', 'options', 'partial', 'catalog'] as const;

/** JSON Schema of what stands before the records of a run. */
export const headerSchema = { type: 'object', required: HEADER_REQUIRED, properties: header } as const;

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

import { SEVERITIES } from '../../core/rule.js';
import { count, duty, nullable, text, verdict } from './terms.js';

const interval = { from: { type: 'string' }, until: nullable('string') };

const basis = {
  type: 'object',
  required: ['instrument', 'article', 'source', 'from', 'until'],
  properties: { instrument: { type: 'string' }, article: { type: 'string' }, source: { enum: ['text', 'secondary'] }, ...interval },
};

const liability = {
  type: 'object',
  required: ['instrument', 'article', 'upToCny', 'upToTimesGains', 'upToPercentTurnover', 'orderFirst', 'condition', 'from', 'until'],
  properties: {
    instrument: { type: 'string' },
    article: { type: 'string' },
    upToCny: nullable('number'),
    upToTimesGains: nullable('number'),
    upToPercentTurnover: nullable('number'),
    orderFirst: { type: 'boolean' },
    condition: nullable('string'),
    ...interval,
  },
};

const ground = {
  type: 'object',
  required: ['clause', 'phrase'],
  properties: { clause: { type: 'string' }, phrase: { type: 'string' }, bearer: { enum: ['government', 'encouragement'] } },
};

const rule = {
  type: 'object',
  required: ['id', 'area', 'title', 'kind', 'duty', 'severity', 'grounds', 'basis', 'liability', 'params', 'gaps', 'ask', 'remedy'],
  properties: {
    id: { type: 'string' },
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

/** Each field that stands before the records of a run. */
export const header = {
  schemaVersion: { const: 2 },
  tool: { type: 'object', required: ['name', 'version'], properties: { name: { const: 'hegui' }, version: { type: 'string' } } },
  asOf: { type: 'string', format: 'date' },
  lang: { enum: ['zh', 'en'] },
  packs: {
    type: 'array',
    items: {
      type: 'object',
      required: ['id', 'version', 'digest'],
      properties: {
        id: { type: 'string' },
        version: { type: 'string' },
        digest: { type: 'string' },
        knownUntil: { type: 'string', format: 'date' },
      },
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
      redact: { const: true },
    },
  },
  partial: { type: 'boolean' },
  shard: {
    type: ['object', 'null'],
    required: ['index', 'of', 'count'],
    properties: { index: shardCount, of: shardCount, count },
  },
  shards: shardCount,
  missingShards: { type: 'array', items: shardCount },
  inputs: {
    type: ['object', 'null'],
    required: ['count', 'digest', 'passedOver'],
    properties: {
      count,
      digest: nullable('string'),
      passedOver: {
        type: 'array',
        items: { type: 'object', required: ['path', 'reason'], properties: { path: { type: 'string' }, reason: { type: 'string' } } },
      },
    },
  },
  catalog: {
    type: 'object',
    required: ['areas', 'weights', 'rules', 'facts', 'instruments'],
    properties: {
      areas: titles,
      weights: { type: 'object', required: SEVERITIES, properties: Object.fromEntries(SEVERITIES.map((each) => [each, count])) },
      rules: { type: 'array', items: rule },
      facts: { type: 'object', additionalProperties: fact },
      instruments: { type: 'object', additionalProperties: instrument },
    },
  },
} as const;

/** Fields that stand before the records of every run. */
export const HEADER_REQUIRED = [
  'schemaVersion',
  'tool',
  'asOf',
  'lang',
  'packs',
  'vocabulary',
  'options',
  'partial',
  'shard',
  'inputs',
  'catalog',
] as const;

/** JSON Schema of what stands before the records of a run. */
export const headerSchema = { type: 'object', required: HEADER_REQUIRED, properties: header } as const;

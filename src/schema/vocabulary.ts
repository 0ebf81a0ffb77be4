import type { Text } from '../core/text.js';
import type { FactKind, FactType, Member, Unit, Vocabulary } from '../core/vocabulary.js';

interface RawWords {
  title: Text;
  why?: Text;
  unit?: Unit;
  tense?: 'past' | 'due';
  key?: string;
  since?: number;
  permanent?: boolean;
  members?: Record<string, Text & { since?: number }>;
}

interface RawFact {
  type: 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';
  format?: 'date';
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  items?: { properties: Record<string, RawFact> };
  properties?: Record<string, RawFact>;
  'x-hegui': RawWords;
}

/** A facts file after it has passed the facts schema. */
export interface FactsFile extends RawFact {
  section: string;
}

/** A facts file that the schema admits but that makes no sense; the build stops at it. */
export class VocabularyError extends Error {}

/**
 * Joins the facts files, one per top-level section, into the vocabulary.
 * @throws VocabularyError naming the path, where two files own one section or a fact is not well made
 */
export function makeVocabulary(files: readonly FactsFile[], version: number, digest: string): Vocabulary {
  const properties: Record<string, FactType> = {};
  for (const file of files) {
    if (properties[file.section]) throw new VocabularyError(`section defined twice: ${file.section}`);
    properties[file.section] = makeType(file, file.section);
  }
  return { version, digest, root: { ...EMPTY, kind: 'object', properties } };
}

const EMPTY: FactType = {
  kind: 'object',
  title: { zh: '', en: '' },
  why: null,
  unit: null,
  tense: null,
  members: {},
  key: null,
  permanent: false,
  minimum: null,
  maximum: null,
  minLength: null,
  maxLength: null,
  since: 1,
  properties: {},
};

function makeType(raw: RawFact, path: string): FactType {
  const words = raw['x-hegui'];
  const kind = kindOf(raw, path);
  const nested = raw.items?.properties ?? raw.properties ?? {};
  const properties = Object.fromEntries(Object.entries(nested).map(([key, property]) => [key, makeType(property, `${path}.${key}`)]));
  const type: FactType = {
    kind,
    title: words.title,
    why: words.why ?? null,
    unit: words.unit ?? null,
    tense: words.tense ?? null,
    members: makeMembers(words.members ?? {}),
    key: words.key ?? null,
    permanent: words.permanent ?? false,
    minimum: raw.minimum ?? null,
    maximum: raw.maximum ?? null,
    minLength: raw.minLength ?? (kind === 'string' ? 1 : null),
    maxLength: raw.maxLength ?? (kind === 'string' ? 200 : null),
    since: words.since ?? 1,
    properties,
  };
  check(type, path);
  return type;
}

function makeMembers(raw: Record<string, Text & { since?: number }>): Record<string, Member> {
  return Object.fromEntries(Object.entries(raw).map(([id, { zh, en, since }]) => [id, { title: { zh, en }, since: since ?? 1 }]));
}

function kindOf(raw: RawFact, path: string): FactKind {
  const hasMembers = raw['x-hegui'].members !== undefined;
  switch (raw.type) {
    case 'object':
      return 'object';
    case 'array':
      if (hasMembers === (raw.items !== undefined)) {
        throw new VocabularyError(`${path}: an array has either x-hegui.members (a checklist) or items (a list of objects)`);
      }
      return hasMembers ? 'checklist' : 'list';
    case 'string':
      if (raw.format === 'date') return 'date';
      return hasMembers ? 'choice' : 'string';
    default:
      return raw.type;
  }
}

function check(type: FactType, path: string): void {
  if (type.kind !== 'object' && type.why === null) throw new VocabularyError(`${path}: x-hegui.why is missing`);
  if (type.kind === 'date' && type.tense === null) throw new VocabularyError(`${path}: a date needs x-hegui.tense`);
  if (type.kind === 'list' && type.properties[type.key ?? '']?.kind !== 'string') {
    throw new VocabularyError(`${path}: x-hegui.key must name a string property of the items`);
  }
  if (type.permanent && type.kind !== 'integer') throw new VocabularyError(`${path}: only an integer can be permanent`);
}

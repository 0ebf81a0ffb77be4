import { type Steps, toPointer } from '../core/pointer.js';
import { type FactFault, type Problem, problem } from '../core/problem.js';
import type { Text } from '../core/text.js';
import { EXTENSIONS, type FactKind, type FactType, type Member, type Unit, type Vocabulary } from '../core/vocabulary.js';
import type { FactWords, GroupWords, Words } from '../core/words.js';
import type { Locate } from '../schema/validate.js';

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

/** Joins facts files, each with a top-level section of its own, into a vocabulary. */
export function makeVocabulary(files: readonly FactsFile[], version: number, digest: string): Vocabulary {
  const properties = Object.fromEntries(files.map((file) => [file.section, sectionOf(file)]));
  return { version, digest, root: { ...NO_TRAITS, kind: 'object', properties } };
}

/** A vocabulary with the facts of packs, by the section of each. */
export function extendVocabulary(vocabulary: Vocabulary, sections: Readonly<Record<string, FactType>>): Vocabulary {
  if (Object.keys(sections).length === 0) return vocabulary;
  const { root } = vocabulary;
  const before = root.properties[EXTENSIONS]?.properties ?? {};
  const extensions: FactType = { ...NO_TRAITS, properties: { ...before, ...sections } };
  return { ...vocabulary, root: { ...root, properties: { ...root.properties, [EXTENSIONS]: extensions } } };
}

/** The facts of a file that {@link factProblems} finds well made. */
export function sectionOf(file: FactsFile): FactType {
  return makeType(file);
}

/** A fact of which nothing is said but that it is a group; others differ from it. */
export const NO_TRAITS: FactType = {
  kind: 'object',
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

function makeType(raw: RawFact): FactType {
  const words = raw['x-hegui'];
  const kind = kindOf(raw);
  const properties = Object.entries(nestedOf(raw)).map(([key, property]) => [key, makeType(property)] as const);
  return {
    kind,
    tense: words.tense ?? null,
    members: makeMembers(words.members ?? {}),
    key: words.key ?? null,
    permanent: words.permanent ?? false,
    minimum: raw.minimum ?? null,
    maximum: raw.maximum ?? null,
    minLength: raw.minLength ?? (kind === 'string' ? 1 : null),
    maxLength: raw.maxLength ?? (kind === 'string' ? 200 : null),
    since: words.since ?? 1,
    properties: Object.fromEntries(properties),
  };
}

function nestedOf(raw: RawFact): Record<string, RawFact> {
  return raw.items?.properties ?? raw.properties ?? {};
}

function makeMembers(raw: Record<string, Text & { since?: number }>): Record<string, Member> {
  return Object.fromEntries(Object.entries(raw).map(([id, { since }]) => [id, { since: since ?? 1 }]));
}

/** What a facts file that {@link factProblems} finds well made says of its facts, by their paths; `prefix` stands before its section. */
export function wordsIn(file: FactsFile, prefix: string): Words {
  const facts: Record<string, FactWords> = {};
  const groups: Record<string, GroupWords> = {};
  const collect = (raw: RawFact, path: string): void => {
    const { title, why = null, unit = null, key = null, permanent = false, members = {} } = raw['x-hegui'];
    const kind = kindOf(raw);
    if (kind === 'object') groups[path] = { title, why };
    else facts[path] = { kind, title, why, unit, key, permanent, members: titlesOf(members) };
    for (const [name, property] of Object.entries(nestedOf(raw))) collect(property, `${path}${kind === 'list' ? '[]' : ''}.${name}`);
  };
  collect(file, `${prefix}${file.section}`);
  return { rules: {}, facts, groups };
}

function titlesOf(members: Record<string, Text & { since?: number }>): Record<string, Text> {
  return Object.fromEntries(Object.entries(members).map(([id, { zh, en }]) => [id, { zh, en }]));
}

function kindOf(raw: RawFact): FactKind {
  const hasMembers = raw['x-hegui'].members !== undefined;
  switch (raw.type) {
    case 'array':
      return hasMembers ? 'checklist' : 'list';
    case 'string':
      if (raw.format === 'date') return 'date';
      return hasMembers ? 'choice' : 'string';
    default:
      return raw.type;
  }
}

/** What is wrong with a facts file that its schema admits, each with its place. */
export function factProblems(file: FactsFile, locate: Locate): Problem[] {
  return [...problemsIn(file, [], file.section, locate)];
}

function* problemsIn(raw: RawFact, steps: Steps, path: string, locate: Locate): Iterable<Problem> {
  const found = faultOf(raw);
  if (found !== null) yield problem('fact-shape', { path, found }, locate(toPointer(steps), 'key'));
  for (const [keyword, kinds, at] of misplacedIn(raw)) {
    yield problem('fact-keyword', { path, keyword, kind: kindOf(raw), kinds }, locate(toPointer([...steps, ...at]), 'key'));
  }
  const inside = raw.items === undefined ? [...steps, 'properties'] : [...steps, 'items', 'properties'];
  for (const [key, property] of Object.entries(nestedOf(raw))) yield* problemsIn(property, [...inside, key], `${path}.${key}`, locate);
}

const NUMBERS: readonly FactKind[] = ['integer', 'number'];

/** Keywords with the kinds of fact of which they say something; of others they would be passed over in silence. */
const KEYWORDS: Readonly<Record<string, readonly FactKind[]>> = {
  format: ['date'],
  minimum: NUMBERS,
  maximum: NUMBERS,
  minLength: ['string'],
  maxLength: ['string'],
  items: ['list', 'checklist'],
  properties: ['object'],
};
const WORDS: Readonly<Record<string, readonly FactKind[]>> = {
  unit: NUMBERS,
  tense: ['date'],
  key: ['list'],
  members: ['checklist', 'choice'],
};

function* misplacedIn(raw: RawFact): Iterable<[keyword: string, kinds: readonly FactKind[], at: Steps]> {
  const kind = kindOf(raw);
  for (const [keyword, kinds] of Object.entries(KEYWORDS)) {
    if (Object.hasOwn(raw, keyword) && !kinds.includes(kind)) yield [keyword, kinds, [keyword]];
  }
  for (const [keyword, kinds] of Object.entries(WORDS)) {
    if (Object.hasOwn(raw['x-hegui'], keyword) && !kinds.includes(kind)) yield [`x-hegui.${keyword}`, kinds, ['x-hegui', keyword]];
  }
}

function faultOf(raw: RawFact): FactFault | null {
  const words = raw['x-hegui'];
  const kind = kindOf(raw);
  if (raw.type === 'array' && (words.members !== undefined) === (raw.items !== undefined)) return 'array';
  if (kind !== 'object' && words.why === undefined) return 'no-why';
  if (kind === 'date' && words.tense === undefined) return 'no-tense';
  const key = Object.hasOwn(nestedOf(raw), words.key ?? '') ? nestedOf(raw)[words.key ?? ''] : undefined;
  if (kind === 'list' && (key === undefined || kindOf(key) !== 'string')) return 'no-key';
  if (words.permanent && kind !== 'integer') return 'permanent';
  if (kind === 'object' && raw.properties === undefined) return 'no-properties';
  const { minimum, maximum, minLength, maxLength } = makeType(raw);
  if ((minimum ?? -Infinity) > (maximum ?? Infinity)) return 'range';
  return (minLength ?? 0) > (maxLength ?? Infinity) ? 'length' : null;
}

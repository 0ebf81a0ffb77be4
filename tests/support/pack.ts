import type { Finding } from '../../src/core/finding.js';
import type { FileProblem } from '../../src/core/problem.js';
import { problem, WHOLE_FILE } from '../../src/core/problem.js';
import type { Json } from '../../src/core/profile.js';
import type { Pack } from '../../src/core/rule.js';
import type { Vocabulary } from '../../src/core/vocabulary.js';
import { makeEnv } from '../../src/evaluate/evaluate.js';
import { activate, judgeRule } from '../../src/evaluate/rule.js';
import type { Reader } from '../../src/io/read.js';
import { lintPacks } from '../../src/rules/lint.js';
import { loadPacks } from '../../src/rules/load.js';
import type { RawCase, RawInstrument, RawRule } from '../../src/rules/source.js';
import { CONDITIONS } from './expression.js';
import { AS_OF, factsFrom, VOCABULARY } from './vocabulary.js';

/** A reader of files in memory, by path. */
export function memoryReader(files: Readonly<Record<string, string>>): Reader {
  return {
    async read(path) {
      const text = files[path];
      return text === undefined ? { problem: problem('file-missing', {}, WHOLE_FILE) } : { bytes: Buffer.from(text) };
    },
    async readWithin(folder, name) {
      return this.read(`${folder}/${name}`);
    },
    async list(folder) {
      const inside = Object.keys(files).flatMap((path) => (path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : []));
      return [...new Set(inside.map((path) => path.split('/')[0] ?? ''))].sort();
    },
  };
}

const TEXT = { zh: '文字', en: 'Text' };

/** A rule with what every rule needs; its requirement is `shop.open` unless the test says another. */
export function rule(id: string, fields: Partial<RawRule> = {}): RawRule {
  const required: RawRule = {
    id,
    title: TEXT,
    kind: 'duty',
    duty: 'mandatory',
    severity: 'high',
    basis: [{ instrument: 'law', article: '1', source: 'text' }],
    remedy: TEXT,
  };
  if (fields.require === undefined && fields.ask === undefined) return { ...required, require: 'shop.open', gap: TEXT, ...fields };
  return Array.isArray(fields.require) || fields.ask !== undefined ? { ...required, ...fields } : { ...required, gap: TEXT, ...fields };
}

/** A law in force since 2019 that reaches anyone. */
export function instrument(id: string, fields: Partial<RawInstrument> = {}): RawInstrument {
  return { id, name: TEXT, issuer: TEXT, from: '2019-01-01', scope: 'anyone', official_source: 'https://example.com/law', ...fields };
}

export interface PackParts {
  readonly rules: readonly RawRule[];
  readonly instruments?: readonly RawInstrument[];
  readonly conditions?: Readonly<Record<string, string | boolean>>;
  /** Cases per rule id; without any there is no file of tests. */
  readonly tests?: Readonly<Record<string, readonly RawCase[]>>;
  readonly base?: Readonly<Record<string, Json>>;
  readonly vocabulary?: Vocabulary;
  /** Files that replace or join those made from the other parts, by name. */
  readonly files?: Readonly<Record<string, string>>;
}

/** The files of a pack with one topic. JSON is YAML. */
function filesOf({ rules, instruments = [instrument('law')], conditions = CONDITIONS, tests, base = {}, files = {} }: PackParts) {
  const manifest = {
    id: 'test-pack',
    version: '1.0.0',
    title: TEXT,
    vocabulary: 1,
    max_age_months: 12,
    weights: { critical: 8, high: 4, medium: 2, low: 1 },
    areas: [{ id: 'area', title: TEXT, topics: ['topic'] }],
    conditions,
  };
  const made: Record<string, string> = {
    'pack.yaml': JSON.stringify(manifest, null, 1),
    'area/topic.yaml': JSON.stringify({ rules }, null, 1),
    'instruments.yaml': JSON.stringify({ instruments }, null, 1),
    ...(tests === undefined ? {} : { 'area/topic.test.yaml': JSON.stringify({ as_of: AS_OF, base, tests }, null, 1) }),
    ...files,
  };
  return Object.fromEntries(Object.entries(made).map(([name, text]) => [`pack/${name}`, text]));
}

export interface Loaded {
  readonly pack: Pack | null;
  readonly problems: readonly FileProblem[];
}

/** Loads a pack and lints it if it compiles. */
export async function load(parts: PackParts): Promise<Loaded> {
  const vocabulary = parts.vocabulary ?? VOCABULARY;
  const loaded = await loadPacks(['pack'], memoryReader(filesOf(parts)), { vocabulary, bases: [] });
  if (!('pack' in loaded)) return { pack: null, problems: loaded.problems };
  const { pack, sources } = loaded;
  return { pack, problems: [...loaded.problems, ...lintPacks(sources, loaded, true)] };
}

/** A pack that compiles. @throws Error with the problems of one that does not */
export async function packOf(parts: PackParts): Promise<Pack> {
  const { pack, problems } = await load(parts);
  if (pack === null) throw new Error(JSON.stringify(problems, null, 1));
  return pack;
}

/** The findings of a pack's first rule on a profile; null where it is not in force. */
export function findingsOf(pack: Pack, profile: Json, asOf: string = AS_OF): Finding[] | null {
  const [first] = pack.rules;
  if (first === undefined) throw new Error('the pack has no rule');
  const active = activate(first, pack, asOf);
  return active && judgeRule(active, makeEnv(factsFrom(profile, VOCABULARY, asOf), asOf, pack.conditions));
}

/** The one finding of a pack's first rule on a profile. */
export function findingOf(pack: Pack, profile: Json, asOf: string = AS_OF): Finding {
  const [finding, ...others] = findingsOf(pack, profile, asOf) ?? [];
  if (finding === undefined || others.length > 0) throw new Error(`${others.length + 1} findings where the test expects one`);
  return finding;
}

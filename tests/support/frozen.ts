import { readdirSync, readFileSync } from 'node:fs';
import { catalogOf, headerOf } from '../../src/assess/catalog.js';
import { summarise, tally } from '../../src/assess/gate.js';
import { problem, WHOLE_FILE } from '../../src/core/problem.js';
import type { CheckOptions, Run } from '../../src/core/run.js';
import type { Language } from '../../src/core/text.js';
import { joinWords } from '../../src/core/words.js';
import { nodeHost } from '../../src/io/host.js';
import { diskReader } from '../../src/io/read.js';
import { parse } from '../../src/load/parse.js';
import { checkProfile, makeEngine, rulesOf } from '../../src/pipeline.js';
import { loadPacks } from '../../src/rules/load.js';
import { validatorOf } from '../../src/schema/ajv.js';
import { profileSchema } from '../../src/schema/assemble.js';
import { type FactsFile, makeVocabulary, wordsIn } from '../../src/vocabulary/vocabulary.js';
import { DEFAULTS } from './verdicts.js';
import { AS_OF } from './vocabulary.js';

/** A small pack with a vocabulary and profiles of its own, so that what reports look like does not hang on the rules of the day. */
const FROZEN = 'tests/frozen';

/** Inputs by path; null is a file that is not there. */
export type Inputs = Readonly<Record<string, string | Uint8Array | null>>;

/** The frozen profiles, and one that is missing. */
export const PROFILES: Inputs = {
  ...Object.fromEntries(
    readdirSync(`${FROZEN}/profiles`)
      .sort()
      .map((name) => [`profiles/${name}`, readFileSync(`${FROZEN}/profiles/${name}`)]),
  ),
  'profiles/missing.yaml': null,
};

/** The frozen profiles of these names. */
export function inputsOf(...names: readonly string[]): Inputs {
  return Object.fromEntries(names.map((name) => [`profiles/${name}.yaml`, PROFILES[`profiles/${name}.yaml`] ?? null]));
}

/** The text of a frozen profile. */
export function profileText(name: string): string {
  return readFileSync(`${FROZEN}/profiles/${name}.yaml`, 'utf8');
}

export interface Judging {
  readonly lang?: Language;
  readonly options?: Partial<CheckOptions>;
  /** Folders and globs that yielded nothing. */
  readonly emptySources?: readonly string[];
}

/** The run in which the frozen pack judges some inputs, in the order of their paths. */
export async function judgeFrozen(inputs: Inputs, { lang = 'zh', options = {}, emptySources = [] }: Judging = {}): Promise<Run> {
  const { pack, vocabulary, words, validator } = await frozen;
  const engine = makeEngine({ pack, vocabulary, validator, host: nodeHost }, AS_OF, { ...DEFAULTS, ...options });
  const paths = Object.keys(inputs).sort();
  const profiles = paths.map((path) => checkProfile({ path, read: readOf(inputs[path] ?? null) }, engine));
  return {
    header: headerOf(engine, catalogOf(rulesOf(engine), pack, words), { lang, version: '9.9.9', shard: null, inputs: null }),
    profiles,
    summary: summarise(profiles.map(tally), engine.options, { emptySources, notWhole: [] }),
  };
}

function readOf(content: string | Uint8Array | null): Parameters<typeof checkProfile>[0]['read'] {
  if (content === null) return { problem: problem('file-missing', {}, WHOLE_FILE) };
  return { bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content };
}

const frozen = load();

async function load() {
  const files = readdirSync(`${FROZEN}/facts`)
    .sort()
    .map((name) => parse(readFileSync(`${FROZEN}/facts/${name}`, 'utf8')).value as unknown as FactsFile);
  const vocabulary = makeVocabulary(files, 1, 'sha256:frozen');
  const loaded = await loadPacks([`${FROZEN}/pack`], diskReader, { vocabulary, bases: [] });
  if (!('pack' in loaded)) throw new Error(JSON.stringify(loaded.problems, null, 1));
  const words = joinWords([...files.map((file) => wordsIn(file, '')), loaded.words]);
  return { pack: loaded.pack, vocabulary, words, validator: validatorOf(profileSchema(vocabulary, null)) };
}

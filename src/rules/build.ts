import type { FileProblem } from '../core/problem.js';
import type { Vocabulary } from '../core/vocabulary.js';
import { joinWords, type Words } from '../core/words.js';
import { chooseLanguage, sayProblem, sentences } from '../i18n/translate.js';
import { diskReader } from '../io/read.js';
import { validatorOf } from '../schema/ajv.js';
import { type ValidatorSources, validatorSources } from '../schema/generate.js';
import { factsSchema, vocabularySchema } from '../schema/schemas/facts.js';
import { readVocabulary } from '../vocabulary/read.js';
import type { Bases, BuiltinEngine } from './builtin.js';
import { loadPacks } from './load.js';

type BuildEnv = Readonly<Record<string, string | undefined>>;

/** All that is wrong with some files, as text. */
export interface BuildFailure {
  readonly failure: string;
}

/** Reads the facts at build time and makes the validators that all else is read with. */
export async function buildVocabulary(
  folder: string,
  env: BuildEnv,
): Promise<{ vocabulary: Vocabulary; words: Words; validators: ValidatorSources } | BuildFailure> {
  const validators = { facts: validatorOf(factsSchema), vocabulary: validatorOf(vocabularySchema) };
  const read = await readVocabulary(folder, diskReader, validators);
  return 'problems' in read ? { failure: say(read.problems, env) } : { ...read, validators: validatorSources(read.vocabulary) };
}

/** Compiles the built-in packs at build time, given the vocabulary and its words. */
export async function buildPacks(
  folders: readonly string[],
  vocabulary: Vocabulary,
  words: Words,
  env: BuildEnv,
): Promise<{ engine: BuiltinEngine; words: Words; bases: Bases } | BuildFailure> {
  const loaded = await loadPacks(folders, diskReader, { vocabulary, bases: [] });
  if (!('pack' in loaded)) return { failure: say(loaded.problems, env) };
  return { engine: { pack: loaded.pack, vocabulary: loaded.vocabulary }, words: joinWords([words, loaded.words]), bases: loaded.layers };
}

/** `file:line:column: sentence`, a line for each problem, as compilers write them. */
function say(problems: readonly FileProblem[], env: BuildEnv): string {
  const words = sentences(chooseLanguage(undefined, env));
  const place = ({ line, column }: FileProblem['problem']['at']): string => (line === null ? '' : `:${line}:${column}`);
  return problems.map(({ file, problem }) => `${file}${place(problem.at)}: ${sayProblem(problem, words)}\n`).join('');
}

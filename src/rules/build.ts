import type { FileProblem } from '../core/problem.js';
import type { Vocabulary } from '../core/vocabulary.js';
import { joinWords, type Words } from '../core/words.js';
import { sayProblem, sentences } from '../i18n/translate.js';
import { diskReader } from '../io/read.js';
import type { Bases, BuiltinEngine } from './builtin.js';
import { loadPacks } from './load.js';

/** Compiles the built-in packs at build time, given the vocabulary and its words, or gives the text of what is wrong with them. */
export async function buildPacks(
  folders: readonly string[],
  vocabulary: Vocabulary,
  words: Words,
): Promise<{ engine: BuiltinEngine; words: Words; bases: Bases } | { failure: string }> {
  const loaded = await loadPacks(folders, diskReader, { vocabulary, bases: [] });
  if (!('pack' in loaded)) return { failure: say(loaded.problems) };
  return { engine: { pack: loaded.pack, vocabulary: loaded.vocabulary }, words: joinWords([words, loaded.words]), bases: loaded.layers };
}

function say(problems: readonly FileProblem[]): string {
  const words = sentences('en');
  return problems.map(({ file, problem }) => `${file}:${problem.at.line}:${problem.at.column}: ${sayProblem(problem, words)}\n`).join('');
}

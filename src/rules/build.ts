import type { Vocabulary } from '../core/vocabulary.js';
import { sayProblem, sentences } from '../i18n/translate.js';
import { diskReader } from '../io/read.js';
import type { Bases, Builtin } from './builtin.js';
import { loadPacks } from './load.js';
import type { FileProblem } from './source.js';

/** Compiles the built-in packs at build time, or gives the text of what is wrong with them. */
export async function buildPacks(
  folders: readonly string[],
  vocabulary: Vocabulary,
): Promise<{ builtin: Builtin; bases: Bases } | { failure: string }> {
  const loaded = await loadPacks(folders, diskReader, { vocabulary, bases: [] });
  if (!('pack' in loaded)) return { failure: say(loaded.problems) };
  return { builtin: { pack: loaded.pack, vocabulary: loaded.vocabulary }, bases: loaded.layers };
}

function say(problems: readonly FileProblem[]): string {
  const words = sentences('en');
  return problems.map(({ file, problem }) => `${file}:${problem.at.line}:${problem.at.column}: ${sayProblem(problem, words)}\n`).join('');
}

import type { Vocabulary } from '../core/vocabulary.js';
import { sayProblem, sentences } from '../i18n/translate.js';
import { diskReader } from '../io/read.js';
import type { Builtin } from './builtin.js';
import { loadPackFolder } from './load.js';
import type { FileProblem } from './source.js';

/** Compiles the built-in pack at build time, or gives the text of what is wrong with it. */
export async function buildPack(
  folder: string,
  instruments: string,
  vocabulary: Vocabulary,
): Promise<{ builtin: Builtin } | { failure: string }> {
  const loaded = await loadPackFolder(folder, diskReader, instruments, vocabulary, {});
  return 'pack' in loaded ? { builtin: { pack: loaded.pack, vocabulary } } : { failure: say(loaded.problems) };
}

function say(problems: readonly FileProblem[]): string {
  const words = sentences('en');
  return problems.map(({ file, problem }) => `${file}:${problem.at.line}:${problem.at.column}: ${sayProblem(problem, words)}\n`).join('');
}

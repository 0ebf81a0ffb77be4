import type { Vocabulary } from '../core/vocabulary.js';
import { sayProblem, sentences } from '../i18n/translate.js';
import { diskReader } from '../io/read.js';
import type { Builtin } from './builtin.js';
import { compilePack } from './compile.js';
import { readPack } from './pack.js';
import type { FileProblem } from './source.js';

/** Compiles the built-in pack at build time, or gives the text of what is wrong with it. */
export async function buildPack(
  folder: string,
  instruments: string,
  vocabulary: Vocabulary,
): Promise<{ builtin: Builtin } | { failure: string }> {
  const read = await readPack(folder, diskReader, instruments);
  if (!('source' in read)) return { failure: say(read.problems) };
  const compiled = compilePack(read.source, vocabulary, {});
  return 'pack' in compiled ? { builtin: { pack: compiled.pack, vocabulary } } : { failure: say(compiled.problems) };
}

function say(problems: readonly FileProblem[]): string {
  const words = sentences('en');
  return problems.map(({ file, problem }) => `${file}:${problem.at.line}:${problem.at.column}: ${sayProblem(problem, words)}\n`).join('');
}

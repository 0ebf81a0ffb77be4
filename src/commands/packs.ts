import type { Context } from '../core/context.js';
import type { Pack } from '../core/rule.js';
import type { Language } from '../core/text.js';
import type { Vocabulary } from '../core/vocabulary.js';
import { diskReader } from '../io/read.js';
import { renderFileProblems } from '../report/packproblems.js';
import { loadBuiltin } from '../rules/builtin.js';
import type { FileProblem, PackSource } from '../rules/source.js';
import { UsageError, usageProblem } from './usage.js';

/** A pack ready to use. */
export interface LoadedPack {
  readonly pack: Pack;
  readonly vocabulary: Vocabulary;
}

/** A pack with the source it was compiled from and what was remarked in it. */
export interface LoadedSource extends LoadedPack {
  readonly source: PackSource;
  readonly problems: readonly FileProblem[];
}

/** The built-in pack, or the one in a folder. @throws UsageError as {@link loadPackSource} does */
export async function loadPack(folder: string | null, lang: Language, context: Context): Promise<LoadedPack> {
  return folder === null ? loadBuiltin() : loadPackSource(folder, null, lang, context);
}

/**
 * Compiles the pack in a folder. Its rules may cite the instruments at `instruments`, or without it the built-in ones.
 * @throws UsageError if there is no pack, or it cannot be compiled; then what is wrong in which file has been written to stderr
 */
export async function loadPackSource(folder: string, instruments: string | null, lang: Language, context: Context): Promise<LoadedSource> {
  const plain = folder.replaceAll('\\', '/').replace(/\/+$/, '');
  if (!(await diskReader.list(plain)).includes('pack.yaml')) throw new UsageError([usageProblem('pack-unreadable', { folder })]);
  const { vocabulary, pack: builtin } = loadBuiltin();
  const { loadPackFolder } = await import('../rules/load.js');
  const loaded = await loadPackFolder(plain, diskReader, instruments, vocabulary, instruments === null ? builtin.instruments : {});
  if ('pack' in loaded) return { ...loaded, vocabulary };
  await context.stderr.write(renderFileProblems(loaded.problems, lang, Math.min(context.stderr.columns, 120)));
  throw new UsageError([usageProblem('pack-broken', { folder, count: loaded.problems.length })]);
}

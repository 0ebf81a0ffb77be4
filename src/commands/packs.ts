import type { Pack } from '../core/rule.js';
import type { Vocabulary } from '../core/vocabulary.js';
import { diskReader } from '../io/read.js';
import { loadBuiltin } from '../rules/builtin.js';
import type { FileProblem, PackSource } from '../rules/source.js';
import { UsageError, usageProblem } from './usage.js';

/** A pack ready to use, with its source where it was read from a folder. */
export interface LoadedPack {
  readonly pack: Pack;
  readonly vocabulary: Vocabulary;
}

/** A pack folder that cannot be used; carries what is wrong in which file. */
export class BrokenPack extends Error {
  constructor(
    readonly folder: string,
    readonly problems: readonly FileProblem[],
  ) {
    super(folder);
  }
}

/**
 * The built-in pack, or the one in a folder. A folder's rules may cite the built-in instruments.
 * @throws UsageError if there is no pack in the folder, BrokenPack if it cannot be compiled
 */
export async function loadPack(folder: string | null): Promise<LoadedPack> {
  const builtin = loadBuiltin();
  if (folder === null) return builtin;
  return (await loadPackSource(folder, null)) satisfies LoadedPack;
}

/** The built-in pack compiled anew from its folder, with its source. */
export async function loadPackSource(
  folder: string,
  instruments: string | null,
): Promise<LoadedPack & { source: PackSource; problems: readonly FileProblem[] }> {
  const { vocabulary, pack: builtin } = loadBuiltin();
  const plain = folder.replaceAll('\\', '/').replace(/\/+$/, '');
  if (!(await diskReader.list(plain)).includes('pack.yaml')) throw new UsageError([usageProblem('pack-unreadable', { folder })]);
  const { readPack } = await import('../rules/pack.js');
  const read = await readPack(plain, diskReader, instruments);
  if (!('source' in read)) throw new BrokenPack(folder, read.problems);
  const { compilePack } = await import('../rules/compile.js');
  const compiled = compilePack(read.source, vocabulary, instruments === null ? builtin.instruments : {});
  if (!('pack' in compiled)) throw new BrokenPack(folder, compiled.problems);
  return { pack: compiled.pack, vocabulary, source: read.source, problems: [...read.problems, ...compiled.problems] };
}

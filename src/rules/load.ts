import type { Instrument, Pack } from '../core/rule.js';
import type { Vocabulary } from '../core/vocabulary.js';
import type { Reader } from '../io/read.js';
import { compilePack } from './compile.js';
import { readPack } from './pack.js';
import type { FileProblem, PackSource } from './source.js';

/** A pack with its source and what was remarked in it, or what is wrong with it. */
export type PackLoad =
  | { readonly pack: Pack; readonly source: PackSource; readonly problems: readonly FileProblem[] }
  | { readonly problems: readonly FileProblem[] };

/** Reads and compiles a pack folder. Its rules may cite its own instruments, the shared ones and the inherited ones. */
export async function loadPackFolder(
  folder: string,
  reader: Reader,
  sharedInstruments: string | null,
  vocabulary: Vocabulary,
  inherited: Readonly<Record<string, Instrument>>,
): Promise<PackLoad> {
  const read = await readPack(folder, reader, sharedInstruments);
  if (!('source' in read)) return read;
  const compiled = compilePack(read.source, vocabulary, inherited);
  if (!('pack' in compiled)) return compiled;
  return { pack: compiled.pack, source: read.source, problems: [...read.problems, ...compiled.problems] };
}

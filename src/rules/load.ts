import { toPointer } from '../core/pointer.js';
import type { FileProblem } from '../core/problem.js';
import { hasErrors, problem } from '../core/problem.js';
import type { Pack } from '../core/rule.js';
import { suggest } from '../core/suggest.js';
import type { Vocabulary } from '../core/vocabulary.js';
import { joinWords, type Words } from '../core/words.js';
import type { Reader } from '../io/read.js';
import { compileLayer } from './compile.js';
import { chainOf, join, type Layer, vocabularyOf } from './layer.js';
import { readPack } from './pack.js';
import { type PackSource, placeText } from './source.js';

/** Packs with their sources and what was remarked in them, or what is wrong with them. */
export type PacksLoad =
  | {
      /** The packs of the folders with all that they extend, joined. */
      readonly pack: Pack;
      /** With the facts of these packs. */
      readonly vocabulary: Vocabulary;
      readonly layers: readonly Layer[];
      /** Of the packs in the folders; what they extend without being given has its own. */
      readonly words: Words;
      /** Of the folders alone. */
      readonly sources: readonly PackSource[];
      readonly problems: readonly FileProblem[];
    }
  | { readonly problems: readonly FileProblem[] };

/** What packs can rest on beside each other. */
export interface Foundation {
  readonly vocabulary: Vocabulary;
  /** Packs that can be extended without being given; each stands after what it extends. */
  readonly bases: readonly Layer[];
}

/**
 * Reads and compiles the packs in some folders. Each may extend one of the others, or one of the bases; whatever is
 * extended is joined once, before what extends it.
 */
export async function loadPacks(folders: readonly string[], reader: Reader, ground: Foundation): Promise<PacksLoad> {
  const reads = await Promise.all([...new Set(folders)].map((folder) => readPack(folder, reader)));
  const problems = reads.flatMap((each) => each.problems);
  const read = reads.flatMap((each) => ('source' in each ? [each.source] : []));
  if (read.length < reads.length) return { problems };
  const given = new Set(read.map(({ manifest }) => manifest.value.id));
  // A base whose own base is replaced by a given pack was compiled on another one.
  const bases = ground.bases.filter(({ head }) => chainOf(head.id, ground.bases).every((each) => !given.has(each.head.id)));
  const ordered = inOrder(read, bases);
  if (!('sources' in ordered)) return { problems: [...problems, ...ordered.problems] };
  const { sources } = ordered;
  const layers = extended(sources, bases);
  const words: Words[] = [];
  for (const source of sources) {
    const base = source.manifest.value.extends;
    // What extends a pack that does not compile has no ground.
    if (base !== undefined && !layers.some(({ head }) => head.id === base)) continue;
    const compiled = compileLayer(source, layers, ground.vocabulary);
    problems.push(...compiled.problems);
    if (!('layer' in compiled)) continue;
    layers.push(compiled.layer);
    words.push(compiled.words);
  }
  if (hasErrors(problems.map((each) => each.problem))) return { problems };
  return { pack: join(layers), vocabulary: vocabularyOf(ground.vocabulary, layers), layers, words: joinWords(words), sources, problems };
}

/** What is wrong with the files of some packs each by itself, where there is nothing yet that they could be compiled on. */
export async function fileProblemsOf(folders: readonly string[], reader: Reader): Promise<FileProblem[]> {
  const reads = await Promise.all(folders.map((folder) => readPack(folder, reader)));
  return reads.flatMap((each) => each.problems);
}

/** The bases that some of the packs rest on, each once. */
function extended(sources: readonly PackSource[], bases: readonly Layer[]): Layer[] {
  const chains = sources.flatMap(({ manifest }) => chainOf(manifest.value.extends ?? '', bases));
  return bases.filter((base) => chains.includes(base));
}

type Ordered = { readonly sources: PackSource[] } | { readonly problems: FileProblem[] };

/** Each pack after the one that it extends, else in the order given. */
function inOrder(sources: readonly PackSource[], bases: readonly Layer[]): Ordered {
  const byId = new Map<string, PackSource>();
  const problems: FileProblem[] = [];
  const report = (source: PackSource, key: 'id' | 'extends', make: (at: FileProblem['problem']['at']) => FileProblem['problem']) =>
    problems.push({ file: source.manifest.file, problem: make(source.manifest.parsed.place(toPointer([key]), 'value')) });
  for (const source of sources) {
    const { id } = source.manifest.value;
    const before = byId.get(id);
    if (before === undefined) byId.set(id, source);
    else report(source, 'id', (at) => problem('repeated-id', { id, other: placeText(before.manifest, '/id') }, at));
  }
  const known = [...new Set([...bases.map(({ head }) => head.id), ...byId.keys()])];
  const ordered = new Set<PackSource>();
  const visit = (source: PackSource, below: readonly string[]): void => {
    const { id, extends: base } = source.manifest.value;
    if (base !== undefined && !known.includes(base)) {
      const others = known.filter((each) => each !== id);
      report(source, 'extends', (at) => problem('unknown-pack', { id: base, suggestion: suggest(base, others), known: others }, at));
    } else if (base !== undefined && [...below, id].includes(base)) {
      report(source, 'extends', (at) => problem('extends-cycle', { chain: cycle([...below, id], base) }, at));
    } else {
      const next = byId.get(base ?? '');
      if (next !== undefined && !ordered.has(next)) visit(next, [...below, id]);
    }
    ordered.add(source);
  };
  for (const source of sources) if (!ordered.has(source)) visit(source, []);
  return problems.length > 0 ? { problems } : { sources: [...ordered] };
}

function cycle(chain: readonly string[], again: string): string[] {
  return [...chain.slice(chain.indexOf(again)), again];
}

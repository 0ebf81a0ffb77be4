import type { Context } from '../core/context.js';
import type { Ledger } from '../core/ledger.js';
import type { FileProblem } from '../core/problem.js';
import type { Pack, PackHead } from '../core/rule.js';
import type { Language } from '../core/text.js';
import type { Vocabulary } from '../core/vocabulary.js';
import { joinWords, type Words } from '../core/words.js';
import { diskReader } from '../io/read.js';
import { renderFileProblems } from '../report/terminal/packproblems.js';
import { BUILTIN_FACTS, BUILTIN_FOLDERS, loadBases, loadEngine, loadWords } from '../rules/builtin.js';
import { chainOf, type Layer } from '../rules/layer.js';
import type { PackSource } from '../rules/source.js';
import { packValidators } from '../schema/generated.js';
import { validatorFor, validatorOfChanged } from '../schema/profiles.js';
import type { Validator } from '../schema/validate.js';
import { UsageError, usageProblem } from './usage.js';

/** Packs ready to use, joined with what they extend. */
export interface LoadedPack {
  readonly pack: Pack;
  readonly vocabulary: Vocabulary;
  /** Of profiles by this vocabulary. */
  readonly validator: Validator;
  /** Loaded when they are first asked for. */
  words(): Words;
}

/** Packs with the sources they were compiled from, without those of what they extend, and what was remarked in them. */
export interface LoadedSources extends LoadedPack {
  readonly sources: readonly PackSource[];
  /** The packs and what they extend one by one. */
  readonly layers: readonly Layer[];
  readonly problems: readonly FileProblem[];
}

/** The packs in some folders, or without any the built-in ones. @throws UsageError as {@link loadPackSources} does */
export async function loadPack(folders: readonly string[], lang: Language, context: Context): Promise<LoadedPack> {
  if (folders.length > 0) return loadPackSources(folders, lang, context);
  const engine = loadEngine();
  return { ...engine, validator: await validatorFor(engine.vocabulary), words: loadWords };
}

/**
 * Compiles the packs in some folders, or without any the built-in ones. A pack may extend another one of them, or one of
 * the built-in ones.
 * @throws UsageError if there is no pack, or one cannot be compiled; then what is wrong in which file has been written to stderr
 */
export async function loadPackSources(folders: readonly string[], lang: Language, context: Context): Promise<LoadedSources> {
  const given = folders.length > 0 ? folders : BUILTIN_FOLDERS.map((name) => `${context.packageRoot}/rules/${name}`);
  const plain = given.map((folder) => folder.replaceAll('\\', '/').replace(/(?<=.)\/+$/, ''));
  const listed = await Promise.all(plain.map((folder) => diskReader.list(folder)));
  const without = given.filter((_, index) => !listed[index]?.includes('pack.yaml'));
  if (without.length > 0) throw new UsageError(without.map((folder) => usageProblem('pack-unreadable', { folder })));
  const { fileProblemsOf, loadPacks } = await import('../rules/load.js');
  const beside = `${context.packageRoot}/rules/${BUILTIN_FACTS}`;
  const facts = folders.length > 0 ? builtFacts() : await factsBeside(beside);
  if ('problems' in facts) return refuse(beside, [...facts.problems, ...(await fileProblemsOf(plain, diskReader))], lang, context);
  const loaded = await loadPacks(plain, diskReader, { vocabulary: facts.vocabulary, bases: folders.length > 0 ? loadBases() : [] });
  if (!('pack' in loaded)) return refuse(given.join(', '), loaded.problems, lang, context);
  const { words, ...rest } = loaded;
  return { ...rest, validator: await facts.validatorFor(loaded.vocabulary), words: () => joinWords([facts.words(), words]) };
}

/** Facts with what is said of them, and how profiles by them, with those of packs, are validated. */
interface LoadedFacts {
  readonly vocabulary: Vocabulary;
  words(): Words;
  validatorFor(vocabulary: Vocabulary): Promise<Validator>;
}

/** The facts as they were built. */
function builtFacts(): LoadedFacts {
  return { vocabulary: loadEngine().vocabulary, words: loadWords, validatorFor };
}

/** The facts in a folder, so that who changes one need not build to see it judged; where they are the built ones, these. */
async function factsBeside(folder: string): Promise<LoadedFacts | { readonly problems: readonly FileProblem[] }> {
  const { digestOfFacts, readVocabulary } = await import('../vocabulary/read.js');
  const built = builtFacts();
  if ((await digestOfFacts(folder, diskReader)) === built.vocabulary.digest) return built;
  const read = await readVocabulary(folder, diskReader, packValidators());
  if ('problems' in read) return read;
  return { vocabulary: read.vocabulary, words: () => read.words, validatorFor: validatorOfChanged };
}

/** Writes what is wrong with some files to standard error. @throws UsageError always */
async function refuse(folder: string, problems: readonly FileProblem[], lang: Language, context: Context): Promise<never> {
  await context.stderr.write(renderFileProblems(problems, lang, Math.min(context.stderr.columns, 120)));
  throw new UsageError([usageProblem('pack-broken', { folder, count: problems.length })]);
}

/** A ledger, the pack to which it belongs, and the rules that this pack judges, inherited ones included. */
export interface LoadedLedger {
  readonly head: PackHead;
  readonly ledger: Ledger;
  readonly pack: Pack;
}

/**
 * The ledger of the packs in some folders, or without any of the built-in ones; where a pack and one that it extends
 * both have a ledger, that of the former.
 * @throws UsageError as {@link loadPackSources} does, and if there is no ledger or more than one
 */
export async function loadLedger(folders: readonly string[], lang: Language, context: Context): Promise<LoadedLedger> {
  const { pack, layers } =
    folders.length > 0 ? await loadPackSources(folders, lang, context) : { pack: loadEngine().pack, layers: loadBases() };
  const withLedger = layers.filter(({ ledger }) => ledger !== null);
  const last = withLedger.at(-1);
  if (!last?.ledger) throw new UsageError([usageProblem('no-ledger', { packs: layers.map(({ head }) => head.id) })]);
  const chain = chainOf(last.head.id, layers);
  if (withLedger.some((each) => !chain.includes(each))) {
    throw new UsageError([usageProblem('two-ledgers', { packs: withLedger.map(({ head }) => head.id) })]);
  }
  return { head: last.head, ledger: last.ledger, pack };
}

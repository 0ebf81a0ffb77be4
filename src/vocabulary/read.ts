import { digestOf } from '../core/digest.js';
import { type FileProblem, hasErrors, type Problem, problem, WHOLE_FILE } from '../core/problem.js';
import { EXTENSIONS, type Vocabulary } from '../core/vocabulary.js';
import { joinWords, type Words } from '../core/words.js';
import { nodeHost } from '../io/host.js';
import type { Reader } from '../io/read.js';
import { decode, MAX_BYTES } from '../load/decode.js';
import { parse } from '../load/parse.js';
import type { Parsed } from '../load/parsed.js';
import type { JsonSchema } from '../schema/assemble.js';
import { factsSchema, vocabularySchema } from '../schema/schemas/facts.js';
import { problemsOf, type Validator } from '../schema/validate.js';
import { type FactsFile, factProblems, makeVocabulary, wordsIn } from './vocabulary.js';

/** The only file of the folder that owns no section: it states the version of the vocabulary. */
const VERSION_FILE = 'vocabulary.yaml';

/** A vocabulary and what is said of its facts, or what is wrong with the files that it was to be made of. */
export type VocabularyRead = { readonly vocabulary: Vocabulary; readonly words: Words } | { readonly problems: readonly FileProblem[] };

/** Validators of the two kinds of file in a facts folder. */
export interface FactsValidators {
  readonly facts: Validator;
  readonly vocabulary: Validator;
}

/** Digest of the files of a facts folder, by which a vocabulary is known to be the one that they make. */
export async function digestOfFacts(folder: string, reader: Reader): Promise<string> {
  const files: { path: string; digest: string }[] = [];
  for (const name of await reader.list(folder)) {
    const read = await reader.readWithin(folder, name, MAX_BYTES);
    if ('bytes' in read) files.push({ path: `facts/${name}`, digest: nodeHost.sha256(read.bytes) });
  }
  return digestOf(files, nodeHost.sha256);
}

/**
 * Reads a facts folder: `vocabulary.yaml` with the version, and a file for each section, named after it. All problems of
 * all files are found at once.
 */
export async function readVocabulary(folder: string, reader: Reader, validators: FactsValidators): Promise<VocabularyRead> {
  const reading = new FactsReading(folder, reader, validators);
  const listed = await reader.list(folder);
  const version = await reading.version();
  const files: FactsFile[] = [];
  for (const name of listed) if (name !== VERSION_FILE) files.push(...(await reading.section(name)));
  if (hasErrors(reading.problems.map((each) => each.problem))) return { problems: reading.problems };
  return {
    vocabulary: makeVocabulary(files, version, await digestOfFacts(folder, reader)),
    words: joinWords(files.map((file) => wordsIn(file, ''))),
  };
}

class FactsReading {
  readonly problems: FileProblem[] = [];

  constructor(
    private readonly folder: string,
    private readonly reader: Reader,
    private readonly validators: FactsValidators,
  ) {}

  async version(): Promise<number> {
    const parsed = await this.valid(VERSION_FILE, this.validators.vocabulary, vocabularySchema);
    return parsed === null ? 0 : (parsed.value as unknown as { version: number }).version;
  }

  /** The facts of a section; none where something is wrong with its file. */
  async section(name: string): Promise<FactsFile[]> {
    if (!name.endsWith('.yaml')) {
      this.add(name, [problem('pack-stray', { file: name, kind: 'other', suggestion: null }, WHOLE_FILE)]);
      return [];
    }
    const parsed = await this.valid(name, this.validators.facts, factsSchema);
    if (parsed === null) return [];
    const file = parsed.value as unknown as FactsFile;
    const expected = name.replace(/\.yaml$/, '');
    const at = parsed.place('/section', 'value');
    const problems = factProblems(file, parsed.place);
    if (file.section !== expected) problems.push(problem('facts-section', { found: file.section, expected }, at));
    if (file.section === EXTENSIONS) problems.push(problem('name-taken', { name: EXTENSIONS, by: 'word', other: null }, at));
    this.add(name, problems);
    return hasErrors(problems) ? [] : [file];
  }

  private async valid(name: string, validator: Validator, schema: JsonSchema): Promise<Parsed | null> {
    const read = await this.reader.readWithin(this.folder, name, MAX_BYTES);
    const decoded = 'problem' in read ? read : decode(read.bytes, null, nodeHost.isUtf8);
    if ('problem' in decoded) {
      this.add(name, [decoded.problem]);
      return null;
    }
    const parsed = parse(decoded.text);
    const problems = [...parsed.problems];
    if (!hasErrors(problems)) problems.push(...problemsOf(validator, () => schema, parsed.value, parsed.place));
    this.add(name, problems);
    return hasErrors(problems) ? null : parsed;
  }

  private add(name: string, problems: readonly Problem[]): void {
    this.problems.push(...problems.map((each) => ({ file: `${this.folder}/${name}`, problem: each })));
  }
}

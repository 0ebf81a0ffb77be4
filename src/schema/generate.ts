import { digestOf } from '../core/digest.js';
import type { Vocabulary } from '../core/vocabulary.js';
import { joinWords, type Words } from '../core/words.js';
import { sha256 } from '../io/host.js';
import { diskReader } from '../io/read.js';
import { parse } from '../load/parse.js';
import { type FactsFile, factProblems, makeVocabulary, VocabularyError, wordsIn } from '../vocabulary/vocabulary.js';
import { validatorOf } from './ajv.js';
import { profileSchema } from './assemble.js';
import { factsSchema } from './schemas/facts.js';
import { headerSchema } from './schemas/header.js';
import { packSchemas } from './schemas/rule.js';
import { profileRecordSchema, summarySchema } from './schemas/run.js';
import { validatorSource } from './standalone.js';
import { problemsOf } from './validate.js';

const VERSION_FILE = 'vocabulary.yaml';

/** What the build makes of the facts folder: the vocabulary and the sources of the generated validators. */
export interface Generated {
  readonly vocabulary: Vocabulary;
  /** Of its facts. */
  readonly words: Words;
  readonly profileValidators: string;
  readonly packValidators: string;
  readonly runValidators: string;
}

/**
 * Reads the facts folder and generates the validators.
 * @throws VocabularyError naming file and place, where a facts file is not well made
 */
export async function makeGenerated(folder: string): Promise<Generated> {
  const { vocabulary, words } = await readVocabulary(folder);
  return {
    vocabulary,
    words,
    profileValidators: validatorSource([profileSchema(vocabulary, null)]),
    packValidators: validatorSource(Object.values(packSchemas)),
    runValidators: validatorSource([
      { ...headerSchema, $id: 'header' },
      { ...profileRecordSchema, $id: 'profile' },
      { ...summarySchema, $id: 'summary' },
    ]),
  };
}

async function readVocabulary(folder: string): Promise<Pick<Generated, 'vocabulary' | 'words'>> {
  const validator = validatorOf(factsSchema);
  const files: FactsFile[] = [];
  const digests: { path: string; digest: string }[] = [];
  let version = 0;
  for (const name of await diskReader.list(folder)) {
    const read = await diskReader.read(`${folder}/${name}`);
    if ('problem' in read) throw new VocabularyError(`${folder}/${name}: ${read.problem.code}`);
    digests.push({ path: `facts/${name}`, digest: sha256(read.bytes) });
    const parsed = parse(new TextDecoder().decode(read.bytes));
    const problems = [...parsed.problems];
    if (name === VERSION_FILE) version = (parsed.value as { version: number }).version;
    else if (problems.length === 0) problems.push(...problemsOf(validator, () => factsSchema, parsed.value, parsed.place));
    if (name !== VERSION_FILE && problems.length === 0) problems.push(...factProblems(parsed.value as unknown as FactsFile, parsed.place));
    if (problems.length > 0) {
      const lines = problems.map(({ code, args, at }) => `${folder}/${name}:${at.line}:${at.column}: ${code} ${JSON.stringify(args)}`);
      throw new VocabularyError(lines.join('\n'));
    }
    if (name === VERSION_FILE) continue;
    const file = parsed.value as unknown as FactsFile;
    if (`${file.section}.yaml` !== name)
      throw new VocabularyError(`${folder}/${name}: the file of section ${file.section} is named ${file.section}.yaml`);
    files.push(file);
  }
  return {
    vocabulary: makeVocabulary(files, version, digestOf(digests, sha256)),
    words: joinWords(files.map((file) => wordsIn(file, ''))),
  };
}

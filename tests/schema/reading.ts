import type { Problem } from '../../src/core/problem.js';
import type { Vocabulary } from '../../src/core/vocabulary.js';
import { parse } from '../../src/load/parse.js';
import { validatorOf } from '../../src/schema/ajv.js';
import { profileSchema } from '../../src/schema/assemble.js';
import { problemsOf, type Validator } from '../../src/schema/validate.js';
import { normalise } from '../../src/vocabulary/normalise.js';
import { AS_OF, VOCABULARY } from '../support/vocabulary.js';

const validators = new Map<Vocabulary, Validator>();

/** What the schema of the test vocabulary finds wrong with a profile; `hegui: 1` is put before it. */
export function schemaProblems(text: string, vocabulary: Vocabulary = VOCABULARY): Problem[] {
  const { value, problems, place } = parse(`hegui: 1\n${text}\n`);
  if (problems.length > 0) throw new Error(`the text of the test is not well made: ${JSON.stringify(problems)}`);
  const schema = profileSchema(vocabulary, null);
  const validator = validators.get(vocabulary) ?? validatorOf(schema);
  validators.set(vocabulary, validator);
  return problemsOf(validator, () => schema, value, place);
}

/** The facts of a profile that its schema admits, and what is wrong with them. */
export function normalised(text: string, vocabulary: Vocabulary = VOCABULARY, asOf: string = AS_OF) {
  const wrong = schemaProblems(text, vocabulary);
  if (wrong.length > 0) throw new Error(`the schema does not admit the profile: ${JSON.stringify(wrong)}`);
  const { value, place } = parse(`hegui: 1\n${text}\n`);
  return normalise(value, vocabulary, asOf, 12, place);
}

import type { Vocabulary } from '../core/vocabulary.js';
import { profileSchema } from './assemble.js';
import { headerSchema } from './schemas/header.js';
import { packSchemas } from './schemas/rule.js';
import { profileRecordSchema, summarySchema } from './schemas/run.js';
import { validatorSource } from './standalone.js';

/** Sources of CommonJS modules with validators, made at build time so that no command but a rule author's loads ajv. */
export interface ValidatorSources {
  readonly profile: string;
  readonly pack: string;
  readonly run: string;
}

/** The validators of profiles by a vocabulary, of the files of packs, and of the parts of a saved run. */
export function validatorSources(vocabulary: Vocabulary): ValidatorSources {
  return {
    profile: validatorSource([profileSchema(vocabulary, null)]),
    pack: validatorSource(Object.values(packSchemas)),
    run: validatorSource([
      { ...headerSchema, $id: 'header' },
      { ...profileRecordSchema, $id: 'profile' },
      { ...summarySchema, $id: 'summary' },
    ]),
  };
}

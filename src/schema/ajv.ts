import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { JsonSchema } from './assemble.js';
import type { Validator } from './validate.js';

/** A validator compiled at once, for a schema that the build does not know. */
export function validatorOf(schema: JsonSchema): Validator {
  return makeAjv([]).compile(schema) as Validator;
}

/** The compiler of schemas, with some schemas added by their `$id`. */
export function makeAjv(schemas: readonly JsonSchema[]): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    strictRequired: false,
    strictTypes: false,
    strictTuples: false,
    messages: false,
    inlineRefs: false,
    schemas: [...schemas],
    code: { source: true },
  });
  addFormats.default(ajv, { mode: 'full', formats: ['date'] });
  return ajv;
}

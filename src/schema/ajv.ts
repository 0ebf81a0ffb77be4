import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { JsonSchema } from './assemble.js';
import type { Validator } from './validate.js';

/** A validator compiled at once, for a schema that the build does not know. */
export function validatorOf(schema: JsonSchema): Validator {
  return makeAjv([]).compile(schema) as Validator;
}

/** The compiler of schemas, with some schemas added by their `$id`. */
export function makeAjv(schemas: readonly JsonSchema[]): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    strictRequired: false,
    strictTypes: false,
    messages: false,
    inlineRefs: false,
    schemas: [...schemas],
    code: { source: true },
  });
  addFormats.default(ajv, { mode: 'full', formats: ['date'] });
  return ajv;
}

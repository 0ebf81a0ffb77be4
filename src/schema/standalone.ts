import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import type { JsonSchema } from './assemble.js';
import type { Validator } from './validate.js';

/** A validator compiled at once; for the build, which loads ajv anyway. */
export function validatorOf(schema: JsonSchema): Validator {
  return makeAjv([]).compile(schema) as Validator;
}

/**
 * Source of a CommonJS module that exports one validator per schema, named as its `$id`.
 * Made at build time, so that no command loads ajv itself.
 */
export function validatorSource(schemas: readonly JsonSchema[]): string {
  const names = Object.fromEntries(schemas.map((schema) => [String(schema['$id']), String(schema['$id'])]));
  return standaloneCode.default(makeAjv(schemas), names);
}

function makeAjv(schemas: readonly JsonSchema[]): Ajv2020 {
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

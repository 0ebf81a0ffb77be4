import standaloneCode from 'ajv/dist/standalone/index.js';
import { makeAjv } from './ajv.js';
import type { JsonSchema } from './assemble.js';

/**
 * Source of a CommonJS module that exports one validator per schema, named as its `$id`.
 * Made at build time, so that no command loads ajv itself.
 */
export function validatorSource(schemas: readonly JsonSchema[]): string {
  const names = Object.fromEntries(schemas.map((schema) => [String(schema['$id']), String(schema['$id'])]));
  return standaloneCode.default(makeAjv(schemas), names);
}

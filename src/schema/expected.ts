import type { Place } from '../core/finding.js';
import { fromPointer } from '../core/pointer.js';
import { type Problem, problem, type TypeName } from '../core/problem.js';
import type { Json } from '../core/profile.js';
import { lineMistake } from '../load/explain.js';
import type { JsonSchema } from './assemble.js';
import { booleanMeant, checklistMeant, dateMeant, type Meant, NOTHING_MEANT, numberMeant, retentionMeant } from './hints.js';

/** What a schema expects at one place, as a person would say it. */
export interface Expected {
  /** Null where only the failing keyword knows. */
  readonly type: TypeName | null;
  /** The keys of a mapping. */
  readonly keys: readonly string[];
  /** The members of a checklist. */
  readonly members: readonly string[];
}

/** What the schema expects at a pointer. Errors of ajv cannot say, since those of a shared shape do not name it. */
export function expectedAt(root: JsonSchema, pointer: string): Expected {
  const schema = fromPointer(pointer).reduce((at, step) => childOf(root, at, step), root);
  const itself = resolve(root, schema);
  const then = part(itself, 'then');
  const members = part(part(itself, 'else'), 'propertyNames')['enum'] as readonly string[] | undefined;
  return { type: typeAt(itself, then, members !== undefined), keys: Object.keys(part(itself, 'properties')), members: members ?? [] };
}

function typeAt(schema: JsonSchema, then: JsonSchema, hasMembers: boolean): TypeName | null {
  if (schema['format'] === 'date') return 'date';
  if (then['const'] === 'permanent') return 'number-or-permanent';
  return hasMembers ? 'checklist' : null;
}

function childOf(root: JsonSchema, schema: JsonSchema, step: string): JsonSchema {
  const itself = resolve(root, schema);
  for (const branch of [itself, part(itself, 'then'), part(itself, 'else')]) {
    const properties = part(branch, 'properties');
    if (Object.hasOwn(properties, step)) return part(properties, step);
    for (const keyword of ['items', 'additionalProperties']) {
      if (Object.keys(part(branch, keyword)).length > 0) return part(branch, keyword);
    }
  }
  return {};
}

function part(schema: JsonSchema, key: string): JsonSchema {
  const value = Object.hasOwn(schema, key) ? schema[key] : undefined;
  return typeof value === 'object' && value !== null ? (value as JsonSchema) : {};
}

function resolve(root: JsonSchema, schema: JsonSchema): JsonSchema {
  const ref = schema['$ref'];
  return typeof ref === 'string' ? fromPointer(ref.slice(1)).reduce(part, root) : schema;
}

/** The type that a `type` keyword names first. */
export function namedType(types: string | readonly string[]): TypeName {
  const names: Record<string, TypeName> = {
    object: 'mapping',
    array: 'list',
    string: 'text',
    boolean: 'boolean',
    integer: 'integer',
    number: 'number',
  };
  return names[[types].flat().filter((type) => type !== 'null')[0] ?? ''] ?? 'text';
}

/** A value of another type than expected, with what was probably meant. */
export function wrongType(type: TypeName, members: readonly string[], value: Json, at: Place): Problem {
  if (typeof value === 'string') {
    const mistake = type === 'mapping' || type === 'list' || type === 'checklist' ? lineMistake(value) : null;
    if (mistake !== null) return problem(mistake.code, mistake.args as never, onward(at, mistake.index));
    if (value.trim() === 'permanent' && (type === 'integer' || type === 'number')) return problem('permanent-not-allowed', {}, at);
  }
  const whole = type === 'integer' || type === 'number-or-permanent';
  const found = whole && typeof value === 'number' && !Number.isInteger(value) ? 'fraction' : typeOf(value);
  return problem('wrong-type', { expected: type, found, ...meantBy(type, members, value) }, at);
}

function meantBy(type: TypeName, members: readonly string[], value: Json): Meant {
  if (type === 'date' && typeof value === 'number') return { write: dateMeant(String(value)), unit: false };
  if (typeof value !== 'string') return NOTHING_MEANT;
  switch (type) {
    case 'boolean':
      return booleanMeant(value);
    case 'checklist':
      return checklistMeant(value, members);
    case 'number':
      return numberMeant(value);
    case 'integer':
    case 'number-or-permanent': {
      const meant = type === 'integer' ? numberMeant(value) : retentionMeant(value);
      return meant.write?.includes('.') ? NOTHING_MEANT : meant;
    }
    default:
      return NOTHING_MEANT;
  }
}

/** A place further along its line. */
export function onward(at: Place, by: number): Place {
  return at.column === null ? at : { ...at, column: at.column + by };
}

/** The type of a declared value, as a person would name it. */
function typeOf(value: Json): TypeName {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'list';
  switch (typeof value) {
    case 'boolean':
      return 'boolean';
    case 'number':
      return 'number';
    case 'string':
      return 'text';
    default:
      return 'mapping';
  }
}

import type { Context } from '../core/context.js';
import type { Language } from '../core/text.js';
import { loadBuiltin } from '../rules/builtin.js';
import { profileSchema } from '../schema/assemble.js';
import { areaSchema, packSchema } from '../schema/schemas/rule.js';
import { runSchema } from '../schema/schemas/run.js';
import { suggest } from '../schema/suggest.js';
import { UsageError, usageProblem } from './usage.js';

const KINDS = ['profile', 'rule', 'pack', 'run'] as const;

/** `hegui schema`: prints a JSON Schema. */
export async function schema(kind: string, lang: Language, context: Context): Promise<number> {
  const found = KINDS.find((each) => each === kind);
  if (found === undefined) {
    const args = { option: 'schema', value: kind, expected: KINDS.join(' | '), suggestion: suggest(kind, KINDS) };
    throw new UsageError([usageProblem('bad-value', args)]);
  }
  await context.stdout.write(`${JSON.stringify(schemaOf(found, lang), null, 2)}\n`);
  return 0;
}

function schemaOf(kind: (typeof KINDS)[number], lang: Language): object {
  if (kind === 'profile') {
    return profileSchema(loadBuiltin().vocabulary, lang);
  }
  if (kind === 'run') return runSchema;
  const { $id, ...rest } = kind === 'rule' ? areaSchema : packSchema;
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: `https://hegui.invalid/schema/${$id}.json`, ...rest };
}

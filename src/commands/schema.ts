import type { Context } from '../core/context.js';
import { suggest } from '../core/suggest.js';
import type { Language } from '../core/text.js';
import { loadPack } from '../invocation/packs.js';
import { UsageError, usageProblem } from '../invocation/usage.js';
import { profileSchema } from '../schema/assemble.js';
import { packSchema, rulesSchema } from '../schema/schemas/rule.js';
import { runSchema } from '../schema/schemas/run.js';

const KINDS = ['profile', 'rule', 'pack', 'run'] as const;

export interface RawSchemaOptions {
  readonly rules?: readonly string[];
}

/** `hegui schema`: prints a JSON Schema; that of profiles with the facts of the packs given. */
export async function schema(kind: string, raw: RawSchemaOptions, lang: Language, context: Context): Promise<number> {
  const found = KINDS.find((each) => each === kind);
  if (found === undefined) {
    const args = { option: 'schema', value: kind, expected: KINDS.join(' | '), suggestion: suggest(kind, KINDS) };
    throw new UsageError([usageProblem('bad-value', args)]);
  }
  const printed = found === 'profile' ? await schemaOfProfiles(raw.rules ?? [], lang, context) : schemaOf(found);
  await context.stdout.write(`${JSON.stringify(printed, null, 2)}\n`);
  return 0;
}

async function schemaOfProfiles(folders: readonly string[], lang: Language, context: Context): Promise<object> {
  const { vocabulary, words } = await loadPack(folders, lang, context);
  return profileSchema(vocabulary, { lang, words: words() });
}

function schemaOf(kind: Exclude<(typeof KINDS)[number], 'profile'>): object {
  if (kind === 'run') return runSchema;
  const { $id, ...rest } = kind === 'rule' ? rulesSchema : packSchema;
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: `https://hegui.invalid/schema/${$id}.json`, ...rest };
}

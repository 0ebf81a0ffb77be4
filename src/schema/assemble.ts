import type { Language, Text } from '../core/text.js';
import { EXTENSIONS, type FactType, type Vocabulary } from '../core/vocabulary.js';
import type { GroupWords, Words } from '../core/words.js';

export type JsonSchema = { readonly [key: string]: unknown };

/** Version of the profile format that is read. */
const PROFILE_VERSION = 1;

/** Pattern of a text that has something in it besides spaces. */
export const NOT_BLANK = '\\S';

const WORDS = {
  hegui: { zh: '申报格式版本，目前为 1', en: 'Version of the profile format, now 1' },
  vocabulary: { zh: '填写时所依据的事实词表版本；不写即当前版本', en: 'Version of the vocabulary followed; the current one if absent' },
  id: {
    zh: '本申报的标识（英文字母、数字、点、短横线、下划线）',
    en: 'Identity of this profile (ASCII letters, digits, dot, hyphen, underscore)',
  },
  operator: { zh: '平台经营者', en: 'Platform operator' },
  operatorName: { zh: '平台经营者名称', en: 'Name of the operator' },
  uscc: { zh: '统一社会信用代码（十八位，校验位须正确）', en: 'Unified social credit code (18 characters, check digits verified)' },
  platformName: { zh: '平台名称', en: 'Name of the platform' },
  declaration: { zh: '申报', en: 'Declaration' },
  date: { zh: '申报日期', en: 'Date of the declaration' },
  by: { zh: '申报人', en: 'Declared by' },
  byName: { zh: '姓名', en: 'Name' },
  byTitle: { zh: '职务', en: 'Position' },
  extensions: { zh: '规则包自定义的内容，按规则包标识分组', en: 'Content defined by packs, grouped by pack id' },
} as const;

/** In which language, and with which words, a schema speaks to an editor. */
export interface Spoken {
  readonly lang: Language;
  readonly words: Words;
}

/** Adds the words for an editor, of the envelope or of what stands at a path; the validator goes without. */
type Describe = (schema: JsonSchema, of: Text | string) => JsonSchema;

/**
 * JSON Schema (2020-12) of a profile. With words it carries titles and descriptions for editors;
 * without, it is what the validator is generated from.
 */
export function profileSchema(vocabulary: Vocabulary, spoken: Spoken | null): JsonSchema {
  const lang = spoken?.lang ?? null;
  const describe = describer(spoken);
  const sections = Object.entries(vocabulary.root.properties).map(([key, type]) => [key, sectionSchema(key, type, describe)]);
  const schema = {
    ...(lang === null ? {} : { $schema: 'https://json-schema.org/draft/2020-12/schema' }),
    $id: lang === null ? 'profile' : `https://hegui.invalid/schema/profile.${lang}.json`,
    type: 'object',
    required: ['hegui'],
    additionalProperties: false,
    properties: { ...envelope(describe, vocabulary.version), ...Object.fromEntries(sections) },
  };
  return lang === null ? share(schema) : schema;
}

function describer(spoken: Spoken | null): Describe {
  if (spoken === null) return (schema) => schema;
  const { lang, words } = spoken;
  return (schema, of) => {
    const said: GroupWords | undefined = typeof of === 'string' ? (words.facts[of] ?? words.groups[of]) : { title: of, why: null };
    return said === undefined ? schema : { title: said.title[lang], ...(said.why ? { description: said.why[lang] } : {}), ...schema };
  };
}

function sectionSchema(key: string, type: FactType, describe: Describe): JsonSchema {
  if (key === 'platform') return withName(schemaOf(type, key, describe), describe);
  // What belongs to packs that are not loaded is neither read nor refused.
  if (key === EXTENSIONS)
    return describe({ type: ['object', 'null'], properties: properties(type, `${key}.`, describe) }, WORDS.extensions);
  return schemaOf(type, key, describe);
}

/** JSON Schema of what packs add to a profile, admitting all else; null where they add nothing. */
export function extensionsSchema(vocabulary: Vocabulary): JsonSchema | null {
  const type = vocabulary.root.properties[EXTENSIONS];
  if (type === undefined) return null;
  return { $id: 'extensions', properties: { [EXTENSIONS]: { properties: properties(type, '', (schema) => schema) } } };
}

/**
 * Moves the shapes of single facts into `$defs`, equal ones once: the generated validator then has one function for
 * all Booleans, one for each checklist and so on, instead of their code at every path.
 */
function share(schema: JsonSchema): JsonSchema {
  const names = new Map<string, string>();
  const defs: Record<string, JsonSchema> = {};
  const visit = (of: JsonSchema): JsonSchema => {
    const nested = of['items'] as JsonSchema | undefined;
    const properties = of['properties'] as Readonly<Record<string, JsonSchema>> | undefined;
    // The items of a list keep their own shapes: ajv copies all errors found so far whenever a shared one adds its own,
    // which for a list of many wrong items would take the square of their number.
    if (nested?.['properties'] !== undefined) return of;
    if (properties !== undefined) {
      return { ...of, properties: Object.fromEntries(Object.entries(properties).map(([key, each]) => [key, visit(each)])) };
    }
    const text = JSON.stringify(of);
    const name = names.get(text) ?? `fact${names.size}`;
    names.set(text, name);
    defs[name] = of;
    return { $ref: `#/$defs/${name}` };
  };
  return { ...visit(schema), $defs: defs };
}

function envelope(describe: Describe, vocabularyVersion: number): JsonSchema {
  const text = { type: ['string', 'null'], pattern: NOT_BLANK, maxLength: 200 };
  return {
    hegui: describe({ type: 'integer', minimum: 1, maximum: PROFILE_VERSION }, WORDS.hegui),
    vocabulary: describe({ type: ['integer', 'null'], minimum: 1, maximum: vocabularyVersion }, WORDS.vocabulary),
    id: describe({ type: ['string', 'null'], minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9._-]+$' }, WORDS.id),
    operator: describe(
      closed({
        name: describe(text, WORDS.operatorName),
        uscc: describe({ type: ['string', 'null'], pattern: NOT_BLANK, maxLength: 64 }, WORDS.uscc),
      }),
      WORDS.operator,
    ),
    declaration: describe(
      closed({
        date: describe({ type: ['string', 'null'], format: 'date' }, WORDS.date),
        by: describe(closed({ name: describe(text, WORDS.byName), title: describe(text, WORDS.byTitle) }), WORDS.by),
      }),
      WORDS.declaration,
    ),
    extensions: describe({ type: ['object', 'null'] }, WORDS.extensions),
  };
}

function closed(properties: JsonSchema): JsonSchema {
  return { type: ['object', 'null'], additionalProperties: false, properties };
}

function withName(platform: JsonSchema, describe: Describe): JsonSchema {
  const name = describe({ type: ['string', 'null'], pattern: NOT_BLANK, maxLength: 200 }, WORDS.platformName);
  return { ...platform, properties: { name, ...(platform['properties'] as JsonSchema) } };
}

function schemaOf(type: FactType, path: string, describe: Describe): JsonSchema {
  return describe(shapeOf(type, path, describe), path);
}

function shapeOf(type: FactType, path: string, describe: Describe): JsonSchema {
  const range = {
    ...(type.minimum === null ? {} : { minimum: type.minimum }),
    ...(type.maximum === null ? {} : { maximum: type.maximum }),
  };
  switch (type.kind) {
    case 'boolean':
      return { type: ['boolean', 'null'] };
    case 'integer':
    case 'number':
      return type.permanent
        ? { if: { type: 'string' }, then: { const: 'permanent' }, else: { type: [type.kind, 'null'], ...range } }
        : { type: [type.kind, 'null'], ...range };
    case 'string':
      return {
        type: ['string', 'null'],
        pattern: NOT_BLANK,
        ...((type.minLength ?? 1) > 1 ? { minLength: type.minLength } : {}),
        ...(type.maxLength === null ? {} : { maxLength: type.maxLength }),
      };
    case 'date':
      return { type: ['string', 'null'], format: 'date' };
    case 'choice':
      return { enum: [...Object.keys(type.members), null] };
    case 'checklist':
      return checklist(Object.keys(type.members));
    case 'list':
      return {
        type: ['array', 'null'],
        items: { type: 'object', required: [type.key], additionalProperties: false, properties: properties(type, `${path}[].`, describe) },
      };
    case 'object':
      return closed(properties(type, `${path}.`, describe));
  }
}

function properties(type: FactType, prefix: string, describe: Describe): JsonSchema {
  return Object.fromEntries(
    Object.entries(type.properties).map(([key, each]) => {
      const schema = schemaOf(each, `${prefix}${key}`, describe);
      return [key, key === type.key ? { ...schema, type: 'string' } : schema];
    }),
  );
}

/** Both spellings; `if` sends each value to the branch whose messages fit it. */
function checklist(members: readonly string[]): JsonSchema {
  return {
    if: { type: 'array' },
    then: { type: 'array', items: { enum: members } },
    else: {
      type: ['object', 'null'],
      propertyNames: { enum: members },
      additionalProperties: { type: ['boolean', 'null'] },
    },
  };
}

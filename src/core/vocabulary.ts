export type Unit = 'minutes' | 'hours' | 'days' | 'working_days' | 'months' | 'years' | 'cny' | 'percent' | 'persons' | 'count';

/** The kinds of value that a profile can declare. */
export type FactKind = 'boolean' | 'integer' | 'number' | 'string' | 'date' | 'choice' | 'checklist' | 'list' | 'object';

/** What may be declared at one path. */
export interface FactType {
  readonly kind: FactKind;
  /** Whether a date lies in the past (done, issued) or is due. */
  readonly tense: 'past' | 'due' | null;
  /** Members of a choice or checklist, in the order of the facts file. */
  readonly members: Readonly<Record<string, Member>>;
  /** For a list of objects: the property that identifies an item. */
  readonly key: string | null;
  /** Whether the word `permanent` may stand for the number. */
  readonly permanent: boolean;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly minLength: number | null;
  readonly maxLength: number | null;
  /** Vocabulary version that brought the fact. */
  readonly since: number;
  /** Properties of an object, or of the items of a list. */
  readonly properties: Readonly<Record<string, FactType>>;
}

export interface Member {
  readonly since: number;
}

/** The section below which the facts of packs stand, each pack's in a section of its own. */
export const EXTENSIONS = 'extensions';

/** All facts that can be declared. `root` is the object whose properties are the sections. */
export interface Vocabulary {
  readonly version: number;
  readonly digest: string;
  readonly root: FactType;
}

/** A declarable fact with its path; fields of list items are spelt `list[].field`. */
export interface Fact {
  readonly path: string;
  readonly type: FactType;
}

/** Every declarable fact, in the order of the vocabulary; lists come before the fields of their items. */
export function factsOf(vocabulary: Vocabulary): Fact[] {
  const facts: Fact[] = [];
  collect('', vocabulary.root, facts);
  return facts;
}

function collect(prefix: string, type: FactType, facts: Fact[]): void {
  for (const [key, property] of Object.entries(type.properties)) {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    if (property.kind !== 'object') facts.push({ path, type: property });
    if (property.kind === 'object') collect(path, property, facts);
    if (property.kind === 'list') collect(`${path}[]`, property, facts);
  }
}

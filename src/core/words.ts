import type { Text } from './text.js';
import type { FactType, Unit } from './vocabulary.js';

/** What is said of a rule, in both languages. */
export interface RuleWords {
  readonly title: Text;
  /** The gap texts of its parts. */
  readonly gaps: readonly Text[];
  /** The question that a person answers; null where the rule has parts. */
  readonly ask: Text | null;
  readonly remedy: Text;
}

/** What is said of a group of facts: a section, or an object in one. */
export interface GroupWords {
  readonly title: Text;
  /** Why it is asked, or how it is counted; intermediate objects have none. */
  readonly why: Text | null;
}

/** What is said of a declarable fact. */
export interface FactWords extends GroupWords, Pick<FactType, 'kind' | 'key' | 'permanent'> {
  readonly unit: Unit | null;
  readonly members: Readonly<Record<string, Text>>;
}

/** The words of rules and of a vocabulary. Judging needs none of them: they are loaded where they are shown. */
export interface Words {
  /** By id. */
  readonly rules: Readonly<Record<string, RuleWords>>;
  /** By path, in the order of the vocabulary; lists come before the fields of their items, which are spelt `list[].field`. */
  readonly facts: Readonly<Record<string, FactWords>>;
  /** By path. */
  readonly groups: Readonly<Record<string, GroupWords>>;
}

export const NO_WORDS: Words = { rules: {}, facts: {}, groups: {} };

/** Several words as one; the later ones count where they speak of the same. */
export function joinWords(parts: readonly Words[]): Words {
  return {
    rules: Object.assign({}, ...parts.map(({ rules }) => rules)),
    facts: Object.assign({}, ...parts.map(({ facts }) => facts)),
    groups: Object.assign({}, ...parts.map(({ groups }) => groups)),
  };
}

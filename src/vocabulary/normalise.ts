import { addMonths } from '../core/dates.js';
import { type Problem, problem, settle } from '../core/problem.js';
import type { Checklist, Envelope, Facts, FactValue, Item, Json, JsonObject } from '../core/profile.js';
import type { FactType, Vocabulary } from '../core/vocabulary.js';
import type { Locate } from '../schema/validate.js';
import { beyondSchema } from './beyond.js';

export interface Normalised {
  readonly facts: Facts;
  readonly envelope: Envelope;
  readonly problems: readonly Problem[];
}

/**
 * Facts of a profile that its schema admits: `null` is dropped, both spellings of a checklist become one, `permanent`
 * becomes infinite, a past-type date after `asOf` counts as undeclared. What the schema cannot say is checked here:
 * check digits of the credit code, unique names in lists, versions, the age of the declaration.
 */
export function normalise(value: Json, vocabulary: Vocabulary, asOf: string, maxAgeMonths: number, locate: Locate): Normalised {
  const root = value as JsonObject;
  const declaredVersion = typeof root['vocabulary'] === 'number' ? root['vocabulary'] : vocabulary.version;
  const reading = new Normaliser(asOf, declaredVersion, locate);
  const envelope = envelopeOf(root);
  reading.checkAge(envelope.declared.date, maxAgeMonths);
  const facts = reading.object(vocabulary.root, root, '');
  return { facts, envelope, problems: settle([...reading.problems, ...beyondSchema(value, vocabulary, locate)]) };
}

function envelopeOf(root: JsonObject): Envelope {
  const operator = (root['operator'] ?? {}) as JsonObject;
  const platform = (root['platform'] ?? {}) as JsonObject;
  const declaration = (root['declaration'] ?? {}) as JsonObject;
  const by = (declaration['by'] ?? {}) as JsonObject;
  return {
    id: text(root['id']),
    operator: { name: text(operator['name']), uscc: text(operator['uscc']) },
    platform: { name: text(platform['name']), kinds: kindsOf(platform['kinds'] ?? null) },
    declared: { date: text(declaration['date']), by: text(by['name']), title: text(by['title']) },
  };
}

function kindsOf(value: Json): string[] {
  if (Array.isArray(value)) return value.map(String);
  return Object.entries((value ?? {}) as JsonObject).flatMap(([member, done]) => (done === true ? [member] : []));
}

function text(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

class Normaliser {
  readonly problems: Problem[] = [];

  constructor(
    private readonly asOf: string,
    private readonly declaredVersion: number,
    private readonly locate: Locate,
  ) {}

  /** A declaration that is dated after the day of judgement, or too long before it, is worth a word. */
  checkAge(date: string | null, maxAgeMonths: number): void {
    if (date === null) return;
    const at = this.locate('/declaration/date', 'value');
    if (date > this.asOf) {
      this.problems.push(problem('declaration-in-future', { date, asOf: this.asOf }, at, 'warning'));
    } else if (addMonths(date, maxAgeMonths) < this.asOf) {
      this.problems.push(problem('declaration-stale', { date, months: maxAgeMonths }, at, 'warning'));
    }
  }

  /** `pointer` leads to the object; keys of the vocabulary need no escaping in it. */
  object(type: FactType, value: JsonObject, pointer: string): Facts {
    const facts: Record<string, FactValue> = {};
    for (const key in type.properties) {
      const declared = value[key];
      const property = type.properties[key];
      if (property === undefined || declared === undefined || declared === null) continue;
      const made = this.value(property, declared, `${pointer}/${key}`);
      if (made !== null) facts[key] = made;
    }
    return facts;
  }

  private value(type: FactType, value: Json, pointer: string): FactValue | null {
    switch (type.kind) {
      case 'object': {
        // A group in which nothing is declared is as good as none: the facts, and so their digest, are the same.
        const facts = this.object(type, value as JsonObject, pointer);
        return Object.keys(facts).length === 0 ? null : facts;
      }
      case 'checklist':
        return this.checklist(type, value, pointer);
      case 'list':
        return this.list(type, value as readonly JsonObject[], pointer);
      case 'date':
        return this.date(type, value as string, pointer);
      default:
        return value === 'permanent' && type.permanent ? Number.POSITIVE_INFINITY : (value as boolean | number | string);
    }
  }

  private checklist(type: FactType, value: Json, pointer: string): Checklist {
    const members: Record<string, boolean> = {};
    if (!Array.isArray(value)) {
      for (const [member, done] of Object.entries(value as JsonObject)) {
        if (typeof done === 'boolean') members[member] = done;
      }
      return { members, spelling: 'map', declared: value };
    }
    for (const [member, { since }] of Object.entries(type.members)) {
      if (since <= this.declaredVersion) members[member] = false;
    }
    const seen = new Set<string>();
    for (const [index, member] of (value as string[]).entries()) {
      if (seen.has(member)) {
        this.problems.push(problem('repeated-member', { value: member }, this.locate(`${pointer}/${index}`), 'warning'));
      }
      seen.add(member);
      members[member] = true;
    }
    return { members, spelling: 'list', declared: value };
  }

  private list(type: FactType, items: readonly JsonObject[], pointer: string): Item[] {
    const key = type.key ?? '';
    return items.map((item, index) => ({ key, name: String(item[key]), index, fields: this.object(type, item, `${pointer}/${index}`) }));
  }

  private date(type: FactType, date: string, pointer: string): string | null {
    if (type.tense !== 'past' || date <= this.asOf) return date;
    const at = this.locate(pointer, 'value');
    this.problems.push(problem('date-in-future', { date, asOf: this.asOf }, at, 'warning'));
    return null;
  }
}

import { addMonths } from '../core/dates.js';
import type { Place } from '../core/finding.js';
import { toPointer } from '../core/pointer.js';
import { type Problem, problem } from '../core/problem.js';
import type { Checklist, Envelope, Facts, FactValue, Item, Json } from '../core/profile.js';
import type { FactType, Vocabulary } from '../core/vocabulary.js';
import { checkUscc } from './uscc.js';
import type { Locate } from './validate.js';

/** Version of the profile format that is read. */
export const PROFILE_VERSION = 1;

export interface Normalised {
  readonly facts: Facts;
  readonly envelope: Envelope;
  readonly problems: readonly Problem[];
}

type JsonObject = { readonly [key: string]: Json };

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
  reading.checkEnvelope(root, envelope, vocabulary, maxAgeMonths);
  const facts = reading.object(vocabulary.root, root, []);
  return { facts, envelope, problems: reading.problems };
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

  checkEnvelope(root: JsonObject, envelope: Envelope, vocabulary: Vocabulary, maxAgeMonths: number): void {
    const at = (pointer: string): Place => this.locate(pointer, 'value');
    const version = root['hegui'];
    if (typeof version === 'number' && version !== PROFILE_VERSION) {
      this.problems.push(problem('unsupported-version', { value: version, supported: PROFILE_VERSION }, at('/hegui')));
    }
    if (this.declaredVersion > vocabulary.version) {
      const args = { value: this.declaredVersion, known: vocabulary.version };
      this.problems.push(problem('vocabulary-too-new', args, at('/vocabulary')));
    }
    if (envelope.operator.uscc !== null) {
      const wrong = checkUscc(envelope.operator.uscc);
      if (wrong !== null) this.problems.push(problem(wrong.code, wrong.args as never, at('/operator/uscc')));
    }
    this.checkAge(envelope.declared.date, maxAgeMonths);
  }

  private checkAge(date: string | null, maxAgeMonths: number): void {
    if (date === null) return;
    const at = this.locate('/declaration/date', 'value');
    if (date > this.asOf) {
      this.problems.push(problem('declaration-in-future', { date, asOf: this.asOf }, at, 'warning'));
    } else if (addMonths(date, maxAgeMonths) < this.asOf) {
      this.problems.push(problem('declaration-stale', { date, months: maxAgeMonths }, at, 'warning'));
    }
  }

  object(type: FactType, value: JsonObject, steps: readonly (string | number)[]): Facts {
    const facts: Record<string, FactValue> = {};
    for (const key in type.properties) {
      const declared = value[key];
      const property = type.properties[key];
      if (property === undefined || declared === undefined || declared === null) continue;
      const made = this.value(property, declared, [...steps, key]);
      if (made !== null) facts[key] = made;
    }
    return facts;
  }

  private value(type: FactType, value: Json, steps: readonly (string | number)[]): FactValue | null {
    switch (type.kind) {
      case 'object':
        return this.object(type, value as JsonObject, steps);
      case 'checklist':
        return this.checklist(type, value, steps);
      case 'list':
        return this.list(type, value as readonly JsonObject[], steps);
      case 'date':
        return this.date(type, value as string, steps);
      default:
        return value === 'permanent' && type.permanent ? Number.POSITIVE_INFINITY : (value as boolean | number | string);
    }
  }

  private checklist(type: FactType, value: Json, steps: readonly (string | number)[]): Checklist {
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
        this.problems.push(problem('repeated-member', { value: member }, this.locate(toPointer([...steps, index])), 'warning'));
      }
      seen.add(member);
      members[member] = true;
    }
    return { members, spelling: 'list', declared: value };
  }

  private list(type: FactType, items: readonly JsonObject[], steps: readonly (string | number)[]): Item[] {
    const key = type.key ?? '';
    const first = new Map<string, number>();
    return items.map((item, index) => {
      const name = String(item[key]);
      const before = first.get(name);
      if (before !== undefined) {
        const firstLine = this.locate(toPointer([...steps, before, key])).line;
        const at = this.locate(toPointer([...steps, index, key]), 'value');
        this.problems.push(problem('repeated-name', { key, value: name, firstLine }, at));
      } else {
        first.set(name, index);
      }
      return { key, name, index, fields: this.object(type, item, [...steps, index]) };
    });
  }

  private date(type: FactType, date: string, steps: readonly (string | number)[]): string | null {
    if (type.tense !== 'past' || date <= this.asOf) return date;
    const at = this.locate(toPointer(steps), 'value');
    this.problems.push(problem('date-in-future', { date, asOf: this.asOf }, at, 'warning'));
    return null;
  }
}

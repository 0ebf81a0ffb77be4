import type { DeclaredFact, FailingPart, Finding, GapArg, Place } from '../core/finding.js';
import { factPath, fromPointer, toPointer } from '../core/pointer.js';
import type { Problem, ProblemArgs, ProblemCode } from '../core/problem.js';
import type { Json } from '../core/profile.js';
import { REDACTED_TEXT, type Redacted } from '../core/redacted.js';
import type { Catalog, Header, ProfileRecord, Summary } from '../core/run.js';
import type { FactKind } from '../core/vocabulary.js';

/**
 * Takes out of a run what its profiles declare, for reports that leave the house: values become their types, names and
 * lines of source are left out, items of lists are numbered. Verdicts, rules, places and paths stay; so does the
 * digest of the bytes, by which whoever has the file knows it again.
 */
export class Redaction {
  /** Everything that the vocabulary and the envelope of a profile call by name. */
  private readonly words: ReadonlySet<string>;

  constructor(private readonly catalog: Catalog) {
    const facts = Object.entries(catalog.facts);
    this.words = new Set([
      ...ENVELOPE_WORDS,
      ...facts.flatMap(([path, { members }]) => [...path.split(/[.[\]]+/), ...Object.keys(members)]),
    ]);
  }

  record(record: ProfileRecord): ProfileRecord {
    const items = new ItemNumbers();
    for (const { item } of record.findings) items.path(item ?? '');
    const { operator, platform, declaration } = record;
    return {
      ...record,
      // What is left of an identity could be looked up in a register of companies, as could a digest of it.
      id: record.path,
      idFrom: 'path',
      factsDigest: null,
      operator: { name: nameless(operator.name), uscc: nameless(operator.uscc) },
      platform: { name: nameless(platform.name), kinds: platform.kinds.map(() => REDACTED_TEXT) },
      declaration: { date: nameless(declaration.date), by: nameless(declaration.by), title: nameless(declaration.title) },
      problems: record.problems.map((each) => this.problem(each)),
      findings: record.findings.map((each) => this.finding(each, items)),
    };
  }

  private finding(finding: Finding, items: ItemNumbers): Finding {
    return {
      ...finding,
      item: finding.item === null ? null : items.path(finding.item),
      at: { ...finding.at, source: null },
      facts: finding.facts.map((each) => this.fact(each)),
      missing: finding.missing.map((path) => items.path(path)),
      parts: finding.parts.map((part) => this.part(part)),
    };
  }

  private fact(fact: DeclaredFact): DeclaredFact {
    const value = this.typeOf(factPath(fact.pointer), fact.value);
    return fact.source === undefined ? { ...fact, value } : { ...fact, value, source: null };
  }

  private part(part: FailingPart): FailingPart {
    const args = Object.entries(part.args).map(([name, arg]): [string, GapArg] => {
      const value = 'members' in arg ? arg.members : arg.value;
      return [name, { path: arg.path, value: this.typeOf(arg.path, value) }];
    });
    return { ...part, args: Object.fromEntries(args) };
  }

  /** By the vocabulary; a member of a checklist, which stands in none, by its value. */
  private typeOf(path: string, value: Json): Redacted {
    const known = Object.hasOwn(this.catalog.facts, path) ? this.catalog.facts[path] : undefined;
    return { redacted: known?.kind ?? kindOf(value) };
  }

  private problem(problem: Problem): Problem {
    const at: Place = { ...problem.at, pointer: this.pointer(problem.at.pointer), source: null };
    return { ...problem, at, args: withoutDeclared(problem) } as Problem;
  }

  /** A pointer without keys that nobody but the profile knows. */
  private pointer(pointer: string): string {
    return toPointer(fromPointer(pointer).map((step) => (/^\d{1,5}$/.test(step) || this.words.has(step) ? step : REDACTED_TEXT)));
  }
}

/** The header of a run whose records are redacted. */
export function redactedHeader(header: Header): Header {
  return { ...header, options: { ...header.options, redact: true } };
}

/** The summary of a run whose records are redacted: identities that several inputs claim go the way of all identities. */
export function redactedSummary(summary: Summary): Summary {
  return { ...summary, duplicates: [] };
}

/** Keys of a profile's envelope, which are no facts. */
const ENVELOPE_WORDS = [
  'hegui',
  'vocabulary',
  'id',
  'operator',
  'name',
  'uscc',
  'platform',
  'declaration',
  'date',
  'by',
  'title',
  'extensions',
];

/**
 * Numbers the items of lists, each list from 1, in the order in which a record first names them; a path then reads
 * `list[#1].field` instead of `list[key=name].field`.
 */
class ItemNumbers {
  private readonly numbers = new Map<string, Map<string, number>>();

  path(path: string): string {
    // A name may hold brackets, the field after it does not.
    const parts = /^([^[]*)\[(?!#\d+\])([\s\S]*)\]([^\]]*)$/.exec(path);
    if (parts === null) return path;
    const [, list = '', item = '', field = ''] = parts;
    const known = this.numbers.get(list) ?? new Map<string, number>();
    this.numbers.set(list, known);
    const number = known.get(item) ?? known.size + 1;
    known.set(item, number);
    return `${list}[#${number}]${field}`;
  }
}

function nameless(name: string | null): string | null {
  return name === null ? null : REDACTED_TEXT;
}

function kindOf(value: Json): FactKind {
  if (Array.isArray(value)) return 'list';
  switch (typeof value) {
    case 'boolean':
      return 'boolean';
    case 'number':
      return 'number';
    case 'string':
      return 'string';
    default:
      return 'object';
  }
}

/** Of each problem the arguments that come from hegui, its vocabulary or the shape of the file; all others are what the profile says. */
const TELLING_NOTHING: { readonly [C in ProblemCode]?: readonly (keyof ProblemArgs[C])[] } = {
  'file-unreadable': ['reason'],
  'file-too-large': ['bytes', 'limit'],
  'ndjson-too-long': ['bytes', 'limit'],
  'not-utf8': ['looksLike'],
  'not-decodable': ['encoding'],
  'yaml-syntax': ['detail'],
  'duplicate-key': ['firstLine'],
  'odd-space': ['code'],
  'too-deep': ['limit'],
  'too-many-values': ['limit'],
  'control-character': ['code'],
  'lone-surrogate': ['code'],
  'unknown-key': ['allowed'],
  'missing-key': ['key'],
  'wrong-type': ['expected', 'found', 'unit'],
  'not-a-member': ['allowed'],
  'below-minimum': ['limit', 'exclusive'],
  'above-maximum': ['limit'],
  'too-short': ['limit'],
  'too-long': ['limit'],
  'bad-pattern': ['pattern'],
  'repeated-name': ['key', 'firstLine'],
  'unsupported-version': ['value', 'supported'],
  'vocabulary-too-new': ['value', 'known'],
  'uscc-length': ['length'],
  'uscc-character': ['position'],
  'date-in-future': ['asOf'],
  'declaration-in-future': ['asOf'],
  'declaration-stale': ['months'],
  'more-problems': ['count'],
  'too-costly': ['limit'],
};

/** Arguments that are null where there is nothing to propose, as there is not once the value is left out. */
const PROPOSALS: readonly string[] = ['suggestion', 'write'];

function withoutDeclared({ code, args }: Problem): Record<string, unknown> {
  const kept: readonly string[] = TELLING_NOTHING[code] ?? [];
  return Object.fromEntries(
    Object.entries(args).map(([name, arg]) => [name, kept.includes(name) ? arg : PROPOSALS.includes(name) ? null : REDACTED_TEXT]),
  );
}

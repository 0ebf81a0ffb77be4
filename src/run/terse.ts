import type { FailingPart, Finding, Place } from '../core/finding.js';
import type { Problem } from '../core/problem.js';
import type { Catalog, CatalogRule, Counts, Header, ProfileRecord, Score } from '../core/run.js';
import { derivedOf, usualAssurance } from './derived.js';
import { Tables } from './tables.js';

/** The sentences that a saved run carries for whoever reads the JSON. */
export interface Messages {
  problem(problem: Problem): string;
  gap(rule: CatalogRule, part: FailingPart): string;
}

/** A rule by its number, a reason where it is not the usual one, and facts or missing paths by theirs. */
type Row = (number | string)[];

/** The header of a run as it is saved: the rules of its catalog by their numbers. */
export function terseHeader({ catalog, ...header }: Header): object {
  const rules = Object.entries(catalog.rules).map(([id, rule]) => ({ id, ...rule }));
  return { ...header, catalog: { ...catalog, rules } };
}

/** Turns the records of a run into what is saved of them: each thing once, nothing that is usual or empty. */
export class TerseRecords {
  private readonly rules: Catalog['rules'];
  private readonly numbers: ReadonlyMap<string, number>;

  constructor(
    { catalog }: Header,
    private readonly messages: Messages,
  ) {
    this.rules = catalog.rules;
    this.numbers = new Map(Object.keys(catalog.rules).map((id, index) => [id, index]));
  }

  record(record: ProfileRecord): object {
    const { path, id, idFrom, digest, factsDigest, status, operator, platform, declaration, gate, upcoming } = record;
    const { kinds, ...named } = platform;
    return {
      record: 'profile',
      path,
      id,
      idFrom,
      ...withoutNull({ digest, factsDigest }),
      status,
      ...filled('operator', withoutNull(operator)),
      ...filled('platform', { ...withoutNull(named), ...(kinds.length > 0 ? { kinds } : {}) }),
      ...filled('declaration', withoutNull(declaration)),
      ...some(
        'problems',
        record.problems.map((each) => ({ ...each, at: tersePlace(each.at), message: this.messages.problem(each) })),
      ),
      gate,
      ...numbersOf(record),
      ...some('outOfScope', record.outOfScope),
      ...this.findingsOf(record),
      ...some('upcoming', upcoming),
    };
  }

  /** Whole findings, and rows for those that tables can say. */
  private findingsOf({ findings, outOfScope }: ProfileRecord): object {
    const out = new Set(outOfScope);
    const tables = new Tables();
    const whole: object[] = [];
    const rows: Record<'passed' | 'notApplicable' | 'unknown', Row[]> = { passed: [], notApplicable: [], unknown: [] };
    for (const finding of findings) {
      const rule = Object.hasOwn(this.rules, finding.rule) ? this.rules[finding.rule] : undefined;
      const row = rule === undefined ? null : this.rowOf(finding, rule, out, tables);
      const table = TABLES[finding.verdict];
      if (row === null || table === undefined) whole.push(this.whole(finding, rule, out));
      else rows[table].push(row);
    }
    return {
      ...some('findings', whole),
      ...some('facts', tables.facts),
      ...some('missing', tables.missing),
      ...filled('passed', some('declared', rows.passed)),
      ...some('notApplicable', rows.notApplicable),
      ...some('unknown', rows.unknown),
    };
  }

  /** A finding as a row of its verdict's table; null where that would lose something. */
  private rowOf(finding: Finding, rule: CatalogRule, out: ReadonlySet<string>, tables: Tables): Row | null {
    const { item, standing, moreFacts, parts, verdict, reason, assurance, facts, missing, at } = finding;
    const number = this.numbers.get(finding.rule);
    const plain = item === null && standing === 'open' && moreFacts === 0 && parts.length === 0 && assurance === usualAssurance(verdict);
    if (number === undefined || !plain || !isDerived(finding, rule, out)) return null;
    if (verdict === 'unknown') {
      const paths = facts.length === 0 && reason !== null ? tables.missingOf(missing, at) : null;
      return paths === null ? null : [number, reason as string, ...paths];
    }
    const isUsual = verdict === 'pass' ? reason === null : reason !== null;
    if (!isUsual || missing.length > 0 || !isAtFirst(finding)) return null;
    const rests = tables.factsOf(facts);
    return rests === null ? null : [number, ...(reason === null || reason === 'condition' ? [] : [reason]), ...rests];
  }

  private whole(finding: Finding, rule: CatalogRule | undefined, out: ReadonlySet<string>): object {
    const { item, verdict, reason, standing, assurance, at, facts, moreFacts, missing, parts, duty, basis, liability } = finding;
    return {
      rule: finding.rule,
      ...withoutNull({ item }),
      verdict,
      ...withoutNull({ reason }),
      ...(rule !== undefined && isDerived(finding, rule, out) ? {} : { duty, basis, liability }),
      ...(standing === 'open' ? {} : { standing }),
      ...(assurance === usualAssurance(verdict) ? {} : { assurance }),
      at: isPlaceOf(at, facts[0]) ? tersePlace({ ...at, source: null }) : terseOwnPlace(at, facts[0]),
      ...some(
        'facts',
        facts.map(({ pointer, value, ...place }) => ({ pointer, value, ...withoutNull(place) })),
      ),
      ...(moreFacts === 0 ? {} : { moreFacts }),
      ...some('missing', missing),
      ...some(
        'parts',
        parts.map((part) => ({ ...part, ...(rule === undefined ? {} : { message: this.messages.gap(rule, part) }) })),
      ),
    };
  }
}

/** The tables that hold findings; gaps and what a person must answer are always whole. */
const TABLES: Readonly<Partial<Record<Finding['verdict'], 'passed' | 'notApplicable' | 'unknown'>>> = {
  pass: 'passed',
  'not-applicable': 'notApplicable',
  unknown: 'unknown',
};

function isDerived({ duty, basis, liability }: Finding, rule: CatalogRule, out: ReadonlySet<string>): boolean {
  const derived = derivedOf(rule, out);
  return duty === derived.duty && same(basis, derived.basis) && same(liability, derived.liability);
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

/** Whether a finding stands, without a line, where the first of its facts does. */
function isAtFirst({ at, facts }: Finding): boolean {
  return at.line === null && at.column === null && at.source === null && at.pointer === (facts[0]?.pointer ?? '');
}

/** Whether a place is that of a fact, whose line then need not be written twice. */
function isPlaceOf(at: Place, fact: Finding['facts'][number] | undefined): boolean {
  return fact !== undefined && at.pointer === fact.pointer && at.source === (fact.source ?? null);
}

/** A place whose line differs from that of the fact by which it would be filled in. */
function terseOwnPlace(at: Place, fact: Finding['facts'][number] | undefined): object {
  return fact !== undefined && at.pointer === fact.pointer ? { ...tersePlace(at), source: at.source } : tersePlace(at);
}

function tersePlace({ pointer, ...place }: Place): object {
  return { pointer, ...withoutNull(place) };
}

function numbersOf({ weights, compliance, coverage, counts, encouraged, areas }: ProfileRecord): object {
  if (weights === null || counts === null || encouraged === null) return {};
  return {
    weights,
    ...withoutNull({ compliance, coverage }),
    counts: withoutZero(counts),
    ...filled('encouraged', withoutZero(encouraged)),
    ...filled('areas', Object.fromEntries(Object.entries(areas).map(([id, score]) => [id, terseScore(score)]))),
  };
}

function terseScore({ weights, compliance, coverage, counts }: Score): object {
  return { weights, ...withoutNull({ compliance, coverage }), counts: withoutZero(counts) };
}

function withoutZero(counts: Counts): object {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
}

function withoutNull(fields: object): object {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) if (value !== null && value !== undefined) kept[key] = value;
  return kept;
}

function some(name: string, list: readonly unknown[]): object {
  return list.length > 0 ? { [name]: list } : {};
}

function filled(name: string, fields: object): object {
  return Object.keys(fields).length > 0 ? { [name]: fields } : {};
}

import type { DeclaredFact, FailingPart, Finding, Place, Reason } from '../core/finding.js';
import type { Problem } from '../core/problem.js';
import type { Json } from '../core/profile.js';
import type { Catalog, CatalogRule, Counts, Header, ProfileRecord, Score } from '../core/run.js';
import { type Derived, derivedOf, usualAssurance } from './derived.js';
import { type MissingRow, placeIn } from './tables.js';

/** A header as it is saved. */
export type SavedHeader = Omit<Header, 'catalog'> & {
  readonly catalog: Omit<Catalog, 'rules'> & { readonly rules: readonly (CatalogRule & { readonly id: string })[] };
};

type SavedPlace = Pick<Place, 'pointer'> & Partial<Place>;
type SavedScore = Omit<Score, 'counts' | 'compliance' | 'coverage'> & {
  readonly compliance?: number;
  readonly coverage?: number;
  readonly counts: Partial<Counts>;
};
type SavedFinding = Pick<Finding, 'rule' | 'verdict'> & Partial<Omit<Finding, 'at'>> & { readonly at: SavedPlace };
/** A later version may put lists of its own among the numbers. */
type SavedRow = readonly (number | string | readonly unknown[])[];

/** A record as it is saved, once it fits the schema of a run. */
export interface SavedProfile
  extends Pick<ProfileRecord, 'path' | 'id' | 'idFrom' | 'status' | 'gate'>,
    Partial<Pick<ProfileRecord, 'digest' | 'factsDigest' | 'weights' | 'outOfScope' | 'upcoming'>> {
  readonly operator?: Partial<ProfileRecord['operator']>;
  readonly platform?: Partial<ProfileRecord['platform']>;
  readonly declaration?: Partial<ProfileRecord['declaration']>;
  readonly problems?: readonly (Omit<Problem, 'at'> & { readonly at: SavedPlace })[];
  readonly compliance?: number;
  readonly coverage?: number;
  readonly counts?: Partial<Counts>;
  readonly encouraged?: Partial<Counts>;
  readonly areas?: Readonly<Record<string, SavedScore>>;
  readonly findings?: readonly SavedFinding[];
  readonly facts?: readonly (readonly [pointer: string, value: Json])[];
  readonly missing?: readonly MissingRow[];
  readonly passed?: Readonly<Partial<Record<NonNullable<Finding['assurance']>, readonly SavedRow[]>>>;
  readonly notApplicable?: readonly SavedRow[];
  readonly unknown?: readonly SavedRow[];
}

/** A saved record that fits the schema but speaks of a rule, a fact or a missing path that the run does not hold. */
export class NotInRun extends Error {}

/** The header of a saved run with the rules of its catalog by their ids. */
export function expandHeader({ catalog, ...header }: SavedHeader): Header {
  const rules = Object.fromEntries(catalog.rules.map(({ id, ...rule }) => [id, rule]));
  return { ...header, catalog: { ...catalog, rules } };
}

/** Turns what is saved of records back into the records. Inverse of {@link TerseRecords}. */
export class SavedRecords {
  private readonly rules: readonly (readonly [id: string, rule: CatalogRule])[];
  private readonly numbers: ReadonlyMap<string, number>;

  constructor({ catalog }: Header) {
    this.rules = Object.entries(catalog.rules);
    this.numbers = new Map(this.rules.map(([id], index) => [id, index]));
  }

  /** @throws NotInRun */
  record(saved: SavedProfile): ProfileRecord {
    const { path, id, idFrom, status, gate, digest = null, factsDigest = null, weights = null, outOfScope = [], upcoming = [] } = saved;
    const judged = weights !== null;
    return {
      record: 'profile',
      path,
      id,
      idFrom,
      digest,
      factsDigest,
      status,
      operator: { name: null, uscc: null, ...saved.operator },
      platform: { name: null, kinds: [], ...saved.platform },
      declaration: { date: null, by: null, title: null, ...saved.declaration },
      problems: (saved.problems ?? []).map((each) => ({ ...each, at: wholePlace(each.at) }) as Problem),
      gate,
      weights,
      compliance: saved.compliance ?? null,
      coverage: saved.coverage ?? null,
      counts: judged ? wholeCounts(saved.counts ?? {}) : null,
      encouraged: judged ? wholeCounts(saved.encouraged ?? {}) : null,
      areas: Object.fromEntries(Object.entries(saved.areas ?? {}).map(([area, score]) => [area, wholeScore(score)])),
      outOfScope,
      findings: this.findings(saved, new Set(outOfScope)),
      upcoming,
    };
  }

  /** Whole findings and those of the tables, in the order of the rules; the items of a rule in theirs. */
  private findings(saved: SavedProfile, out: ReadonlySet<string>): Finding[] {
    const derived = (rule: CatalogRule): Derived => derivedOf(rule, out);
    const tables = new TableReading(saved, this.rules, derived);
    const numbered: [number: number, finding: Finding][] = [];
    for (const each of saved.findings ?? []) {
      const number = this.numbers.get(each.rule) ?? this.rules.length;
      numbered.push([number, wholeFinding(each, this.rules[number]?.[1], derived)]);
    }
    for (const assurance of ['declared', 'evidenced', 'attested'] as const) {
      for (const row of saved.passed?.[assurance] ?? []) numbered.push(tables.decided('pass', assurance, row));
    }
    for (const row of saved.notApplicable ?? []) numbered.push(tables.decided('not-applicable', null, row));
    for (const row of saved.unknown ?? []) numbered.push(tables.unknown(row));
    return numbered.sort(([a], [b]) => a - b).map(([, finding]) => finding);
  }
}

/** Reads the rows of one record's tables. */
class TableReading {
  private readonly facts: readonly DeclaredFact[];
  private readonly missing: readonly MissingRow[];

  constructor(
    saved: SavedProfile,
    private readonly rules: readonly (readonly [id: string, rule: CatalogRule])[],
    private readonly derived: (rule: CatalogRule) => Derived,
  ) {
    this.facts = (saved.facts ?? []).map(([pointer, value]) => ({ pointer, value }));
    this.missing = saved.missing ?? [];
  }

  /** A row of what passed, or does not apply; then a reason other than a condition stands before the facts. */
  decided(verdict: 'pass' | 'not-applicable', assurance: Finding['assurance'], row: SavedRow): [number, Finding] {
    const facts = numbersIn(row).map((each) => entry(this.facts, each));
    const reason = verdict === 'pass' ? null : (reasonIn(row) ?? 'condition');
    return this.finding(row, { verdict, reason, assurance, at: barePlace(facts[0]?.pointer ?? ''), facts, missing: [] });
  }

  /** A row of what is unknown: why, and the missing paths. */
  unknown(row: SavedRow): [number, Finding] {
    const rows = numbersIn(row).map((each) => entry(this.missing, each));
    const [first] = rows;
    if (first === undefined) throw new NotInRun('missing');
    const missing = rows.map(([path]) => path);
    return this.finding(row, { verdict: 'unknown', reason: reasonIn(row), assurance: null, at: placeIn(first), facts: [], missing });
  }

  private finding(
    [number]: SavedRow,
    said: Pick<Finding, 'verdict' | 'reason' | 'assurance' | 'at' | 'facts' | 'missing'>,
  ): [number, Finding] {
    const [rule, words] = entry(this.rules, number);
    return [number as number, { rule, item: null, ...said, ...this.derived(words), standing: 'open', moreFacts: 0, parts: [] }];
  }
}

function entry<T>(entries: readonly T[], number: unknown): T {
  const found = typeof number === 'number' ? entries[number] : undefined;
  if (found === undefined) throw new NotInRun(String(number));
  return found;
}

/** What a row says beyond its rule. */
function numbersIn(row: SavedRow): number[] {
  return row.slice(1).filter((each) => typeof each === 'number');
}

function reasonIn(row: SavedRow): Reason | null {
  return (row.find((each) => typeof each === 'string') as Reason | undefined) ?? null;
}

function wholeFinding(saved: SavedFinding, rule: CatalogRule | undefined, derive: (rule: CatalogRule) => Derived): Finding {
  const { verdict, item = null, reason = null, standing = 'open', assurance = usualAssurance(verdict), moreFacts = 0 } = saved;
  const derived: Derived = rule === undefined ? { duty: 'expected', basis: [], liability: [] } : derive(rule);
  const { duty = derived.duty, basis = derived.basis, liability = derived.liability } = saved;
  const facts = (saved.facts ?? []).map((fact) => (verdict === 'gap' ? { ...NOWHERE, ...fact } : fact));
  const [first] = facts;
  const source = saved.at.source === undefined && first?.pointer === saved.at.pointer ? (first.source ?? null) : (saved.at.source ?? null);
  return {
    rule: saved.rule,
    item,
    verdict,
    reason,
    duty,
    basis,
    liability,
    standing,
    assurance,
    at: { ...wholePlace(saved.at), source },
    facts,
    moreFacts,
    missing: saved.missing ?? [],
    parts: (saved.parts ?? []).map(({ part, args }): FailingPart => ({ part, args })),
  };
}

const NOWHERE = { line: null, column: null, source: null };

function wholePlace(place: SavedPlace): Place {
  return { ...NOWHERE, ...place };
}

function barePlace(pointer: string): Place {
  return { pointer, ...NOWHERE };
}

function wholeCounts(counts: Partial<Counts>): Counts {
  return { pass: 0, gap: 0, unknown: 0, manual: 0, 'not-applicable': 0, ...counts };
}

function wholeScore({ weights, compliance, coverage, counts }: SavedScore): Score {
  return { weights, compliance: compliance ?? null, coverage: coverage ?? null, counts: wholeCounts(counts) };
}

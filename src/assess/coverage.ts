import { VERDICTS, type Verdict } from '../core/finding.js';
import { type Ledger, PHRASE_STATUSES, type Phrase, type PhraseStatus } from '../core/ledger.js';
import { BEARERS, type Bearer } from '../core/rule.js';
import type { Counts, ProfileRecord } from '../core/run.js';
import type { Text } from '../core/text.js';
import { type Claim, groundsOf, rulesOn } from '../rules/ledger.js';

/** A phrase with the ids of the rules that rest on it, and with their verdicts in a run. */
export interface CoveredPhrase extends Pick<Phrase, 'phrase' | 'bearer' | 'status' | 'reason'> {
  readonly rules: readonly string[];
  /** Null without a run, or where the run judged none of the rules. */
  readonly verdicts: Counts | null;
}

export interface CoveredClause {
  readonly id: string;
  readonly title: Text;
  readonly phrases: readonly CoveredPhrase[];
}

/** How rules answer for an opinion, clause by clause. */
export interface Coverage {
  readonly complete: boolean;
  readonly clauses: readonly CoveredClause[];
  /** How many phrases there are of each kind. */
  readonly bearers: Readonly<Record<Bearer, number>>;
  readonly statuses: Readonly<Record<PhraseStatus, number>>;
  /** How many rules the pack judges. */
  readonly rules: number;
  /** Ids of the rules that no phrase names. */
  readonly ungrounded: readonly string[];
}

/** The ledger with the rules that rest on each phrase, in their order; with verdicts, also what a run found of them. */
export function coverageOf(ledger: Ledger, rules: readonly Claim[], verdicts: RuleVerdicts | null): Coverage {
  const phrases = ledger.clauses.flatMap((clause) => clause.phrases);
  return {
    complete: ledger.complete,
    clauses: ledger.clauses.map((clause) => ({
      id: clause.id,
      title: clause.title,
      phrases: clause.phrases.map((phrase) => covered(phrase, rules, verdicts)),
    })),
    bearers: tally(
      BEARERS,
      phrases.map(({ bearer }) => bearer),
    ),
    statuses: tally(
      PHRASE_STATUSES,
      phrases.map(({ status }) => status),
    ),
    rules: rules.length,
    ungrounded: rules.filter((rule) => groundsOf(ledger, rule).length === 0).map(({ id }) => id),
  };
}

function covered(of: Phrase, rules: readonly Claim[], verdicts: RuleVerdicts | null): CoveredPhrase {
  const { phrase, bearer, status, reason } = of;
  const ids = rulesOn(of, rules).map(({ id }) => id);
  return { phrase, bearer, status, reason, rules: ids, verdicts: verdicts?.of(ids) ?? null };
}

function tally<T extends string>(all: readonly T[], found: readonly T[]): Record<T, number> {
  const counts = Object.fromEntries(all.map((each) => [each, 0])) as Record<T, number>;
  for (const each of found) counts[each] += 1;
  return counts;
}

/** The verdicts of each rule over the profiles of a run: that of a rule judged item by item is its worst. */
export class RuleVerdicts {
  profiles = 0;
  private readonly counts = new Map<string, Record<Verdict, number>>();

  add({ findings }: Pick<ProfileRecord, 'findings'>): void {
    this.profiles += 1;
    const worst = new Map<string, Verdict>();
    for (const { rule, verdict } of findings) {
      const before = worst.get(rule);
      if (before === undefined || VERDICTS.indexOf(verdict) < VERDICTS.indexOf(before)) worst.set(rule, verdict);
    }
    for (const [rule, verdict] of worst) {
      const counts = this.counts.get(rule) ?? tally(VERDICTS, []);
      counts[verdict] += 1;
      this.counts.set(rule, counts);
    }
  }

  /** The verdicts of these rules together; null if none was judged. */
  of(rules: readonly string[]): Counts | null {
    const found = rules.flatMap((rule) => this.counts.get(rule) ?? []);
    if (found.length === 0) return null;
    const sum = tally(VERDICTS, []);
    for (const counts of found) for (const verdict of VERDICTS) sum[verdict] += counts[verdict];
    return sum;
  }
}

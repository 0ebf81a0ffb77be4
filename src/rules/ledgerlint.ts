import { CLAUSE } from '../core/article.js';
import { type Steps, toPointer } from '../core/pointer.js';
import type { FileProblem } from '../core/problem.js';
import { type Problem, problem } from '../core/problem.js';
import type { Rule } from '../core/rule.js';
import { suggest } from '../core/suggest.js';
import { chainOf, type Layer } from './layer.js';
import { groundsOf, ledgerOf, phraseOf, type RawClause, type RawLedger, type RawPhrase, rulesOn } from './ledger.js';
import type { PackSource, SourceFile } from './source.js';

/** Longest phrase of the opinion that is quoted, in characters. */
const PHRASE_LIMIT = 14;

/** What a rule must tell for a ledger to name it. */
type LedgerRule = Pick<Rule, 'id' | 'area' | 'basis'>;

/** A rule of the pack to which the ledger belongs, and where its id stands. */
export interface OwnRule extends LedgerRule {
  readonly file: SourceFile<unknown>;
  readonly steps: Steps;
}

/** What a ledger can name: the areas and rules that its pack judges, and which of these are inherited. */
export interface Nameable {
  readonly areas: readonly string[];
  readonly own: readonly OwnRule[];
  readonly inherited: readonly LedgerRule[];
  /** Instruments of the pack's own, beside the national ones that it inherits; empty where it inherits none. */
  readonly local: readonly string[];
}

/** What is wrong with the ledger of a pack, if it has one, given all packs beside which it was compiled. */
export function lintLedgerOf(source: PackSource, layers: readonly Layer[]): FileProblem[] {
  const chain = chainOf(source.manifest.value.id, layers);
  const self = chain.at(-1);
  if (source.ledger === null || self === undefined) return [];
  const places = new Map<string, Pick<OwnRule, 'file' | 'steps'>>(
    source.topics.flatMap(({ area, rules }) =>
      rules.value.rules.map(({ id }, index) => [`${area}/${id}`, { file: rules, steps: ['rules', index, 'id'] }] as const),
    ),
  );
  return lintLedger(source.ledger, {
    areas: chain.flatMap(({ areas }) => areas.map(({ id }) => id)),
    own: self.rules.flatMap((rule) => {
      const place = places.get(rule.id);
      return place === undefined ? [] : [{ ...rule, ...place }];
    }),
    inherited: chain.slice(0, -1).flatMap(({ rules }) => rules),
    local: chain.length === 1 ? [] : Object.keys(self.instruments),
  });
}

/**
 * What is wrong with a ledger: names of nothing, phrases too long or given twice, statuses that what they name belies,
 * reasons that are missing, rules that would put on the platform what only binds the government; and which rules no
 * phrase names, though each of the pack's own must be, and each inherited one too where the ledger is complete.
 */
export function lintLedger(file: SourceFile<RawLedger>, nameable: Nameable): FileProblem[] {
  const linter = new LedgerLinter(file, nameable);
  for (const [index, clause] of file.value.clauses.entries()) linter.clause(clause, ['clauses', index]);
  linter.unnamed();
  return linter.problems;
}

class LedgerLinter {
  readonly problems: FileProblem[] = [];
  private readonly clauses = new Map<string, Problem['at']>();
  private readonly rules: readonly string[];

  constructor(
    private readonly file: SourceFile<RawLedger>,
    private readonly nameable: Nameable,
  ) {
    this.rules = [...nameable.own, ...nameable.inherited].map(({ id }) => id);
  }

  private place(steps: Steps): Problem['at'] {
    return this.file.parsed.place(toPointer(steps), 'value');
  }

  private report(found: Problem): void {
    this.problems.push({ file: this.file.file, problem: found });
  }

  clause({ id, phrases }: RawClause, at: Steps): void {
    const place = this.place([...at, 'id']);
    if (!CLAUSE_FORM.test(id)) this.report(problem('bad-clause', { clause: id }, place));
    const first = this.clauses.get(id);
    if (first === undefined) this.clauses.set(id, place);
    else this.report(problem('repeated-clause', { clause: id, firstLine: first.line }, place));
    const seen = new Map<string, Problem['at']>();
    for (const [index, phrase] of phrases.entries()) this.phrase(phrase, [...at, 'phrases', index], seen);
  }

  private phrase(raw: RawPhrase, at: Steps, seen: Map<string, Problem['at']>): void {
    const { phrase, status } = raw;
    const place = this.place([...at, 'phrase']);
    const first = seen.get(phrase);
    if (first === undefined) seen.set(phrase, place);
    else this.report(problem('repeated-phrase', { phrase, firstLine: first.line }, place));
    if ([...phrase].length > PHRASE_LIMIT) this.report(problem('phrase-too-long', { phrase, limit: PHRASE_LIMIT }, place));
    const names = raw.areas !== undefined || raw.rules !== undefined;
    const mustName = status !== 'none' && status !== 'pending';
    if (mustName && !names) this.report(problem('phrase-without-rules', { status }, this.place([...at, 'status'])));
    if (!mustName && names) this.report(problem('phrase-with-rules', { status }, this.place([...at, 'status'])));
    if (status !== 'automated' && raw.reason === undefined) {
      this.report(problem('reason-missing', { status }, this.place([...at, 'status'])));
    }
    this.names(raw, at);
    this.bearer(raw, at);
  }

  /** Where a phrase does not bind the platform, something else must: a law that is not the city's own. */
  private bearer(raw: RawPhrase, at: Steps): void {
    const { bearer } = raw;
    if (bearer === 'platform') return;
    for (const rule of rulesOn(phraseOf(raw), [...this.nameable.own, ...this.nameable.inherited])) {
      if (rule.basis.some(({ instrument }) => !this.nameable.local.includes(instrument))) continue;
      this.report(problem('basis-not-national', { rule: rule.id, bearer }, this.place([...at, 'bearer'])));
    }
  }

  private names({ areas = [], rules = [] }: RawPhrase, at: Steps): void {
    for (const [index, id] of areas.entries()) {
      const place = this.place([...at, 'areas', index]);
      if (!this.nameable.areas.includes(id)) {
        this.report(problem('unknown-area', { id, suggestion: suggest(id, this.nameable.areas) }, place));
      }
      if (areas.indexOf(id) < index) this.report(problem('repeated-member', { value: id }, place));
    }
    for (const [index, id] of rules.entries()) {
      const place = this.place([...at, 'rules', index]);
      if (!this.rules.includes(id)) this.report(problem('unknown-rule', { id, suggestion: this.nearest(id) }, place));
      if (rules.indexOf(id) < index) this.report(problem('repeated-member', { value: id }, place));
    }
  }

  /** The rule that was meant; people leave the area out. */
  private nearest(id: string): string | null {
    return this.rules.find((each) => each.endsWith(`/${id}`)) ?? suggest(id, this.rules);
  }

  unnamed(): void {
    const ledger = ledgerOf(this.file.value);
    for (const rule of this.nameable.own) {
      if (groundsOf(ledger, rule).length > 0) continue;
      const at = rule.file.parsed.place(toPointer(rule.steps), 'value');
      this.problems.push({ file: rule.file.file, problem: problem('rule-without-phrase', { rule: rule.id }, at) });
    }
    if (!ledger.complete) return;
    for (const rule of this.nameable.inherited) {
      if (groundsOf(ledger, rule).length === 0) this.report(problem('rule-not-in-ledger', { rule: rule.id }, this.place(['complete'])));
    }
  }
}

const CLAUSE_FORM = new RegExp(CLAUSE);

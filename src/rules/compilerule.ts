import { type Steps, toPointer } from '../core/pointer.js';
import { problem } from '../core/problem.js';
import type { Basis, Each, Expr, FactExpr, Instrument, Liability, Part, Rule } from '../core/rule.js';
import { suggest } from '../core/suggest.js';
import type { Text } from '../core/text.js';
import type { Vocabulary } from '../core/vocabulary.js';
import type { RuleWords } from '../core/words.js';
import { compileExpr, placeInFile } from './cel.js';
import type { Reporting } from './reporting.js';
import type { RawBasis, RawLiability, RawPart, RawRule, RawRules, SourceFile } from './source.js';
import { shapeProblem } from './source.js';
import type { Scope } from './typed.js';

/** What the rules of a pack may refer to. */
export interface RuleScope {
  readonly vocabulary: Vocabulary;
  readonly conditions: readonly string[];
  readonly instruments: Readonly<Record<string, Instrument>>;
}

/** What a rule that its schema admits says. */
export function wordsOf({ title, ask, remedy, require: required, gap }: RawRule): RuleWords {
  const gaps = Array.isArray(required) ? required.map((part) => part.gap) : gap === undefined ? [] : [gap];
  return { title, gaps, ask: ask ?? null, remedy };
}

/** Compiles single rules. */
export class RuleCompiler {
  constructor(
    private readonly reporting: Reporting,
    private readonly scope: RuleScope,
  ) {}

  /** The rule at a place of a file; null where it is neither a requirement nor a question. */
  rule(file: SourceFile<RawRules>, area: string, raw: RawRule, steps: Steps): Rule | null {
    const { vocabulary, conditions } = this.scope;
    const base: Scope = { vocabulary, conditions, params: raw.params ?? {}, variables: {} };
    const each = raw.each ? this.each(file, raw.each, [...steps, 'each'], base) : null;
    const scope = each === null ? base : { ...base, variables: { [each.each.as]: each.variable } };
    const when = raw.when === undefined ? null : this.condition(file, [...steps, 'when'], raw.when, scope);
    const parts = this.parts(file, raw, steps, scope);
    if (parts === null) return null;
    return {
      id: `${area}/${raw.id}`,
      area,
      kind: raw.kind,
      duty: raw.duty,
      severity: raw.severity,
      grounds: [],
      basis: raw.basis.map((basis, index) => this.basis(file, basis, [...steps, 'basis', index])),
      liability: (raw.liability ?? []).map((liability, index) => this.liability(file, liability, [...steps, 'liability', index], base)),
      params: raw.params ?? {},
      when,
      each: each?.each ?? null,
      parts,
      replaces: raw.replaces === undefined ? null : `${area}/${raw.replaces}`,
    };
  }

  private condition(file: SourceFile<RawRules>, steps: Steps, raw: string | boolean, scope: Scope): Expr | null {
    return this.reporting.expression(file, steps, String(raw), scope, 'bool');
  }

  private liability(file: SourceFile<RawRules>, raw: RawLiability, steps: Steps, scope: Scope): Liability {
    const interval = this.interval(file, raw, steps);
    return {
      instrument: raw.instrument,
      article: raw.article,
      ...interval,
      upToCny: raw.up_to_cny ?? null,
      upToTimesGains: raw.up_to_times_gains ?? null,
      upToPercentTurnover: raw.up_to_percent_turnover ?? null,
      orderFirst: raw.order_first ?? false,
      when: raw.when === undefined ? null : this.reach(file, [...steps, 'when'], raw.when, scope),
      condition: raw.when === undefined ? null : String(raw.when),
    };
  }

  /** Whom a liability reaches: records name it, so that it is a named condition or the opposite of one. */
  private reach(file: SourceFile<RawRules>, steps: Steps, raw: string | boolean, scope: Scope): Expr | null {
    const expr = this.condition(file, steps, raw, scope);
    const named = expr?.op === 'not' ? expr.of : expr;
    if (named === null || named.op === 'condition') return expr;
    this.reporting.report(file, steps, (at) => problem('liability-when', { text: String(raw) }, at));
    return null;
  }

  private parts(file: SourceFile<RawRules>, raw: RawRule, steps: Steps, scope: Scope): Part[] | null {
    const shape = shapeProblem(raw);
    if (shape !== null) {
      this.reporting.report(file, [...steps, 'id'], (at) => problem('rule-shape', { found: shape }, at));
      return null;
    }
    if (raw.require === undefined) return [];
    const single = !Array.isArray(raw.require);
    const rawParts = Array.isArray(raw.require) ? raw.require : [{ that: raw.require, gap: raw.gap as Text }];
    return rawParts.flatMap((part: RawPart, index) => {
      const at = single ? [...steps, 'require'] : [...steps, 'require', index];
      const when = part.when === undefined ? null : this.condition(file, [...at, 'when'], part.when, scope);
      const that = this.condition(file, single ? at : [...at, 'that'], part.that, scope);
      const shows = this.shows(file, part.gap, single ? [...steps, 'gap'] : [...at, 'gap'], scope);
      return that === null ? [] : [{ when, that, shows }];
    });
  }

  /** The facts that a gap text names by their paths in braces. */
  private shows(file: SourceFile<RawRules>, gap: Text, steps: Steps, scope: Scope): Record<string, FactExpr> {
    const shows: Record<string, FactExpr> = {};
    for (const lang of ['zh', 'en'] as const) {
      for (const [, name = ''] of gap[lang].matchAll(/\{(\w+(?:\.\w+)+)\}/g)) {
        const compiled = compileExpr(name, scope);
        const at = file.parsed.place(toPointer([...steps, lang]), 'value');
        if ('problems' in compiled)
          this.reporting.problems.push(...compiled.problems.map((found) => ({ file: file.file, problem: placeInFile(found, name, at) })));
        else if (compiled.expr.op === 'fact') shows[name] = compiled.expr;
      }
    }
    return shows;
  }

  private each(
    file: SourceFile<RawRules>,
    raw: { in: string; as: string },
    steps: Steps,
    scope: Scope,
  ): { each: Each; variable: Scope['variables'][string] } | null {
    const expr = this.reporting.expression(file, [...steps, 'in'], raw.in, scope, 'list');
    if (expr === null) return null;
    const list = expr as FactExpr;
    let type = this.scope.vocabulary.root;
    for (const key of list.path) type = type.properties[key] ?? type;
    return { each: { list, as: raw.as }, variable: { type: { ...type, kind: 'object' }, path: `${list.path.join('.')}[]` } };
  }

  private basis(file: SourceFile<RawRules>, raw: RawBasis, steps: Steps): Basis {
    return { instrument: raw.instrument, article: raw.article, source: raw.source, ...this.interval(file, raw, steps) };
  }

  /** The days on which an article applies: its own, else those of its instrument. */
  private interval(file: SourceFile<RawRules>, raw: RawBasis | RawLiability, steps: Steps): { from: string; until: string | null } {
    const instrument = this.instrument(file, raw.instrument, [...steps, 'instrument']);
    const from = raw.from ?? instrument?.from ?? '0000-01-01';
    const until = raw.until ?? instrument?.until ?? null;
    if (until !== null && until <= from) this.reporting.report(file, steps, (at) => problem('interval-empty', { from, until }, at));
    return { from, until };
  }

  private instrument(file: SourceFile<RawRules>, id: string, steps: Steps): Instrument | null {
    const { instruments, conditions } = this.scope;
    const instrument = Object.hasOwn(instruments, id) ? instruments[id] : undefined;
    if (instrument === undefined) {
      const suggestion = suggest(id, Object.keys(instruments));
      this.reporting.report(file, steps, (at) => problem('unknown-instrument', { id, suggestion }, at));
      return null;
    }
    if (instrument.scope !== 'anyone' && !conditions.includes(instrument.scope)) {
      const args = { name: instrument.scope, suggestion: suggest(instrument.scope, conditions) };
      this.reporting.report(file, steps, (at) => problem('unknown-condition', args, at));
    }
    return instrument;
  }
}

import { type Steps, toPointer } from '../core/pointer.js';
import { type ExprType, hasErrors, type Problem, problem } from '../core/problem.js';
import type { Basis, Each, Expr, FactExpr, Instrument, Liability, Pack, Part, Rule } from '../core/rule.js';
import type { Text } from '../core/text.js';
import type { Vocabulary } from '../core/vocabulary.js';
import { digestOf } from '../schema/digest.js';
import { suggest } from '../schema/suggest.js';
import { compileExpr, placeInFile } from './cel.js';
import type { FileProblem, PackSource, RawArea, RawBasis, RawInstrument, RawLiability, RawPart, RawRule, SourceFile } from './source.js';
import { instrumentOf, shapeProblem } from './source.js';
import type { Scope } from './typed.js';

export type Compiled = { readonly pack: Pack; readonly problems: readonly FileProblem[] } | { readonly problems: readonly FileProblem[] };

/** Compiles a pack that its schemas admit; there is a pack only if every expression and reference is right. */
export function compilePack(source: PackSource, vocabulary: Vocabulary, inherited: Readonly<Record<string, Instrument>>): Compiled {
  const compiler = new Compiler(source, vocabulary, inherited);
  const conditions = compiler.conditions();
  const rules = source.areas.flatMap((area) => compiler.area(area));
  compiler.checkReferences(rules);
  if (hasErrors(compiler.problems.map((each) => each.problem))) return { problems: compiler.problems };
  const { value } = source.manifest;
  const files = [source.manifest, ...source.areas, ...source.instruments];
  const pack: Pack = {
    id: value.id,
    version: value.version,
    title: value.title,
    digest: digestOf([
      ...files.map(({ file, digest }) => ({ path: baseName(file), digest })),
      { path: 'facts', digest: vocabulary.digest },
    ]),
    maxAgeMonths: value.max_age_months,
    weights: value.weights,
    areas: source.areas.map((area) => ({ id: area.value.area, title: area.value.title })),
    conditions,
    instruments: compiler.instruments,
    rules,
  };
  return { pack, problems: compiler.problems };
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

class Compiler {
  readonly problems: FileProblem[] = [];
  readonly instruments: Record<string, Instrument>;
  private readonly conditionNames: readonly string[];

  constructor(
    private readonly source: PackSource,
    private readonly vocabulary: Vocabulary,
    inherited: Readonly<Record<string, Instrument>>,
  ) {
    this.conditionNames = Object.keys(source.manifest.value.conditions);
    this.instruments = { ...inherited };
    for (const file of source.instruments) this.addInstruments(file);
  }

  private report(file: SourceFile<unknown>, steps: Steps, make: (at: Problem['at']) => Problem): void {
    this.problems.push({ file: file.file, problem: make(file.parsed.place(toPointer(steps), 'value')) });
  }

  private addInstruments(file: SourceFile<{ instruments: RawInstrument[] }>): void {
    this.checkIds(file, 'instruments', file.value.instruments);
    for (const [index, raw] of file.value.instruments.entries()) {
      const until = raw.until ?? null;
      if (until !== null && until <= raw.from) {
        this.report(file, ['instruments', index, 'until'], (at) => problem('interval-empty', { from: raw.from, until }, at));
      }
      this.instruments[raw.id] = instrumentOf(raw);
    }
  }

  private checkIds(file: SourceFile<unknown>, list: string, entries: readonly { readonly id: string }[]): void {
    const seen = new Set<string>();
    for (const [index, { id }] of entries.entries()) {
      if (seen.has(id)) this.report(file, [list, index, 'id'], (at) => problem('repeated-id', { id }, at));
      seen.add(id);
    }
  }

  conditions(): Record<string, Expr> {
    const file = this.source.manifest;
    const made: Record<string, Expr> = {};
    for (const [name, text] of Object.entries(file.value.conditions)) {
      // A condition may use those that stand before it, so that there are no cycles.
      const scope: Scope = { vocabulary: this.vocabulary, conditions: Object.keys(made), params: {}, variables: {} };
      const expr = this.expression(file, ['conditions', name], String(text), scope, 'bool');
      if (expr !== null) made[name] = expr;
    }
    return made;
  }

  area(file: SourceFile<RawArea>): Rule[] {
    const area = file.value.area;
    this.checkIds(file, 'rules', file.value.rules);
    return file.value.rules.flatMap((raw, index) => {
      const rule = this.rule(file, area, raw, ['rules', index]);
      return rule === null ? [] : [rule];
    });
  }

  private rule(file: SourceFile<RawArea>, area: string, raw: RawRule, steps: Steps): Rule | null {
    const base: Scope = { vocabulary: this.vocabulary, conditions: this.conditionNames, params: raw.params ?? {}, variables: {} };
    const each = raw.each ? this.each(file, raw.each, [...steps, 'each'], base) : null;
    const scope = each === null ? base : { ...base, variables: { [each.each.as]: each.variable } };
    const when = raw.when === undefined ? null : this.expression(file, [...steps, 'when'], String(raw.when), scope, 'bool');
    const parts = this.parts(file, raw, steps, scope);
    if (parts === null) return null;
    return {
      id: `${area}/${raw.id}`,
      area,
      title: raw.title,
      kind: raw.kind,
      duty: raw.duty,
      severity: raw.severity,
      grounds: raw.grounds,
      basis: raw.basis.map((basis, index) => this.basis(file, basis, [...steps, 'basis', index])),
      liability: (raw.liability ?? []).map((liability, index) => this.liability(file, liability, [...steps, 'liability', index], base)),
      params: raw.params ?? {},
      when,
      each: each?.each ?? null,
      parts,
      ask: raw.ask ?? null,
      remedy: raw.remedy,
      replaces: raw.replaces === undefined ? null : `${area}/${raw.replaces}`,
    };
  }

  private liability(file: SourceFile<RawArea>, raw: RawLiability, steps: Steps, scope: Scope): Liability {
    const interval = this.interval(file, raw, steps);
    return {
      instrument: raw.instrument,
      article: raw.article,
      ...interval,
      upToCny: raw.up_to_cny ?? null,
      upToTimesGains: raw.up_to_times_gains ?? null,
      upToPercentTurnover: raw.up_to_percent_turnover ?? null,
      orderFirst: raw.order_first ?? false,
      when: raw.when === undefined ? null : this.expression(file, [...steps, 'when'], String(raw.when), scope, 'bool'),
      condition: raw.when === undefined ? null : String(raw.when),
    };
  }

  private parts(file: SourceFile<RawArea>, raw: RawRule, steps: Steps, scope: Scope): Part[] | null {
    const shape = shapeProblem(raw);
    if (shape !== null) {
      this.report(file, [...steps, 'id'], (at) => problem('rule-shape', { found: shape }, at));
      return null;
    }
    if (raw.require === undefined) return [];
    const single = !Array.isArray(raw.require);
    const rawParts = Array.isArray(raw.require) ? raw.require : [{ that: raw.require, gap: raw.gap as Text }];
    return rawParts.flatMap((part: RawPart, index) => {
      const at = single ? [...steps, 'require'] : [...steps, 'require', index];
      const when = part.when === undefined ? null : this.expression(file, [...at, 'when'], String(part.when), scope, 'bool');
      const that = this.expression(file, single ? at : [...at, 'that'], String(part.that), scope, 'bool');
      const shows = this.shows(file, part.gap, single ? [...steps, 'gap'] : [...at, 'gap'], scope);
      return that === null ? [] : [{ when, that, gap: part.gap, shows }];
    });
  }

  /** The facts that a gap text names by their paths in braces. */
  private shows(file: SourceFile<RawArea>, gap: Text, steps: Steps, scope: Scope): Record<string, FactExpr> {
    const shows: Record<string, FactExpr> = {};
    for (const lang of ['zh', 'en'] as const) {
      for (const [, name = ''] of gap[lang].matchAll(/\{(\w+(?:\.\w+)+)\}/g)) {
        const compiled = compileExpr(name, scope);
        const at = file.parsed.place(toPointer([...steps, lang]), 'value');
        if ('problems' in compiled)
          this.problems.push(...compiled.problems.map((found) => ({ file: file.file, problem: placeInFile(found, name, at) })));
        else if (compiled.expr.op === 'fact') shows[name] = compiled.expr;
      }
    }
    return shows;
  }

  private each(
    file: SourceFile<RawArea>,
    raw: { in: string; as: string },
    steps: Steps,
    scope: Scope,
  ): { each: Each; variable: Scope['variables'][string] } | null {
    const expr = this.expression(file, [...steps, 'in'], raw.in, scope, 'list');
    if (expr === null) return null;
    const list = expr as FactExpr;
    let type = this.vocabulary.root;
    for (const key of list.path) type = type.properties[key] ?? type;
    return { each: { list, as: raw.as }, variable: { type: { ...type, kind: 'object' }, path: `${list.path.join('.')}[]` } };
  }

  private expression(file: SourceFile<unknown>, steps: Steps, text: string, scope: Scope, wanted: ExprType): Expr | null {
    const at = file.parsed.place(toPointer(steps), 'value');
    const compiled = compileExpr(text, scope);
    if ('problems' in compiled) {
      for (const found of compiled.problems) this.problems.push({ file: file.file, problem: placeInFile(found, text, at) });
      return null;
    }
    if (compiled.type !== wanted) {
      this.problems.push({ file: file.file, problem: problem('type-mismatch', { expected: wanted, found: compiled.type }, at) });
      return null;
    }
    return compiled.expr;
  }

  private basis(file: SourceFile<RawArea>, raw: RawBasis, steps: Steps): Basis {
    return { instrument: raw.instrument, article: raw.article, source: raw.source, ...this.interval(file, raw, steps) };
  }

  /** The days on which an article applies: its own, else those of its instrument. */
  private interval(file: SourceFile<RawArea>, raw: RawBasis | RawLiability, steps: Steps): { from: string; until: string | null } {
    const instrument = this.checkInstrument(file, raw.instrument, [...steps, 'instrument']);
    const from = raw.from ?? instrument?.from ?? '0000-01-01';
    const until = raw.until ?? instrument?.until ?? null;
    if (until !== null && until <= from) this.report(file, steps, (at) => problem('interval-empty', { from, until }, at));
    return { from, until };
  }

  private checkInstrument(file: SourceFile<RawArea>, id: string, steps: Steps): Instrument | null {
    const instrument = Object.hasOwn(this.instruments, id) ? this.instruments[id] : undefined;
    if (instrument === undefined) {
      const suggestion = suggest(id, Object.keys(this.instruments));
      this.report(file, steps, (at) => problem('unknown-instrument', { id, suggestion }, at));
      return null;
    }
    if (instrument.scope !== 'anyone' && !this.conditionNames.includes(instrument.scope)) {
      const args = { name: instrument.scope, suggestion: suggest(instrument.scope, this.conditionNames) };
      this.report(file, steps, (at) => problem('unknown-condition', args, at));
    }
    return instrument;
  }

  checkReferences(rules: readonly Rule[]): void {
    const ids = rules.map((rule) => rule.id);
    for (const file of this.source.areas) {
      for (const [index, raw] of file.value.rules.entries()) {
        if (raw.replaces === undefined) continue;
        const id = `${file.value.area}/${raw.replaces}`;
        if (!ids.includes(id)) {
          this.report(file, ['rules', index, 'replaces'], (at) => problem('unknown-rule', { id, suggestion: suggest(id, ids) }, at));
        }
      }
    }
  }
}

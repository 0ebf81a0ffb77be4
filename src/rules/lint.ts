import { earliest, latest } from '../core/dates.js';
import type { Verdict } from '../core/finding.js';
import { type Steps, toPointer } from '../core/pointer.js';
import type { FileProblem } from '../core/problem.js';
import { type Problem, problem } from '../core/problem.js';
import type { Expr, FactExpr, Pack, Rule } from '../core/rule.js';
import { suggest } from '../core/suggest.js';
import type { Text } from '../core/text.js';
import { EXTENSIONS, type FactType, factsOf, type Vocabulary } from '../core/vocabulary.js';
import { articleProblem } from './articles.js';
import { decided } from './decided.js';
import { expressionsOf, pathIn, readsOf, variablesOf, within, withVariables } from './expressions.js';
import type { Layer } from './layer.js';
import { lintLedgerOf } from './ledgerlint.js';
import { type Reads, readsOfPack } from './reads.js';
import type { PackSource, RawRule, RawRules, RawTests, SourceFile, Topic } from './source.js';

/** Packs with all that they extend, one by one and joined, and their vocabulary. */
export interface LintedPacks {
  readonly layers: readonly Layer[];
  readonly pack: Pack;
  readonly vocabulary: Vocabulary;
}

/**
 * What is wrong with packs that compile, given the pack into which they and what they extend were joined: expressions that
 * cannot vary, numbers written into texts, duties stronger than their sources, articles that a law does not have,
 * successors that leave a day without law, rules without a test for a verdict they can give, conditions and own facts that
 * nothing reads, mistakes of a ledger; and for those whose vocabulary it is, facts that nothing reads.
 */
export function lintPacks(
  sources: readonly PackSource[],
  { layers, pack, vocabulary }: LintedPacks,
  ownVocabulary: boolean,
): FileProblem[] {
  const reads = readsOfPack(pack);
  return sources.flatMap((source) => {
    const linter = new Linter(source, pack, vocabulary);
    linter.topics();
    linter.conditions();
    linter.reads(reads, ownVocabulary && source.manifest.value.extends === undefined);
    return [...linter.problems, ...lintLedgerOf(source, layers)];
  });
}

class Linter {
  readonly problems: FileProblem[] = [];

  constructor(
    private readonly source: PackSource,
    private readonly pack: Pack,
    private readonly vocabulary: Vocabulary,
  ) {}

  private report(file: SourceFile<unknown>, steps: Steps, make: (at: Problem['at']) => Problem, aspect: 'key' | 'value' = 'value'): void {
    this.problems.push({ file: file.file, problem: make(file.parsed.place(toPointer(steps), aspect)) });
  }

  topics(): void {
    for (const topic of this.source.topics) {
      const { area, rules: file, tests } = topic;
      for (const [index, raw] of file.value.rules.entries()) this.rule(topic, raw, index);
      const ids = file.value.rules.map(({ id }) => id);
      if (tests === null) {
        this.report(file, [], (at) => problem('no-test-file', { file: file.file.replace(/\.yaml$/, '.test.yaml') }, at));
        continue;
      }
      for (const id of Object.keys(tests.value.tests)) {
        if (ids.includes(id)) continue;
        const args = { id: `${area}/${id}`, suggestion: suggest(id, ids) };
        this.report(tests, ['tests', id], (at) => problem('unknown-rule', args, at), 'key');
      }
    }
  }

  private rule({ area, rules: file, tests }: Topic, raw: RawRule, index: number): void {
    const rule = this.pack.rules.find((each) => each.id === `${area}/${raw.id}`);
    if (rule === undefined) return;
    const at: Steps = ['rules', index];
    this.expressions(file, rule, [...at, 'id']);
    this.texts(file, raw, at);
    this.params(file, raw, rule, at);
    this.articles(file, raw, at);
    if (rule.duty === 'mandatory' && rule.basis.every((basis) => basis.source !== 'text')) {
      this.report(file, [...at, 'duty'], (place) => problem('duty-too-strong', {}, place));
    }
    this.succession(file, rule, at);
    if (tests !== null) this.tests(file, tests.value, rule, raw, at);
  }

  private articles(file: SourceFile<RawRules>, raw: RawRule, at: Steps): void {
    for (const key of ['basis', 'liability'] as const) {
      for (const [index, { instrument, article }] of (raw[key] ?? []).entries()) {
        const last = this.pack.instruments[instrument]?.lastArticle ?? null;
        const place = file.parsed.place(toPointer([...at, key, index, 'article']), 'value');
        const found = articleProblem(article, last, place);
        if (found !== null) this.problems.push({ file: file.file, problem: found });
      }
    }
  }

  private expressions(file: SourceFile<RawRules>, rule: Rule, at: Steps): void {
    for (const expr of expressionsOf(rule)) this.expression(file, expr, variablesOf(rule), at);
  }

  private expression(file: SourceFile<unknown>, expr: Expr, variables: Readonly<Record<string, string>>, at: Steps): void {
    if (!readsAny(expr) || [...within(expr)].flatMap(operandsOf).some((each) => !readsAny(each) && !readsDate(each))) {
      this.report(file, at, (place) => problem('constant-expression', {}, place));
    }
    for (const [each, scope] of withVariables(expr, variables)) {
      const truth = each.op === 'compare' ? this.decided(each, scope) : null;
      if (truth !== null) this.report(file, at, (place) => problem('always-decided', { truth }, place));
    }
  }

  /** The truth of a comparison that the range of its fact decides, or null. */
  private decided(expr: Extract<Expr, { op: 'compare' }>, variables: Readonly<Record<string, string>>): boolean | null {
    return decided(expr, (fact) => this.typeOf(fact, variables));
  }

  private typeOf(fact: FactExpr, variables: Readonly<Record<string, string>>): FactType | null {
    const path = pathIn(fact, variables);
    return factsOf(this.vocabulary).find((each) => each.path === path)?.type ?? null;
  }

  private texts(file: SourceFile<RawRules>, raw: RawRule, at: Steps): void {
    const params = Object.keys(raw.params ?? {});
    const parts = Array.isArray(raw.require) ? raw.require.map((part, index) => [['require', index, 'gap'], part.gap] as const) : [];
    const gaps: readonly (readonly [Steps, Text | undefined])[] = [[['gap'], raw.gap], ...parts];
    const others: readonly (readonly [Steps, Text | undefined])[] = [
      [['title'], raw.title],
      [['ask'], raw.ask],
      [['remedy'], raw.remedy],
    ];
    for (const [steps, text] of gaps) this.text(file, text, [...at, ...steps], [...params, 'value', 'lacking', 'found'], true);
    for (const [steps, text] of others) this.text(file, text, [...at, ...steps], params, false);
  }

  /** Paths of facts can be shown in a gap alone; there the compiler has checked them. */
  private text(file: SourceFile<RawRules>, text: Text | undefined, at: Steps, allowed: readonly string[], paths: boolean): void {
    for (const lang of ['zh', 'en'] as const) {
      const words = text?.[lang] ?? '';
      const digits = /\d+/.exec(words.replace(/\{[\w.]*\}/g, ''))?.[0];
      if (digits !== undefined) this.report(file, [...at, lang], (place) => problem('digit-in-text', { text: words, digits }, place));
      for (const [, name = ''] of words.matchAll(/\{([\w.]*)\}/g)) {
        if (!allowed.includes(name) && !(paths && name.includes('.')))
          this.report(file, [...at, lang], (place) => problem('unknown-placeholder', { name, allowed }, place));
      }
    }
  }

  private params(file: SourceFile<RawRules>, raw: RawRule, rule: Rule, at: Steps): void {
    const used = new Set<string>();
    for (const expr of expressionsOf(rule).flatMap((each) => [...within(each)])) {
      if ((expr.op === 'literal' || expr.op === 'within' || expr.op === 'in_year') && expr.param !== null) used.add(expr.param);
    }
    const texts = JSON.stringify([raw.title, raw.gap, raw.require, raw.ask, raw.remedy]);
    for (const name of Object.keys(rule.params)) {
      if (!used.has(name) && !texts.includes(`{${name}}`)) {
        this.report(file, [...at, 'params', name], (place) => problem('unused-param', { name }, place));
      }
    }
  }

  private succession(file: SourceFile<RawRules>, rule: Rule, at: Steps): void {
    const replaced = this.pack.rules.find((each) => each.id === rule.replaces);
    if (replaced === undefined) return;
    const begins = earliest(rule.basis.map(({ from }) => from));
    const ends = latest(replaced.basis.map(({ until }) => until ?? '9999-12-31'));
    if (begins !== ends) {
      this.report(file, [...at, 'replaces'], (place) => problem('interval-gap', { rule: rule.id, replaced: replaced.id }, place));
    }
  }

  private tests(file: SourceFile<RawRules>, beside: RawTests, rule: Rule, raw: RawRule, at: Steps): void {
    const tests = Object.hasOwn(beside.tests, raw.id) ? beside.tests[raw.id] : undefined;
    if (tests === undefined) {
      this.report(file, [...at, 'id'], (place) => problem('no-tests', { rule: rule.id }, place));
      return;
    }
    for (const verdict of possibleVerdicts(rule, this.pack)) {
      if (!tests.some((test) => test.verdict === verdict)) {
        this.report(file, [...at, 'id'], (place) => problem('untested-verdict', { rule: rule.id, verdict }, place));
      }
    }
  }

  conditions(): void {
    for (const name of this.ownConditions()) {
      const expr = this.pack.conditions[name];
      if (expr !== undefined) this.expression(this.source.manifest, expr, {}, ['conditions', name]);
    }
  }

  private ownConditions(): string[] {
    return Object.keys(this.source.manifest.value.conditions ?? {});
  }

  reads({ facts, conditions }: Reads, ownVocabulary: boolean): void {
    const { manifest, facts: own } = this.source;
    for (const { path } of factsOf(this.vocabulary)) {
      if (facts.has(path) || this.isKey(path)) continue;
      const steps = stepsOfOwn(path, manifest.value.id);
      if (steps !== null && own !== null) this.report(own, steps, (at) => problem('unread-fact', { path }, at), 'key');
      else if (ownVocabulary && !path.startsWith(`${EXTENSIONS}.`))
        this.report(manifest, ['vocabulary'], (at) => problem('unread-fact', { path }, at));
    }
    for (const name of this.ownConditions()) {
      if (!conditions.has(name)) this.report(manifest, ['conditions', name], (at) => problem('unused-condition', { name }, at));
    }
  }

  /** The key of a list names its items; no rule needs to read it. */
  private isKey(path: string): boolean {
    return factsOf(this.vocabulary).some(({ path: list, type }) => type.key !== null && path === `${list}[].${type.key}`);
  }
}

/** Where a pack's own fact stands in its facts file; null for a fact that is not its own. */
function stepsOfOwn(path: string, pack: string): Steps | null {
  const section = `${EXTENSIONS}.${pack.replaceAll('-', '_')}.`;
  if (!path.startsWith(section)) return null;
  const keys = path.slice(section.length).split('.');
  return keys.flatMap((key) => (key.endsWith('[]') ? ['properties', key.slice(0, -2), 'items'] : ['properties', key]));
}

/** Whether an expression reads a fact or a condition. */
function readsAny(expr: Expr): boolean {
  const { facts, conditions } = readsOf(expr, {});
  return facts.size + conditions.size > 0;
}

function readsDate(expr: Expr): boolean {
  return [...within(expr)].some((each) => each.op === 'as_of');
}

/** The operands of logic, none of which may be constant. */
function operandsOf(expr: Expr): readonly Expr[] {
  if (expr.op === 'and' || expr.op === 'or') return expr.of;
  return expr.op === 'all' || expr.op === 'exists' ? [expr.that] : [];
}

/** The verdicts that a rule can give: it can be not applicable where a condition, a scope or a list decides that. */
export function possibleVerdicts(rule: Rule, pack: Pack): Verdict[] {
  const scoped = rule.basis.every((basis) => pack.instruments[basis.instrument]?.scope !== 'anyone');
  const optional = rule.parts.length > 0 && rule.parts.every((part) => part.when !== null);
  const conditional = scoped || rule.when !== null;
  if (rule.parts.length === 0) return conditional || rule.each !== null ? ['manual', 'unknown', 'not-applicable'] : ['manual'];
  return ['pass', 'gap', 'unknown', ...(conditional || optional || rule.each !== null ? (['not-applicable'] as const) : [])];
}

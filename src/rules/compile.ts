import { digestOf } from '../core/digest.js';
import { type Steps, toPointer } from '../core/pointer.js';
import type { FileProblem } from '../core/problem.js';
import { hasErrors, problem } from '../core/problem.js';
import { type Expr, type Instrument, type PackHead, type Rule, SEVERITIES, type Severity } from '../core/rule.js';
import { suggest } from '../core/suggest.js';
import { EXTENSIONS, type FactType, type Vocabulary } from '../core/vocabulary.js';
import { NO_WORDS, type Words } from '../core/words.js';
import { sha256 } from '../io/host.js';
import { sectionOf, wordsIn } from '../vocabulary/vocabulary.js';
import { RuleCompiler, wordsOf } from './compilerule.js';
import { chainOf, type Layer, vocabularyOf } from './layer.js';
import { ledgerOf } from './ledger.js';
import { DefinedNames, type NameKind } from './names.js';
import { Reporting } from './reporting.js';
import { instrumentOf, type PackSource, placeText, type SourceFile } from './source.js';
import type { Scope } from './typed.js';

export type Compiled =
  | { readonly layer: Layer; readonly words: Words; readonly problems: readonly FileProblem[] }
  | { readonly problems: readonly FileProblem[] };

/**
 * Compiles a pack that its schemas admit, given the packs beside which it is judged, what it extends among them. There is
 * a layer only if every expression and reference is right and no name is defined twice.
 */
export function compileLayer(source: PackSource, others: readonly Layer[], vocabulary: Vocabulary): Compiled {
  const compiler = new Compiler(source, others, vocabulary);
  const layer = compiler.layer();
  const { problems } = compiler.reporting;
  return hasErrors(problems.map((each) => each.problem)) ? { problems } : { layer, words: wordsOfPack(source), problems };
}

/** What a pack says of its rules and its own facts. */
function wordsOfPack({ topics, facts }: PackSource): Words {
  const rules = topics.flatMap(({ area, rules: file }) => file.value.rules.map((raw) => [`${area}/${raw.id}`, wordsOf(raw)] as const));
  const own = facts === null ? NO_WORDS : wordsIn(facts.value, `${EXTENSIONS}.`);
  return { ...own, rules: Object.fromEntries(rules) };
}

/** Words of the dialect and of instruments that no condition can be named. */
const RESERVED: readonly string[] = ['anyone', 'as_of', 'extensions'];

class Compiler {
  readonly reporting = new Reporting();
  private readonly names: DefinedNames;
  /** What the pack extends, and what that extends. */
  private readonly bases: readonly Layer[];

  constructor(
    private readonly source: PackSource,
    private readonly others: readonly Layer[],
    private readonly builtin: Vocabulary,
  ) {
    this.names = new DefinedNames(others);
    const base = source.manifest.value.extends;
    this.bases = base === undefined ? [] : chainOf(base, others);
  }

  layer(): Layer {
    const { ledger, manifest } = this.source;
    const { value } = manifest;
    this.checkManifest();
    const facts = this.facts();
    const vocabulary = vocabularyOf(this.builtin, [...this.bases, { facts }]);
    const instruments = this.instruments();
    const conditions = this.conditions(vocabulary);
    const rules = this.rules(vocabulary, instruments);
    this.checkReferences(rules);
    return {
      head: this.head(),
      extends: value.extends ?? null,
      maxAgeMonths: value.max_age_months ?? null,
      weights: value.weights ?? null,
      areas: (value.areas ?? []).map(({ id, title }) => ({ id, title })),
      conditions,
      instruments,
      rules,
      ledger: ledger === null ? null : ledgerOf(ledger.value),
      facts,
      places: this.names.places,
    };
  }

  private head(): PackHead {
    const { folder, manifest, instruments, ledger, facts, topics } = this.source;
    const { id, version, title, extends: base, known_until } = manifest.value;
    const files = [manifest, instruments, ledger, facts, ...topics.map(({ rules }) => rules)].filter((each) => each !== null);
    const lines = files.map(({ file, digest }) => ({ path: file.slice(folder.length + 1), digest }));
    return {
      id,
      version,
      title: title ?? (this.bases.at(-1)?.head.title as PackHead['title']),
      // A pack that extends another one rests on the built-in facts through it.
      digest: digestOf(base === undefined ? [...lines, { path: 'facts', digest: this.builtin.digest }] : lines, sha256),
      knownUntil: known_until ?? null,
    };
  }

  private checkManifest(): void {
    const file = this.source.manifest;
    const { id, weights, vocabulary, areas } = file.value;
    this.define(file, ['id'], 'pack', id);
    const known = this.builtin.version;
    if (vocabulary !== undefined && vocabulary > known) {
      this.reporting.report(file, ['vocabulary'], (at) => problem('pack-vocabulary-too-new', { value: vocabulary, known }, at));
    }
    if (weights !== undefined && !this.sharesWeights(weights)) this.define(file, ['weights'], 'weights', '', 'key');
    for (const [index, area] of (areas ?? []).entries()) {
      this.define(file, ['areas', index, 'id'], 'area', area.id);
      for (const [at, topic] of area.topics.entries()) this.define(file, ['areas', index, 'topics', at], 'topic', `${area.id}/${topic}`);
    }
  }

  /** Packs without a common base can be judged together if they weigh alike. */
  private sharesWeights(weights: Record<Severity, number>): boolean {
    const other = this.others.find((each) => each.weights !== null)?.weights;
    return this.bases.length === 0 && !!other && SEVERITIES.every((severity) => other[severity] === weights[severity]);
  }

  /** Takes a name; reports where it is taken already. */
  private define(file: SourceFile<unknown>, steps: Steps, kind: NameKind, id: string, aspect: 'key' | 'value' = 'value'): void {
    const before = this.names.before(kind, id);
    const elsewhere = this.names.elsewhere(kind, id);
    if (before !== null || (elsewhere !== null && kind === 'pack')) {
      this.reporting.report(file, steps, (at) => problem('repeated-id', { id, other: before ?? elsewhere }, at), aspect);
    } else if (elsewhere !== null) {
      const what = kind as 'weights' | 'condition' | 'instrument' | 'area';
      this.reporting.report(file, steps, (at) => problem('redefined', { what, id, other: elsewhere }, at), aspect);
    } else {
      this.names.define(kind, id, placeText(file, toPointer(steps), aspect));
    }
  }

  /** The pack's own facts by their section, which is named after the pack. */
  private facts(): Record<string, FactType> {
    const { facts, manifest } = this.source;
    if (facts === null) return {};
    const expected = manifest.value.id.replaceAll('-', '_');
    const found = facts.value.section;
    if (found !== expected) this.reporting.report(facts, ['section'], (at) => problem('facts-section', { found, expected }, at));
    return { [expected]: sectionOf(facts.value) };
  }

  private instruments(): Record<string, Instrument> {
    const file = this.source.instruments;
    const made: Record<string, Instrument> = {};
    if (file === null) return made;
    for (const [index, raw] of file.value.instruments.entries()) {
      this.define(file, ['instruments', index, 'id'], 'instrument', raw.id);
      const other = this.names.elsewhere('condition', raw.id);
      if (other !== null) {
        const args = { name: raw.id, by: 'condition' as const, other };
        this.reporting.report(file, ['instruments', index, 'id'], (at) => problem('name-taken', args, at));
      }
      const until = raw.until ?? null;
      if (until !== null && until <= raw.from) {
        this.reporting.report(file, ['instruments', index, 'until'], (at) => problem('interval-empty', { from: raw.from, until }, at));
      }
      made[raw.id] = instrumentOf(raw);
    }
    return made;
  }

  private conditions(vocabulary: Vocabulary): Record<string, Expr> {
    const file = this.source.manifest;
    const inherited = this.bases.flatMap(({ conditions }) => Object.keys(conditions));
    const made: Record<string, Expr> = {};
    for (const [name, text] of Object.entries(file.value.conditions ?? {})) {
      this.define(file, ['conditions', name], 'condition', name, 'key');
      this.checkCondition(name, vocabulary);
      // A condition may use those that stand before it, so that there are no cycles.
      const scope: Scope = { vocabulary, conditions: [...inherited, ...Object.keys(made)], params: {}, variables: {} };
      const expr = this.reporting.expression(file, ['conditions', name], String(text), scope, 'bool');
      if (expr !== null) made[name] = expr;
    }
    return made;
  }

  /** A record names conditions and instruments in one list, and an expression conditions and facts. */
  private checkCondition(name: string, vocabulary: Vocabulary): void {
    const other = this.names.before('instrument', name) ?? this.names.elsewhere('instrument', name);
    const by = other !== null ? 'instrument' : Object.hasOwn(vocabulary.root.properties, name) ? 'section' : 'word';
    if (by === 'word' && !RESERVED.includes(name)) return;
    this.reporting.report(this.source.manifest, ['conditions', name], (at) => problem('name-taken', { name, by, other }, at), 'key');
  }

  private rules(vocabulary: Vocabulary, instruments: Record<string, Instrument>): Rule[] {
    const compiler = new RuleCompiler(this.reporting, {
      vocabulary,
      // A condition that did not compile is known all the same: its own mistake has been reported.
      conditions: [
        ...this.bases.flatMap((base) => Object.keys(base.conditions)),
        ...Object.keys(this.source.manifest.value.conditions ?? {}),
      ],
      instruments: Object.assign({}, ...this.bases.map((base) => base.instruments), instruments),
    });
    return this.source.topics.flatMap(({ area, rules: file }) =>
      file.value.rules.flatMap((raw, index) => {
        this.define(file, ['rules', index, 'id'], 'rule', `${area}/${raw.id}`);
        return compiler.rule(file, area, raw, ['rules', index]) ?? [];
      }),
    );
  }

  private checkReferences(rules: readonly Rule[]): void {
    const ids = rules.map((rule) => rule.id);
    for (const { area, rules: file } of this.source.topics) {
      for (const [index, raw] of file.value.rules.entries()) {
        if (raw.replaces === undefined) continue;
        const id = `${area}/${raw.replaces}`;
        if (!ids.includes(id)) {
          this.reporting.report(file, ['rules', index, 'replaces'], (at) =>
            problem('unknown-rule', { id, suggestion: suggest(id, ids) }, at),
          );
        }
      }
    }
  }
}

import type { FailingPart, GapArg } from '../../core/finding.js';
import { parsePeriod } from '../../core/period.js';
import type { Json } from '../../core/profile.js';
import { redactedType } from '../../core/redacted.js';
import type { Basis, Ground, Liability } from '../../core/rule.js';
import type { Catalog, CatalogRule } from '../../core/run.js';
import type { Language, Text } from '../../core/text.js';
import type { FactWords } from '../../core/words.js';
import type { Sentences } from '../../i18n/sentences.js';
import { sayArticle, sentences } from '../../i18n/translate.js';

/** Says facts, values, gaps and laws in one language. */
export class Wording {
  readonly words: Sentences;

  constructor(
    readonly lang: Language,
    readonly catalog: Catalog,
  ) {
    this.words = sentences(lang);
  }

  text(text: Text): string {
    return text[this.lang];
  }

  /** Type of a declared path; a member of a checklist has the type of the checklist. */
  typeOf(path: string): { type: FactWords; member: string | null } | null {
    // A name may hold brackets, the field after it does not.
    const plain = path.replace(/^([^[]*)\[[\s\S]*\]/, '$1[]');
    const type = own(this.catalog.facts, plain);
    if (type !== undefined) return { type, member: null };
    const cut = plain.lastIndexOf('.');
    const parent = own(this.catalog.facts, plain.slice(0, cut));
    const member = plain.slice(cut + 1);
    return parent !== undefined && Object.hasOwn(parent.members, member) ? { type: parent, member } : null;
  }

  /** Title of the fact at a path, and of the member if the path names one. */
  factTitle(path: string): string {
    const found = this.typeOf(path);
    if (found === null) return path;
    const title = this.text(found.type.title);
    const member = found.member === null ? undefined : found.type.members[found.member];
    return member === undefined ? title : `${title}${this.lang === 'zh' ? '：' : ': '}${this.text(member)}`;
  }

  /** A declared value with its unit, members by their titles. */
  value(value: Json, path: string): string {
    const type = this.typeOf(path)?.type ?? null;
    const redacted = redactedType(value);
    if (redacted !== null) return this.words.redacted(own(this.words.kind, redacted) ?? redacted);
    if (typeof value === 'boolean') return value ? this.words.yes : this.words.no;
    if (value === 'permanent' && type?.permanent) return this.words.permanent;
    if (typeof value === 'number') return `${value}${type?.unit ? `${this.lang === 'zh' ? ' ' : ''}${this.words.unit[type.unit]}` : ''}`;
    if (typeof value === 'string') return this.memberTitle(type, value);
    if (Array.isArray(value)) return this.list((value as readonly Json[]).map((each) => this.memberTitle(type, String(each))));
    const members = Object.entries(value ?? {}).filter(([, done]) => done !== null);
    return this.list(
      members.map(([member, done]) => `${this.memberTitle(type, member)} ${done === true ? this.words.yes : this.words.no}`),
    );
  }

  private memberTitle(type: FactWords | null, member: string): string {
    const known = type === null ? undefined : own(type.members, member);
    return known === undefined ? member : this.text(known);
  }

  private list(items: readonly string[]): string {
    return items.length === 0 ? '[]' : items.join(this.words.listSeparator);
  }

  /** The text of a failing part, with its parameters and what the profile declares. */
  gap(rule: CatalogRule, part: FailingPart): string {
    return this.fill(this.text(rule.gaps[part.part] ?? rule.title), rule, part.args);
  }

  /** A text of a rule with the values of its parameters, and for a gap with what the profile declares. */
  fill(text: string, rule: Pick<CatalogRule, 'params'>, args: FailingPart['args'] | null = null): string {
    return text.replace(/\{([\w.]+)\}/g, (whole, name: string) => {
      const arg = args === null ? undefined : own(args, name);
      if (arg !== undefined) return this.arg(arg);
      const param = own(rule.params, name);
      if (param !== undefined) return this.param(param);
      return args !== null && name.includes('.') ? this.words.undeclared : whole;
    });
  }

  private arg(arg: GapArg): string {
    if ('members' in arg) return this.list(arg.members.map((member) => this.memberTitle(this.typeOf(arg.path)?.type ?? null, member)));
    return typeof arg.value === 'number' ? String(arg.value) : this.value(arg.value, arg.path);
  }

  private param(value: number | string): string {
    const period = typeof value === 'string' ? parsePeriod(value) : null;
    if (period === null || this.lang === 'en') return String(value);
    return `${period.count} ${this.words.unit[period.unit]}`;
  }

  /** A law and its article. */
  basis({ instrument, article }: Pick<Basis, 'instrument' | 'article'>): string {
    const name = own(this.catalog.instruments, instrument)?.name;
    const law = name === undefined ? instrument : this.lang === 'zh' ? `《${name.zh}》` : name.en;
    return `${law}${this.lang === 'zh' ? '' : ' '}${sayArticle(article, this.words)}`;
  }

  /** A clause of the opinion with its words, and whom they bind where that is not the platform. */
  ground({ clause, phrase, bearer }: Ground): string {
    const binds = bearer === undefined ? undefined : own(this.words.coverage.bears, bearer);
    return `${clause} ${this.words.quote(phrase)}${binds ?? ''}`;
  }

  /** Several articles; the name of a law is not repeated. */
  citations(basis: readonly Pick<Basis, 'instrument' | 'article'>[]): string {
    return basis
      .map((each, index) => (basis[index - 1]?.instrument === each.instrument ? sayArticle(each.article, this.words) : this.basis(each)))
      .join(this.words.listSeparator);
  }

  /** What a breach can cost, a line for each provision. */
  liabilities(liabilities: readonly Omit<Liability, 'when'>[]): string[] {
    return liabilities.map((each) =>
      this.words.liability({
        law: this.basis(each),
        cny: each.upToCny === null ? null : groupDigits(each.upToCny),
        timesGains: each.upToTimesGains,
        percentTurnover: each.upToPercentTurnover,
        orderFirst: each.orderFirst,
      }),
    );
  }
}

/** A catalog comes from a saved run, in which nothing inherited may be taken for an entry. */
function own<T>(entries: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}

/** A whole number with a comma between thousands. */
function groupDigits(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

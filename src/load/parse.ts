import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseAllDocuments,
  type Scalar,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { codeName, firstHidden } from '../core/characters.js';
import type { Place } from '../core/finding.js';
import { fromPointer, toPointer } from '../core/pointer.js';
import { hasErrors, type Problem, type ProblemArgs, problem, WHOLE_FILE } from '../core/problem.js';
import type { Json } from '../core/profile.js';

/** Deepest nesting that is read; a profile needs about eight levels. */
export const MAX_DEPTH = 64;
/** Most values in one document. */
export const MAX_VALUES = 100_000;

/** Whether a place is wanted for the key that names a value, or for the value itself. */
export type Aspect = 'key' | 'value';

/** A parsed document and where its parts stand. */
export interface Parsed {
  /** The value; null where the document cannot be judged. */
  readonly value: Json;
  readonly problems: readonly Problem[];
  /** Place of a pointer, or of its nearest existing ancestor. */
  readonly place: (pointer: string, aspect?: Aspect) => Place;
}

/**
 * The value of one YAML 1.2 (or JSON) document with its places. Values are those of the core schema; aliases, tags of
 * other schemas, keys that are no strings, duplicate keys, a second document and what exceeds the limits are problems.
 * All problems of the document are found at once.
 */
export function parse(text: string): Parsed {
  const lines = new LineCounter();
  const reading = new Reading(text, lines);
  let documents: Document[];
  try {
    documents = read(text, lines);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { value: null, problems: [problem('too-deep', { limit: MAX_DEPTH }, WHOLE_FILE)], place: () => WHOLE_FILE };
  }
  const [document, second] = documents;
  if (second) reading.report('yaml-documents', {}, second.range?.[0] ?? 0, '');
  for (const each of documents) reading.takeErrors(each);
  const root = (document?.contents ?? null) as Node | null;
  if (root === null && reading.problems.length === 0) reading.problems.push(problem('file-empty', {}, WHOLE_FILE));
  const value = root === null ? null : reading.value(root, []);
  const problems = reading.problems.sort((a, b) => order(a.at) - order(b.at));
  return {
    value: hasErrors(problems) && reading.broken ? null : value,
    problems,
    place: (pointer, aspect = 'key') => reading.place(root, pointer, aspect),
  };
}

function read(text: string, lineCounter: LineCounter): Document[] {
  const documents = parseAllDocuments(text, {
    schema: 'core',
    version: '1.2',
    uniqueKeys: false,
    logLevel: 'silent',
    lineCounter,
    prettyErrors: false,
  });
  return Array.isArray(documents) ? (documents as Document[]) : [];
}

function order(at: Place): number {
  return (at.line ?? 0) * 1e6 + (at.column ?? 0);
}

const CORE_TAG = /^tag:yaml\.org,2002:(str|int|float|bool|null|map|seq)$/;
/** One pass over the nodes of a document: makes values, collects problems, finds places. */
class Reading {
  readonly problems: Problem[] = [];
  /** The text is not well-formed, so its value means nothing. */
  broken = false;
  private values = 0;

  constructor(
    private readonly text: string,
    private readonly lines: LineCounter,
  ) {}

  report(...[code, args, offset, pointer]: ReportArgs): void {
    this.problems.push(problem(code, args, this.at(offset, pointer)));
  }

  takeErrors(document: Document): void {
    for (const error of [...document.errors, ...document.warnings]) this.takeError(error);
  }

  private takeError(error: YAMLError): void {
    const at = this.at(error.pos[0], '');
    if (error.code === 'MULTIPLE_DOCS') return;
    this.broken = true;
    if (error.code === 'TAG_RESOLVE_FAILED') {
      this.problems.push(problem('yaml-tag', { tag: this.text.slice(error.pos[0], error.pos[1]).trim() }, at));
    } else if (at.source?.includes('：') && error.code !== 'TAB_AS_INDENT') {
      this.problems.push(problem('fullwidth-colon', {}, at));
    } else {
      this.problems.push(problem('yaml-syntax', { detail: error.code }, at));
    }
  }

  value(node: Node | null, steps: readonly (string | number)[]): Json {
    this.values += 1;
    if (node === null || this.values > MAX_VALUES) {
      if (this.values === MAX_VALUES + 1) this.limit('too-many-values', MAX_VALUES, node, steps);
      return null;
    }
    if (steps.length > MAX_DEPTH) {
      if (!this.broken) this.limit('too-deep', MAX_DEPTH, node, steps);
      return null;
    }
    if (isAlias(node)) {
      this.report('yaml-alias', { name: node.source }, offset(node), toPointer(steps));
      return null;
    }
    if (isMap(node)) return this.map(node, steps);
    if (isSeq(node)) return this.list(node, steps);
    return isScalar(node) ? this.scalar(node, steps) : null;
  }

  private limit(code: 'too-deep' | 'too-many-values', limit: number, node: Node | null, steps: readonly (string | number)[]): void {
    this.broken = true;
    this.report(code, { limit }, node === null ? 0 : offset(node), toPointer(steps));
  }

  private map(node: YAMLMap, steps: readonly (string | number)[]): Json {
    const value: Record<string, Json> = {};
    const first = new Map<string, number>();
    for (const pair of node.items) {
      const key = this.key(pair, steps);
      if (key === null) continue;
      const at = offset(pair.key as Node);
      const before = first.get(key);
      if (before !== undefined) {
        this.report('duplicate-key', { key, firstLine: this.lines.linePos(before).line }, at, toPointer([...steps, key]));
        continue;
      }
      first.set(key, at);
      // defineProperty, since assigning to `__proto__` would set the prototype instead of a key.
      const made = this.value(pair.value as Node | null, [...steps, key]);
      Object.defineProperty(value, key, { value: made, enumerable: true, writable: true, configurable: true });
    }
    return value;
  }

  private key(pair: Pair, steps: readonly (string | number)[]): string | null {
    const key = pair.key;
    if (isScalar(key) && typeof key.value === 'string') {
      this.checkHidden(key.value, offset(key), toPointer(steps));
      return key.value;
    }
    const at = key === null ? (pair.value === null ? 0 : offset(pair.value as Node)) : offset(key as Node);
    this.report('yaml-key', {}, at, toPointer(steps));
    return null;
  }

  private list(node: YAMLSeq, steps: readonly (string | number)[]): Json {
    return node.items.map((item, index) => this.value(item as Node | null, [...steps, index]));
  }

  private scalar(node: Scalar, steps: readonly (string | number)[]): Json {
    const value = node.value;
    if (node.tag !== undefined && !CORE_TAG.test(node.tag)) {
      this.report('yaml-tag', { tag: node.tag }, offset(node), toPointer(steps));
    }
    if (typeof value === 'number' || typeof value === 'bigint') {
      const text = node.source ?? String(value);
      const code = numberProblem(Number(value), text);
      if (code !== null) this.report(code, { text }, offset(node), toPointer(steps));
      return Number(value);
    }
    if (typeof value === 'string') {
      this.checkHidden(value, offset(node), toPointer(steps));
      return value;
    }
    return typeof value === 'boolean' ? value : null;
  }

  private checkHidden(value: string, at: number, pointer: string): void {
    const found = firstHidden(value);
    if (found === null) return;
    this.problems.push(problem('control-character', { code: codeName(found) }, this.at(at, pointer), 'warning'));
  }

  place(root: Node | null, pointer: string, aspect: Aspect): Place {
    let node: Node | null = root;
    let at = root === null ? 0 : offset(root);
    let reached = '';
    for (const step of fromPointer(pointer)) {
      const next = child(node, step);
      if (next === null) return this.at(at, reached);
      reached = `${reached}${toPointer([step])}`;
      node = next.value;
      at = next.key !== null && (aspect === 'key' || node === null) ? offset(next.key) : node === null ? at : offset(node);
    }
    return this.at(at, reached);
  }

  private at(position: number, pointer: string): Place {
    const { line, col } = this.lines.linePos(position);
    const start = this.lines.lineStarts[line - 1] ?? 0;
    const end = this.lines.lineStarts[line] ?? this.text.length + 1;
    const source = this.text.slice(start, end).replace(/[\r\n]+$/, '');
    return { pointer, line: Math.max(line, 1), column: Math.max(col, 1), source };
  }
}

type Reportable =
  | 'yaml-documents'
  | 'yaml-alias'
  | 'yaml-tag'
  | 'yaml-key'
  | 'duplicate-key'
  | 'too-deep'
  | 'too-many-values'
  | NumberProblem;
type ReportArgs = {
  [C in Reportable]: [code: C, args: ProblemArgs[C], offset: number, pointer: string];
}[Reportable];
type NumberProblem = 'number-not-finite' | 'number-imprecise' | 'number-leading-zero';

function numberProblem(value: number, text: string): NumberProblem | null {
  if (!Number.isFinite(value)) return 'number-not-finite';
  if (/^[-+]?0\d/.test(text)) return 'number-leading-zero';
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return 'number-imprecise';
  const digits = text
    .replace(/[eE].*$/, '')
    .replace(/[-+._]/g, '')
    .replace(/^0+/, '');
  return /^\d+$/.test(digits) && digits.length > 16 ? 'number-imprecise' : null;
}

function offset(node: Node): number {
  return node.range?.[0] ?? 0;
}

function child(node: Node | null, step: string): { key: Node | null; value: Node | null } | null {
  if (node !== null && isMap(node)) {
    const pair = node.items.find((each) => isScalar(each.key) && each.key.value === step);
    return pair ? { key: pair.key as Node, value: pair.value as Node | null } : null;
  }
  if (node !== null && isSeq(node)) {
    const item = node.items[Number(step)] as Node | null | undefined;
    return item === undefined ? null : { key: null, value: item };
  }
  return null;
}

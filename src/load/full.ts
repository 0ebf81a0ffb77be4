import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  type Pair,
  Parser,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { Place } from '../core/finding.js';
import { fromPointer, type Steps, toPointer } from '../core/pointer.js';
import type { Json } from '../core/profile.js';
import { explainErrors, explainText, type ParserError } from './explain.js';
import { Lines, ProblemList } from './locate.js';
import { type Aspect, MAX_DEPTH, MAX_VALUES, type Parsed, UNREADABLE } from './parsed.js';
import { keyMistake, numberMistake, shorten, textMistake } from './scalars.js';
import { withoutTraces } from './traces.js';

/** Most lexical tokens but blanks and comments: a value with its key, colon, comma and brackets has no more than five. */
const MAX_TOKENS = 5 * MAX_VALUES;
/** On the stack of the parser a document and a scalar stand around the collections. */
const MAX_STACK = MAX_DEPTH + 2;
/** Before a plain scalar the lexer says that one follows. */
const SCALAR_FOLLOWS = '\u001f';

/**
 * The value of one YAML 1.2 (or JSON) document with its places. Values are those of the core schema; aliases, tags,
 * merge keys, keys that are no strings, duplicate keys, a second document and what exceeds the limits are problems.
 * All problems of the document are found at once; of a text that is not well-formed, those before its first error too.
 */
export function parseFull(given: string): Parsed {
  // A carriage return alone ends a line in YAML, which the parser does not know.
  const text = given.replace(/\r(?!\n)/g, '\n');
  const { documents, tags, limit } = withoutTraces(() => compose(text));
  const lines = new Lines(text);
  const found = new ProblemList(lines);
  if (limit !== null) {
    found.add(limit.code, { limit: limit.code === 'too-deep' ? MAX_DEPTH : MAX_VALUES }, limit.offset, '');
    return { value: null, problems: found.settled(), place: () => lines.place(0, '') };
  }
  const [document, second] = documents;
  const root = (document?.contents ?? null) as Node | null;
  const reading = new Reading(lines, found);
  const value = reading.value(root, []);
  // Of an empty document there is at most the `---`.
  if (root === null || (isScalar(root) && root.value === null && !root.source)) found.add('file-empty', {}, 0, '');
  if (isScalar(root) && root.type === 'PLAIN') explainText(text.slice(root.range?.[0], root.range?.[1]), offsetOf(root), found);
  const end = second === undefined ? text.length : offsetOf(second);
  for (const { tag, offset } of tags) if (offset < end) found.add('yaml-tag', { tag }, offset, '');
  const errors = document === undefined ? [] : errorsOf(document);
  const broken = new ProblemList(lines);
  explainErrors(errors, text, lines, broken);
  if (second !== undefined) broken.add('yaml-documents', {}, end, '');
  return {
    value: errors.length > 0 || reading.stopped ? null : value,
    problems: [...found.settled(errors[0]?.offset), ...broken.settled()],
    place: (pointer, aspect = 'key') => reading.place(root, pointer, aspect),
  };
}

interface Stream {
  readonly documents: Document[];
  readonly tags: { readonly tag: string; readonly offset: number }[];
  /** The limit that was exceeded, and where; nothing was read then. */
  readonly limit: { readonly code: 'too-deep' | 'too-many-values'; readonly offset: number } | null;
}

/** Feeds the parser token by token, so that it can be stopped before deep nesting exhausts the stack, or much of it the patience. */
function compose(text: string): Stream {
  const parser = new Parser();
  const composer = new Composer({ schema: 'core', version: '1.2', uniqueKeys: false, logLevel: 'silent', prettyErrors: false });
  const documents: Document[] = [];
  const tags: { tag: string; offset: number }[] = [];
  let tokens = 0;
  let inScalar = false;
  try {
    for (const lexeme of new Lexer().lex(text)) {
      const { offset } = parser;
      if (!inScalar && lexeme.startsWith('!')) tags.push({ tag: shorten(lexeme), offset });
      for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
      inScalar = !inScalar && lexeme === SCALAR_FOLLOWS;
      if (lexeme !== SCALAR_FOLLOWS && !/^[\s#]/.test(lexeme)) tokens += 1;
      if (parser.stack.length > MAX_STACK) return { documents, tags, limit: { code: 'too-deep', offset } };
      if (tokens > MAX_TOKENS) return { documents, tags, limit: { code: 'too-many-values', offset } };
      if (documents.length > 1) return { documents, tags, limit: null };
    }
    for (const token of parser.end()) documents.push(...composer.next(token));
    documents.push(...composer.end(true, text.length));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { documents, tags, limit: { code: 'too-deep', offset: parser.offset } };
  }
  return { documents, tags, limit: null };
}

/** A tag that the parser cannot resolve is reported as a tag, and leaves the document well-formed. */
function errorsOf({ errors, warnings }: Document): ParserError[] {
  return [...errors, ...warnings]
    .filter(({ code }) => code !== 'TAG_RESOLVE_FAILED')
    .map(({ code, pos }) => ({ code, offset: pos[0] }))
    .sort((a, b) => a.offset - b.offset);
}

/** One pass over the nodes of a document: makes values, collects problems, finds places. */
class Reading {
  /** There were too many values or levels to read on. */
  stopped = false;
  private values = 0;
  private readonly pairs = new WeakMap<YAMLMap, Map<unknown, Pair>>();

  constructor(
    private readonly lines: Lines,
    private readonly found: ProblemList,
  ) {}

  value(node: Node | null, steps: Steps): Json {
    this.values += 1;
    if (node === null || this.stopped) return null;
    if (this.values > MAX_VALUES) return this.stop('too-many-values', MAX_VALUES, node, steps);
    if (steps.length > MAX_DEPTH) return this.stop('too-deep', MAX_DEPTH, node, steps);
    if (isAlias(node)) {
      this.found.add('yaml-alias', { name: shorten(node.source) }, offsetOf(node), toPointer(steps));
      return UNREADABLE;
    }
    if (isMap(node)) return this.map(node, steps);
    if (isSeq(node)) return node.items.map((item, index) => this.value(item as Node | null, [...steps, index]));
    return isScalar(node) ? this.scalar(node, steps) : null;
  }

  private stop(code: 'too-deep' | 'too-many-values', limit: number, node: Node, steps: Steps): null {
    this.stopped = true;
    this.found.add(code, { limit }, offsetOf(node), toPointer(steps));
    return null;
  }

  private map(node: YAMLMap, steps: Steps): Json {
    const value: Record<string, Json> = {};
    const first = new Map<string, number>();
    for (const pair of node.items) {
      const key = this.key(pair, steps);
      if (key === null) continue;
      const at = offsetOf(pair.key as Node);
      const before = first.get(key);
      if (before !== undefined) {
        this.found.add('duplicate-key', { key, firstLine: this.lines.lineOf(before) }, at, toPointer([...steps, key]));
        continue;
      }
      first.set(key, at);
      // defineProperty, since assigning to `__proto__` would set the prototype instead of a key.
      const made = this.value(pair.value as Node | null, [...steps, key]);
      Object.defineProperty(value, key, { value: made, enumerable: true, writable: true, configurable: true });
    }
    return value;
  }

  /** The name of a pair; null where it has a problem, and the pair is left out. */
  private key({ key, value }: Pair, steps: Steps): string | null {
    const at = offsetOf((key ?? value) as Node | null);
    const pointer = toPointer(steps);
    if (!isScalar(key) || typeof key.value !== 'string') {
      this.found.add('yaml-key', {}, at, pointer);
      return null;
    }
    if (key.value === '<<' && key.type === 'PLAIN') {
      this.found.add('yaml-merge', {}, at, pointer);
      return null;
    }
    const mistake = keyMistake(key.value);
    if (mistake !== null) this.found.add(mistake.code, mistake.args as never, at, pointer);
    return mistake === null ? key.value : null;
  }

  private scalar(node: Scalar, steps: Steps): Json {
    const { value, source = '' } = node;
    if (typeof value === 'number') {
      const mistake = numberMistake(value, source);
      if (mistake !== null) this.found.add(mistake, { text: shorten(source) }, offsetOf(node), toPointer(steps));
      return mistake === null && node.tag === undefined ? value : UNREADABLE;
    }
    const mistake = typeof value === 'string' ? textMistake(value) : null;
    if (mistake !== null) {
      const level = mistake.code === 'control-character' ? 'warning' : 'error';
      this.found.add(mistake.code, mistake.args as never, offsetOf(node), toPointer(steps), level);
    }
    if (node.tag !== undefined || mistake?.code === 'lone-surrogate') return UNREADABLE;
    return typeof value === 'string' || typeof value === 'boolean' ? value : null;
  }

  place(root: Node | null, pointer: string, aspect: Aspect): Place {
    let node: Node | null = root;
    let at = offsetOf(root);
    let reached = '';
    for (const step of fromPointer(pointer)) {
      const next = this.child(node, step);
      if (next === null) break;
      reached += toPointer([step]);
      node = next.value;
      if (next.key !== null && (aspect === 'key' || node === null)) at = offsetOf(next.key);
      else if (node !== null) at = offsetOf(node);
    }
    return this.lines.place(at, reached);
  }

  private child(node: Node | null, step: string): { key: Node | null; value: Node | null } | null {
    if (isMap(node)) {
      const pair = this.pairsOf(node).get(step);
      return pair ? { key: pair.key as Node, value: pair.value as Node | null } : null;
    }
    const item = isSeq(node) ? (node.items[Number(step)] as Node | null | undefined) : undefined;
    return item === undefined ? null : { key: null, value: item };
  }

  /** The pairs of a map by key, the first of each. */
  private pairsOf(map: YAMLMap): Map<unknown, Pair> {
    const known = this.pairs.get(map);
    if (known !== undefined) return known;
    const pairs = new Map<unknown, Pair>();
    for (const pair of map.items) if (isScalar(pair.key) && !pairs.has(pair.key.value)) pairs.set(pair.key.value, pair);
    this.pairs.set(map, pairs);
    return pairs;
  }
}

const offsetOf = (node: Node | Document | null): number => node?.range?.[0] ?? 0;

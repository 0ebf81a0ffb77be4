import { type EventType, FAILSAFE_SCHEMA, type LoadOptions, load, type State, YAMLException } from 'js-yaml';
import type { Json } from '../core/profile.js';
import { MAX_DEPTH, MAX_VALUES, type Parsed } from './parsed.js';
import { keyMistake, readPlain, textMistake } from './scalars.js';
import { placesOf, Spot } from './spots.js';
import { withoutTraces } from './traces.js';

/**
 * What no plain document has: tabs, odd line breaks and byte order marks; directives, the marker of a
 * document's end and what stands close behind that of its start; and wherever a value could begin, an anchor, an alias, a tag or an explicit key. It stands at some places where it does no harm too, as in comments.
 */
const NOT_PLAIN =
  /[\t\ufeff\u2028\u2029]|\r(?!\n)|[&*](?<=(?:^|[\s,[\]{}:"'-])[&*])(?=\S)|!(?<=(?:^|[\s,[\]{}:"'-])!)|\?(?<=(?:^|[\s,[\]{}:-])\?)(?=[\s,[\]{}:]|$)|%(?<=^%)|-(?<=^-)--(?=\S)|\.(?<=^\.)\.\./m;

/** Nothing that is wrong with keys can be wrong with these. */
const PLAIN_KEY = /^\w{1,64}$/;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const SINGLE_QUOTE = 39;
const COMMA = 44;
const DASH = 45;
const COLON = 58;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_MAP = 123;
const CLOSE_MAP = 125;

/** Thrown out of the parser, which then need not read on. */
class NotPlain extends Error {}

/**
 * The value and places of a document that uses only what all YAML parsers agree on and has no problem whatever; null for
 * any other text, of which nothing is known then. What it gives equals what the full reading gives.
 */
export function parsePlain(text: string): Parsed | null {
  // Parsers take different views of the indentation of the first line.
  if (text.startsWith(' ') || NOT_PLAIN.test(text) || textMistake(text) !== null) return null;
  const root = withoutTraces(() => read(text));
  return root && { value: root.value, problems: [], place: placesOf(text, spotOf(null, -1, root.at, root)) };
}

function read(text: string): Node | null {
  const building = new Building(text);
  const options: LoadOptions & { readonly maxDepth: number } = {
    schema: FAILSAFE_SCHEMA,
    maxDepth: MAX_DEPTH,
    onWarning: notPlain,
    listener: (event, state) => building.hear(event, state),
  };
  try {
    load(text, options);
    return building.root();
  } catch (error) {
    if (error instanceof NotPlain || error instanceof YAMLException) return null;
    throw error;
  }
}

function notPlain(): never {
  throw new NotPlain();
}

type ScalarStyle = 'plain' | 'quoted' | 'flow' | 'block' | 'empty';

/** What the parser has read last: a key, or a value with those in it. */
interface Node {
  /** Where it begins, its quote or bracket included; of an empty one, behind its colon. */
  readonly at: number;
  /** Behind its quote or bracket; of a list or map without brackets of no meaning. */
  readonly end: number;
  readonly style: ScalarStyle;
  readonly value: Json;
  /** What the parser made of it. */
  readonly result: unknown;
  readonly isMap: boolean;
  /** The spots of the entries of a list or map. */
  readonly below: Spot[] | null;
}

function spotOf(key: string | null, keyAt: number, at: number, { below, isMap }: Node): Spot {
  const spot = new Spot(key, keyAt, at, isMap);
  spot.below = below;
  return spot;
}

/** Makes values of what the parser reports: where it begins to read a node, and what it has read. */
class Building {
  /** Of each node that is being read, where the parser began and how many nodes had been read before. */
  private readonly begun: number[] = [];
  /** Nodes that belong to none yet. */
  private readonly nodes: Node[] = [];
  private values = 0;

  constructor(private readonly text: string) {}

  /** The document, which is a list or map that begins in a line of its own. */
  root(): Node | null {
    const [root] = this.nodes;
    if (root === undefined || this.nodes.length > 1 || root.below === null) return null;
    const before = this.charBefore(root.at);
    return before === NEWLINE || Number.isNaN(before) ? root : null;
  }

  hear(event: EventType, state: State): void {
    if (event === 'open') {
      this.begun.push(state.position, this.nodes.length);
      return;
    }
    const first = this.begun.pop() ?? 0;
    const from = this.begun.pop() ?? 0;
    const count = this.nodes.length - first;
    const { result, position } = state;
    // Nearly every value is tried as a key first.
    if (count === 1 && this.nodes[first]?.result === result) return;
    const kind = state.kind as string | null;
    if (kind === 'sequence' || kind === 'mapping') this.collection(kind === 'mapping', from, first, state);
    else if (count > 0) notPlain();
    else if (kind === 'scalar') this.nodes.push(this.scalar(from, String(result), position));
    else this.nodes.push({ at: from, end: from, style: 'empty', value: null, result, isMap: false, below: null });
  }

  /** A scalar that stands in one line. */
  private scalar(from: number, result: string, position: number): Node {
    const at = this.behindSpaces(from);
    const quote = this.text.charCodeAt(at);
    if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) {
      const value = this.text.startsWith(result, at) ? readPlain(result) : undefined;
      if (value === undefined) notPlain();
      return { at, end: at + result.length, style: 'plain', value: value ?? null, result, isMap: false, below: null };
    }
    const source = this.text.slice(at + 1, position - 1);
    if (source.includes('\n') || this.text.charCodeAt(position) === HASH) notPlain();
    if (source !== result && textMistake(result) !== null) notPlain();
    return { at, end: position, style: 'quoted', value: result, result, isMap: false, below: null };
  }

  private collection(isMap: boolean, from: number, first: number, { position, result }: State): void {
    const parts = this.nodes.splice(first);
    const start = this.behindSpaces(from);
    const flow = this.text.charCodeAt(start) === (isMap ? OPEN_MAP : OPEN_LIST);
    const at = flow ? start : this.behindComments(from);
    const end = flow ? position : at;
    if (flow) this.brackets(at, end, parts);
    const below: Spot[] = [];
    const value = isMap ? this.map(parts, flow, below) : this.list(parts, flow, below);
    // A pair in a list without braces is a map of which the parser reports only the parts.
    if (!isMap && (result as unknown[]).length !== parts.length) notPlain();
    this.nodes.push({ at, end, style: flow ? 'flow' : 'block', value, result, isMap, below });
  }

  /** A comment before the end makes `yaml` complain, mostly; one without a space before it always. */
  private brackets(at: number, end: number, parts: readonly Node[]): void {
    let close = this.behindBlanks(parts.at(-1)?.end ?? at + 1);
    if (this.text.charCodeAt(close) === COMMA) close = this.behindBlanks(close + 1);
    const char = this.text.charCodeAt(close);
    if (close !== end - 1 || (char !== CLOSE_LIST && char !== CLOSE_MAP)) notPlain();
    if (this.text.charCodeAt(at + 1) === HASH || this.text.charCodeAt(end) === HASH) notPlain();
  }

  private list(parts: readonly Node[], flow: boolean, below: Spot[]): Json {
    const list: Json[] = [];
    for (const [index, part] of parts.entries()) {
      const { at, style, value } = part;
      if (style === 'empty') notPlain();
      if (flow && index > 0) this.comma(parts[index - 1] as Node);
      if (!flow && style !== 'block' && this.charBefore(at) !== DASH) notPlain();
      this.count();
      list.push(value);
      below.push(spotOf(null, -1, at, part));
    }
    return list;
  }

  private map(parts: readonly Node[], flow: boolean, below: Spot[]): Json {
    const map: Record<string, Json> = {};
    if (parts.length % 2 !== 0) notPlain();
    for (let index = 0; index < parts.length; index += 2) {
      const [key, part] = [parts[index], parts[index + 1]] as [Node, Node];
      if (flow && index > 0) this.comma(parts[index - 1] as Node);
      if (!flow && index > 0 && this.charBefore(key.at) !== NEWLINE) notPlain();
      const name = this.key(key, map);
      const behind = this.behindKey(key, flow);
      if (part.style === 'empty' && flow) notPlain();
      // What begins in a later line than its key makes `yaml` complain, some of it.
      if (part.style !== 'empty' && part.style !== 'block' && part.at !== behind) notPlain();
      this.count();
      below.push(spotOf(name, key.at, part.style === 'empty' ? behind : part.at, part));
      // Assigning to `__proto__` would set the prototype instead of a key.
      if (name === '__proto__') {
        Object.defineProperty(map, name, { value: part.value, enumerable: true, writable: true, configurable: true });
      } else map[name] = part.value;
    }
    return map;
  }

  private key({ style, value }: Node, map: Record<string, Json>): string {
    if (style === 'empty' || typeof value !== 'string' || value === '<<' || Object.hasOwn(map, value)) notPlain();
    const key = value as string;
    if (!PLAIN_KEY.test(key) && keyMistake(key) !== null) notPlain();
    return key;
  }

  /** Behind the colon after a key, which stands in its line, and the spaces after the colon. */
  private behindKey({ end, style }: Node, flow: boolean): number {
    const colon = this.behindSpaces(end);
    if (this.text.charCodeAt(colon) !== COLON) notPlain();
    if (flow && style === 'plain' && this.text.charCodeAt(colon + 1) !== SPACE) notPlain();
    return this.behindSpaces(colon + 1);
  }

  /** After an entry in brackets stands a comma, without a comment between. */
  private comma({ end }: Node): void {
    const at = this.behindBlanks(end);
    if (this.text.charCodeAt(at) !== COMMA || this.text.charCodeAt(at + 1) === HASH) notPlain();
  }

  private count(): void {
    this.values += 1;
    if (this.values >= MAX_VALUES) notPlain();
  }

  /** The character before an offset and the spaces in front of it. */
  private charBefore(offset: number): number {
    let at = offset - 1;
    while (this.text.charCodeAt(at) === SPACE) at -= 1;
    return this.text.charCodeAt(at);
  }

  private behindSpaces(offset: number): number {
    let at = offset;
    while (this.text.charCodeAt(at) === SPACE) at += 1;
    return at;
  }

  private behindBlanks(offset: number): number {
    for (let at = offset; ; at += 1) {
      const char = this.text.charCodeAt(at);
      if (char !== SPACE && char !== NEWLINE && char !== RETURN) return at;
    }
  }

  private behindComments(offset: number): number {
    let at = this.behindBlanks(offset);
    while (this.text.charCodeAt(at) === HASH) at = this.behindBlanks(this.text.indexOf('\n', at));
    return at;
  }
}

import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
  YAMLException,
} from 'js-yaml';
import type { Json } from '../core/profile.js';
import { MAX_DEPTH, MAX_VALUES, type Parsed } from './parsed.js';
import { keyMistake, readPlain, textMistake } from './scalars.js';
import { placesOf, Spot } from './spots.js';
import { withoutTraces } from './traces.js';

/**
 * What no plain document has: tabs, odd line breaks and byte order marks; directives and the marker of a
 * document's end; and wherever a value could begin, an anchor, an alias, a tag or an explicit key. It stands at some places where it does no harm too, as in comments.
 */
const NOT_PLAIN =
  /[\t\ufeff\u2028\u2029]|\r(?!\n)|[&*](?<=(?:^|[\s,[\]{}:"'-])[&*])(?=\S)|!(?<=(?:^|[\s,[\]{}:"'-])!)|\?(?<=(?:^|[\s,[\]{}:-])\?)(?=[\s,[\]{}:]|$)|%(?<=^%)|\.(?<=^\.)\.\./m;

/** Nothing that is wrong with keys can be wrong with these. */
const PLAIN_KEY = /^\w{1,64}$/;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const COMMA = 44;
const DASH = 45;
const COLON = 58;
const CLOSE_LIST = 93;
const OPEN_MAP = 123;
const CLOSE_MAP = 125;

/**
 * The value and places of a document that uses only what all YAML parsers agree on and has no problem whatever; null for
 * any other text, of which nothing is known then. What it gives equals what the full reading gives.
 */
export function parsePlain(text: string): Parsed | null {
  // Parsers take different views of the indentation of the first line.
  if (text.startsWith(' ') || NOT_PLAIN.test(text) || textMistake(text) !== null) return null;
  const events = eventsOf(text);
  if (events === null) return null;
  const root = new Building(text).build(events);
  return root && { value: root.value, problems: [], place: placesOf(text, root.spot) };
}

/** The events of a text, or null where it is not well-formed. */
function eventsOf(text: string): Event[] | null {
  try {
    return withoutTraces(() => parseEvents(text, { maxDepth: MAX_DEPTH }));
  } catch (error) {
    if (error instanceof YAMLException) return null;
    throw error;
  }
}

/** A value and where it stands. */
interface Built {
  readonly value: Json;
  readonly spot: Spot;
}

/** A list or map whose entries are being read. */
interface Open {
  readonly list: Json[] | null;
  readonly map: Record<string, Json>;
  readonly spot: Spot;
  readonly spots: Spot[];
  readonly flow: boolean;
  /** In a map, the key whose value comes next. */
  key: string | null;
  keyAt: number;
  /** Behind the colon after the key. */
  afterKey: number;
}

/** One pass over the events of a document. Each step says whether the document still is plain. */
class Building {
  private readonly around: Open[] = [];
  private open: Open | null = null;
  private root: Built | null = null;
  private values = 0;
  /** Behind the last scalar or bracket. */
  private last = 0;

  constructor(private readonly text: string) {}

  /** The value of the document, if it is plain and a list or map. */
  build(events: readonly Event[]): Built | null {
    const [start] = events;
    if (start?.type !== EVENT_ID.DOCUMENT || start.directives.length > 0 || start.explicitEnd) return null;
    for (let index = 1; index < events.length; index += 1) if (!this.step(events[index] as Event)) return null;
    return this.root;
  }

  private step(event: Event): boolean {
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return this.scalar(event);
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        return this.collection(event);
      case EVENT_ID.POP:
        return this.close();
      default:
        return false;
    }
  }

  private collection(event: MappingEvent | SequenceEvent): boolean {
    const { start, style, type } = event;
    const isMap = type === EVENT_ID.MAPPING;
    const flow = style === COLLECTION_STYLE.FLOW;
    // A pair in a list without braces.
    if (isMap && flow && this.text.charCodeAt(start) !== OPEN_MAP) return false;
    if (event.anchorStart >= 0 || event.tagStart >= 0) return false;
    const { open } = this;
    if (open !== null && !this.takes(open, flow ? start : null)) return false;
    const list: Json[] | null = isMap ? null : [];
    const map: Record<string, Json> = {};
    const spot = new Spot(open?.key ?? null, open?.keyAt ?? -1, start, isMap);
    spot.below = [];
    if (!this.add(list ?? map, spot)) return false;
    if (open !== null) this.around.push(open);
    this.last = start + 1;
    this.open = { list, map, spot, spots: spot.below, flow, key: null, keyAt: -1, afterKey: -1 };
    return true;
  }

  private close(): boolean {
    const flow = this.open?.flow === true;
    this.open = this.around.pop() ?? null;
    if (!flow) return true;
    // A comment before the end makes `yaml` complain, mostly.
    let at = this.behindBlanks(this.last);
    if (this.text.charCodeAt(at) === COMMA) at = this.behindBlanks(at + 1);
    this.last = at + 1;
    const end = this.text.charCodeAt(at);
    return end === CLOSE_LIST || end === CLOSE_MAP;
  }

  /** Whether an entry of a list or map in brackets follows a comma, without a comment between the one before and the comma. */
  private followsComma({ flow, spots }: Open): boolean {
    return !flow || spots.length === 0 || this.text.charCodeAt(this.behindBlanks(this.last)) === COMMA;
  }

  /** Whether a value may follow; one that begins at `start` only in the line of its key or dash, since of what stands in later lines some makes `yaml` complain. */
  private takes(open: Open, start: number | null): boolean {
    if (open.list !== null) return this.followsComma(open) && (open.flow || start === null || this.charBefore(start) === DASH);
    return open.key !== null && (start === null || this.behindSpaces(open.afterKey) === start);
  }

  private scalar(event: ScalarEvent): boolean {
    const { open } = this;
    if (open === null || event.anchorStart >= 0 || event.tagStart >= 0) return false;
    if (open.list === null && open.key === null) return this.key(event, open);
    if (event.valueStart < 0) return this.empty(open);
    if (!this.takes(open, startOf(event))) return false;
    const value = this.read(event);
    return value !== undefined && this.add(value, new Spot(open.key, open.keyAt, startOf(event), false));
  }

  /** A key without a value: the value stands behind the colon and the spaces after it. */
  private empty(open: Open): boolean {
    if (open.list !== null || open.flow) return false;
    return this.add(null, new Spot(open.key, open.keyAt, this.behindSpaces(open.afterKey), false));
  }

  private key(event: ScalarEvent, open: Open): boolean {
    if (!this.followsComma(open)) return false;
    const key = event.valueStart < 0 ? undefined : this.read(event);
    if (typeof key !== 'string' || key === '<<' || Object.hasOwn(open.map, key)) return false;
    if (!PLAIN_KEY.test(key) && keyMistake(key) !== null) return false;
    const colon = this.behindSpaces(endOf(event));
    if (this.text.charCodeAt(colon) !== COLON) return false;
    if (!open.flow && open.spots.length > 0 && this.charBefore(startOf(event)) !== NEWLINE) return false;
    if (open.flow && event.style === SCALAR_STYLE.PLAIN && this.text.charCodeAt(colon + 1) !== SPACE) return false;
    open.key = key;
    open.keyAt = startOf(event);
    open.afterKey = colon + 1;
    return true;
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

  /** Puts a value where it belongs: into the open list or map, or as the root. */
  private add(value: Json, spot: Spot): boolean {
    this.values += 1;
    if (this.values > MAX_VALUES) return false;
    const { open } = this;
    if (open === null) {
      if (this.root !== null) return false;
      this.root = { value, spot };
      return true;
    }
    open.spots.push(spot);
    open.list?.push(value);
    if (open.list !== null) return true;
    const key = open.key ?? '';
    // Assigning to `__proto__` would set the prototype instead of a key.
    if (key === '__proto__') Object.defineProperty(open.map, key, { value, enumerable: true, writable: true, configurable: true });
    else open.map[key] = value;
    open.key = null;
    return true;
  }

  /** The value of a scalar that stands in one line; undefined if that is not plain. */
  private read(event: ScalarEvent): Json | undefined {
    const source = this.text.slice(event.valueStart, event.valueEnd);
    if (!event.fast && source.includes('\n')) return undefined;
    this.last = endOf(event);
    if (event.style === SCALAR_STYLE.PLAIN) return readPlain(source);
    if (event.fast) return source;
    if (event.style !== SCALAR_STYLE.DOUBLE_QUOTED && event.style !== SCALAR_STYLE.SINGLE_QUOTED) return undefined;
    const value = getScalarValue(this.text, event);
    return textMistake(value) === null ? value : undefined;
  }
}

/** Where a scalar begins, its quote included. */
function startOf({ style, valueStart }: ScalarEvent): number {
  return style === SCALAR_STYLE.PLAIN ? valueStart : valueStart - 1;
}

function endOf({ style, valueEnd }: ScalarEvent): number {
  return style === SCALAR_STYLE.PLAIN ? valueEnd : valueEnd + 1;
}

import type { Json } from '../core/profile.js';
import { MAX_DEPTH, MAX_VALUES, type Parsed } from './parsed.js';
import { keyMistake, readPlain, textMistake } from './scalars.js';
import { placesOf, Spot } from './spots.js';

/** What YAML takes otherwise, or mostly complains about: odd blanks, a value or a colon that begins a line. */
const NOT_COMMON = /[\t\ufeff\u2028\u2029]|\r(?!\n)|:[ \r]*\n|\n *:/;
/** At least the numbers that hold an exponent, a sign before zero, or more digits than are safe. */
const ODD_NUMBER = /[[:,\s]-?(?:\d[\d.]*[eE]|\d[\d.]{15})|[[:,\s]-0/;
const FRACTION = /[[:,\s](-?\d+\.\d+)(?=[\],}\s])/g;
/** A string, and the colon that makes it a key. */
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"( *:)?/g;
/** Nothing that is wrong with keys can be wrong with these. */
const PLAIN_KEY = /^\w{1,64}$/;
const QUOTE = 34;
const COMMA = 44;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_MAP = 123;
const CLOSE_MAP = 125;

/**
 * The value of a text that is a JSON object and has no problem whatever; null for any other text, of which nothing is
 * known then. What it gives equals what the full reading gives. Places are looked up once one is asked for.
 */
export function parseJson(text: string): Parsed | null {
  if (text.charCodeAt(0) !== OPEN_MAP || NOT_COMMON.test(text) || ODD_NUMBER.test(text) || textMistake(text) !== null) return null;
  for (const [, number = ''] of text.matchAll(FRACTION)) if (readPlain(number) === undefined) return null;
  const value = read(text);
  if (value === undefined || !new Census(text).admits(value)) return null;
  let place: Parsed['place'] | null = null;
  return {
    value,
    problems: [],
    place: (pointer, aspect) => {
      place ??= placesOf(text, new Scanner(text).value(null, -1));
      return place(pointer, aspect);
    },
  };
}

function read(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Counts what is in a value, and looks for what a full reading would remark. */
class Census {
  private values = 0;
  private keys = 0;
  private readonly escapes: boolean;

  constructor(private readonly text: string) {
    this.escapes = text.includes('\\');
  }

  /** JSON.parse keeps the last of duplicate keys without a word: then there are more in the text than in the value. */
  admits(value: Json): boolean {
    return this.value(value, 0) && this.keys === this.keysInText();
  }

  private value(value: Json, depth: number): boolean {
    this.values += 1;
    if (this.values >= MAX_VALUES || depth >= MAX_DEPTH) return false;
    if (typeof value === 'string') return !this.escapes || textMistake(value) === null;
    if (typeof value !== 'object' || value === null) return true;
    if (Array.isArray(value)) return value.every((each) => this.value(each, depth + 1));
    for (const [key, each] of Object.entries(value)) {
      this.keys += 1;
      if ((!PLAIN_KEY.test(key) && keyMistake(key) !== null) || !this.value(each, depth + 1)) return false;
    }
    return true;
  }

  private keysInText(): number {
    let keys = 0;
    for (const [, colon] of this.text.matchAll(STRING)) if (colon !== undefined) keys += 1;
    return keys;
  }
}

/** Finds where the values of a text begin that is known to be JSON. */
class Scanner {
  private at = 0;

  constructor(private readonly text: string) {}

  value(key: string | null, keyAt: number): Spot {
    const char = this.next();
    const isMap = char === OPEN_MAP;
    const spot = new Spot(key, keyAt, this.at, isMap);
    if (isMap || char === OPEN_LIST) spot.below = this.entries(isMap);
    else if (char === QUOTE) this.string();
    else while (/[^\s,\]}]/.test(this.text[this.at] ?? ' ')) this.at += 1;
    return spot;
  }

  private entries(isMap: boolean): Spot[] {
    const below: Spot[] = [];
    this.at += 1;
    for (let char = this.next(); char !== CLOSE_LIST && char !== CLOSE_MAP; char = this.next()) {
      if (char === COMMA) this.at += 1;
      else if (isMap) below.push(this.pair());
      else below.push(this.value(null, -1));
    }
    this.at += 1;
    return below;
  }

  private pair(): Spot {
    const keyAt = this.at;
    const key = this.string();
    this.at = this.text.indexOf(':', this.at) + 1;
    return this.value(key, keyAt);
  }

  private string(): string {
    const start = this.at;
    let char = 0;
    for (this.at += 1; char !== QUOTE; this.at += char === BACKSLASH ? 2 : 1) char = this.text.charCodeAt(this.at);
    const source = this.text.slice(start, this.at);
    return source.includes('\\') ? JSON.parse(source) : source.slice(1, -1);
  }

  /** The character that is no blank. */
  private next(): number {
    while (this.text.charCodeAt(this.at) <= 32) this.at += 1;
    return this.text.charCodeAt(this.at);
  }
}

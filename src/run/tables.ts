import type { DeclaredFact, Place } from '../core/finding.js';
import type { Json } from '../core/profile.js';
import { parentPointer } from './derived.js';

/** A missing fact: its path; where it is the first of a finding, the line and column of what it would stand in, and a pointer to that where its path does not tell. */
export type MissingRow = [path: string, line?: number | null, column?: number | null, pointer?: string];

/** Facts and missing paths of one record, each once, known by their numbers. */
export class Tables {
  readonly facts: [pointer: string, value: Json][] = [];
  readonly missing: MissingRow[] = [];
  private readonly factNumbers = new Map<string, number>();
  private readonly missingNumbers = new Map<string, number>();

  /** The numbers of facts; null where one has more to say than the table holds. */
  factsOf(facts: readonly DeclaredFact[]): number[] | null {
    const numbers: number[] = [];
    for (const fact of facts) {
      const number = fact.line === undefined ? this.fact(fact) : null;
      if (number === null) return null;
      numbers.push(number);
    }
    return numbers;
  }

  private fact({ pointer, value }: DeclaredFact): number | null {
    const known = this.factNumbers.get(pointer);
    if (known === undefined) {
      this.factNumbers.set(pointer, this.facts.length);
      return this.facts.push([pointer, value]) - 1;
    }
    const before = this.facts[known]?.[1];
    return before === value || JSON.stringify(before) === JSON.stringify(value) ? known : null;
  }

  /** The numbers of the missing paths of a finding that stands at a place; null where the table says another place of the first. */
  missingOf(paths: readonly string[], at: Place): number[] | null {
    const [first] = paths;
    if (first === undefined || at.source !== null) return null;
    const numbers = paths.map((path) => this.path(path));
    const row = this.missing[numbers[0] as number] as MissingRow;
    const placed = placedRow(first, at);
    if (row.length === 1) row.push(...(placed.slice(1) as []));
    return row.length === placed.length && row.every((each, index) => each === placed[index]) ? numbers : null;
  }

  private path(path: string): number {
    const known = this.missingNumbers.get(path);
    if (known !== undefined) return known;
    this.missingNumbers.set(path, this.missing.length);
    return this.missing.push([path]) - 1;
  }
}

function placedRow(path: string, { pointer, line, column }: Place): MissingRow {
  return pointer === parentPointer(path) ? [path, line, column] : [path, line, column, pointer];
}

/** The place that a row of missing facts says. */
export function placeIn([path, line = null, column = null, pointer = parentPointer(path)]: MissingRow): Place {
  return { pointer, line, column, source: null };
}

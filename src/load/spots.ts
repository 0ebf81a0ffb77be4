import type { Place } from '../core/finding.js';
import { fromPointer, toPointer } from '../core/pointer.js';
import { Lines } from './locate.js';
import type { Aspect } from './parsed.js';

/** Below so many entries to walk them is faster than to build a map of them. */
const FEW = 16;

/** Where a value and its key begin in a text, and those of the values in it. */
export class Spot {
  /** The spots of the entries of a list or map; null for a scalar. */
  below: Spot[] | null = null;
  private named: Map<string, Spot> | null = null;

  constructor(
    /** The key that names the value; null for an item of a list, and for the root. */
    readonly key: string | null,
    readonly keyAt: number,
    readonly at: number,
    private readonly isMap: boolean,
  ) {}

  /** The spot of an entry by its key or index; undefined if there is none. */
  child(step: string): Spot | undefined {
    if (this.below === null) return undefined;
    if (!this.isMap) return this.below[Number(step)];
    if (this.below.length < FEW) return this.below.find(({ key }) => key === step);
    this.named ??= new Map(this.below.map((spot) => [spot.key ?? '', spot]));
    return this.named.get(step);
  }
}

/** A function from pointers to places in a text; lines are looked for only once one is asked for. */
export function placesOf(text: string, root: Spot): (pointer: string, aspect?: Aspect) => Place {
  let lines: Lines | null = null;
  return (pointer, aspect = 'key') => {
    lines ??= new Lines(text);
    let spot = root;
    let depth = 0;
    const steps = fromPointer(pointer);
    for (const step of steps) {
      const next = spot.child(step);
      if (next === undefined) break;
      spot = next;
      depth += 1;
    }
    return lines.place(aspect === 'key' && spot.key !== null ? spot.keyAt : spot.at, toPointer(steps.slice(0, depth)));
  };
}

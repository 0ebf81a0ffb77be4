/** Sorting at every element would cost more than to hold a few too many for a while. */
const SLACK = 64;

/** Collects elements and keeps only the worst of them, so that the memory of a long run stays bounded; what is left out is counted. */
export class WorstFirst<T> {
  private kept: T[] = [];
  private added = 0;

  constructor(
    private readonly limit: number,
    /** Negative where the first element is worse. Equals stay in the order in which they came. */
    private readonly compare: (a: T, b: T) => number,
  ) {}

  add(element: T): void {
    this.added += 1;
    this.kept.push(element);
    if (this.kept.length >= this.limit + Math.max(SLACK, this.limit / 4)) this.cut();
  }

  /** The worst, at most as many as the limit, worst first. */
  all(): readonly T[] {
    this.cut();
    return this.kept;
  }

  get count(): number {
    return this.added;
  }

  get leftOut(): number {
    return Math.max(0, this.added - this.limit);
  }

  private cut(): void {
    // The sort is stable, and what was kept before came before what is added later.
    this.kept = this.kept.sort(this.compare).slice(0, this.limit);
  }
}

/** Sorting at every element would cost more than to hold a few too many for a while. */
const SLACK = 64;

/** Collects elements and keeps only the worst of them, so that the memory of a long run stays bounded; what is left out is counted. */
export class WorstFirst<T> {
  private kept: T[] = [];
  private added = 0;
  /** Nothing that is no worse than this can be kept. */
  private worstLeftOut: T | null = null;

  constructor(
    private readonly limit: number,
    /** Negative where the first element is worse. Equals stay in the order in which they came. */
    private readonly compare: (a: T, b: T) => number,
  ) {}

  /** Adds an element; `make` it only if it can be kept, which its likeness in the eyes of the comparison shows. */
  addLike(likeness: T, make: () => T): void {
    if (this.worstLeftOut !== null && this.compare(this.worstLeftOut, likeness) <= 0) this.added += 1;
    else this.add(make());
  }

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
    const sorted = this.kept.sort(this.compare);
    if (sorted.length > this.limit) this.worstLeftOut = sorted[this.limit] ?? null;
    this.kept = sorted.slice(0, this.limit);
  }
}

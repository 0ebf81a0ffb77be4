import type { Output } from '../core/context.js';

/** Milliseconds before the first sign of progress, and between two: on a terminal the line is drawn anew, elsewhere lines add up. */
const ON_TERMINAL = { first: 500, every: 100 };
const ELSEWHERE = { first: 10_000, every: 10_000 };

/** Says how far a run has come. `secondsLeft` is null where the end is not known. */
export type Say = (done: number, perSecond: number, secondsLeft: number | null) => string;

/** Shows on standard error how far a run has come: on a terminal in one line that goes away in the end, elsewhere in a plain line now and then. */
export class Progress {
  private next: number;
  private readonly start: number;
  private drawn = false;
  private readonly pace: typeof ON_TERMINAL;

  /**
   * @param now milliseconds of a clock that never goes back
   * @param count how many inputs there are; null if that is not known
   * @param already how many were judged before this run began
   */
  constructor(
    private readonly stderr: Output,
    private readonly now: () => number,
    private readonly say: Say,
    private readonly count: number | null,
    private readonly already: number,
    private readonly animated: boolean,
  ) {
    this.pace = animated ? ON_TERMINAL : ELSEWHERE;
    this.start = now();
    this.next = this.start + this.pace.first;
  }

  /** Is told after each input how many are done, and speaks when it is time. */
  async step(done: number): Promise<void> {
    const now = this.now();
    if (now < this.next) return;
    this.next = now + this.pace.every;
    const rate = ((done - this.already) * 1000) / (now - this.start);
    const left = this.count === null || rate === 0 ? null : Math.ceil((this.count - done) / rate);
    const text = this.say(done, Math.round(rate), left);
    await this.stderr.write(this.animated ? `\r\u001b[K${text}` : `hegui: ${text}\n`);
    this.drawn = this.animated;
  }

  /** Clears the line, before anything else is written to the terminal. */
  async clear(): Promise<void> {
    if (this.drawn) await this.stderr.write('\r\u001b[K');
    this.drawn = false;
  }
}

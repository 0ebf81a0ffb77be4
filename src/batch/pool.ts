import { Worker } from 'node:worker_threads';
import type { Judge, JudgedInput } from './judge.js';
import { nextOf, type Source } from './source.js';
import { type Done, type Orders, READY, type Task } from './worker.js';

/** How the workers of a run are started. */
export interface PoolPlan {
  /** The program of a worker. */
  readonly program: string;
  /** How many; with none this thread judges. */
  readonly jobs: number;
  /** How many inputs there must be before workers are started. */
  readonly from: number;
  readonly orders: Orders;
  /** Milliseconds without an answer after which a worker counts as lost. */
  readonly patience: number;
}

/** Below so many inputs the start of the workers takes longer than they save (see `npm run bench`). */
export const BREAK_EVEN = 300;

/** Inputs judged in this thread between two turns of the event loop. */
const TURN_EVERY = 8;

/** Judges inputs in this thread while they are few, and on workers from then on; gives the results in the order of the inputs. */
export async function* judgeInOrder(
  sources: AsyncIterator<Source>,
  count: number | null,
  judge: Judge,
  plan: PoolPlan,
  signal: AbortSignal,
): AsyncGenerator<JudgedInput> {
  const few = plan.jobs === 0 || (count !== null && count < plan.from);
  for (let done = 0; few || (count === null && done < plan.from); done += 1) {
    const source = signal.aborted ? null : await nextOf(sources);
    if (source === null) return;
    yield await judge.judge(source);
    // Files are read at once, so that nothing else would let the user interrupt.
    if (done % TURN_EVERY === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  yield* new Pool(plan, sources, judge).run(signal);
}

/**
 * Megabytes of a worker's memory. Records are short-lived: with the usual young generation each thread would hold some thirty
 * megabytes of dead ones. Told of an old generation of up to a gigabyte, V8 clears up earlier than by default, which takes a
 * sixth more time and a hundred megabytes less with a pack of eight hundred rules.
 */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 1024 };

/** Inputs that a worker holds: the one it judges and those that wait, so that it need not wait for the next. */
const HELD = 8;
/** Inputs of each worker that are judged before their turn to be written, at most. */
const AHEAD = 32;

interface PoolMember {
  readonly worker: Worker;
  /** In the order in which they were sent: the first is being judged. */
  readonly held: Task[];
  ready: boolean;
  timer: NodeJS.Timeout | null;
}

/**
 * Judges inputs on several threads and gives the results in the order of the inputs. What is judged ahead of a slow
 * consumer is bounded. A worker that dies or falls silent costs the input that it was judging, and others take over the
 * rest of what it held; where workers cannot be started at all, this thread judges.
 */
class Pool {
  private readonly members = new Set<PoolMember>();
  private readonly results = new Map<number, JudgedInput>();
  /** Inputs that a lost worker held, to be given out before new ones. */
  private readonly returned: Task[] = [];
  private given = 0;
  private taken = 0;
  private ended = false;
  private broken = false;
  private feeding = false;
  private hungry = false;
  private failure: unknown = null;
  private wake: () => void = () => undefined;

  constructor(
    private readonly plan: PoolPlan,
    private readonly sources: AsyncIterator<Source>,
    private readonly judge: Judge,
  ) {}

  /** The judged inputs, until the last or until `signal`; what was judged in unbroken order by then is still given. */
  async *run(signal: AbortSignal): AsyncGenerator<JudgedInput> {
    const stop = (): void => this.wake();
    signal.addEventListener('abort', stop);
    for (let job = 0; job < this.plan.jobs; job += 1) this.hire();
    try {
      for (;;) {
        const changed = new Promise<void>((resolve) => {
          this.wake = resolve;
        });
        if (!signal.aborted) this.feed();
        if (this.failure !== null) throw this.failure;
        const judged = this.results.get(this.taken);
        if (judged !== undefined) {
          this.results.delete(this.taken);
          this.taken += 1;
          yield judged;
        } else if (signal.aborted || (this.ended && this.taken === this.given)) return;
        else await changed;
      }
    } finally {
      signal.removeEventListener('abort', stop);
      await Promise.all([...this.members].map((member) => this.dismiss(member)));
    }
  }

  private hire(): void {
    const worker = new Worker(this.plan.program, { workerData: this.plan.orders, resourceLimits: LIMITS });
    const member: PoolMember = { worker, held: [], ready: false, timer: null };
    this.members.add(member);
    worker.on('message', (message: typeof READY | Done) => {
      if (message === READY) member.ready = true;
      else this.take(member, message);
      this.watch(member);
      this.feed();
      this.wake();
    });
    // An error overtakes the results that were sent before it; the end of the worker does not.
    worker.on('error', () => undefined);
    worker.on('exit', () => this.lose(member));
  }

  private take(member: PoolMember, { index, judged }: Done): void {
    const at = member.held.findIndex((task) => task.index === index);
    if (at < 0) return;
    member.held.splice(at, 1);
    this.results.set(index, judged);
  }

  /** Starts the clock anew for what the worker judges now. */
  private watch(member: PoolMember): void {
    if (member.timer !== null) clearTimeout(member.timer);
    member.timer = member.held.length === 0 ? null : setTimeout(() => member.worker.terminate(), this.plan.patience);
  }

  /** Takes a worker out. One that was never ready has judged nothing, and to start another would hardly help. */
  private lose(member: PoolMember): void {
    if (!this.members.delete(member)) return;
    const [current, ...rest] = member.held;
    if (!member.ready) this.broken = true;
    if (current !== undefined && member.ready) this.results.set(current.index, this.judge.failed(current.source, LOST));
    else if (current !== undefined) rest.unshift(current);
    this.returned.unshift(...rest);
    if (member.timer !== null) clearTimeout(member.timer);
    if (!this.broken) this.hire();
    this.feed();
    this.wake();
  }

  private async dismiss(member: PoolMember): Promise<void> {
    this.members.delete(member);
    if (member.timer !== null) clearTimeout(member.timer);
    await member.worker.terminate();
  }

  /** Keeps the workers busy. Nobody waits for it: results are given on while the next input is still to arrive. */
  private async feed(): Promise<void> {
    this.hungry = true;
    if (this.feeding) return;
    this.feeding = true;
    try {
      while (this.hungry) {
        this.hungry = false;
        while (await this.giveOne());
      }
    } catch (error) {
      this.failure = error;
      this.wake();
    } finally {
      this.feeding = false;
    }
  }

  /** Sends the next input to the least laden worker, or judges it here where there is none; whether there may be more to do. */
  private async giveOne(): Promise<boolean> {
    const [idlest] = [...this.members].sort((a, b) => a.held.length - b.held.length);
    if (idlest === undefined ? !this.broken : idlest.held.length >= HELD) return false;
    const task = await this.nextTask();
    if (task === null) return false;
    if (idlest === undefined) {
      this.results.set(task.index, await this.judge.judge(task.source));
      this.wake();
    } else if (this.members.has(idlest)) this.send(idlest, task);
    // While the next input was awaited the worker was lost.
    else this.returned.unshift(task);
    return true;
  }

  private send(member: PoolMember, task: Task): void {
    member.held.push(task);
    if (member.held.length === 1) this.watch(member);
    member.worker.postMessage(task);
  }

  private async nextTask(): Promise<Task | null> {
    const again = this.returned.shift();
    if (again !== undefined) return again;
    if (this.ended || this.given - this.taken >= this.plan.jobs * AHEAD) return null;
    const source = await nextOf(this.sources);
    if (source !== null) return { index: this.given++, source };
    this.ended = true;
    this.wake();
    return null;
  }
}

const LOST = 'the worker that judged it stopped';

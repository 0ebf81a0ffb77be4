import type { Output } from '../core/context.js';
import { type Appender, openAppender } from '../io/append.js';

/** Where the lines of a run go while it is judged. Null is standard output. */
export interface SinkPlan {
  readonly path: string | null;
  /** Bytes of the file that stay. */
  readonly keep: number;
}

/** An output that failed, and why; a reader that has gone away is no news. */
export type Failed = (path: string, reason: string) => Promise<void>;

/** Several outputs that take the same lines. One that fails is left out from then on and does not stop the others. */
export class Sinks {
  failed = false;
  private open: { path: string; appender: Appender }[] = [];

  constructor(
    private readonly plans: readonly SinkPlan[],
    private readonly stdout: Output,
    private readonly onFailed: Failed,
  ) {}

  /** Whether any output still takes lines. */
  get isOpen(): boolean {
    return this.open.length > 0;
  }

  /** Opens the outputs; those without anything to keep get the first line. */
  async start(first: string): Promise<void> {
    for (const plan of this.plans) {
      const path = plan.path;
      if (path === null) {
        this.open.push({ path: '-', appender: toStream(this.stdout) });
        continue;
      }
      await this.guard(path, async () => {
        this.open.push({ path, appender: await openAppender(path, plan.keep) });
      });
    }
    if (this.plans.every(({ keep }) => keep === 0)) await this.write(first);
  }

  async write(line: string): Promise<void> {
    for (const { path, appender } of [...this.open]) await this.guard(path, () => appender.write(line));
  }

  async close(): Promise<void> {
    for (const { path, appender } of [...this.open]) await this.guard(path, () => appender.close());
  }

  private async guard(path: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      this.failed = true;
      const broken = this.open.filter((each) => each.path === path);
      this.open = this.open.filter((each) => each.path !== path);
      for (const { appender } of broken) await appender.close().catch(() => undefined);
      if (code !== 'EPIPE') await this.onFailed(path, code);
    }
  }
}

function toStream(stdout: Output): Appender {
  return {
    write: async (text) => {
      if (!(await stdout.write(text))) throw Object.assign(new Error('the reader of the stream has gone away'), { code: 'EPIPE' });
    },
    close: async () => undefined,
  };
}

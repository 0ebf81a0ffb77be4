import type { Wanted } from '../batch/judge.js';
import type { KeptBytes } from '../batch/resume.js';
import type { Context } from '../core/context.js';
import type { Format } from '../core/format.js';
import type { Header, ProfileRecord, Summary } from '../core/run.js';
import { openAppender, replaceHead } from '../io/append.js';
import { openReplacement, type Replacement } from '../io/write.js';
import type { RunLines } from '../report/data/ndjson.js';
import { FORMATS } from '../report/formats.js';
import { htmlSite } from '../report/html/site.js';
import type { Report, View } from '../report/view.js';
import type { Note } from './notes.js';
import { Pages } from './pages.js';
import { usageProblem } from './usage.js';

/** A format and where it goes; null is standard output. */
export interface Destination {
  readonly format: Format;
  readonly path: string | null;
  /** The path is that of a folder, for a page of each profile. */
  readonly folder?: true;
}

export type WhenColor = 'auto' | 'always' | 'never';

/** How all outputs of a run are shown. */
export interface Showing extends Pick<View, 'lang' | 'show' | 'sarifAllKinds'> {
  readonly color: WhenColor;
}

/** One record as the outputs take it: its line of NDJSON in UTF-8, and itself; null where no output needs it. */
export interface Shown {
  readonly line: Uint8Array | null;
  readonly record: ProfileRecord | null;
}

interface OpenOutput extends Destination {
  readonly target: Replacement;
  /** Null for NDJSON, whose lines come ready. */
  readonly report: Report | null;
  /** For a folder, in place of both. */
  readonly pages?: Pages;
}

/** The outputs of a run, all written while it goes by. One that fails is left out from then on and does not stop the others. */
export class RunOutputs {
  failed = false;
  private open: OpenOutput[] = [];
  private count = 0;
  private lines: RunLines | null = null;

  constructor(
    private readonly outputs: readonly Destination[],
    private readonly showing: Showing,
    private readonly context: Context,
    private readonly note: Note,
  ) {}

  /** Whether any output still takes records. */
  get isOpen(): boolean {
    return this.open.length > 0;
  }

  get wantsLines(): boolean {
    return this.outputs.some(({ format }) => FORMATS[format].needs === 'line');
  }

  /** What the outputs need of the records themselves: nothing, what an overview of many shows, or all. */
  get wantsRecords(): Wanted['record'] {
    const needs = this.outputs.map(({ format }) => FORMATS[format].needs).filter((each) => each !== 'line');
    if (needs.length === 0) return 'none';
    return needs.includes('record') ? 'whole' : 'overview';
  }

  /**
   * Opens the outputs. A file of NDJSON is written in its place at once, after what is kept of it, so that a run that
   * was killed can be resumed from there; with null it appears when it is whole, like all other files.
   */
  async start(header: Header, lines: RunLines, keep: KeptBytes | null): Promise<void> {
    this.lines = lines;
    for (const output of this.outputs) {
      await this.guard(output, async () => {
        if (output.folder) return void this.open.push(this.folderOf(output, header));
        const target = await this.targetOf(output, lines, keep);
        const report = FORMATS[output.format].reporter?.(header, this.viewOf(output)) ?? null;
        this.open.push({ ...output, target, report });
        if (report === null && !keep?.bytes) await target.write(lines.header());
      });
    }
  }

  async add({ line, record }: Shown): Promise<void> {
    this.count += 1;
    for (const output of [...this.open]) {
      await this.guard(output, async () => {
        const { limit } = FORMATS[output.format];
        if (limit !== null && output.pages === undefined && this.count > limit) return this.refuse(output, limit);
        if (output.pages !== undefined) return record === null ? undefined : output.pages.add(record);
        const piece = output.report === null ? line : record === null ? '' : output.report.add(record);
        if (piece !== null && piece.length > 0) await output.target.write(piece);
      });
    }
  }

  /** Writes what is left and closes the outputs. */
  async finish(summary: Summary): Promise<void> {
    if (this.count <= 1) await this.context.endsSoon();
    for (const output of [...this.open]) {
      await this.guard(output, async () => {
        if (output.pages !== undefined) return output.pages.finish(summary);
        await output.target.write(output.report === null ? (this.lines?.summary(summary) ?? '') : await output.report.end(summary));
        await output.target.commit();
      });
    }
  }

  /** Closes the outputs of a run that ends before its last input: lines stay, for they are valid as far as they go. */
  async abandon(): Promise<void> {
    for (const output of [...this.open]) {
      await this.guard(output, () => (output.report === null ? output.target.commit() : output.target.discard()));
    }
  }

  /** Gives all outputs up; files are left as they were. */
  async discard(): Promise<void> {
    for (const output of [...this.open]) await this.guard(output, () => output.target.discard());
  }

  private async refuse(output: OpenOutput, limit: number): Promise<void> {
    this.failed = true;
    this.open = this.open.filter((each) => each !== output);
    await output.target.discard();
    await this.note(usageProblem('too-many-profiles', { format: output.format, limit }));
  }

  private async guard(output: Destination, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      this.failed = true;
      const broken = this.open.filter(({ path }) => path === output.path);
      this.open = this.open.filter(({ path }) => path !== output.path);
      for (const { target } of broken) await target.discard().catch(() => undefined);
      if (code !== 'EPIPE') await this.note(usageProblem('output-failed', { path: output.path ?? '-', reason: code }));
    }
  }

  private folderOf(output: Destination, header: Header): OpenOutput {
    const pages = new Pages(output.path ?? '.', htmlSite(header, this.viewOf(output)));
    return { ...output, target: NO_FILE, report: null, pages };
  }

  private async targetOf({ format, path }: Destination, lines: RunLines, keep: KeptBytes | null): Promise<Replacement> {
    if (path === null) return toStream(this.context.stdout, FORMATS[format].limit !== null);
    if (FORMATS[format].reporter !== null || keep === null) return openReplacement(path);
    const { bytes, oldHeader } = keep;
    const kept = oldHeader === null ? bytes : await replaceHead(path, lines.header(), oldHeader, bytes);
    const { write, close } = await openAppender(path, kept);
    return { write, commit: close, discard: close };
  }

  private viewOf({ path }: Destination): View {
    const { color, ...showing } = this.showing;
    if (path !== null) return { ...showing, color: false, width: DEFAULT_WIDTH };
    const width = Math.min(Math.max(this.context.stdout.columns, MIN_WIDTH), MAX_WIDTH);
    return { ...showing, color: wantsColor(color, this.context), width };
  }
}

/** Pages are written one by one, so that nothing is left to put in its place or to take away. */
const NO_FILE: Replacement = { write: async () => undefined, commit: async () => undefined, discard: async () => undefined };

/** Standard output as the place of a report; what may yet be refused is held back until it is whole. */
function toStream(stdout: Context['stdout'], held: boolean): Replacement {
  const pieces: (string | Uint8Array)[] = [];
  const write = async (piece: string | Uint8Array): Promise<void> => {
    if (!(await stdout.write(piece))) throw Object.assign(new Error('the reader of the stream has gone away'), { code: 'EPIPE' });
  };
  return {
    write: async (piece) => {
      if (held) pieces.push(piece);
      else await write(piece);
    },
    commit: async () => {
      for (const piece of pieces) await write(piece);
    },
    discard: async () => undefined,
  };
}

const DEFAULT_WIDTH = 80;
/** Below this the table of areas does not fit; a narrower terminal folds the lines itself. */
const MIN_WIDTH = 60;
const MAX_WIDTH = 120;

/** NO_COLOR and FORCE_COLOR as their conventions say; else colour on a terminal only. */
function wantsColor(when: WhenColor, { env, stdout }: Context): boolean {
  if (when !== 'auto') return when === 'always';
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  if (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0') return true;
  return stdout.isTTY && env['TERM'] !== 'dumb';
}

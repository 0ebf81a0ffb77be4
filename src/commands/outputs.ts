import type { Context } from '../core/context.js';
import type { Run } from '../core/run.js';
import { writeWhole } from '../io/write.js';
import { REPORTERS, type WholeFormat } from '../report/formats.js';
import { JSON_LIMIT } from '../report/limits.js';
import type { View } from '../report/view.js';
import type { CheckCommand } from './options.js';
import { type UsageProblem, usageProblem } from './usage.js';

/** Says something on standard error. */
export type Note = (problem: UsageProblem) => Promise<void>;

export type BareView = Omit<View, 'color' | 'width'>;

/** An output in a format that is made from a whole run. */
export interface WholeOutput {
  readonly format: WholeFormat;
  /** Null is standard output. */
  readonly path: string | null;
}

/** Writes the outputs that are made from a whole run, and says of each that fails why; whether any did. */
export async function writeWholeRun(
  run: Run,
  outputs: readonly WholeOutput[],
  bare: BareView,
  color: CheckCommand['color'],
  context: Context,
  note: Note,
): Promise<boolean> {
  let failed = false;
  for (const { format, path } of outputs) {
    if (format === 'json' && run.profiles.length > JSON_LIMIT) {
      await note(usageProblem('too-many-profiles', { format, count: run.profiles.length, limit: JSON_LIMIT }));
      failed = true;
      continue;
    }
    const toTerminal = path === null;
    const view: View = {
      ...bare,
      color: toTerminal && wantsColor(color, context),
      width: toTerminal ? Math.min(Math.max(context.stdout.columns, MIN_WIDTH), MAX_WIDTH) : DEFAULT_WIDTH,
    };
    const text = REPORTERS[format](run, view);
    if (path === null) {
      await context.stdout.write(text);
      continue;
    }
    const reason = await writeWhole(path, text);
    if (reason !== null) {
      await note(usageProblem('output-failed', { path, reason }));
      failed = true;
    }
  }
  return failed;
}

const DEFAULT_WIDTH = 80;
/** Below this the table of areas does not fit; a narrower terminal folds the lines itself. */
const MIN_WIDTH = 60;
const MAX_WIDTH = 120;

/** NO_COLOR and FORCE_COLOR as their conventions say; else colour on a terminal only. */
function wantsColor(when: CheckCommand['color'], { env, stdout }: Context): boolean {
  if (when !== 'auto') return when === 'always';
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  if (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0') return true;
  return stdout.isTTY && env['TERM'] !== 'dumb';
}

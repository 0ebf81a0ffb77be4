import { type Sources, STDIN } from '../batch/discover.js';
import { addDays } from '../core/dates.js';
import { VERDICTS, type Verdict } from '../core/finding.js';
import type { Format } from '../core/format.js';
import { DUTIES, type Duty } from '../core/rule.js';
import type { CheckOptions, ShardChoice } from '../core/run.js';
import { suggest } from '../core/suggest.js';
import { FORMAT_NAMES } from '../report/formats.js';
import type { Destination, WhenColor } from './outputs.js';
import { UsageError, type UsageProblem, usageProblem } from './usage.js';

/** Options that say where and how a run is shown, as they stand on the command line. */
export interface RawShowing {
  readonly format?: string;
  readonly output?: readonly string[];
  readonly lang?: string;
  readonly show?: string;
  readonly sarifAllKinds?: boolean;
  readonly quiet?: boolean;
  readonly color?: string;
}

/** Options of `report` as they stand on the command line. */
export interface RawReportOptions extends RawShowing {
  readonly redact?: boolean;
}

/** Options of `check` as they stand on the command line. */
export interface RawCheckOptions extends RawReportOptions {
  readonly outDir?: string;
  readonly asOf?: string;
  readonly horizon?: string;
  readonly area?: readonly string[];
  readonly rule?: readonly string[];
  readonly duty?: readonly string[];
  readonly rules?: readonly string[];
  readonly failOn?: string;
  readonly failDuty?: string;
  readonly minCompliance?: string;
  readonly minCoverage?: string;
  readonly onInvalid?: string;
  readonly filesFrom?: string;
  readonly input?: string;
  readonly stdinPath?: string;
  readonly resume?: string;
  readonly jobs?: string;
  readonly shard?: string;
  readonly encoding?: string;
  readonly progress?: boolean;
}

/** Options of `check` after validation. */
export interface CheckCommand {
  readonly check: CheckOptions;
  readonly asOf: string;
  readonly outputs: readonly Destination[];
  readonly show: readonly Verdict[];
  readonly sarifAllKinds: boolean;
  readonly sources: Sources;
  /** A saved run to continue. */
  readonly resume: string | null;
  readonly packFolders: readonly string[];
  readonly quiet: boolean;
  readonly progress: boolean;
  readonly color: WhenColor;
  /** Worker threads; null is as many as pay. */
  readonly jobs: number | null;
}

const ENCODINGS = ['gb18030', 'utf-16'] as const;
const DEFAULT_HORIZON_DAYS = 180;
const DEFAULT_SHOW: readonly Verdict[] = ['gap', 'unknown', 'manual'];

/** Validates all options of `check` before anything is read. @throws UsageError with everything that is wrong */
export function checkOptions(paths: readonly string[], raw: RawCheckOptions, today: string): CheckCommand {
  const reading = new OptionReading();
  const command: CheckCommand = {
    check: {
      horizonDays: reading.count('--horizon', raw.horizon) ?? DEFAULT_HORIZON_DAYS,
      areas: raw.area ?? [],
      rules: raw.rule ?? [],
      duties: (raw.duty ?? []).map((duty) => reading.oneOf('--duty', duty, DUTIES)),
      failOn: reading.verdicts('--fail-on', raw.failOn, 'never', []) ?? ['gap', 'unknown'],
      failDuty: raw.failDuty === undefined ? 'mandatory' : reading.oneOf<Duty>('--fail-duty', raw.failDuty, DUTIES),
      minCompliance: reading.percent('--min-compliance', raw.minCompliance),
      minCoverage: reading.percent('--min-coverage', raw.minCoverage),
      onInvalid: raw.onInvalid === undefined ? 'fail' : reading.oneOf('--on-invalid', raw.onInvalid, ['fail', 'count']),
      encoding: raw.encoding === undefined ? null : reading.oneOf('--encoding', raw.encoding, ENCODINGS),
      ...(raw.redact ? { redact: true } : {}),
    },
    asOf: reading.date('--as-of', raw.asOf) ?? today,
    outputs:
      raw.resume === undefined
        ? reading.outputs(raw.format, raw.output ?? [], 'table', raw.outDir)
        : [{ format: 'ndjson', path: raw.resume }],
    sources: reading.sources(paths, raw),
    resume: reading.resume(raw),
    jobs: reading.jobs(raw.jobs),
    packFolders: raw.rules ?? [],
    quiet: raw.quiet ?? false,
    progress: raw.progress ?? true,
    ...reading.showing(raw),
  };
  reading.finish();
  return command;
}

/** Reads options one by one and collects everything that is wrong with them. */
export class OptionReading {
  readonly problems: UsageProblem[] = [];

  private bad(option: string, value: string, expected: string, suggestion: string | null = null): void {
    this.problems.push(usageProblem('bad-value', { option, value, expected, suggestion }));
  }

  /** @throws UsageError with everything that is wrong */
  finish(): void {
    if (this.problems.length > 0) throw new UsageError(this.problems);
  }

  /** How reports are shown. Which language is spoken is chosen before the options are read. */
  showing({ lang, show, sarifAllKinds, color }: RawShowing): Pick<CheckCommand, 'show' | 'sarifAllKinds' | 'color'> {
    if (lang !== undefined) this.oneOf('--lang', lang, ['zh', 'en']);
    return {
      show: this.verdicts('--show', show, 'all', VERDICTS) ?? DEFAULT_SHOW,
      sarifAllKinds: sarifAllKinds ?? false,
      color: color === undefined ? 'auto' : this.oneOf('--color', color, ['auto', 'always', 'never']),
    };
  }

  oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
    const found = allowed.find((each) => each === value);
    if (found === undefined) this.bad(option, value, allowed.join(' | '), suggest(value, allowed));
    return found ?? (allowed[0] as T);
  }

  verdicts(option: string, value: string | undefined, word: string, meaning: readonly Verdict[]): readonly Verdict[] | null {
    if (value === undefined) return null;
    if (value === word) return meaning;
    const allowed = [...VERDICTS, word];
    const chosen = value.split(',').map((each) => each.trim());
    const known = chosen.flatMap((each) => VERDICTS.find((verdict) => verdict === each) ?? []);
    const wrong = chosen.find((each) => !VERDICTS.includes(each as Verdict));
    if (wrong !== undefined) this.bad(option, value, allowed.join(','), suggest(wrong, allowed));
    return [...new Set(known)];
  }

  count(option: string, value: string | undefined): number | null {
    if (value === undefined) return null;
    if (!/^\d{1,5}$/.test(value)) this.bad(option, value, '0–99999');
    return Number(value);
  }

  percent(option: string, value: string | undefined): number | null {
    if (value === undefined) return null;
    const number = Number(value);
    if (!/^\d{1,3}(\.\d{1,2})?$/.test(value) || number > 100) this.bad(option, value, '0–100');
    return number;
  }

  date(option: string, value: string | undefined): string | null {
    if (value === undefined) return null;
    const exists = /^\d{4}-\d{2}-\d{2}$/.test(value) && Number.isFinite(Date.parse(value)) && addDays(value, 0) === value;
    if (!exists) this.bad(option, value, 'YYYY-MM-DD');
    return value;
  }

  /** Where the inputs come from; only one source may own standard input. */
  sources(args: readonly string[], raw: RawCheckOptions): Sources {
    const ndjson = raw.input !== undefined && this.oneOf('--input', raw.input, ['files', 'ndjson']) === 'ndjson';
    const filesFrom = raw.filesFrom ?? null;
    const ofStdin = [...args, filesFrom].filter((each) => each === STDIN).length;
    if (args.length === 0 && filesFrom === null) this.problems.push(usageProblem('missing-argument', { name: '<path...>' }));
    if (ofStdin > 1) this.problems.push(usageProblem('two-stdin', {}));
    if (ndjson && filesFrom !== null) this.problems.push(usageProblem('bad-combination', { one: '--input ndjson', other: '--files-from' }));
    if (raw.stdinPath !== undefined && (ndjson || !args.includes(STDIN))) {
      this.problems.push(usageProblem('needs-stdin', { option: '--stdin-path' }));
    }
    const shard = this.shard(raw.shard);
    if (ndjson && shard !== null) this.problems.push(usageProblem('bad-combination', { one: '--input ndjson', other: '--shard' }));
    return { args, filesFrom, ndjson, stdinPath: raw.stdinPath ?? null, shard };
  }

  private shard(value: string | undefined): ShardChoice | null {
    if (value === undefined) return null;
    const [, index = 0, of = 0] = (/^(\d{1,5})\/(\d{1,5})$/.exec(value) ?? []).map(Number);
    if (index < 1 || index > of) this.bad('--shard', value, 'I/N, 1 ≤ I ≤ N ≤ 99999');
    return { index, of };
  }

  jobs(value: string | undefined): number | null {
    if (value === undefined || value === 'auto') return null;
    if (!/^\d{1,3}$/.test(value)) this.bad('--jobs', value, '0–999 | auto');
    return Number(value);
  }

  /** A run that is continued writes that run alone, and from files: records on a stream cannot be compared with those of before. */
  resume(raw: RawCheckOptions): string | null {
    if (raw.resume === undefined) return null;
    const exclude = (one: string, given: boolean): void => {
      if (given) this.problems.push(usageProblem('bad-combination', { one: '--resume', other: one }));
    };
    exclude('--format', raw.format !== undefined);
    exclude('--output', raw.output !== undefined);
    exclude('--out-dir', raw.outDir !== undefined);
    exclude('--input ndjson', raw.input === 'ndjson');
    return raw.resume;
  }

  /** Where the reports go; with no output named, that is one in the `usual` format on standard output. */
  outputs(format: string | undefined, files: readonly string[], usual: Format, folder?: string): Destination[] {
    const outputs: Destination[] = [];
    if (format !== undefined || files.length === 0) {
      outputs.push({ format: this.oneOf('--format', format ?? usual, FORMAT_NAMES), path: null });
    }
    for (const file of files) {
      const at = file.indexOf('=');
      if (at < 1 || at === file.length - 1) {
        this.bad('--output', file, 'FORMAT=PATH');
        continue;
      }
      const path = file.slice(at + 1);
      outputs.push({ format: this.oneOf('--output', file.slice(0, at), FORMAT_NAMES), path: path === '-' ? null : path });
    }
    if (folder !== undefined) this.intoFolder(outputs, folder);
    if (outputs.filter(({ path }) => path === null).length > 1) this.problems.push(usageProblem('two-stdout', {}));
    return outputs;
  }

  /** The pages of `-f html` go into a folder. */
  private intoFolder(outputs: Destination[], folder: string): void {
    const at = outputs.findIndex(({ format, path }) => format === 'html' && path === null);
    if (at === -1) this.problems.push(usageProblem('needs-html', {}));
    else if (folder === '') this.bad('--out-dir', folder, 'DIR');
    else outputs[at] = { format: 'html', path: folder, folder: true };
  }
}

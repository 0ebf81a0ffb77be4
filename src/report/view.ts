import type { Verdict } from '../core/finding.js';
import type { Header, ProfileRecord, Summary } from '../core/run.js';
import type { Language } from '../core/text.js';

/** How a run is shown. None of it changes a verdict, a number or the exit code. */
export interface View {
  readonly lang: Language;
  readonly show: readonly Verdict[];
  /** SARIF also holds what is no gap and fails no gate. */
  readonly sarifAllKinds: boolean;
  readonly color: boolean;
  /** Terminal cells of a line. */
  readonly width: number;
}

/** A report that is made while its run goes by; it keeps of a record only what it needs. */
export interface Report {
  /** Takes the next record, in the order of the inputs, and gives the text that is settled by then. */
  add(record: ProfileRecord): string;
  /** Gives the rest. */
  end(summary: Summary): string | Uint8Array | Promise<string | Uint8Array>;
}

/** Starts the report of a run in one format. Reporters judge nothing and write nowhere. */
export type Reporter = (header: Header, view: View) => Report;

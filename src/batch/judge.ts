import { type Tallied, tally } from '../assess/gate.js';
import { forOverview } from '../assess/overview.js';
import { Redaction } from '../assess/redact.js';
import type { Header, ProfileRecord } from '../core/run.js';
import { checkProfile, type Engine, failedRecord } from '../pipeline.js';
import { type RunLines, runLines } from '../report/data/ndjson.js';
import { readSource, type Source } from './source.js';

/** What the outputs of a run need of each record: its line of NDJSON, and of the record nothing, an overview or all. */
export interface Wanted {
  readonly line: boolean;
  readonly record: 'none' | 'overview' | 'whole';
}

/** A judged input, as far as it is wanted. It holds data alone, so that it can cross from one thread to another. */
export interface JudgedInput {
  readonly tally: Tallied;
  /** UTF-8. */
  readonly line: Uint8Array | null;
  readonly record: ProfileRecord | null;
}

/** Judges the inputs of one run. */
export class Judge {
  private readonly lines: RunLines | null;
  private readonly redaction: Redaction | null;

  constructor(
    private readonly engine: Engine,
    header: Header,
    private readonly wanted: Wanted,
  ) {
    this.lines = wanted.line ? runLines(header) : null;
    this.redaction = header.options.redact ? new Redaction(header.catalog) : null;
  }

  /** Reads and judges an input. Never fails: what goes wrong becomes the status of the record. */
  async judge(source: Source): Promise<JudgedInput> {
    return this.show(checkProfile(await readSource(source), this.engine));
  }

  /** What an input costs whose judge broke down. */
  failed(source: Source, message: string): JudgedInput {
    return this.show(failedRecord(source.path, message));
  }

  private show(judged: ProfileRecord): JudgedInput {
    const record = this.redaction?.record(judged) ?? judged;
    const { record: part } = this.wanted;
    return {
      tally: tally(record),
      line: this.lines === null ? null : new TextEncoder().encode(this.lines.profile(record)),
      record: part === 'none' ? null : part === 'whole' ? record : forOverview(record),
    };
  }
}

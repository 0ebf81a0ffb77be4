import type { Header, ProfileRecord, Summary } from '../../core/run.js';
import { TerseRecords, terseHeader } from '../../run/terse.js';
import { messagesOf } from './json.js';

/** Makes the lines of a run: a header, a record for each profile, a summary; each a whole JSON object and a newline. */
export interface RunLines {
  header(): string;
  profile(record: ProfileRecord): string;
  summary(summary: Summary): string;
}

/** The lines of a run as `-f ndjson` writes them (see `hegui schema run`). */
export function runLines(header: Header): RunLines {
  const terse = new TerseRecords(header, messagesOf(header));
  const line = (of: object): string => `${JSON.stringify(of)}\n`;
  return {
    header: () => line({ record: 'run', ...terseHeader(header) }),
    profile: (record) => line(terse.record(record)),
    summary: (summary) => line({ record: 'summary', ...summary }),
  };
}

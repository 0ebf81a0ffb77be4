import { htmlReport } from './html/report.js';
import { jsonReport } from './json.js';
import { tableReport } from './table.js';
import type { Reporter } from './view.js';

/** The reporter of each format that is made from a whole run. */
export const REPORTERS = { table: tableReport, json: jsonReport, html: htmlReport } as const satisfies Record<string, Reporter>;

export type WholeFormat = keyof typeof REPORTERS;

/** `ndjson` is written line by line while the run is judged (see ndjson.ts). */
export type Format = WholeFormat | 'ndjson';

/** The formats in which a run can be shown. */
export const FORMATS: readonly Format[] = ['table', 'json', 'ndjson', 'html'];

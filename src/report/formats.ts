import { csvReport } from './csv.js';
import { githubReport } from './github.js';
import { gitlabReport } from './gitlab.js';
import { htmlReport } from './html/report.js';
import { jsonReport } from './json.js';
import { junitReport } from './junit.js';
import { markdownReport } from './markdown.js';
import { sarifReport } from './sarif.js';
import { tableReport } from './table.js';
import type { Reporter } from './view.js';
import { xlsxReport } from './xlsx.js';

/** The reporter of each format that is made from a whole run. */
export const REPORTERS = {
  table: tableReport,
  json: jsonReport,
  html: htmlReport,
  csv: csvReport,
  xlsx: xlsxReport,
  junit: junitReport,
  sarif: sarifReport,
  gitlab: gitlabReport,
  github: githubReport,
  markdown: markdownReport,
} as const satisfies Record<string, Reporter>;

export type WholeFormat = keyof typeof REPORTERS;

/** `ndjson` is written line by line while the run is judged (see ndjson.ts). */
export type Format = WholeFormat | 'ndjson';

/** The formats in which a run can be shown. */
export const FORMATS: readonly Format[] = [
  'table',
  'json',
  'ndjson',
  'html',
  'xlsx',
  'csv',
  'sarif',
  'junit',
  'gitlab',
  'github',
  'markdown',
];

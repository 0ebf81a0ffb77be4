import type { Format } from '../core/format.js';
import { githubReport } from './ci/github.js';
import { gitlabReport } from './ci/gitlab.js';
import { junitReport } from './ci/junit.js';
import { sarifReport } from './ci/sarif.js';
import { csvReport } from './data/csv.js';
import { jsonReport } from './data/json.js';
import { htmlReport } from './html/report.js';
import { markdownReport } from './markdown/report.js';
import { xlsxReport } from './sheet/xlsx.js';
import { tableReport } from './terminal/table.js';
import type { Reporter } from './view.js';

/** A format in which a run can be shown. */
export interface FormatDescriptor {
  /** Null for lines of a run, which are made where it is judged. */
  readonly reporter: Reporter | null;
  /** What it needs of each record: its line alone, what an overview of many shows, or all of it. */
  readonly needs: 'line' | 'overview' | 'record';
  /** Most profiles that it takes, where they must be held in memory as a whole. */
  readonly limit: number | null;
}

/** All formats; what each is for stands in `i18n/formats`. */
export const FORMATS: Readonly<Record<Format, FormatDescriptor>> = {
  table: { reporter: tableReport, needs: 'overview', limit: null },
  html: { reporter: htmlReport, needs: 'record', limit: 1000 },
  xlsx: { reporter: xlsxReport, needs: 'record', limit: 2000 },
  markdown: { reporter: markdownReport, needs: 'record', limit: null },
  csv: { reporter: csvReport, needs: 'record', limit: null },
  json: { reporter: jsonReport, needs: 'record', limit: 2000 },
  ndjson: { reporter: null, needs: 'line', limit: null },
  sarif: { reporter: sarifReport, needs: 'record', limit: null },
  junit: { reporter: junitReport, needs: 'record', limit: 500 },
  gitlab: { reporter: gitlabReport, needs: 'record', limit: null },
  github: { reporter: githubReport, needs: 'record', limit: null },
};

export const FORMAT_NAMES = Object.keys(FORMATS) as readonly Format[];

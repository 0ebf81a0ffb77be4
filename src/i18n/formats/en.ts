import type { FormatWords } from './words.js';

/** What formats are for, in English. */
export const formats: FormatWords = {
  table: 'to read in a terminal',
  html: 'to read in a browser; with --out-dir a page for each profile',
  xlsx: 'an Excel workbook, to hand on and fill in',
  markdown: 'pull requests and job summaries',
  csv: 'a row for each finding, for statistics',
  json: 'the whole run as one JSON document',
  ndjson: 'the whole run, a line for each profile; report and merge read it',
  sarif: 'code scanning',
  junit: 'test reports; with failures exactly when the exit code is not 0',
  gitlab: 'GitLab Code Quality',
  github: 'annotations of GitHub Actions',
};

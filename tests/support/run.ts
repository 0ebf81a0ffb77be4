import type { ProfileRecord, Run, Summary } from '../../src/core/run.js';
import { type Format, REPORTERS } from '../../src/report/formats.js';
import { runLines } from '../../src/report/ndjson.js';
import type { View } from '../../src/report/view.js';
import { expandHeader, type SavedHeader, type SavedProfile, SavedRecords } from '../../src/run/expand.js';
import { hegui } from './cli.js';

/** A run as data, judged on a fixed date. */
export async function runOf(...argv: string[]): Promise<Run> {
  const { stdout } = await hegui(['check', ...argv, '-f', 'json', '--as-of', '2026-11-23']);
  return readRun(JSON.parse(stdout));
}

/** A saved run as one JSON document, read back. */
export function readRun({ profiles, summary, ...saved }: SavedHeader & { profiles: SavedProfile[]; summary: Summary }): Run {
  const header = expandHeader(saved);
  const records = new SavedRecords(header);
  return { header, profiles: profiles.map((each) => records.record(each)), summary };
}

/** A saved run as lines, read back. */
export function readLines(text: string): Run {
  const [{ record: _, ...header }, ...rest] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const { record: __, ...summary } = rest.pop();
  return readRun({ ...header, profiles: rest, summary });
}

/** All verdicts, in the order in which a report lists them. */
export const ALL: View['show'] = ['gap', 'unknown', 'manual', 'pass', 'not-applicable'];

/** The report of a run in one format of text, as the command line writes it. */
export function render(format: Exclude<Format, 'xlsx'>, run: Run, view: Partial<View> = {}): string {
  const { header, profiles, summary } = run;
  if (format === 'ndjson') return linesOf(run);
  const report = REPORTERS[format](header, viewOf(header.lang, view));
  const pieces = profiles.map((record) => report.add(record));
  return pieces.join('') + report.end(summary);
}

function linesOf({ header, profiles, summary }: Run): string {
  const lines = runLines(header);
  return lines.header + profiles.map((record) => lines.profile(record)).join('') + lines.summary(summary);
}

/** The workbook of a run, as the command line writes it. */
export async function renderWorkbook({ header, profiles, summary }: Run, view: Partial<View> = {}): Promise<Uint8Array> {
  const report = REPORTERS.xlsx(header, viewOf(header.lang, view));
  for (const record of profiles) report.add(record);
  const bytes = await report.end(summary);
  if (typeof bytes === 'string') throw new Error('a workbook is bytes');
  return bytes;
}

function viewOf(lang: View['lang'], view: Partial<View>): View {
  return { lang, show: ['gap', 'unknown', 'manual'], sarifAllKinds: false, color: false, width: 80, ...view };
}

/** The run with other records. */
export function withProfiles(run: Run, ...profiles: readonly ProfileRecord[]): Run {
  return { ...run, profiles };
}

/** The only record of a run. */
export function onlyOf({ profiles }: Run): ProfileRecord {
  const [record, ...others] = profiles;
  if (record === undefined || others.length > 0) throw new Error('not one record');
  return record;
}

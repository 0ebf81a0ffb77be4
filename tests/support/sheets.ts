import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import type { ProfileRecord, Run } from '../../src/core/run.js';
import { csvReport } from '../../src/report/csv.js';
import type { View } from '../../src/report/view.js';
import { xlsxReport } from '../../src/report/xlsx.js';

export type Grid = (string | number | null)[][];

export const ALL: View['show'] = ['gap', 'unknown', 'manual', 'pass', 'not-applicable'];

function viewOf(lang: View['lang'], show: View['show']): View {
  return { lang, show, sarifAllKinds: false, color: false, width: 80 };
}

/** The workbook of a run, its records replaced if others are given. */
export async function workbookOfRun(
  run: Run,
  lang: View['lang'] = 'zh',
  show = ALL,
  records: readonly ProfileRecord[] = run.profiles,
): Promise<Uint8Array> {
  const report = xlsxReport(run.header, viewOf(lang, show));
  for (const record of records) report.add(record);
  const bytes = await report.end(run.summary);
  if (typeof bytes === 'string') throw new Error('a workbook is bytes');
  return bytes;
}

export function csvOfRun(run: Run, lang: View['lang'] = 'zh', show = ALL, records: readonly ProfileRecord[] = run.profiles): string {
  const report = csvReport(run.header, viewOf(lang, show));
  return records.map((record) => report.add(record)).join('') + String(report.end(run.summary));
}

/** The sheets of a workbook by name, as another library reads them. */
export async function readSheets(workbook: Uint8Array): Promise<Map<string, Grid>> {
  const sheets = await readWorkbook(Buffer.from(workbook), { trim: false });
  return new Map(sheets.map(({ sheet, data }) => [sheet, data as Grid]));
}

/** The XML files in a workbook by name. */
export function filesOf(workbook: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(workbook)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** The rows of CSV, as another library reads them. */
export function readCsv(text: string, lineEnd = '\r\n'): string[][] {
  return parse(text, { bom: true, record_delimiter: lineEnd });
}

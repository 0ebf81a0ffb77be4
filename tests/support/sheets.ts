import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';

export type Grid = (string | number | null)[][];

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

import type { ProfileRecord, Summary } from '../../core/run.js';
import { sayGateReason } from '../../i18n/translate.js';
import { escapeCsv } from '../escape.js';
import { reasonsNotWhole } from '../say/messages.js';
import { Wording } from '../say/wording.js';
import { rowOf, type Values } from '../sheet/cells.js';
import { FINDING_COLUMNS, findingRows, problemRows } from '../sheet/findingrows.js';
import type { Report, Reporter, View } from '../view.js';

/** By this mark Excel and WPS know UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * The findings as CSV (RFC 4180, UTF-8), a row for each, while the run goes by. What is wrong with a file has rows as well,
 * with its level in the place of a verdict: a file that could not be judged must not drop out of the table.
 */
export const csvReport: Reporter = (header, view): Report => {
  const wording = new Wording(view.lang, header.catalog);
  const { columns } = wording.words.sheets;
  let head = BYTE_ORDER_MARK + line(FINDING_COLUMNS.map((column) => columns[column]));
  const withHead = (rows: string): string => {
    const text = head + rows;
    head = '';
    return text;
  };
  return {
    add: (record) => withHead(rowsOf(record, view, wording)),
    end: (summary) => withHead(runRows(summary, wording)),
  };
};

/** What keeps the run itself from being whole stands in rows of its own, or the table would read as all there is. */
function runRows(summary: Summary, wording: Wording): string {
  const level = wording.words.sheets.level.error;
  const said = reasonsNotWhole(summary).map((reason) => ({ level, problem: sayGateReason(reason, wording.words) }));
  return said.map((values) => line(rowOf(FINDING_COLUMNS, inPlaceOfFinding(values)))).join('');
}

function rowsOf(record: ProfileRecord, view: View, wording: Wording): string {
  const problems = problemRows(record, wording).map(inPlaceOfFinding);
  return [...problems, ...findingRows(record, view, wording)].map((values) => line(rowOf(FINDING_COLUMNS, values))).join('');
}

function inPlaceOfFinding({ level = '', problem = '', ...values }: Values): Values {
  return { ...values, verdict: level, message: problem };
}

function line(cells: readonly (number | string)[]): string {
  return `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : escapeCsv(cell))).join(',')}\r\n`;
}

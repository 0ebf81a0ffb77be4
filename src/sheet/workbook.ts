import writeWorkbook, { type Cell, type CellObject, type Row } from 'write-excel-file/node';
import {
  getCellAddress,
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings as insertElement,
} from 'write-excel-file/utility';
import type { Language } from '../core/text.js';
import { withFixedTimes } from './ziptimes.js';

/** A sheet as it is written: texts are short enough, and never formulas. */
export interface Sheet {
  readonly name: string;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (number | string)[])[];
  /** Indices of the rows that are heads. */
  readonly heads: readonly number[];
  /** Whether its first row is the head of a table that can be filtered. */
  readonly isTable: boolean;
}

type WorkbookFeature = NonNullable<NonNullable<Parameters<typeof writeWorkbook>[1]>['features']>[number];

const FONTS: Readonly<Record<Language, string>> = { zh: 'Microsoft YaHei', en: 'Calibri' };
const FONT_SIZE = 10;
const HEAD = { fontWeight: 'bold', backgroundColor: '#DDE6F0', alignVertical: 'center', wrap: true } as const;
const BODY = { alignVertical: 'top', wrap: true } as const;
/** Beside a label a text runs on over the empty cells to its right. */
const LINE = { alignVertical: 'top' } as const;

type CellStyle = typeof HEAD | typeof BODY | typeof LINE;

/** Sheets as an Office Open XML workbook (ISO/IEC 29500), texts escaped by `escapeText`; the same sheets give the same bytes. */
export async function workbookOf(sheets: readonly Sheet[], lang: Language, escapeText: (text: string) => string): Promise<Uint8Array> {
  const cells = new Cells(escapeText);
  const written = sheets.map((sheet) => ({
    sheet: sheet.name,
    data: sheet.rows.map((row, index): Row => row.map((value) => cells.of(value, styleOf(sheet, index)))),
    columns: sheet.widths.map((width) => ({ width })),
    orientation: 'landscape' as const,
    ...(sheet.isTable ? { stickyRowsCount: 1 } : {}),
  }));
  const workbook = writeWorkbook(written, { features: [filters(sheets)], fontFamily: FONTS[lang], fontSize: FONT_SIZE });
  return withFixedTimes(await workbook.toBuffer());
}

function styleOf({ heads, isTable }: Sheet, row: number): CellStyle {
  return heads.includes(row) ? HEAD : isTable ? BODY : LINE;
}

/** Makes cells; equal ones are one object, since most texts of a sheet stand in many of its rows. */
class Cells {
  constructor(private readonly escapeText: (text: string) => string) {}

  private readonly made = new Map<CellStyle, Map<string, CellObject>>([HEAD, BODY, LINE].map((style) => [style, new Map()]));

  of(value: number | string, style: CellStyle): Cell {
    if (value === '') return null;
    if (typeof value === 'number') return { ...style, value, type: Number };
    const before = this.made.get(style)?.get(value);
    if (before !== undefined) return before;
    const made: CellObject = { ...style, value: asKey(this.escapeText(value)), type: String };
    this.made.get(style)?.set(value, made);
    return made;
  }
}

/**
 * The library looks texts up in a plain object and would find `constructor` there. It drops noncharacters when it writes a
 * text, of which there are none after escaping, so one at the end makes a key that is nowhere inherited.
 */
function asKey(text: string): string {
  return text in Object.prototype ? `${text}\ufffe` : text;
}

/** Lets every table be filtered by its columns. */
function filters(sheets: readonly Sheet[]): WorkbookFeature {
  const order = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [];
  const transform = (xml: string, _options: object, { sheetIndex }: { sheetIndex: number }): string => {
    const sheet = sheets[sheetIndex];
    if (sheet === undefined || !sheet.isTable) return xml;
    const ref = `A1:${getCellAddress(sheet.rows.length - 1, sheet.widths.length - 1)}`;
    return insertElement(xml, getSelfClosingTagMarkup('autoFilter', { ref }), order, 'worksheet');
  };
  return { files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform } } } };
}

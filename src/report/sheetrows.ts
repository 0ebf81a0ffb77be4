import type { SheetColumn, SheetName, SheetWords } from '../i18n/sentences.js';
import { rowOf, type Values, WIDTHS } from './cells.js';

/** What Excel takes of rows and of characters (UTF-16 code units) in a cell. */
const MOST_ROWS = 1_048_576;
const MOST_CHARACTERS = 32_767;

/** What a workbook of hegui takes at most, so that it can be made in memory: cells of a sheet, and characters of all texts once. */
const MOST_CELLS = 5_000_000;
const MOST_TEXT = 100_000_000;

/** A sheet as it is written: texts are escaped, short enough, and never formulas. */
export interface Sheet {
  readonly name: string;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (number | string)[])[];
  /** Indices of the rows that are heads. */
  readonly heads: readonly number[];
  /** Whether its first row is the head of a table that can be filtered. */
  readonly isTable: boolean;
}

/** The texts of a workbook: each is kept once, and none is longer than a cell can hold. */
export class Texts {
  private readonly known = new Map<string, string>();
  private left: number;

  constructor(
    private readonly words: SheetWords,
    most = MOST_TEXT,
  ) {
    this.left = most;
  }

  get isFull(): boolean {
    return this.left <= 0;
  }

  keep(text: string): string {
    const before = this.known.get(text);
    if (before !== undefined) return before;
    const fit = this.cut(text);
    this.left -= fit.length;
    this.known.set(text.length > MOST_CHARACTERS ? fit : text, fit);
    return fit;
  }

  private cut(text: string): string {
    if (text.length <= MOST_CHARACTERS) return text;
    const room = MOST_CHARACTERS - this.words.cut(text.length).length;
    const end = /[\ud800-\udbff]/.test(text.charAt(room - 1)) ? room - 1 : room;
    return text.slice(0, end) + this.words.cut(text.length - end);
  }
}

/** The rows of a table that becomes a sheet. Those beyond what a sheet can hold are counted, and its last row says so. */
export class SheetRows {
  leftOut = 0;
  private readonly rows: (number | string)[][] = [];
  private readonly most: number;

  constructor(
    readonly name: SheetName,
    private readonly columns: readonly SheetColumn[],
    private readonly words: SheetWords,
    private readonly texts: Texts,
    mostCells = MOST_CELLS,
  ) {
    // One row is the head, one the notice.
    this.most = Math.min(MOST_ROWS, Math.floor(mostCells / columns.length)) - 2;
  }

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  add(all: readonly Values[]): void {
    for (const values of all) {
      if (this.rows.length >= this.most || this.texts.isFull) this.leftOut += 1;
      else this.rows.push(rowOf(this.columns, values).map((cell) => (typeof cell === 'number' ? cell : this.texts.keep(cell))));
    }
  }

  /** The sheet with its head and, where rows are left out, how many. */
  sheet(): Sheet {
    const { names, columns, leftOut } = this.words;
    const head = this.columns.map((column) => columns[column]);
    const notice = this.leftOut === 0 ? [] : [[leftOut(this.leftOut)]];
    const widths = this.columns.map((column) => WIDTHS[column]);
    return { name: names[this.name], widths, rows: [head, ...this.rows, ...notice], heads: [0], isTable: true };
  }
}

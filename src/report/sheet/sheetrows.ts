import type { SheetColumn, SheetName, SheetWords } from '../../i18n/sheets/words.js';
import type { Sheet } from '../../sheet/workbook.js';
import { rowOf, type Values, WIDTHS } from './cells.js';

/** Most characters (UTF-16 code units) that Excel takes in a cell. */
const MOST_CHARACTERS = 32_767;

/**
 * What a workbook of hegui takes at most in cells and in characters of all texts, each counted once: it is made in memory, and
 * this much needs about 1 GiB. No table of it reaches the 1,048,576 rows that Excel takes.
 */
const MOST: Capacity = { cells: 2_500_000, text: 30_000_000 };

interface Capacity {
  readonly cells: number;
  readonly text: number;
}

/** The room that is left in a workbook, and its texts: each is kept once, and none is longer than a cell can hold. */
export class Room {
  private readonly known = new Map<string, string>();
  private cells: number;
  private text: number;

  constructor(
    private readonly words: SheetWords,
    most = MOST,
  ) {
    this.cells = most.cells;
    this.text = most.text;
  }

  /** Whether one more row fits, which is then taken into account. */
  takes(cells: number): boolean {
    if (this.cells < cells || this.text <= 0) return false;
    this.cells -= cells;
    return true;
  }

  keep(text: string): string {
    const before = this.known.get(text);
    if (before !== undefined) return before;
    const fit = this.cut(text);
    this.text -= fit.length;
    this.known.set(fit, fit);
    return fit;
  }

  private cut(text: string): string {
    if (text.length <= MOST_CHARACTERS) return text;
    const room = MOST_CHARACTERS - this.words.cut(text.length).length;
    const end = /[\ud800-\udbff]/.test(text.charAt(room - 1)) ? room - 1 : room;
    return text.slice(0, end) + this.words.cut(text.length - end);
  }
}

/** The rows of a table that becomes a sheet. Those for which there is no room are counted, and its last row says so. */
export class SheetRows {
  leftOut = 0;
  private readonly rows: (number | string)[][] = [];

  constructor(
    readonly name: SheetName,
    private readonly columns: readonly SheetColumn[],
    private readonly words: SheetWords,
    private readonly room: Room,
  ) {}

  get isEmpty(): boolean {
    return this.rows.length === 0 && this.leftOut === 0;
  }

  add(all: readonly Values[]): void {
    for (const values of all) {
      // The profiles, whose number is limited, stay complete when others take all room.
      if (this.name !== 'profiles' && !this.room.takes(this.columns.length)) this.leftOut += 1;
      else this.rows.push(rowOf(this.columns, values).map((cell) => (typeof cell === 'number' ? cell : this.room.keep(cell))));
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

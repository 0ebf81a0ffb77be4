import type { SheetColumn } from '../../i18n/sheets/words.js';
import { escapeCell } from '../escape.js';

/** A number, a text of one line, or the lines of a text; a line holds no line breaks of its own. */
export type Cell = number | string | readonly string[];

/** What stands in a row, by column; what is absent is empty. */
export type Values = Readonly<Partial<Record<SheetColumn, Cell>>>;

/** A cell as it is written: numbers stay numbers, and of a text every line is escaped by itself. */
export function cellOf(cell: Cell | undefined): number | string {
  if (cell === undefined) return '';
  if (typeof cell === 'object') return cell.map(escapeCell).join('\n');
  return typeof cell === 'number' ? cell : escapeCell(cell);
}

/** A row in the order of its columns. */
export function rowOf(columns: readonly SheetColumn[], values: Values): (number | string)[] {
  return columns.map((column) => cellOf(values[column]));
}

/** Widths of the columns in digits; a Chinese character takes two. */
export const WIDTHS: Readonly<Record<SheetColumn, number>> = {
  pass: 9,
  gap: 9,
  unknown: 10,
  manual: 10,
  'not-applicable': 10,
  profile: 32,
  identity: 26,
  operator: 24,
  uscc: 22,
  platform: 18,
  area: 18,
  rule: 36,
  title: 40,
  duty: 11,
  severity: 10,
  verdict: 12,
  reason: 22,
  item: 20,
  message: 48,
  declared: 44,
  missing: 44,
  place: 36,
  law: 40,
  grounds: 14,
  cost: 48,
  remedy: 56,
  fact: 44,
  path: 44,
  write: 40,
  rules: 14,
  alone: 14,
  value: 14,
  question: 60,
  from: 13,
  declaration: 24,
  status: 12,
  gate: 10,
  gateReasons: 44,
  compliance: 12,
  coverage: 12,
  encouraged: 28,
  errors: 9,
  warnings: 9,
  digest: 30,
  factsDigest: 30,
  level: 9,
  problem: 60,
  source: 48,
};

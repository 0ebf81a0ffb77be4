import { renderJson } from './json.js';
import { renderTable } from './table.js';
import type { Reporter } from './view.js';

/** The reporter of each format. */
export const REPORTERS = { table: renderTable, json: renderJson } as const satisfies Record<string, Reporter>;

export type Format = keyof typeof REPORTERS;

/** The formats in which a run can be shown. */
export const FORMATS = Object.keys(REPORTERS) as Format[];

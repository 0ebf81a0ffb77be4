import type { Reporter } from './view.js';

/** Loads the reporter of a format; each is loaded only when it is asked for. */
const REPORTERS = {
  table: async (): Promise<Reporter> => (await import('./table.js')).renderTable,
  json: async (): Promise<Reporter> => (await import('./json.js')).renderJson,
} as const;

export type Format = keyof typeof REPORTERS;

/** The formats in which a run can be shown. */
export const FORMATS = Object.keys(REPORTERS) as Format[];

/** The reporter of a format. */
export function reporterOf(format: Format): Promise<Reporter> {
  return REPORTERS[format]();
}

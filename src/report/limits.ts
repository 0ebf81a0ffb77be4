import type { Format } from './formats.js';

/** Most profiles that a format takes which must be held in memory as a whole; the others have no limit. */
export const LIMITS: Readonly<Partial<Record<Format, number>>> = { json: 2000, html: 1000, junit: 500, xlsx: 2000 };

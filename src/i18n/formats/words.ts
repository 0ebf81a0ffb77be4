import type { Format } from '../../core/format.js';

/** What each format is for, in the order in which help and documentation list them. */
export type FormatWords = Readonly<Record<Format, string>>;

import { addMonths } from '../../core/dates.js';
import type { Header, RunPack } from '../../core/run.js';
import type { Wording } from './wording.js';

/** Months after which the law that a pack knows counts as outdated. */
const OUTDATED_MONTHS = 6;

/** The packs whose law was last looked at more than six months before the as-of date. */
export function outdatedPacks({ packs, asOf }: Header): RunPack[] {
  const oldest = addMonths(asOf, -OUTDATED_MONTHS);
  return packs.filter(({ knownUntil }) => knownUntil !== undefined && knownUntil < oldest);
}

/** To what day each pack knows the law, with a warning where that is long before the as-of date; nothing of packs that do not say. */
export function knownLines(header: Header, wording: Wording): string[] {
  const outdated = outdatedPacks(header);
  return header.packs.flatMap((pack) =>
    pack.knownUntil === undefined ? [] : [wording.words.report.known(pack.id, pack.knownUntil, outdated.includes(pack))],
  );
}

import type { Header, NotWhole, Summary } from '../core/run.js';

/**
 * What a run of so many records goes without: shards, or inputs of its shard or of all. A run with the same records as
 * inputs is whole, as far as its header tells.
 */
export function notWholeOf({ shard, shards, missingShards = [], inputs }: Header, records: number): NotWhole[] {
  if (missingShards.length > 0) return [{ code: 'shards-missing', missing: missingShards, of: shards ?? missingShards.length }];
  const wanted = shard?.count ?? inputs?.count ?? records;
  return wanted === records ? [] : [{ code: 'cut-off', judged: records, inputs: wanted }];
}

/** Why a saved run is not whole: also where its summary is not there, counts other records, or says that it was cut off before. */
export function notWholeAsSaved(header: Header, records: number, summary: Summary | null): NotWhole[] {
  const found = notWholeOf(header, records);
  const isTold = found.some(({ code }) => code === 'cut-off');
  const isCounted = summary !== null && summary.count === records && !summary.gate.reasons.some(({ code }) => code === 'cut-off');
  return isTold || isCounted ? found : [...found, { code: 'cut-off', judged: records, inputs: null }];
}

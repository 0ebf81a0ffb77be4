import { loadPack } from '../../src/commands/packs.js';
import type { CheckOptions, ProfileRecord } from '../../src/core/run.js';
import { checkProfile, makeEngine } from '../../src/pipeline.js';

const OPTIONS: CheckOptions = {
  horizonDays: 180,
  areas: [],
  rules: [],
  duties: [],
  failOn: ['gap', 'unknown'],
  failDuty: 'mandatory',
  minCompliance: null,
  minCoverage: null,
  onInvalid: 'fail',
  encoding: null,
};

const { pack, vocabulary } = await loadPack(null);
const engine = makeEngine(pack, vocabulary, '2026-11-23', OPTIONS);

/** The record of one input, as the built-in pack judges it on 2026-11-23. */
export function judge(input: string | Uint8Array, encoding: CheckOptions['encoding'] = null): ProfileRecord {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  return checkProfile({ path: 'profile.yaml', read: { bytes } }, { ...engine, options: { ...OPTIONS, encoding } });
}

import type { CheckOptions, ProfileRecord } from '../../src/core/run.js';
import { nodeHost } from '../../src/io/host.js';
import { checkProfile, makeEngine } from '../../src/pipeline.js';
import { loadEngine } from '../../src/rules/builtin.js';
import { profileValidator } from '../../src/schema/generated.js';
import { DEFAULTS } from '../support/verdicts.js';

const { pack, vocabulary } = loadEngine();
const engine = makeEngine({ pack, vocabulary, validator: profileValidator(), host: nodeHost }, '2026-11-23', DEFAULTS);

/** The record of one input, as the built-in pack judges it on 2026-11-23. */
export function judge(input: string | Uint8Array, encoding: CheckOptions['encoding'] = null): ProfileRecord {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  return checkProfile({ path: 'profile.yaml', read: { bytes } }, { ...engine, options: { ...DEFAULTS, encoding } });
}

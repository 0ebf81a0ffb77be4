import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { catalogOf, headerOf } from '../../../src/assess/catalog.js';
import { summarise, tally } from '../../../src/assess/gate.js';
import type { Host } from '../../../src/core/host.js';
import type { Pack } from '../../../src/core/rule.js';
import type { CheckOptions, Inputs } from '../../../src/core/run.js';
import type { Language } from '../../../src/core/text.js';
import type { Vocabulary } from '../../../src/core/vocabulary.js';
import type { Words } from '../../../src/core/words.js';
import { checkProfile, makeEngine, rulesOf } from '../../../src/pipeline.js';
import { jsonReport } from '../../../src/report/data/json.js';
import type { Validator } from '../../../src/schema/validate.js';

/** What the build made, as data. */
export interface Built {
  readonly pack: Pack;
  readonly vocabulary: Vocabulary;
  readonly words: Words;
}

/** One file and how it is to be judged. */
export interface Asked {
  readonly path: string;
  readonly bytes: readonly number[];
  readonly asOf: string;
  readonly lang: Language;
  readonly version: string;
  readonly options: CheckOptions;
  readonly inputs: Inputs | null;
}

/** What judging takes from a browser. */
export const browser: Host = {
  sha256: (bytes) => `sha256:${bytesToHex(sha256(typeof bytes === 'string' ? utf8ToBytes(bytes) : bytes))}`,
  isUtf8: (bytes) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return true;
    } catch {
      return false;
    }
  },
};

/** The report of one file, as `check -f json` prints it. */
export function reportOf(asked: Asked, { pack, vocabulary, words }: Built, validator: Validator): string {
  const { path, bytes, asOf, lang, version, options, inputs } = asked;
  const engine = makeEngine({ pack, vocabulary, validator, host: browser }, asOf, options);
  const header = headerOf(engine, catalogOf(rulesOf(engine), pack, words), { lang, version, shard: null, inputs });
  const record = checkProfile({ path, read: { bytes: Uint8Array.from(bytes) } }, engine);
  const report = jsonReport(header, { lang, show: [], sarifAllKinds: false, color: false, width: 80 });
  report.add(record);
  return String(report.end(summarise([tally(record)], options, { emptySources: [], notWhole: [] })));
}

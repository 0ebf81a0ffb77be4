import { type Problem, settle } from '../core/problem.js';
import type { Envelope } from '../core/profile.js';
import type { ProfileRecord, Status } from '../core/run.js';
import type { Read } from '../io/read.js';

/** An input as it was read: its bytes, or why there are none. */
export interface Input {
  /** As given, with `/`. */
  readonly path: string;
  readonly read: Read;
  /** The text was made from a value, so that lines and columns in it mean nothing. */
  readonly pointersOnly?: boolean;
}

/** What a record is about: an input by its path, and the digest of its bytes where it could be read. */
export type Subject = Pick<ProfileRecord, 'path' | 'digest'>;

type RecordHead = Pick<ProfileRecord, 'record' | 'path' | 'id' | 'idFrom' | 'digest' | 'operator' | 'platform' | 'declaration'>;

/** Which input a record is about, and who declares what. */
export function headOf({ path, digest }: Subject, envelope: Envelope | null): RecordHead {
  const { operator, platform, declared } = envelope ?? NO_ENVELOPE;
  return {
    record: 'profile',
    path,
    ...identityOf(envelope ?? NO_ENVELOPE, path),
    digest,
    operator,
    platform,
    declaration: declared,
  };
}

const NO_ENVELOPE: Envelope = {
  id: null,
  operator: { name: null, uscc: null },
  platform: { name: null, kinds: [] },
  declared: { date: null, by: null, title: null },
};

function identityOf({ id, operator: { uscc }, platform: { name } }: Envelope, path: string): Pick<ProfileRecord, 'id' | 'idFrom'> {
  if (id) return { id, idFrom: 'id' };
  return uscc && name ? { id: `${uscc}/${name}`, idFrom: 'operator' } : { id: path, idFrom: 'path' };
}

/** The record of an input that could not be judged, with what stood in the way. */
export function notJudged(
  subject: Subject,
  status: Exclude<Status, 'judged'>,
  problems: readonly Problem[],
  envelope: Envelope | null,
): ProfileRecord {
  return {
    ...headOf(subject, envelope),
    factsDigest: null,
    status,
    problems: settle(problems),
    gate: { passed: false, reasons: [{ code: status }] },
    weights: null,
    compliance: null,
    coverage: null,
    counts: null,
    encouraged: null,
    areas: {},
    outOfScope: [],
    findings: [],
    upcoming: [],
  };
}

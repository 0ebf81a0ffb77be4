import type { Finding } from '../../core/finding.js';
import type { Problem } from '../../core/problem.js';
import type { ProfileRecord } from '../../core/run.js';
import { sha256 } from '../../io/host.js';

/**
 * Tells findings and problems of a run apart by the identity of the profile, the rule and the item, never by line or
 * text, so that they are known again in a later run. Several inputs that claim one identity are told apart by their order.
 */
export class Fingerprints {
  private readonly seen = new Map<string, number>();

  /** Starts the next profile. */
  of(record: Pick<ProfileRecord, 'id' | 'idFrom'>): ProfileFingerprints {
    const before = this.seen.get(record.id) ?? 0;
    this.seen.set(record.id, before + 1);
    return new ProfileFingerprints([record.idFrom, record.id, ...(before === 0 ? [] : [before + 1])]);
  }
}

/** The fingerprints of one profile: 64 hexadecimal digits, no two alike. */
export class ProfileFingerprints {
  private readonly used = new Map<string, number>();

  constructor(private readonly profile: readonly (string | number)[]) {}

  finding({ rule, item }: Pick<Finding, 'rule' | 'item'>): string {
    return this.unique(['finding', rule, item]);
  }

  problem({ code, args, at }: Problem): string {
    return this.unique(['problem', code, at.pointer, args]);
  }

  /** What concerns the profile as a whole. */
  whole(what: string): string {
    return this.unique(['whole', what]);
  }

  private unique(of: readonly unknown[]): string {
    const key = JSON.stringify([...this.profile, of]);
    const before = this.used.get(key) ?? 0;
    this.used.set(key, before + 1);
    return sha256(before === 0 ? key : `${key}#${before + 1}`).slice('sha256:'.length);
  }
}

import { sha256 } from '../io/host.js';

/** The shard, counted from 1, to which a path belongs among so many: by its digest, so that it is the same on every machine. */
export function shardOf(path: string, of: number): number {
  const [, digest = ''] = sha256(new TextEncoder().encode(path)).split(':');
  return (Number.parseInt(digest.slice(0, 12), 16) % of) + 1;
}

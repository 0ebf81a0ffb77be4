import type { Input } from '../assess/record.js';
import { readQuickly } from '../io/read.js';
import { MAX_BYTES } from '../load/decode.js';

/** An input of a batch: a file that is read when its turn comes, or one whose text has arrived on a stream. */
export type Source = Input | { readonly path: string };

/** Reads a source that is not read yet. */
export async function readSource(source: Source): Promise<Input> {
  return 'read' in source ? source : { path: source.path, read: await readQuickly(source.path, MAX_BYTES) };
}

/** The next source, or null after the last. */
export async function nextOf(sources: AsyncIterator<Source>): Promise<Source | null> {
  const next = await sources.next();
  return next.done === true ? null : next.value;
}

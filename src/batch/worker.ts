import { parentPort, workerData } from 'node:worker_threads';
import type { Pack } from '../core/rule.js';
import type { CheckOptions, Header } from '../core/run.js';
import type { Vocabulary } from '../core/vocabulary.js';
import { nodeHost } from '../io/host.js';
import { makeEngine } from '../pipeline.js';
import { validatorFor } from '../schema/profiles.js';
import { Judge, type JudgedInput, type Wanted } from './judge.js';
import type { Source } from './source.js';

/** An input that a worker is to judge, with its number in the run. */
export interface Task {
  readonly index: number;
  readonly source: Source;
}

/** A judged input with its number. */
export interface Done {
  readonly index: number;
  readonly judged: JudgedInput;
}

/** What a worker needs to judge the inputs of one run. */
export interface Orders {
  readonly pack: Pack;
  readonly vocabulary: Vocabulary;
  readonly asOf: string;
  readonly options: CheckOptions;
  readonly header: Header;
  readonly wanted: Wanted;
}

/** What a worker says once it can judge; after that, each judged input. */
export const READY = 'ready';

/** Judges, on a thread of its own, the inputs that the pool sends, one after the other in the order of sending. */
export async function serve(): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('not on a worker thread');
  const { pack, vocabulary, asOf, options, header, wanted } = workerData as Orders;
  const judge = new Judge(
    makeEngine({ pack, vocabulary, validator: await validatorFor(vocabulary), host: nodeHost }, asOf, options),
    header,
    wanted,
  );
  let last: Promise<void> = Promise.resolve();
  port.on('message', ({ index, source }: Task) => {
    last = last.then(async () => send({ index, judged: await judge.judge(source) }));
  });
  port.postMessage(READY);

  function send(done: Done): void {
    const { line } = done.judged;
    port?.postMessage(done, line === null ? [] : [line.buffer as ArrayBuffer]);
  }
}

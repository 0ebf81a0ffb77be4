import { dirname } from 'node:path';
import type { Context, Output } from '../core/context.js';
import { main } from './main.js';

declare const HEGUI_VERSION: string;

/** A stream of the process as an output; a reader that has gone away (EPIPE) ends the writing quietly. */
function outputOf(stream: NodeJS.WriteStream): Output {
  let closed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    closed = true;
  });
  return {
    isTTY: stream.isTTY === true,
    columns: stream.columns ?? 80,
    write: (text) =>
      new Promise((resolve) => {
        if (closed) resolve();
        else stream.write(text, () => resolve());
      }),
  };
}

/** Today by the calendar of Asia/Shanghai, which has no daylight saving time: UTC and eight hours. */
function todayInShanghai(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

const context: Context = {
  stdout: outputOf(process.stdout),
  stderr: outputOf(process.stderr),
  env: process.env,
  packageRoot: dirname(__dirname),
  version: HEGUI_VERSION,
  today: todayInShanghai(),
  readStdin,
};

main(process.argv.slice(2), context).then((exitCode) => {
  process.exitCode = exitCode;
});

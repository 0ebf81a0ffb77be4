import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Context, Output } from '../core/context.js';

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
        if (closed) resolve(false);
        else stream.write(text, (error) => resolve(error === undefined || error === null));
      }),
  };
}

/** Today by the calendar of Asia/Shanghai, which has no daylight saving time: UTC and eight hours. */
function todayInShanghai(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}

const interrupt = new AbortController();
// Once only: who asks a second time is not made to wait.
process.once('SIGINT', () => interrupt.abort());

const context: Context = {
  stdout: outputOf(process.stdout),
  stderr: outputOf(process.stderr),
  env: process.env,
  packageRoot: fileURLToPath(new URL('../..', import.meta.url))
    .replaceAll('\\', '/')
    .replace(/\/$/, ''),
  version: HEGUI_VERSION,
  get cores() {
    return availableParallelism();
  },
  today: todayInShanghai(),
  now: () => performance.now(),
  stdin: () => process.stdin,
  interrupted: interrupt.signal,
  // Node waits at its end for functions that are being optimised and memory that is being marked: a fifth of a check of one profile.
  endsSoon: async () => (await import('node:v8')).setFlagsFromString('--no-opt --no-incremental-marking'),
};

/** The version is asked for by scripts before each run: it answers without loading the command line. */
async function run(argv: readonly string[]): Promise<number> {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    await context.stdout.write(`${context.version}\n`);
    return 0;
  }
  const { main } = await import('./main.js');
  return main(argv, context);
}

run(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});

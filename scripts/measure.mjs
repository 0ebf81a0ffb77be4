// Runs programs for the bench, and says what it measured beside what must be.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PEAK = join(import.meta.dirname, 'peak.cjs');

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Runs a Node program from start to end; gives its wall time in seconds and its peak resident memory in MiB. */
export function measured(argv, cwd = process.cwd()) {
  const start = process.hrtime.bigint();
  const ran = spawnSync(process.execPath, ['--require', PEAK, ...argv], { cwd, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  // Findings make 1 of the exit code, invalid profiles 2 with hegui; the peers have 1 and 2 for both. More means that the work was not done.
  if (ran.status === null || ran.status > 2) throw new Error(`failed with ${ran.status ?? ran.signal}: node ${argv.join(' ')}`);
  return { seconds, mib: Number(ran.output[3]) / 1024 };
}

/**
 * Runs programs in turn, round after round, so that all see the same machine: so many rounds, or fewer where the time in
 * seconds is spent, but one at least. With more than three rounds the first is not counted.
 */
export function inTurn(programs, { rounds, seconds }) {
  const runs = [];
  const start = process.hrtime.bigint();
  const spent = () => Number(process.hrtime.bigint() - start) / 1e9;
  for (let round = rounds > 3 ? -1 : 0; round < rounds; round += 1) {
    if (runs.length > 0 && spent() * (1 + 1 / runs.length) > seconds) break;
    const run = Object.fromEntries(Object.entries(programs).map(([name, argv]) => [name, measured(argv)]));
    if (round >= 0) runs.push(run);
  }
  return {
    rounds: runs.length,
    seconds: (name) => median(runs.map((run) => run[name].seconds)),
    mib: (name) => Math.max(...runs.map((run) => run[name].mib)),
    /** How many times as long as another program one took, by the rounds. */
    ratio: (name, to) => median(runs.map((run) => run[name].seconds / run[to].seconds)),
  };
}

/** A line of the table: what must be (`['≤', 1.3]`, or null where nothing is demanded), what was measured, and of what. */
export function row(must, value, what, digits = 2) {
  const missed = must !== null && (must[0] === '≤' ? value > must[1] : value < must[1]);
  const wanted = must === null ? '' : `${must[0]} ${must[1]}`;
  return `${wanted.padStart(8)}  ${value.toFixed(digits).padStart(8)}${missed ? ' !' : '  '}  ${what}`;
}

export const HEAD = `${'must'.padStart(8)}  ${'measured'.padStart(8)}    (! where it is missed)`;

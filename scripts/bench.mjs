// Measures what design budgets name, as ratios within one run: start-up against `node -e 0`, evaluation per profile, and batches.
// BENCH_SIZES names the numbers of profiles at which memory is measured; the usual largest takes some minutes.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { makeEnv } from '../dist/evaluate/evaluate.js';
import { judgeRule } from '../dist/evaluate/rule.js';
import { parse } from '../dist/load/parse.js';
import { makeEngine } from '../dist/pipeline.js';
import { loadBuiltin } from '../dist/rules/builtin.js';
import { profileValidator } from '../dist/schema/generated.js';
import { normalise } from '../dist/schema/normalise.js';
import { benchBatch } from './bench-batch.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 15);
const PROFILE = 'examples/marketplace-with-gaps/profile.yaml';
const AS_OF = '2026-11-23';

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function wall(argv) {
  const start = process.hrtime.bigint();
  spawnSync(process.execPath, argv, { stdio: 'ignore' });
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** Wall time of a program as a ratio to that of an empty one, the two run in turn so that both see the same machine. */
function startUp(argv) {
  const base = [];
  const own = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const measured = [wall(['-e', '0']), wall(argv)];
    if (round === 0) continue;
    base.push(measured[0]);
    own.push(measured[1]);
  }
  return { ms: median(own), ratio: median(own) / median(base) };
}

/** Microseconds to judge all active rules on a loaded profile, findings included. */
function evaluation() {
  const { pack, vocabulary } = loadBuiltin();
  const options = {
    horizonDays: 180,
    areas: [],
    rules: [],
    duties: [],
    failOn: [],
    failDuty: 'mandatory',
    minCompliance: null,
    minCoverage: null,
    onInvalid: 'fail',
    encoding: null,
  };
  const engine = makeEngine(pack, vocabulary, profileValidator(), AS_OF, options);
  const parsed = parse(readFileSync(PROFILE, 'utf8'));
  const { facts } = normalise(parsed.value, vocabulary, AS_OF, pack.maxAgeMonths, parsed.place);
  const times = [];
  for (let round = 0; round < 400; round += 1) {
    const start = process.hrtime.bigint();
    const env = makeEnv(facts, AS_OF, pack.conditions);
    for (const active of engine.active) judgeRule(active, env);
    if (round >= 100) times.push(Number(process.hrtime.bigint() - start) / 1e3);
  }
  return { rules: engine.active.length, us: median(times) };
}

const rows = [
  ['hegui --version', startUp(['bin/hegui.js', '--version']), 1.3],
  ['hegui --help', startUp(['bin/hegui.js', '--help']), 1.3],
  [`hegui check ${PROFILE}`, startUp(['bin/hegui.js', 'check', PROFILE, '--as-of', AS_OF]), 3.0],
];
const { rules, us } = evaluation();

process.stdout.write(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}\n\n`);
for (const [name, { ms, ratio }, budget] of rows) {
  process.stdout.write(`${ratio.toFixed(2)} × node -e 0 (budget ${budget.toFixed(1)}), ${ms.toFixed(0)} ms: ${name}\n`);
}
process.stdout.write(
  `${((us / rules) * 100).toFixed(0)} µs per 100 rules (budget 80), ${us.toFixed(0)} µs for all ${rules}: evaluation with findings\n`,
);
for (const line of benchBatch((process.env.BENCH_SIZES ?? '1000,10000,100000').split(',').map(Number))) process.stdout.write(`${line}\n`);

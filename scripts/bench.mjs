// Measures what design budgets name, as ratios within one run, and prints each line as it comes:
// `node scripts/bench.mjs [PART…]`, without a part all of them. BENCH_SIZES names the numbers of profiles at which memory is
// measured; the usual largest takes some minutes, all else together less than ten.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeEnv } from '../dist/evaluate/evaluate.js';
import { judgeRule } from '../dist/evaluate/rule.js';
import { nodeHost } from '../dist/io/host.js';
import { parse } from '../dist/load/parse.js';
import { makeEngine } from '../dist/pipeline.js';
import { loadEngine } from '../dist/rules/builtin.js';
import { profileValidator } from '../dist/schema/generated.js';
import { normalise } from '../dist/vocabulary/normalise.js';
import { batch, even, growth, memory, peers } from './bench-batch.mjs';
import { five, loop, record } from './bench-pack.mjs';
import { HEAD, inTurn, median, row } from './measure.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 15);
const SIZES = (process.env.BENCH_SIZES ?? '1000,10000,100000').split(',').map(Number);
const PROFILE = 'examples/marketplace-with-gaps/profile.yaml';
const AS_OF = '2026-11-23';

/** Start-up against an empty program. */
function* start() {
  const programs = {
    empty: ['-e', '0'],
    version: ['bin/hegui.js', '--version'],
    help: ['bin/hegui.js', '--help'],
    check: ['bin/hegui.js', 'check', PROFILE, '--as-of', AS_OF],
  };
  const runs = inTurn(programs, { rounds: ROUNDS, seconds: 60 });
  const ms = (name) => `${(runs.seconds(name) * 1000).toFixed(0)} ms in ${Math.round(runs.mib(name))} MiB`;
  yield row(null, runs.seconds('empty') * 1000, 'ms: node -e 0, by which to see how busy the machine is', 0);
  yield row(['≤', 1.3], runs.ratio('version', 'empty'), `× node -e 0: hegui --version, ${ms('version')}`);
  yield row(['≤', 1.3], runs.ratio('help', 'empty'), `× node -e 0: hegui --help, ${ms('help')}`);
  yield row(['≤', 3], runs.ratio('check', 'empty'), `× node -e 0: hegui check ${PROFILE}, ${ms('check')}`);
}

/** Microseconds to judge all active rules on a loaded profile, findings included. */
function* evaluation() {
  const { pack, vocabulary } = loadEngine();
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
  const engine = makeEngine({ pack, vocabulary, validator: profileValidator(), host: nodeHost }, AS_OF, options);
  const parsed = parse(readFileSync(PROFILE, 'utf8'));
  const { facts } = normalise(parsed.value, vocabulary, AS_OF, pack.maxAgeMonths, parsed.place);
  const times = [];
  for (let round = 0; round < 400; round += 1) {
    const start = process.hrtime.bigint();
    const env = makeEnv(facts, AS_OF, pack.conditions);
    for (const active of engine.active) judgeRule(active, env);
    if (round >= 100) times.push(Number(process.hrtime.bigint() - start) / 1e3);
  }
  const rules = engine.active.length;
  const us = median(times);
  yield row(['≤', 80], (us / rules) * 100, `µs per 100 rules: evaluation with findings, ${us.toFixed(0)} µs for all ${rules}`, 0);
}

const PARTS = { start, evaluation, record, loop, batch, peers, even, growth, five, memory: (scratch) => memory(scratch, SIZES) };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((part) => !Object.hasOwn(PARTS, part));
if (unknown.length > 0) throw new Error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
const scratch = mkdtempSync(join(tmpdir(), 'hegui-bench-'));
try {
  process.stdout.write(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}\n\n${HEAD}\n`);
  for (const [name, part] of Object.entries(PARTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const line of part(scratch)) process.stdout.write(`${line}\n`);
  }
} finally {
  rmSync(scratch, { recursive: true });
}

// Measures batches: throughput against a bare YAML parse and against Spectral, memory, growth, and from how many profiles on workers pay.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeProfiles } from './profiles.mjs';

const BIN = join(process.cwd(), 'bin/hegui.js');
const SPECTRAL = '@stoplight/spectral-cli@6.16.3';

/** Runs a Node program; gives its wall time in seconds and its peak resident memory in MiB. */
export function measured(argv, cwd = process.cwd()) {
  const start = process.hrtime.bigint();
  const ran = spawnSync(process.execPath, ['--require', join(process.cwd(), 'scripts/peak.cjs'), ...argv], {
    cwd,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (ran.output[3]?.length === 0) throw new Error(`did not run: node ${argv.join(' ')}`);
  return { seconds, mib: Number(ran.output[3]) / 1024 };
}

/** The time that a program takes that does nothing but parse each file with `yaml`. */
function bareParse(folder) {
  const program = `import { parse } from 'yaml'; import { readdirSync, readFileSync } from 'node:fs';
    for (const name of readdirSync(process.argv[1])) parse(readFileSync(process.argv[1] + '/' + name, 'utf8'));`;
  return measured(['--input-type=module', '--eval', program, folder]).seconds;
}

function check(folder, jobs, out, more = []) {
  return measured([BIN, 'check', folder, '-o', `ndjson=${out}`, '--quiet', '--as-of', '2026-11-23', '--jobs', jobs, ...more]);
}

/** Seventeen simple rules for Spectral: that a field is there. */
function spectralRules() {
  const fields = [
    'hegui',
    'id',
    'operator',
    'operator.name',
    'operator.uscc',
    'platform',
    'platform.name',
    'platform.kinds',
    'declaration',
  ];
  const more = [
    'declaration.date',
    'merchants',
    'merchants.verification',
    'complaints',
    'complaints.channels',
    'data',
    'pricing',
    'licences',
  ];
  const rules = [...fields, ...more].map((field) => {
    const path = field.split('.');
    const name = path.pop();
    return [`has-${field.replace('.', '-')}`, { given: ['$', ...path].join('.'), then: { field: name, function: 'truthy' } }];
  });
  return JSON.stringify({ rules: Object.fromEntries(rules) });
}

/** Profiles a second of Spectral over the first thousand files; null where it cannot be installed. */
function spectral(scratch, folder) {
  try {
    const home = join(scratch, 'spectral');
    mkdirSync(home);
    execFileSync('npm', ['install', '--prefix', home, '--no-audit', '--no-fund', SPECTRAL], { stdio: 'ignore' });
    writeFileSync(join(home, 'rules.json'), spectralRules());
    const bin = join(home, 'node_modules/@stoplight/spectral-cli/dist/index.js');
    const { seconds, mib } = measured([bin, 'lint', '--ruleset', join(home, 'rules.json'), '--quiet', `${folder}/*.yaml`]);
    return { perSecond: readdirSync(folder).length / seconds, mib };
  } catch {
    return null;
  }
}

/** Lines of the report on batches. Sizes are numbers of profiles. */
export function benchBatch(sizes) {
  const scratch = mkdtempSync(join(tmpdir(), 'hegui-bench-'));
  try {
    return [...throughput(scratch), ...memory(scratch, sizes), ...breakEven(scratch), ...growth(scratch)];
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function throughput(scratch) {
  const count = 10_000;
  const folder = join(scratch, 'throughput');
  const bytes = writeProfiles(folder, count);
  const out = join(scratch, 'out.ndjson');
  const bare = bareParse(folder);
  const one = check(folder, '0', out);
  const two = check(folder, '2', out);
  const size = (bytes / count / 1000).toFixed(1);
  const lines = [
    `${(bare / two.seconds).toFixed(1)} × a bare yaml parse (budget 3): ${count} profiles of ${size} kB to NDJSON with 2 workers, ${Math.round(count / two.seconds)} a second`,
    `${(bare / one.seconds).toFixed(1)} × a bare yaml parse: the same on one thread, ${Math.round(count / one.seconds)} a second`,
  ];
  const thousand = join(scratch, 'thousand');
  writeProfiles(thousand, 1000);
  const peer = spectral(scratch, thousand);
  lines.push(
    peer === null
      ? 'Spectral could not be installed: not compared'
      : `${(count / two.seconds / peer.perSecond).toFixed(1)} × Spectral with 17 rules (budget 30), which does ${Math.round(peer.perSecond)} a second in ${Math.round(peer.mib)} MiB`,
  );
  return lines;
}

function memory(scratch, sizes) {
  return sizes.map((count) => {
    const folder = join(scratch, `memory-${count}`);
    writeProfiles(folder, count);
    // Thrown away: a hundred thousand records take seven gigabytes.
    const { mib } = check(folder, '2', '/dev/null');
    rmSync(folder, { recursive: true });
    return `${Math.round(mib)} MiB at most (budget 300): ${count} profiles to NDJSON with 2 workers`;
  });
}

function breakEven(scratch) {
  const times = [100, 200, 300, 400, 600].map((count) => {
    const folder = join(scratch, `even-${count}`);
    writeProfiles(folder, count);
    const out = join(scratch, 'out.ndjson');
    const best = (jobs) => Math.min(...[1, 2, 3].map(() => check(folder, jobs, out).seconds));
    return `${count}: ${(best('2') / best('0')).toFixed(2)}`;
  });
  return [`Time with 2 workers to that on one thread, by number of profiles: ${times.join(', ')}`];
}

/** Time per profile by size of the profile and number of rules; linear growth leaves the last numbers of each row about equal. */
function growth(scratch) {
  const text = readFileSync('examples/marketplace-with-gaps/profile.yaml', 'utf8');
  const sizes = [1, 4, 16, 64].map((times) => {
    const folder = join(scratch, `growth-${times}`);
    mkdirSync(folder);
    const filler = Array.from({ length: times * 250 }, (_, index) => `  key_${index}: { a: ${index}, b: [x, y] }\n`).join('');
    const large = `${text}extensions:\n  own:\n${filler.replace(/^/gm, '  ').trimEnd()}\n`;
    for (let index = 0; index < 40; index += 1) writeFileSync(join(folder, `${index}.yaml`), large);
    const { seconds } = check(folder, '0', join(scratch, 'out.ndjson'));
    return `${Math.round(large.length / 1000)} kB ${((seconds * 1e6) / 40 / (large.length / 1000)).toFixed(0)}`;
  });
  const folder = join(scratch, 'rules');
  writeProfiles(folder, 1000);
  const areas = ['operator-verification', 'complaint-handling', 'data-security', 'price-labelling'];
  const byRules = areas.map((_, index) => {
    const more = areas.slice(0, index + 1).flatMap((area) => ['--area', area]);
    const { seconds } = check(folder, '0', join(scratch, 'out.ndjson'), more);
    return `${index + 1} of 4 areas ${((seconds * 1e3) / 1000).toFixed(2)}`;
  });
  return [
    `Microseconds per kilobyte by size of the profile: ${sizes.join(', ')}`,
    `Milliseconds per profile by rules: ${byRules.join(', ')}`,
  ];
}

// Measures batches: throughput against a bare YAML parse and against Spectral, memory, growth, and from how many profiles on workers pay.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  // Findings make 1 of the exit code, with hegui and with Spectral; all above it means that the work was not done.
  if (ran.status === null || ran.status > 1) throw new Error(`failed with ${ran.status ?? ran.signal}: node ${argv.join(' ')}`);
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

/** Seventeen duties of the pack that need one fact each, as JSON Schemas of that fact. */
const SEVENTEEN = {
  'merchants.verification.recheck_interval_months': { maximum: 6 },
  'merchants.verification.recheck_overdue_count': { const: 0 },
  'merchants.verification.forged_count': { const: 0 },
  'merchants.verification.items': { allOf: ['identity', 'address', 'contact', 'licences'].map((each) => ({ contains: { const: each } })) },
  'merchants.permits.missing_count': { const: 0 },
  'merchants.permits.stale_count': { const: 0 },
  'merchants.reporting.months': { minItems: 2 },
  'merchants.reporting.recipient': { const: 'province_of_domicile' },
  'merchants.reporting.missed_count': { const: 0 },
  'merchants.unregistered.reminder_threshold_cny': { maximum: 100_000 },
  'merchants.unregistered.over_limit_unreminded_count': { const: 0 },
  'merchants.premises_material_unmet_count': { const: 0 },
  'licences.home_page_items': { contains: { const: 'business_licence' } },
  'complaints.excluded_remedies': { maxItems: 0 },
  'complaints.overdue.forwarded_count': { const: 0 },
  'complaints.assistance.unanswered_count': { const: 0 },
  'complaints.evidence.not_supplied_count': { const: 0 },
};

/** The seventeen duties as a ruleset of Spectral; with the schema of profiles in place of the last, as hegui checks that too. */
function spectralRules(withSchema) {
  const rules = Object.entries(SEVENTEEN).map(([fact, schema]) => {
    const path = fact.split('.');
    const field = path.pop();
    const then = { field, function: 'schema', functionOptions: { schema } };
    return [fact.replaceAll('.', '-'), { given: ['$', ...path].join('.'), severity: 'error', then }];
  });
  if (withSchema) {
    const { $id: _, ...schema } = JSON.parse(execFileSync(process.execPath, [BIN, 'schema', 'profile'], { encoding: 'utf8' }));
    rules.splice(-1, 1, ['profile', { given: '$', severity: 'error', then: { function: 'schema', functionOptions: { schema } } }]);
  }
  return JSON.stringify({ rules: Object.fromEntries(rules) });
}

/** Installs Spectral for this run of the bench; gives its program, or null where it cannot be installed. */
function spectral(home) {
  mkdirSync(home);
  try {
    execFileSync('npm', ['install', '--prefix', home, '--no-audit', '--no-fund', SPECTRAL], { stdio: 'ignore' });
    return join(home, 'node_modules/@stoplight/spectral-cli/dist/index.js');
  } catch {
    return null;
  }
}

/** How much faster hegui is than Spectral with a ruleset, over so many profiles. */
function comparedTo(bin, scratch, perSecond, { count, withSchema, name }) {
  const folder = join(scratch, `peer-${count}`);
  writeProfiles(folder, count);
  const ruleset = join(scratch, `rules-${count}.json`);
  writeFileSync(ruleset, spectralRules(withSchema));
  const { seconds, mib } = measured([bin, 'lint', '--ruleset', ruleset, '--quiet', `${folder}/*.yaml`]);
  const theirs = count / seconds;
  return `${(perSecond / theirs).toFixed(1)} × Spectral with 17 rules, ${name} (budget 30), which does ${theirs.toFixed(0)} a second over ${count} profiles in ${Math.round(mib)} MiB`;
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
    `${(bare / two.seconds).toFixed(1)} × a bare yaml parse (budget 3): ${count} profiles of ${size} kB to NDJSON with 2 workers, ${Math.round(count / two.seconds)} a second in ${Math.round(two.mib)} MiB`,
    `${(bare / one.seconds).toFixed(1)} × a bare yaml parse: the same on one thread, ${Math.round(count / one.seconds)} a second in ${Math.round(one.mib)} MiB`,
  ];
  const peer = spectral(join(scratch, 'spectral'));
  if (peer === null) return [...lines, 'Spectral could not be installed: not compared'];
  const compare = (ruleset) => comparedTo(peer, scratch, count / two.seconds, ruleset);
  return [
    ...lines,
    compare({ count: 1000, withSchema: false, name: 'each a condition on one fact' }),
    compare({ count: 200, withSchema: true, name: 'one of them the schema of profiles' }),
  ];
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

// The parts of the bench on batches. Each gives the lines of the table one by one.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTurn, measured, row } from './measure.mjs';
import { ajvArguments, bareParse, installPeers, spectralRules, writeAsJson } from './peers.mjs';
import { writeProfiles } from './profiles.mjs';

const BIN = join(process.cwd(), 'bin/hegui.js');
const COUNT = 10_000;
/** The chapters that what must be was set for. */
export const FOUR = ['operator-verification', 'complaint-handling', 'data-security', 'price-labelling'];

/** A check of a folder to NDJSON. */
export function check(folder, jobs, out, { bin = BIN, areas = [] } = {}) {
  const selected = areas.flatMap((area) => ['--area', area]);
  return [bin, 'check', folder, '-o', `ndjson=${out}`, '--quiet', '--as-of', '2026-11-23', '--jobs', String(jobs), ...selected];
}

/** Whether the built-in pack has more chapters than the four. */
export function hasMore() {
  return JSON.parse(readFileSync('dist/generated/engine.json', 'utf8')).pack.areas.length > FOUR.length;
}

/** How many of ten thousand such profiles this machine, busy as it is, parses so many times in so many seconds. */
export function affordable(scratch, name, times, seconds, options) {
  const folder = join(scratch, `${name}-sample`);
  const sample = 200;
  writeProfiles(folder, sample, options);
  const each = measured(bareParse('yaml', 'parse', folder)).seconds / sample;
  return Math.max(500, Math.min(COUNT, Math.floor(seconds / times / each / 500) * 500));
}

/** Throughput against bare parses of the same files, memory beside it. */
export function* batch(scratch) {
  const folder = join(scratch, 'batch');
  const mixed = { mixed: true };
  // One round takes about three bare parses.
  const count = affordable(scratch, 'batch', 3, 150, mixed);
  const bytes = writeProfiles(folder, count, mixed);
  const out = join(scratch, 'batch.ndjson');
  const more = hasMore();
  const programs = {
    yaml: bareParse('yaml', 'parse', folder),
    'js-yaml': bareParse('js-yaml', 'load', folder),
    one: check(folder, 0, out),
    two: check(folder, 2, out),
    ...(more && { four: check(folder, 2, out, { areas: FOUR }) }),
  };
  const runs = inTurn(programs, { rounds: 3, seconds: 150 });
  yield `${''.padStart(20)}  batch: ${count} profiles of ${(bytes / count / 1000).toFixed(1)} kB on average to NDJSON, ${runs.rounds} rounds`;
  const rows = more
    ? [
        ['four', ['≥', 1.8], '2 workers, four chapters'],
        ['two', ['≥', 0.9], '2 workers, all chapters'],
        ['one', null, 'one thread, all chapters'],
      ]
    : [
        ['two', ['≥', 1.8], '2 workers'],
        ['one', null, 'one thread'],
      ];
  for (const [name, must, what] of rows) {
    yield row(must, runs.ratio('yaml', name), `× a bare yaml parse: ${what}, ${Math.round(count / runs.seconds(name))} a second`);
    yield row(null, runs.ratio('js-yaml', name), `× a bare js-yaml parse: ${what}`);
    yield row(['≤', 300], runs.mib(name), `MiB at most: ${what}`, 0);
  }
  rmSync(folder, { recursive: true });
}

/** Throughput against tools that check YAML and JSON by rules and schemas. */
export function* peers(scratch) {
  const found = installPeers(join(scratch, 'peers'));
  if (found === null) {
    yield `${''.padStart(20)}  peers: they could not be installed, not compared`;
    return;
  }
  const [large, folder, few, json] = ['large', 'thousand', 'few', 'json'].map((name) => join(scratch, `peer-${name}`));
  const count = affordable(scratch, 'peers', 1, 40, { mixed: true });
  writeProfiles(large, count, { mixed: true });
  writeProfiles(folder, 1000, { mixed: true });
  writeProfiles(few, 100, { mixed: true });
  writeAsJson(folder, json);
  const lint = (profiles, withSchema) => {
    const rules = join(scratch, `rules-${withSchema}.json`);
    writeFileSync(rules, spectralRules(withSchema));
    return [found.spectral, 'lint', '--ruleset', rules, '--quiet', `${profiles}/*.yaml`];
  };
  const out = join(scratch, 'peers.ndjson');
  const programs = {
    many: check(large, 2, out),
    own: check(folder, 2, out),
    ownJson: check(json, 2, out),
    spectral: lint(folder, false),
    withSchema: lint(few, true),
    ajv: [found.ajv, ...ajvArguments(scratch, json)],
  };
  const runs = inTurn(programs, { rounds: 3, seconds: 120 });
  const each = (name, count) => runs.seconds(name) / count;
  const per = (name, count) => `${Math.round(count / runs.seconds(name))} a second in ${Math.round(runs.mib(name))} MiB`;
  yield `${''.padStart(20)}  peers: ${runs.rounds} rounds; hegui with 2 workers, all chapters, over ${count}`;
  yield row(
    ['≥', 12],
    each('spectral', 1000) / each('many', count),
    `× Spectral with 17 conditions (1,000 profiles, ${per('spectral', 1000)})`,
    1,
  );
  yield row(null, runs.ratio('spectral', 'own'), '× Spectral with 17 conditions, both over the same 1,000', 1);
  yield row(
    null,
    each('withSchema', 100) / each('many', count),
    `× Spectral with the schema as one of 17 (100, ${per('withSchema', 100)})`,
    1,
  );
  yield row(null, runs.ratio('ajv', 'ownJson'), `× ajv-cli with the schema alone, both over the same as JSON (${per('ajv', 1000)})`);
  yield row(null, runs.ratio('own', 'ownJson'), '× as fast over JSON as over YAML');
  rmSync(large, { recursive: true });
}

/** Memory by number of profiles. */
export function* memory(scratch, sizes) {
  for (const count of sizes) {
    const folder = join(scratch, `memory-${count}`);
    writeProfiles(folder, count, { mixed: true });
    // Thrown away: a hundred thousand records take gigabytes.
    const { mib, seconds } = measured(check(folder, 2, '/dev/null'));
    rmSync(folder, { recursive: true });
    yield row(['≤', 300], mib, `MiB at most: ${count} profiles with 2 workers, ${Math.round(count / seconds)} a second`, 0);
  }
}

/** From how many profiles on workers pay. */
export function* even(scratch) {
  const out = join(scratch, 'even.ndjson');
  for (const count of [100, 200, 300, 400, 600]) {
    const folder = join(scratch, `even-${count}`);
    writeProfiles(folder, count, { mixed: true });
    const runs = inTurn({ two: check(folder, 2, out), one: check(folder, 0, out) }, { rounds: 3, seconds: 12 });
    yield row(null, runs.ratio('two', 'one'), `× the time on one thread: ${count} profiles with 2 workers`);
  }
}

/** Time by size of the profile and by number of rules; linear growth leaves the last numbers of each about equal. */
export function* growth(scratch) {
  const out = join(scratch, 'growth.ndjson');
  const sizes = {};
  for (const times of [1, 4, 16, 64]) {
    const folder = join(scratch, `growth-${times}`);
    const filler = Array.from({ length: times * 250 }, (_, index) => `    key_${index}: { a: ${index}, b: [x, y] }\n`).join('');
    sizes[times] = writeProfiles(folder, 40, { enlarge: (text) => `${text}extensions:\n  own:\n${filler}` }) / 40;
  }
  const bySize = Object.fromEntries(Object.keys(sizes).map((times) => [times, check(join(scratch, `growth-${times}`), 0, out)]));
  const large = inTurn(bySize, { rounds: 3, seconds: 40 });
  for (const times of Object.keys(sizes)) {
    const kilobytes = sizes[times] / 1000;
    yield row(
      null,
      (large.seconds(times) * 1e6) / 40 / kilobytes,
      `µs a kilobyte, profiles of ${Math.round(kilobytes)} kB, start included`,
      0,
    );
  }
  const folder = join(scratch, 'rules');
  writeProfiles(folder, 1000);
  const byRules = Object.fromEntries(FOUR.map((_, index) => [index + 1, check(folder, 0, out, { areas: FOUR.slice(0, index + 1) })]));
  const rules = inTurn(byRules, { rounds: 3, seconds: 30 });
  for (const areas of Object.keys(byRules))
    yield row(null, rules.seconds(areas), `ms a profile with ${areas} of 4 chapters, start included`);
}

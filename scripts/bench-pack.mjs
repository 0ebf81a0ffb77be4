// The parts of the bench on what a pack costs: the size of records, the loop of a rule author, and a pack five times as large.
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { affordable, check, FOUR, hasMore } from './bench-batch.mjs';
import { copiedSections, fivefoldProfile, makeFivefold, TIMES } from './fivefold.mjs';
import { inTurn, measured, row } from './measure.mjs';
import { bareParse } from './peers.mjs';
import { writeProfiles } from './profiles.mjs';

/** Kilobytes of the header of a run and, on average, of the record of a judged profile. */
function sizesOf(path) {
  const [header, ...records] = readFileSync(path, 'utf8').trim().split('\n');
  const judged = records.filter((line) => JSON.parse(line).status === 'judged');
  const bytes = (texts) => texts.reduce((sum, text) => sum + Buffer.byteLength(text) + 1, 0);
  return { header: bytes([header]) / 1000, record: bytes(judged) / judged.length / 1000 };
}

/** Sizes of a record and of the header. */
export function* record(scratch) {
  const folder = join(scratch, 'record');
  const out = join(scratch, 'record.ndjson');
  writeProfiles(folder, 100);
  measured(check(folder, 0, out, { areas: FOUR }));
  yield row(['≤', 24], sizesOf(out).record, 'kB a record, four chapters', 1);
  measured(check(folder, 0, out));
  const sizes = sizesOf(out);
  if (hasMore()) yield row(['≤', 60], sizes.record, 'kB a record, all chapters', 1);
  yield row(['≤', 2000], sizes.header, 'kB the header', 0);
}

/** The folder of the pack whose manifest names the most areas. */
function largestPack(rules) {
  const manifests = readdirSync(rules, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('pack.yaml'));
  const size = (path) => readFileSync(join(rules, path), 'utf8').length;
  const [largest = ''] = manifests.sort((a, b) => size(b) - size(a));
  return dirname(join(rules, largest));
}

/** The loop of a rule author: one file of rules is changed, then its tests are run. */
export function* loop(scratch) {
  cpSync('rules', join(scratch, 'rules'), { recursive: true });
  const folder = largestPack(join(scratch, 'rules'));
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .find((path) => path.endsWith('.test.yaml'))
    .replace('.test.', '.');
  const text = readFileSync(join(folder, file), 'utf8');
  writeFileSync(join(folder, file), text.replace(/severity: high/, 'severity: medium'));
  const tests = ['bin/hegui.js', 'rules', 'test', '--rules', folder];
  yield row(['≤', 2], inTurn({ tests }, { rounds: 3, seconds: 30 }).seconds('tests'), 's: a file of rules changed, all tests of its pack');
}

/** A pack five times as large, in which all sections are filled alike. */
export function* five(scratch) {
  const home = join(scratch, 'five');
  makeFivefold(home);
  const sections = copiedSections();
  const enlarge = (text) => fivefoldProfile(text, sections);
  const bin = join(home, 'bin/hegui.js');
  const one = join(home, 'examples/marketplace-with-gaps/profile.yaml');
  const starts = inTurn(
    { empty: ['-e', '0'], version: [bin, '--version'], check: [bin, 'check', one, '--as-of', '2026-11-23'] },
    { rounds: 15, seconds: 40 },
  );
  yield `${''.padStart(20)}  five: a pack ${TIMES} times as large, profiles to match`;
  yield row(['≤', 1.3], starts.ratio('version', 'empty'), '× node -e 0: hegui --version');
  yield row(['≤', 3], starts.ratio('check', 'empty'), '× node -e 0: hegui check of one profile');
  const [few, many] = [join(scratch, 'five-few'), join(scratch, 'five-many')];
  const bytes = writeProfiles(few, 500, { mixed: true, enlarge });
  const out = join(scratch, 'five.ndjson');
  const runs = inTurn({ yaml: bareParse('yaml', 'parse', few), two: check(few, 2, out, { bin }) }, { rounds: 3, seconds: 40 });
  const sizes = sizesOf(out);
  yield row(
    ['≥', 0.9],
    runs.ratio('yaml', 'two'),
    `× a bare yaml parse: 500 profiles of ${(bytes / 500 / 1000).toFixed(1)} kB with 2 workers, start included`,
  );
  yield row(null, sizes.record, 'kB a record', 1);
  yield row(['≤', 2000], sizes.header, 'kB the header', 0);
  const count = affordable(scratch, 'five', 1, 120, { mixed: true, enlarge });
  writeProfiles(many, count, { mixed: true, enlarge });
  const { seconds, mib } = measured(check(many, 2, out, { bin }));
  yield row(['≤', 300], mib, `MiB at most: ${count} of them to NDJSON with 2 workers, ${Math.round(count / seconds)} a second`, 0);
}

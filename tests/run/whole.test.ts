import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Format } from '../../src/core/format.js';
import { FORMAT_NAMES } from '../../src/report/formats.js';
import { folderWith, hegui } from '../support/cli.js';
import { readSheets } from '../support/sheets.js';

const RULE = ['--rule', 'operator-verification/identity-data-retained', '--as-of', '2026-11-23', '--lang', 'en', '--quiet'];
const KEPT = (years: number): string =>
  `hegui: 1\nplatform: { trade: [goods], hosts_merchants: true }\nmerchants: { retention: { identity_years: ${years} } }\n`;

/** What each format says of a run that passed, and of one that is not whole. */
const SAYS: Readonly<Record<Format, { passed: (report: string) => boolean; notWhole: RegExp }>> = {
  table: { passed: (report) => /^PASSED$/m.test(report), notWhole: /\(not whole\)/ },
  json: { passed: (report) => JSON.parse(report).summary.gate.passed, notWhole: /"code":"(cut-off|shards-missing)"/ },
  ndjson: { passed: (report) => JSON.parse(report.trimEnd().split('\n').at(-1) ?? '').gate.passed, notWhole: /"(cut-off|shards-missing)"/ },
  html: { passed: (report) => report.includes('Result: PASSED'), notWhole: /\(not whole\)/ },
  xlsx: { passed: (report) => report.includes('["Gate","PASSED"'), notWhole: /\(not whole\)/ },
  csv: { passed: (report) => !report.includes('rror,'), notWhole: /the run is not finished|shards are missing/ },
  sarif: { passed: (report) => JSON.parse(report).runs[0].invocations[0].executionSuccessful, notWhole: /"(cut-off|shards-missing)"/ },
  junit: { passed: (report) => /<testsuites [^>]*failures="0" errors="0"/.test(report), notWhole: /type="(cut-off|shards-missing)"/ },
  gitlab: { passed: (report) => JSON.parse(report).length === 0, notWhole: /"check_name":"(cut-off|shards-missing)"/ },
  github: { passed: (report) => /^PASSED/m.test(report), notWhole: /^::error title=.*::(the run is not finished|shards are missing)/m },
  markdown: { passed: (report) => /^## .*✅/m.test(report), notWhole: /\\\(not whole\\\)|\(not whole\)/ },
};

/** The text of a report on a saved run, in the given format. */
async function reported(run: string, format: Format): Promise<string> {
  if (format !== 'xlsx') return (await hegui(['report', run, '-f', format, '--lang', 'en', '--show', 'gap', '--quiet'])).stdout;
  const out = `${folderWith({})}/report.xlsx`;
  await hegui(['report', run, '-o', `xlsx=${out}`, '--lang', 'en', '--quiet']);
  return JSON.stringify([...(await readSheets(readFileSync(out)))]);
}

const root = folderWith({ 'a.yaml': KEPT(3), 'b.yaml': KEPT(1), 'c.yaml': KEPT(3) });
const run = `${root}.ndjson`;
const lines = (): string[] => readFileSync(run, 'utf8').split('\n');

/** A file with some lines of the run. */
function file(name: string, content: readonly string[]): string {
  const path = `${folderWith({})}/${name}.ndjson`;
  writeFileSync(path, `${content.join('\n')}\n`);
  return path;
}

/** Runs without their only profile that fails. */
const BROKEN: Readonly<Record<string, () => Promise<string>>> = {
  'cut off after its first profile': async () => file('cut', lines().slice(0, 2)),
  'without its second profile': async () => file('without', [...lines().slice(0, 2), ...lines().slice(3, 5)]),
  'without any profile': async () => file('none', [...lines().slice(0, 1), ...lines().slice(4, 5)]),
  'merged without a shard': async () => {
    const shards = [1, 2, 3].map((index) => `${folderWith({})}/${index}.ndjson`);
    for (const [index, path] of shards.entries())
      await hegui(['check', root, ...RULE, '--shard', `${index + 1}/3`, '-o', `ndjson=${path}`]);
    const failing = shards.filter((path) => !readFileSync(path, 'utf8').includes('b.yaml'));
    expect(failing.length).toBe(2);
    const merged = `${folderWith({})}/merged.ndjson`;
    const { exitCode } = await hegui(['merge', ...failing, '--partial', '-o', `ndjson=${merged}`, '--quiet']);
    expect(exitCode).toBe(2);
    return merged;
  },
};

describe.each(Object.keys(BROKEN))('a run %s', (name) => {
  let broken = '';
  beforeAll(async () => {
    await hegui(['check', root, ...RULE, '-o', `ndjson=${run}`]);
    broken = (await BROKEN[name]?.()) ?? '';
  });

  it.each(FORMAT_NAMES)('never reads as passed in %s, and says why', async (format) => {
    const { passed, notWhole } = SAYS[format];
    const report = await reported(broken, format);
    expect([passed(report), notWhole.test(report)]).toEqual([false, true]);
    // The words by which it is known do stand in the report of a run that passes.
    const whole = file('whole', [...lines()]);
    await hegui(['check', `${root}/a.yaml`, ...RULE, '-o', `ndjson=${whole}`]);
    const good = await reported(whole, format);
    expect([passed(good), notWhole.test(good)]).toEqual([true, false]);
  });

  it('stays so when it is written again as a run', async () => {
    const again = `${folderWith({})}/again.ndjson`;
    await hegui(['report', broken, '-o', `ndjson=${again}`, '--quiet']);
    const { stdout } = await hegui(['report', again, '-f', 'table', '--lang', 'en']);
    expect([/^PASSED$/m.test(stdout), /^FAILED$/m.test(stdout)]).toEqual([false, true]);
  });
});

describe('shards of different inputs', () => {
  it('are not put together', async () => {
    const other = folderWith({ 'a.yaml': KEPT(3), 'b.yaml': KEPT(3), 'd.yaml': KEPT(3) });
    const merged = `${folderWith({})}/merged.ndjson`;
    const parts = await Promise.all(
      [root, other].map(async (folder, index) => {
        const path = `${folderWith({})}/${index}.ndjson`;
        await hegui(['check', folder, ...RULE, '--shard', `${index + 1}/2`, '-o', `ndjson=${path}`]);
        return path;
      }),
    );
    const { exitCode, stderr } = await hegui(['merge', ...parts, '-o', `ndjson=${merged}`, '--lang', 'en']);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('differ in "inputs"')]);
    expect(() => readFileSync(merged)).toThrow();
  });
});

describe('whole runs over different inputs', () => {
  it('become one run over all of them', async () => {
    const other = folderWith({ 'x.yaml': KEPT(3) });
    const [one, two] = [`${folderWith({})}/1.ndjson`, `${folderWith({})}/2.ndjson`];
    await hegui(['check', root, ...RULE, '-o', `ndjson=${one}`]);
    await hegui(['check', other, ...RULE, '-o', `ndjson=${two}`]);
    const { stdout, exitCode } = await hegui(['merge', one, two, '--quiet']);
    const [header, ...rest] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([exitCode, header.inputs.count, header.inputs.digest, rest.at(-1).count]).toEqual([1, 4, null, 4]);
  });
});

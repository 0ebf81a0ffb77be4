import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/core/finding.js';
import { width } from '../../src/report/wrap.js';
import { folderWith, hegui } from '../support/cli.js';
import { readRun } from '../support/run.js';

const ALL = ['check', 'examples/**/{profile,found,mended}.yaml', 'no-such-file.yaml', '--as-of', '2026-11-23'];
const GAPS = readFileSync('examples/marketplace-with-gaps/profile.yaml', 'utf8');

describe('the report of many profiles', () => {
  it.each([
    ['zh', 80],
    ['en', 120],
  ])('in %s at %d columns', async (lang, columns) => {
    const { stdout } = await hegui([...ALL, '--lang', lang], { columns });
    await expect(stdout).toMatchFileSnapshot(`golden/many.${lang}.${columns}.txt`);
  });

  it.each([60, 80, 120])('has no line wider than %d columns in either language', async (columns) => {
    for (const lang of ['zh', 'en']) {
      const lines = (await hegui([...ALL, '--lang', lang], { columns })).stdout.split('\n');
      expect(lines.filter((line) => width(line) > columns || line !== line.trimEnd())).toEqual([]);
    }
  });

  it('says the same numbers as the run', async () => {
    const { profiles } = readRun(JSON.parse((await hegui([...ALL, '-f', 'json'])).stdout));
    const { stdout } = await hegui([...ALL, '--lang', 'en'], { columns: 120 });
    const judged = profiles.flatMap(({ counts, ...record }) => (counts === null ? [] : [{ ...record, counts }]));
    for (const { path, counts, compliance, coverage } of judged) {
      const percent = (value: number | null): string => (value === null ? '—' : `${value}%`);
      const cells = [counts.gap, counts.unknown, percent(compliance), percent(coverage)].map(String);
      const line = stdout.split('\n').find((each) => each.includes(path.slice(-40))) ?? '';
      expect(line.split(/\s+/).slice(-4), path).toEqual(cells);
    }
    const sum = (verdict: Verdict): number => judged.reduce((total, { counts }) => total + counts[verdict], 0);
    const total = stdout.split('\n').find((line) => line.startsWith('Total')) ?? '';
    const columns = ['pass', 'gap', 'unknown', 'manual', 'not-applicable'] as const;
    expect(total.split(/\s+/).slice(1, 6)).toEqual(columns.map((each) => String(sum(each))));
  });

  it('shows the worst thirty, those not judged first, and says how many it left out', async () => {
    const folder = folderWith({
      ...Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`p${index}.yaml`, GAPS])),
      'empty.yaml': '',
      'worse.yaml': 'hegui: 1\n',
    });
    const { stdout } = await hegui(['check', folder, '--as-of', '2026-11-23', '--lang', 'en']);
    const lines = stdout.split('\n').filter((line) => /^(FAILED|passed|invalid|cannot)/i.test(line) && line.includes('.yaml'));
    expect(lines.length).toBe(30);
    expect(lines[0]).toContain('empty.yaml');
    expect(stdout).toContain('… and 12 more profiles');
    expect(stdout).toContain('42 profiles, 0 passed');
  });

  it('names the file that could not be judged with its first mistake and where it stands', async () => {
    const { stdout } = await hegui([...ALL, '--lang', 'en']);
    expect(stdout).toMatch(/✗ examples\/invalid-file\/profile\.yaml:8:9 \[.*\]\n {2}The last character of the credit code/);
    expect(stdout).toContain('✗ no-such-file.yaml');
  });

  it('never lets a name write to the terminal', async () => {
    const folder = folderWith({ 'a\u001b[31m\u202e.yaml': 'hegui: 1\n', 'b\u0007.yaml': '' });
    const { stdout } = await hegui(['check', folder]);
    expect(stdout).toContain('<U+001B>');
    for (const raw of ['\u001b', '\u202e', '\u0007']) expect(stdout).not.toContain(raw);
  });
});

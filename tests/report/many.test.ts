import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/core/finding.js';
import { width } from '../../src/report/terminal/wrap.js';
import { folderWith, hegui } from '../support/cli.js';
import { judgeFrozen, profileText } from '../support/frozen.js';
import { frozenRun, render, report } from '../support/run.js';

describe('the report of many profiles', () => {
  it.each([
    ['zh', 80],
    ['en', 120],
  ] as const)('in %s at %d columns', async (lang, columns) => {
    const { stdout } = await report(await frozenRun(lang), [], { columns });
    await expect(stdout).toMatchFileSnapshot(`golden/batch.${lang}.${columns}.txt`);
  });

  it.each([60, 80, 120])('has no line wider than %d columns in either language', async (columns) => {
    for (const lang of ['zh', 'en'] as const) {
      const lines = (await report(await frozenRun(lang), [], { columns })).stdout.split('\n');
      expect(lines.filter((line) => width(line) > columns || line !== line.trimEnd())).toEqual([]);
    }
  });

  it('says the same numbers as the run', async () => {
    const run = await frozenRun('en');
    const table = render('table', run, { width: 120 });
    const judged = run.profiles.filter(({ status }) => status === 'judged');
    for (const { path, counts, compliance, coverage } of judged) {
      const percent = (value: number | null): string => (value === null ? '—' : `${value}%`);
      const cells = [counts?.gap, counts?.unknown, percent(compliance), percent(coverage)].map(String);
      const line = table.split('\n').find((each) => each.includes(path)) ?? '';
      expect(line.split(/\s+/).slice(-4), path).toEqual(cells);
    }
    const sum = (verdict: Verdict): number => judged.reduce((all, { counts }) => all + (counts?.[verdict] ?? 0), 0);
    const total = table.split('\n').find((line) => line.startsWith('Total')) ?? '';
    const order = ['pass', 'gap', 'unknown', 'manual', 'not-applicable'] as const;
    expect(total.split(/\s+/).slice(1, 6)).toEqual(order.map((each) => String(sum(each))));
  });

  it('shows the worst thirty, those not judged first, and says how many it left out', async () => {
    const gaps = profileText('gaps');
    const inputs = {
      ...Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`p${index}.yaml`, gaps])),
      'empty.yaml': '',
      'worse.yaml': 'hegui: 1\n',
    };
    const { stdout } = await report(await judgeFrozen(inputs, { lang: 'en' }), []);
    const lines = stdout.split('\n').filter((line) => /^(FAILED|passed|invalid|cannot)/i.test(line) && line.includes('.yaml'));
    expect(lines.length).toBe(30);
    expect(lines[0]).toContain('empty.yaml');
    expect(stdout).toContain('… and 12 more profiles');
    expect(stdout).toContain('42 profiles, 0 passed');
  });

  it('names the file that could not be judged with its first mistake and where it stands', async () => {
    const table = render('table', await frozenRun('en'));
    expect(table).toMatch(/✗ profiles\/invalid\.yaml:5:9 \[.*\]\n {2}The last character of the credit code/);
    expect(table).toContain('✗ profiles/missing.yaml');
  });

  it('never lets a name write to the terminal', async () => {
    const folder = folderWith({ 'a\u001b[31m\u202e.yaml': 'hegui: 1\n', 'b\u0007.yaml': '' });
    const { stdout } = await hegui(['check', folder]);
    expect(stdout).toContain('<U+001B>');
    for (const raw of ['\u001b', '\u202e', '\u0007']) expect(stdout).not.toContain(raw);
  });
});

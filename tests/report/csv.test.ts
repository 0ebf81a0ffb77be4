import { describe, expect, it } from 'vitest';
import { escapeCell } from '../../src/report/escape.js';
import { folderWith, hegui } from '../support/cli.js';
import { brief, HOSTILE, hostileRecord } from '../support/hostile.js';
import { ALL, frozenRun, onlyOf, render, report, withProfiles } from '../support/run.js';
import { readCsv } from '../support/sheets.js';

/** The rows by the heads of their columns. */
function records(text: string): Record<string, string>[] {
  const [head = [], ...rows] = readCsv(text);
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [head[index] ?? '', cell])));
}

describe('the findings as CSV', () => {
  it('is as it was: one profile with gaps', async () => {
    await expect(render('csv', await frozenRun('zh', 'gaps'))).toMatchFileSnapshot('golden/gaps.zh.csv');
  });

  it('is UTF-8 with a mark, and ends every record with CR LF', async () => {
    const text = render('csv', await frozenRun('zh', 'gaps'), { show: ALL });
    expect(text.startsWith('\ufeff文件,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replace(/"(?:[^"]|"")*"/g, '').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('has a row for every finding that is to be shown, and names its rule, place and law', async () => {
    const run = await frozenRun('en');
    const findings = run.profiles.flatMap((profile) => profile.findings.map((finding) => ({ profile, finding })));
    const rows = records(render('csv', run, { show: ALL }));
    expect(rows.length).toBe(findings.length + run.profiles.flatMap(({ problems }) => problems).length);
    const key = (...parts: (string | null)[]): string => parts.join(' | ');
    const told = new Set(rows.map((row) => key(row['File'] ?? '', row['Rule id'] ?? '', row['Item'] ?? '', row['Verdict'] ?? '')));
    for (const { profile, finding } of findings) {
      expect(told).toContain(key(profile.path, finding.rule, finding.item ?? '', finding.verdict.replace('-', ' ')));
    }
    const gaps = rows.filter((row) => row['Verdict'] === 'gap');
    expect(gaps.length).toBeGreaterThan(20);
    for (const row of gaps) {
      expect(row['Place']).toMatch(/:\d+:\d+$/);
      for (const column of ['Law', 'What was found', 'Declared facts', 'To do', 'Area']) expect(row[column]).not.toBe('');
    }
    const unknowns = rows.filter((row) => row['Verdict'] === 'unknown');
    expect(unknowns.filter((row) => row['Missing facts'] === '' || row['Reason'] === '')).toEqual([]);
    expect(rows.filter((row) => row['Verdict'] === 'manual' && row['What was found'] === '')).toEqual([]);
  });

  it('shows what was asked for', async () => {
    const run = await frozenRun('en', 'gaps');
    const verdicts = async (...more: string[]) =>
      new Set(records((await report(run, ['-f', 'csv', ...more])).stdout).map((row) => row['Verdict']));
    expect(await verdicts()).toEqual(new Set(['gap', 'manual']));
    expect(await verdicts('--show', 'pass')).toEqual(new Set(['pass']));
  });

  it('has rows for files that could not be judged', async () => {
    const rows = records(render('csv', await frozenRun('en', 'invalid', 'missing')));
    expect(rows.filter((row) => row['File'] === 'profiles/missing.yaml')).toMatchObject([{ Verdict: 'error', 'Rule id': '' }]);
    expect(rows.filter((row) => row['Verdict'] === 'error' && row['Place']?.includes('profiles/invalid.yaml')).length).toBeGreaterThan(3);
  });

  it('is only its head where a shard holds no file', async () => {
    const folder = folderWith({ 'a.yaml': 'hegui: 1\n' });
    const csv = async (shard: string): Promise<string> => (await hegui(['check', folder, '-f', 'csv', '--shard', shard])).stdout;
    const texts = await Promise.all(['1/2', '2/2'].map(csv));
    expect(texts.map((text) => readCsv(text).length > 1).sort()).toEqual([false, true]);
    for (const text of texts) expect(text.startsWith('\ufeff文件,')).toBe(true);
  });

  it('holds hostile text inert and whole', async () => {
    const run = await frozenRun('en', 'gaps');
    const record = brief(onlyOf(run));
    for (const text of HOSTILE) {
      const [head = [], ...rows] = readCsv(render('csv', withProfiles(run, hostileRecord(record, text)), { show: ALL }));
      for (const row of rows) {
        expect(row).toHaveLength(head.length);
        for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]|[^\P{Cc}\t\n]/u);
        for (const column of ['File', 'Operator', 'Identity', 'Platform']) {
          expect(row[head.indexOf(column)]?.replace(/^'/, '')).toBe(escapeCell(text));
        }
      }
      expect(rows.length).toBeGreaterThan(record.findings.length);
      expect(rows.some((row) => row[head.indexOf('Item')]?.replace(/^'/, '') === escapeCell(text))).toBe(true);
    }
  });
});

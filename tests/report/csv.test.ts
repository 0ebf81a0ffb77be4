import { describe, expect, it } from 'vitest';
import { escapeCell } from '../../src/report/escape.js';
import { folderWith, hegui } from '../support/cli.js';
import { brief, HOSTILE, hostileRecord } from '../support/hostile.js';
import { ALL, onlyOf, render, runOf, withProfiles } from '../support/run.js';
import { readCsv } from '../support/sheets.js';

const STORY = 'examples/marketplace-with-gaps/profile.yaml';

async function csv(...argv: string[]): Promise<string> {
  return (await hegui(['check', ...argv, '-f', 'csv', '--as-of', '2026-11-23'])).stdout;
}

/** The rows by the heads of their columns. */
function records(text: string): Record<string, string>[] {
  const [head = [], ...rows] = readCsv(text);
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [head[index] ?? '', cell])));
}

describe('the findings as CSV', () => {
  it('marketplace-with-gaps in zh', async () => {
    await expect(render('csv', await runOf(STORY))).toMatchFileSnapshot('golden/marketplace-with-gaps.zh.csv');
  });

  it('is UTF-8 with a mark, and ends every record with CR LF', async () => {
    const text = render('csv', await runOf(STORY), { show: ALL });
    expect(text.startsWith('\ufeff文件,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replace(/"(?:[^"]|"")*"/g, '').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('has a row for every finding that is to be shown, and names its rule, place and law', async () => {
    const run = await runOf('examples/decisions', STORY);
    const findings = run.profiles.flatMap((profile) => profile.findings.map((finding) => ({ profile, finding })));
    const rows = records(render('csv', run, { lang: 'en', show: ALL }));
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
    const verdicts = async (...more: string[]) => new Set(records(await csv(STORY, '--lang', 'en', ...more)).map((row) => row['Verdict']));
    expect(await verdicts()).toEqual(new Set(['gap', 'manual']));
    expect(await verdicts('--show', 'pass')).toEqual(new Set(['pass']));
  });

  it('has rows for files that could not be judged', async () => {
    const rows = records(await csv('examples/invalid-file', 'no-such-file.yaml', '--lang', 'en'));
    expect(rows.filter((row) => row['File'] === 'no-such-file.yaml')).toMatchObject([{ Verdict: 'error', 'Rule id': '' }]);
    expect(rows.filter((row) => row['Verdict'] === 'error' && row['Place']?.includes('invalid-file')).length).toBeGreaterThan(3);
  });

  it('is only its head where a shard holds no file', async () => {
    const folder = folderWith({ 'a.yaml': 'hegui: 1\n' });
    const texts = await Promise.all(['1/2', '2/2'].map((shard) => csv(folder, '--shard', shard)));
    expect(texts.map((text) => readCsv(text).length > 1).sort()).toEqual([false, true]);
    for (const text of texts) expect(text.startsWith('\ufeff文件,')).toBe(true);
  });

  it('holds hostile text inert and whole', async () => {
    const run = await runOf(STORY);
    const record = brief(onlyOf(run));
    for (const text of HOSTILE) {
      const [head = [], ...rows] = readCsv(render('csv', withProfiles(run, hostileRecord(record, text)), { lang: 'en', show: ALL }));
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

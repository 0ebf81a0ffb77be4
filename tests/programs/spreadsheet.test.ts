import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { escapeCell } from '../../src/report/escape.js';
import { folderWith } from '../support/cli.js';
import { brief, HOSTILE, hostileRecord } from '../support/hostile.js';
import { ALL, frozenRun, onlyOf, render, renderWorkbook, withProfiles } from '../support/run.js';
import { type Grid, readCsv, readSheets } from '../support/sheets.js';

/** Comma, double quote, UTF-8, from the first line; values as they are stored, all sheets. */
const TO_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
/** The same for reading, its fields as they come and without a look for numbers; formulas are computed. */
const FROM_CSV = 'Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

/** What LibreOffice makes of a file, by sheet. */
function inLibreOffice(name: string, content: Uint8Array | string, more: readonly string[] = []): Map<string, string[][]> {
  const folder = folderWith({ [name]: content });
  const settings = `-env:UserInstallation=${pathToFileURL(`${folder}/settings`)}`;
  const argv = [settings, '--headless', ...more, '--convert-to', TO_CSV, '--outdir', `${folder}/out`, `${folder}/${name}`];
  execFileSync('soffice', argv, { stdio: 'ignore', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  const stem = name.replace(/\.\w+$/, '-');
  const files = readdirSync(`${folder}/out`);
  return new Map(
    files.map((file) => [file.slice(stem.length, -'.csv'.length), readCsv(readFileSync(`${folder}/out/${file}`, 'utf8'), '\n')]),
  );
}

function asText(grid: Grid): string[][] {
  return grid.map((row) => row.map((cell) => String(cell ?? '')));
}

describe('LibreOffice', () => {
  it.each(['zh', 'en'] as const)('opens the workbook of a run in %s and finds every cell', async (lang) => {
    const workbook = await renderWorkbook(await frozenRun(lang), { show: ALL });
    const opened = inLibreOffice('run.xlsx', workbook);
    const sheets = await readSheets(workbook);
    expect([...opened.keys()].sort()).toEqual([...sheets.keys()].sort());
    for (const [name, grid] of sheets) expect(opened.get(name), name).toEqual(asText(grid));
  });

  it('finds hostile text as it was written, and computes none of it', async () => {
    const run = await frozenRun('zh', 'half-filled');
    const records = HOSTILE.map((text) => hostileRecord(brief(onlyOf(run)), text));
    const opened = inLibreOffice('hostile.xlsx', await renderWorkbook(withProfiles(run, ...records), { lang: 'en', show: ALL }));
    const profiles = opened.get('Profiles') ?? [];
    expect(profiles.slice(1).map((row) => row[0])).toEqual(HOSTILE.map(escapeCell));
  });

  it('computes no field of the CSV', async () => {
    const run = await frozenRun('zh', 'half-filled');
    const records = HOSTILE.map((text) => hostileRecord(brief(onlyOf(run)), text));
    const csv = render('csv', withProfiles(run, ...records), { lang: 'en', show: ['gap'] });
    const [grid = []] = inLibreOffice('hostile.csv', csv, [`--infilter=${FROM_CSV}`]).values();
    const operators = readCsv(csv).map((row) => row[1]);
    // A text that is a number in itself becomes one; nothing can hinder that in CSV.
    expect(grid.map((row) => (row[1] === '100000' ? '1e5' : row[1]))).toEqual(operators);
  });
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sentences } from '../../src/i18n/translate.js';
import { escapeCell, escapeWorkbook } from '../../src/report/escape.js';
import { Room, SheetRows } from '../../src/report/sheet/sheetrows.js';
import type { Sheet } from '../../src/sheet/workbook.js';
import { workbookOf } from '../../src/sheet/workbook.js';
import { folderWith, hegui } from '../support/cli.js';
import { brief, HOSTILE, hostileRecord } from '../support/hostile.js';
import { ALL, frozenRun, onlyOf, render, renderWorkbook, report, withProfiles } from '../support/run.js';
import { filesOf, readCsv, readSheets } from '../support/sheets.js';

function sheetOf(cells: readonly (readonly (string | number)[])[]): Sheet {
  return { name: 'x', widths: [10], rows: cells, heads: [], isTable: false };
}

describe('the workbook of a run', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ['gaps', 'zh'],
    ['half-filled', 'en'],
  ] as const)('%s in %s', async (name, lang) => {
    const sheets = await readSheets(await renderWorkbook(await frozenRun(lang, name)));
    const told = [...sheets].map(([sheet, grid]) => `## ${sheet}\n${grid.map((row) => JSON.stringify(row)).join('\n')}\n`).join('\n');
    await expect(told).toMatchFileSnapshot(`golden/${name}.${lang}.xlsx.txt`);
  });

  it('is written by the command line beside another format', async () => {
    const folder = folderWith({});
    const path = `${folder}/deep/report.xlsx`;
    const run = await frozenRun('en', 'gaps');
    const ran = await report(run, ['-o', `xlsx=${path}`, '-f', 'csv']);
    expect(ran.exitCode).toBe(0);
    expect(readCsv(ran.stdout).length).toBeGreaterThan(10);
    const sheets = await readSheets(readFileSync(path));
    expect([...sheets.keys()]).toEqual(['Summary', 'Findings', 'Questions for a person', 'Upcoming rules', 'Profiles', 'About']);
    expect((await report(run, ['-f', 'xlsx'])).stdout.startsWith('PK')).toBe(true);
  });

  it('has the same bytes whenever it is made', async () => {
    const run = await frozenRun('zh', 'half-filled');
    const first = await renderWorkbook(run);
    vi.useFakeTimers({ now: Date.UTC(2031, 4, 5, 6, 7, 8), toFake: ['Date'] });
    expect(Buffer.from(await renderWorkbook(run)).equals(first)).toBe(true);
  });

  it('shows the same findings as CSV', async () => {
    const run = await frozenRun('en');
    const sheet = (await readSheets(await renderWorkbook(run, { lang: 'en', show: ALL }))).get('Findings');
    const csv = readCsv(render('csv', run, { lang: 'en', show: ALL })).filter((row) => row[18] !== '');
    const plain = (cell: string | number | null): string => String(cell ?? '').replace(/^(?=[=+\-@'])/, "'");
    expect(sheet?.map((row) => row.map(plain))).toEqual(csv);
  });

  it('has what the record says of each profile, and the problems of files that could not be judged', async () => {
    const run = await frozenRun('en', 'invalid', 'gaps', 'missing', 'warned', 'half-filled');
    const sheets = await readSheets(await renderWorkbook(run, { lang: 'en' }));
    const [head = [], ...rows] = sheets.get('Profiles') ?? [];
    const at = (row: (string | number | null)[], name: string) => row[head.indexOf(name)] ?? null;
    expect(rows.length).toBe(run.profiles.length);
    for (const [index, profile] of run.profiles.entries()) {
      const row = rows[index] ?? [];
      expect(at(row, 'File')).toBe(profile.path);
      expect(at(row, 'Compliance (%)')).toBe(profile.compliance ?? '—');
      expect(at(row, 'Coverage (%)')).toBe(profile.coverage ?? '—');
      expect(at(row, 'Gap')).toBe(profile.counts?.gap ?? null);
      expect(at(row, 'Gate')).toBe(profile.gate.passed ? 'PASSED' : 'FAILED');
      expect(at(row, 'Errors')).toBe(profile.problems.filter(({ level }) => level === 'error').length);
    }
    const problems = sheets.get('Problems of files') ?? [];
    expect(problems.length).toBe(1 + run.profiles.flatMap((each) => each.problems).length);
    const summary = JSON.stringify(sheets.get('Summary'));
    expect(summary).toContain('unreadable 1');
    expect(summary).toContain(run.header.packs[0]?.digest);
  });

  it('says what it does not show', async () => {
    const run = await frozenRun('zh', 'long-lines');
    const gaps = await readSheets(await renderWorkbook(run, { show: ['gap'] }));
    expect([...gaps.keys()]).toEqual(['汇总', '结论', '即将生效的规则', '各份申报', '说明']);
    expect(JSON.stringify(gaps.get('汇总'))).toMatch(/未显示：符合 \d+、人工 1、不适用 \d+/);
    expect(JSON.stringify((await readSheets(await renderWorkbook(run, { show: ALL }))).get('汇总'))).not.toContain('未显示');
  });

  it('can be filtered, keeps its heads in view, wraps texts', async () => {
    const files = filesOf(await renderWorkbook(await frozenRun('zh', 'gaps')));
    const findings = files.get('xl/worksheets/sheet2.xml') ?? '';
    const rows = findings.match(/<row /g)?.length;
    expect(findings).toMatch(new RegExp(`</sheetData><autoFilter ref="A1:U${rows}"/><page`));
    expect(findings).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
    expect(files.get('xl/styles.xml')).toContain('wrapText="1"');
    expect(files.get('xl/worksheets/sheet1.xml')).not.toContain('autoFilter');
  });

  it('holds hostile text inert and whole', async () => {
    const run = await frozenRun('zh', 'half-filled');
    const record = brief(onlyOf(run));
    const workbook = await renderWorkbook(withProfiles(run, ...HOSTILE.map((text) => hostileRecord(record, text))), {
      lang: 'en',
      show: ALL,
    });
    for (const [name, xml] of filesOf(workbook)) {
      expect(name).toMatch(/^[\w./[\]]+$/);
      expect(xml).not.toMatch(/<f>|hyperlink|\[object|native code/);
    }
    const sheets = await readSheets(workbook);
    const rows = (sheets.get('Profiles') ?? []).slice(1);
    expect(rows.map((row) => [row[0], row[2]])).toEqual(HOSTILE.map((text) => [escapeCell(text), escapeCell(text)]));
    expect(new Set((sheets.get('Findings') ?? []).slice(1).map((row) => row[9]))).toEqual(new Set(HOSTILE.map(escapeCell)));
    expect((sheets.get('Problems of files') ?? []).length).toBe(1 + HOSTILE.length * (record.problems.length + 1));
  });
});

describe('a cell of a workbook', () => {
  it('is read back as it was, whatever the text', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...HOSTILE, ...Object.getOwnPropertyNames(Object.prototype)),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text.map(escapeCell), { minLength: 20, maxLength: 60 }), async (texts) => {
        const workbook = await workbookOf([sheetOf(texts.map((each) => ['|', each]))], 'zh', escapeWorkbook);
        const grid = (await readSheets(workbook)).get('x') ?? [];
        expect(grid.map((row) => row[1] ?? '')).toEqual(texts);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps numbers as numbers and texts of digits as texts', async () => {
    const workbook = await workbookOf([sheetOf([[82.2, '82.2', '007', 0]])], 'en', escapeWorkbook);
    expect((await readSheets(workbook)).get('x')).toEqual([[82.2, '82.2', '007', 0]]);
  });
});

describe('the room in a workbook', () => {
  const words = sentences('en').sheets;

  it('cuts a text that no cell can hold, never within a character, and says by how much', () => {
    const room = new Room(words);
    expect(room.keep('x'.repeat(32_767))).toHaveLength(32_767);
    for (const text of ['x'.repeat(40_000), `x${'🛒'.repeat(20_000)}`, '🛒'.repeat(20_000)]) {
      const cut = room.keep(text);
      expect(cut.length).toBeLessThanOrEqual(32_767);
      const [, kept = '', count = ''] = /^(.*)… \((\d+) more characters, beyond what a cell holds\)$/.exec(cut) ?? [];
      expect(kept.length + Number(count)).toBe(text.length);
      expect(text.startsWith(kept)).toBe(true);
      expect(kept).not.toMatch(/\p{Cs}/u);
      expect(kept.length).toBeGreaterThan(32_000);
    }
  });

  it('leaves rows out beyond it, and says how many', () => {
    const room = new Room(words, { cells: 10, text: 1000 });
    const table = new SheetRows('problems', ['profile', 'problem'], words, room);
    table.add(Array.from({ length: 8 }, (_, index) => ({ profile: `p${index}`, problem: 'x' })));
    expect(table.leftOut).toBe(3);
    const { rows } = table.sheet();
    expect(rows).toHaveLength(1 + 5 + 1);
    expect(rows.at(-1)).toEqual([words.leftOut(3)]);
  });

  it('counts a text once, and stops at too much text', () => {
    const room = new Room(words, { cells: 1000, text: 10 });
    const table = new SheetRows('problems', ['problem'], words, room);
    table.add(Array.from({ length: 5 }, () => ({ problem: '12345' })));
    expect(table.leftOut).toBe(0);
    table.add([{ problem: 'abcdef' }, { problem: 'more' }]);
    expect(table.leftOut).toBe(1);
  });

  it('keeps all profiles', () => {
    const table = new SheetRows('profiles', ['profile'], words, new Room(words, { cells: 0, text: 0 }));
    table.add([{ profile: 'a' }, { profile: 'b' }]);
    expect(table.sheet().rows).toHaveLength(3);
  });

  it('is refused for more profiles than it is made for', async () => {
    const stdin = Array.from({ length: 2001 }, (_, index) => `{"path":"${index}","text":"hegui: 1"}`).join('\n');
    const { stderr, exitCode, stdout } = await hegui(
      ['check', '-', '--input', 'ndjson', '-f', 'xlsx', '--lang', 'en', '--rule', 'operator-verification/periodic-recheck'],
      { stdin },
    );
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('at most 2000 profiles');
    expect(stderr).toContain('-f csv');
  });
});

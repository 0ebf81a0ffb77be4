import { describe, expect, it, test } from 'vitest';
import type { Run, RunPack } from '../../src/core/run.js';
import { outdatedPacks } from '../../src/report/say/known.js';
import { folderWith, hegui } from '../support/cli.js';
import { frozenRun, render, renderWorkbook } from '../support/run.js';
import { readSheets } from '../support/sheets.js';

const one = await frozenRun('en', 'compliant');
const two = await frozenRun('en', 'compliant', 'half-filled');

const knowing = (run: Run, ...knownUntil: readonly (string | undefined)[]): Run => {
  const packs = knownUntil.map((date, index): RunPack => {
    const pack = { id: `pack-${index}`, version: '1.0.0', digest: 'sha256:0' };
    return date === undefined ? pack : { ...pack, knownUntil: date };
  });
  return { ...run, header: { ...run.header, packs } };
};

/** The head of each report for people, without its layout. */
async function heads(run: Run): Promise<[format: string, text: string][]> {
  const width = 300;
  const sheets = [...(await readSheets(await renderWorkbook(run, { lang: 'en' }))).values()].flat(2).join('\n');
  return [
    ['table', render('table', run, { lang: 'en', width })],
    ['html', render('html', run, { lang: 'en' })],
    ['markdown', render('markdown', run, { lang: 'en' })],
    ['xlsx', sheets],
  ];
}

describe.each([
  ['one profile', one],
  ['several profiles', two],
])('the head of a report on %s', (_, run) => {
  it('says to what day each pack knows the law', async () => {
    for (const [format, text] of await heads(knowing(run, '2026-09-30', undefined, '2026-06-01'))) {
      expect(text, format).toContain('until 2026-09-30 (pack-0)');
      expect(text, format).toContain('until 2026-06-01 (pack-2)');
      expect(text, format).not.toContain('(pack-1)');
      expect(text, format).not.toContain('update the pack');
    }
  });

  it('warns where that is more than six months before the as-of date', async () => {
    for (const [format, text] of await heads(knowing(run, '2026-05-22', '2026-05-23'))) {
      expect(text, format).toContain('until 2026-05-22 (pack-0), more than six months before the as-of date');
      expect(text, format).toMatch(/until 2026-05-23 \(pack-1\)(?!,)/);
    }
  });
});

test.each([
  ['2026-11-23', '2026-05-23', false],
  ['2026-11-23', '2026-05-22', true],
  ['2027-08-31', '2027-02-28', false],
  ['2027-08-31', '2027-02-27', true],
  ['2026-11-23', '9999-12-31', false],
  ['2026-11-23', undefined, false],
])('on %s, law known until %s is outdated: %s', (asOf, knownUntil, outdated) => {
  const { header } = knowing(one, knownUntil);
  expect(outdatedPacks({ ...header, asOf })).toHaveLength(outdated ? 1 : 0);
});

test('the built-in packs say to what day they know the law; long after it, check says so and judges all the same', async () => {
  const folder = folderWith({ 'p.yaml': 'hegui: 1\n' });
  const at = (asOf: string, ...more: string[]) =>
    hegui(['check', `${folder}/p.yaml`, '--as-of', asOf, '--lang', 'en', '-f', 'json', ...more]);
  const soon = await at('2027-03-31');
  expect(JSON.parse(soon.stdout).packs).toMatchObject([{ id: 'china', knownUntil: '2026-09-30' }, { id: 'chongqing-2020-16' }]);
  expect(soon.stderr).toBe('');
  const late = await at('2027-04-01');
  expect(late.stderr).toContain('The pack china knows the law only until 2026-09-30');
  expect(late.exitCode).toBe(soon.exitCode);
  expect((await at('2027-04-01', '--quiet')).stderr).toBe('');
});

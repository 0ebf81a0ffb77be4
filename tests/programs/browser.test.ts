import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Run } from '../../src/core/run.js';
import type { View } from '../../src/report/view.js';
import { folderWith } from '../support/cli.js';
import { EVIL, hostileRecord } from '../support/hostile.js';
import { ALL, frozenRun, render, withProfiles } from '../support/run.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
const folder = folderWith({});

beforeAll(async () => {
  const executablePath = execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim();
  // Chromium refuses its sandbox to the superuser, who runs containers.
  browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
});

afterAll(() => browser.close());

function written(name: string, run: Run, view: Partial<View> = {}): string {
  const path = join(folder, `${name}.html`);
  writeFileSync(path, render('html', run, view));
  return path;
}

/** Opens a page; whatever it tries to load, run or say beyond itself is kept in `strange`. */
async function opened(path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<{ page: Page; strange: string[] }> {
  const page = await browser.newPage(options);
  const strange: string[] = [];
  page.on('console', (message) => strange.push(message.text()));
  page.on('pageerror', (error) => strange.push(error.message));
  page.on('dialog', (dialog) => {
    strange.push(dialog.message());
    dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) strange.push(request.url());
  });
  await page.goto(`file://${path}`);
  return { page, strange };
}

describe('the report in a browser', () => {
  it('filters by verdict, severity and area, searches, and shows all again', async () => {
    const { page, strange } = await opened(written('filter', await frozenRun('zh', 'long-lines')));
    const shown = async (): Promise<number> => page.locator('[data-k]:visible').count();
    const text = async (): Promise<string | null> => page.locator('#filtered').textContent();
    await page.selectOption('#by-verdict', 'g');
    await page.locator('#filtered', { hasText: '显示 13 项' }).waitFor();
    expect(await shown()).toBe(13);
    await page.selectOption('#by-severity', 'c');
    await page.locator('#filtered', { hasText: '显示 1 项' }).waitFor();
    expect(await page.locator('article:visible h4').allTextContents()).toEqual(['包裹保险没有过期']);
    await page.click('#reset');
    expect(await text()).toBe('');
    await page.fill('#by-text', 'FILES-rechecked');
    await page.locator('#filtered', { hasText: '显示 1 项' }).waitFor();
    expect(await page.locator('article:visible').getAttribute('id')).toBe('sellers/files-rechecked');
    await page.fill('#by-text', '');
    await page.selectOption('#by-verdict', 'p');
    await page.locator('#filtered', { hasText: '显示 3 项' }).waitFor();
    expect(await shown()).toBe(3);
    expect(strange).toEqual([]);
    await page.close();
  });

  it('follows a gap from the first screen to its detail, with keys alone', async () => {
    const { page } = await opened(written('follow', await frozenRun('zh', 'gaps')));
    const link = page.locator('.answer ol a').nth(2);
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#sellers\/files-rechecked$/);
    await expect
      .poll(() => page.locator('[id="sellers/files-rechecked"]').evaluate((at) => at.getBoundingClientRect().top))
      .toBeLessThan(100);
    await page.close();
  });

  it('leads from the profiles to the detail of one, which opens, and on to its rule', async () => {
    const { page } = await opened(written('many', await frozenRun('en')));
    await page.locator('table.heat').getByRole('link', { name: 'profiles/gaps.yaml' }).click();
    const detail = page.locator('details.profile:target');
    await expect.poll(() => detail.getAttribute('open')).not.toBeNull();
    await detail.locator('a').first().click();
    await expect.poll(() => page.locator('article:target').isVisible()).toBe(true);
    await page.selectOption('#by-severity', 'c');
    await page.selectOption('#by-verdict', 'g');
    const rows = page.locator('table.heat tbody tr:visible');
    await expect.poll(() => rows.count()).toBeLessThan(5);
    expect(await rows.count()).toBe(await page.locator('details.profile:visible').count());
    await page.close();
  });

  it('can be read without script, and shows no filter then', async () => {
    const { page } = await opened(written('plain', await frozenRun('zh', 'gaps')), { javaScriptEnabled: false });
    expect(await page.locator('#filter').isVisible()).toBe(false);
    expect(await page.locator('article').first().isVisible()).toBe(true);
    expect(await page.locator('details').first().locator('summary').isVisible()).toBe(true);
    await page.close();
  });

  it.each([1280, 390])('is no wider than a screen of %d pixels', async (width) => {
    for (const path of [written('one', await frozenRun('zh', 'half-filled')), written('all', await frozenRun('zh'))]) {
      const { page } = await opened(path, { viewport: { width, height: 800 } });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      await page.close();
    }
  });

  it('prints on A4', async () => {
    const { page } = await opened(written('print', await frozenRun('zh', 'gaps')));
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
    await page.close();
  });

  it('runs nothing that a profile declares', async () => {
    const run = await frozenRun('zh', 'gaps', 'half-filled');
    const evil = run.profiles.map((record) => hostileRecord(record, EVIL));
    for (const records of [evil.slice(0, 1), evil]) {
      const shown = render('html', withProfiles(run, ...records));
      const { page, strange } = await opened(`${folderWith({ 'evil.html': shown })}/evil.html`);
      expect(strange).toEqual([]);
      expect(await page.locator('script').count()).toBe(1);
      expect(await page.locator('img, iframe, [onclick], [onerror]').count()).toBe(0);
      await page.close();
    }
  });
});

describe.each(['zh', 'en'] as const)('for readers of a screen, in %s', (lang) => {
  it.each(
    [['gaps'], ['half-filled'], ['long-lines'], ['invalid'], []].flatMap((names) => [[names, 'light'] as const, [names, 'dark'] as const]),
  )('%j in %s has no fault that axe finds', async (names, colorScheme) => {
    // The policy of the page forbids scripts from outside, which axe is; a policy test of its own is in tests/report.
    const { page } = await opened(written('axe', await frozenRun(lang, ...names), { show: ALL }), { colorScheme, bypassCSP: true });
    await page.evaluate(AXE);
    await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    const found = (await page.evaluate('axe.run()')) as {
      violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[];
    };
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target} ${nodes[0]?.failureSummary}`)).toEqual([]);
    await page.close();
  });
});

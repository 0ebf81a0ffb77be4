import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { questionsOf } from '../../src/assess/questions.js';
import type { ProfileRecord } from '../../src/core/run.js';
import { escapeHtml } from '../../src/report/escape.js';
import { writtenAs } from '../../src/report/html/example.js';
import { folderWith, hegui } from '../support/cli.js';
import { brief, EVIL, HOSTILE, hostileRecord } from '../support/hostile.js';
import { mistakes, rowsOf, textOf } from '../support/page.js';
import { ALL, frozenRun, onlyOf, render, report, withProfiles } from '../support/run.js';

const JUDGED = ['bare', 'compliant', 'gaps', 'half-filled', 'long-lines', 'sellers-only', 'warned'];

describe('the page of one profile', () => {
  it('looks as it was laid out', async () => {
    const shown = render('html', await frozenRun('zh', 'gaps'));
    const lines = shown
      .replace(/(<style>|<script>).*?(<\/style>|<\/script>)/gs, '$1…$2')
      .replace(/(?<!<b>)(?=<(?!\/|b>|br|bdi|small|code|a |mark|span))/g, '\n');
    await expect(lines.replace(/sha256([-:])[\w+/=]+/g, 'sha256$1…')).toMatchFileSnapshot('golden/gaps.zh.html.txt');
  });

  const each = [...JUDGED, 'invalid', 'gb18030', 'missing'].flatMap((name) => [[name, 'zh'] as const, [name, 'en'] as const]);
  it.each(each)('%s in %s is valid HTML', async (name, lang) => {
    const shown = render('html', await frozenRun(lang, name));
    expect(await mistakes(shown)).toEqual([]);
    expect(shown).toContain(`<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">`);
  });

  it('lets nothing run or load but its own script and style, and has no style in attributes', async () => {
    const shown = render('html', await frozenRun('zh', 'half-filled'));
    const digest = (tag: string): string => {
      const [, text = ''] = new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(shown) ?? [];
      return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    };
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(shown) ?? [];
    expect(textOf(policy)).toBe(
      `default-src 'none'; style-src ${digest('style')}; script-src ${digest('script')}; img-src data:; base-uri 'none'; form-action 'none'`,
    );
    expect(shown).not.toMatch(/<[^>]* (?:style|on\w+|src)=/);
    expect(shown).not.toMatch(/<link|<img|<iframe|@import|url\(/);
  });

  it.each(JUDGED)('%s has the numbers of the run', async (name) => {
    const run = await frozenRun('en', name);
    const { header } = run;
    const record = onlyOf(run);
    const shown = render('html', run, { show: ALL });
    const rows = rowsOf(shown);
    const cells = (score: Pick<ProfileRecord, 'counts' | 'compliance' | 'coverage'>): string[] => {
      const percent = (value: number | null): string => (value === null ? '—' : `${value}%`);
      const counts = ['pass', 'gap', 'unknown', 'manual', 'not-applicable'] as const;
      return [...counts.map((each) => String(score.counts?.[each])), percent(score.compliance), percent(score.coverage)];
    };
    expect(rows.find(([name]) => name === 'Total')?.slice(1)).toEqual(cells(record));
    for (const [id, score] of Object.entries(record.areas)) {
      expect(rows.find(([name]) => name === header.catalog.areas[id]?.en)?.slice(1)).toEqual(cells(score));
    }
    for (const verdict of ALL) {
      const rules = new Set(record.findings.filter((each) => each.verdict === verdict).map(({ rule }) => rule));
      for (const rule of rules) expect(shown).toContain(` id="${rule}"`);
    }
    expect(textOf(shown)).toContain(record.gate.passed ? 'Result: PASSED' : 'Result: FAILED');
    for (const { path: fact } of questionsOf(record, header.catalog)) expect(textOf(shown)).toContain(fact);
  });

  it('folds what is not asked for, says so, and leaves nothing out', async () => {
    const run = await frozenRun('zh', 'long-lines');
    const few = (await report(run, ['-f', 'html', '--show', 'gap'])).stdout;
    const all = (await report(run, ['-f', 'html', '--show', 'all'])).stdout;
    expect(few).toMatch(/折叠列出.*：人工 1、符合 3、不适用 1/);
    expect(all).not.toContain('折叠列出');
    const ids = (of: string): string[] => [...of.matchAll(/ id="([^"]+\/[^"]+)"/g)].map(([, id = '']) => id).sort();
    expect(ids(few)).toEqual(ids(all));
    expect(rowsOf(few)).toEqual(rowsOf(all));
  });
});

describe('hostile strings', () => {
  it.each(['zh', 'en'] as const)('stay text on the page of one profile and of several (%s)', async (lang) => {
    const run = await frozenRun(lang, 'gaps', 'half-filled', 'invalid');
    const evil = run.profiles.map((record) => hostileRecord(brief(record), EVIL));
    const pages = [...evil.map((each) => [each]), evil].map((records) => render('html', withProfiles(run, ...records)));
    for (const shown of pages) {
      expect(await mistakes(shown)).toEqual([]);
      expect(shown.match(/<script/g)).toHaveLength(1);
      expect(/<(?:img|iframe|b onclick)/.test(shown)).toBe(false);
      expect(/[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069\u200e\u200f\ufffe]|\p{Cs}/u.test(shown)).toBe(false);
      expect(HOSTILE.filter((each) => !shown.includes(escapeHtml(each)))).toEqual([]);
    }
  });
});

describe('how to write a fact', () => {
  it('is YAML with a level for each step, and an item by its key', () => {
    expect(writtenAs('complaints.feedback_days', '7')).toEqual(['complaints:', '  feedback_days: 7']);
    expect(writtenAs('pricing.promotions[name=双十一 "a]b"].lowest_cny', '1')).toEqual([
      'pricing:',
      '  promotions:',
      '    - name: "双十一 \\"a]b\\""',
      '      lowest_cny: 1',
    ]);
    expect(writtenAs('a.apps[name=示例].x', 'true | false').at(-2)).toBe('    - name: 示例');
  });
});

describe('the page of many profiles', () => {
  it.each(['zh', 'en'] as const)('is valid HTML, names every file and links to its detail (%s)', async (lang) => {
    const run = await frozenRun(lang);
    const shown = render('html', run);
    expect(await mistakes(shown)).toEqual([]);
    for (const { path } of run.profiles) expect(textOf(shown)).toContain(path);
    const ids = new Set([...shown.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, target = ''] of shown.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });

  it('has the numbers of the run as JSON, the worst profile first', async () => {
    const run = await frozenRun('en', ...JUDGED);
    const { profiles } = run;
    const rows = rowsOf(render('html', run)).filter(([rank]) => /^\d+$/.test(rank ?? ''));
    expect(rows).toHaveLength(profiles.length);
    for (const { path, gate, counts, compliance, coverage } of profiles) {
      const percent = (value: number | null): string => (value === null ? '—' : `${value}%`);
      const row = rows.find(([, name]) => name === path);
      expect(row?.slice(2, 8)).toEqual([
        gate.passed ? 'PASSED' : 'FAILED',
        ...[counts?.gap, counts?.unknown, counts?.manual].map(String),
        percent(compliance),
        percent(coverage),
      ]);
    }
    expect(rows.at(-1)?.[1]).toBe('profiles/compliant.yaml');
  });

  it('refuses more profiles than a browser can bear, and names the way out', async () => {
    const lines = Array.from({ length: 1001 }, (_, index) => JSON.stringify({ path: `p${index}`, text: 'x' })).join('\n');
    const { stdout, stderr, exitCode } = await hegui(['check', '-', '--input', 'ndjson', '-f', 'html'], { stdin: lines });
    expect([stdout, exitCode]).toEqual(['', 2]);
    expect(stderr).toContain('--out-dir');
  });
});

describe('--out-dir', () => {
  const check = (folder: string, paths: readonly string[], stdin?: string) =>
    hegui(['check', ...paths, '--as-of', '2026-11-23', '-f', 'html', '--out-dir', folder], stdin === undefined ? {} : { stdin });

  it('writes a page for each profile and an index that links to each', async () => {
    const out = join(folderWith({}), 'new', 'site');
    const paths = ['half-filled', 'invalid-file', 'live-commerce'].map((story) => `examples/${story}/profile.yaml`);
    const { stdout, exitCode } = await check(out, paths);
    expect([stdout, exitCode]).toEqual(['', 2]);
    const files = readdirSync(out);
    expect(files).toHaveLength(paths.length + 1);
    const index = readFileSync(join(out, 'index.html'), 'utf8');
    expect(await mistakes(index)).toEqual([]);
    const links = new Set([...index.matchAll(/href="([^"#:]+)"/g)].map(([, link]) => link));
    expect([...links].sort()).toEqual(files.filter((each) => each !== 'index.html').sort());
    for (const path of paths) expect(textOf(index)).toContain(path);
    expect(readFileSync(join(out, [...links][0] ?? ''), 'utf8')).toContain('href="index.html"');
  });

  it('gives names that are safe and unique on every system, whatever a profile calls itself', async () => {
    const names = [
      '../../x.yaml',
      'CON',
      'con',
      'a/b',
      'a\\b',
      'A/B',
      '示例',
      'x'.repeat(400),
      ' .',
      'index',
      'list-1',
      '%2e%2e',
      'same',
      'same',
    ];
    const out = join(folderWith({}), 'site');
    await check(out, ['-', '--input', 'ndjson'], names.map((path) => JSON.stringify({ path, text: 'hegui: 1' })).join('\n'));
    const files = readdirSync(out);
    expect(files).toHaveLength(names.length + 1);
    expect(new Set(files.map((each) => each.toLowerCase())).size).toBe(files.length);
    for (const file of files) expect(file).toMatch(/^(?:index|[a-z0-9-]+-[0-9a-f]{10}(?:-2)?)\.html$/);
    expect(Math.max(...files.map(({ length }) => length))).toBeLessThan(80);
  });

  it('lists all on further pages where there are too many for one table', async () => {
    const out = join(folderWith({}), 'site');
    const lines = Array.from({ length: 1005 }, (_, index) => JSON.stringify({ path: `p${index}`, text: 'x' }));
    await check(out, ['-', '--input', 'ndjson'], lines.join('\n'));
    const files = readdirSync(out);
    expect(files).toHaveLength(1005 + 3);
    const linked = ['list-1.html', 'list-2.html'].flatMap((name) => rowsOf(readFileSync(join(out, name), 'utf8')).slice(1));
    expect(linked.map(([, path]) => path)).toEqual(Array.from({ length: 1005 }, (_, index) => `p${index}`));
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('href="list-2.html"');
  });

  it('needs -f html', async () => {
    const { stderr, exitCode } = await hegui(['check', 'examples', '--out-dir', 'x']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('-f html');
  });
});

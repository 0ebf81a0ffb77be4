import fc from 'fast-check';
import type { Nodes, Table } from 'mdast';
import { describe, expect, it } from 'vitest';
import { questionsOf } from '../../src/assess/questions.js';
import type { Finding } from '../../src/core/finding.js';
import type { Run } from '../../src/core/run.js';
import { codeSpan, escapeMarkdown } from '../../src/report/escape.js';
import { HOSTILE, hostileRun } from '../support/hostile.js';
import { all, BREAK, headings, inline, LATE_LINK, ofType, parse, readMarkdown, rowsOf, summaries, textOf } from '../support/markdown.js';
import { frozenRun, render } from '../support/run.js';

describe('the run as Markdown', () => {
  it('is as it was: one profile, and a small batch', async () => {
    await expect(render('markdown', await frozenRun('zh', 'gaps'))).toMatchFileSnapshot('golden/gaps.zh.md');
    await expect(render('markdown', await frozenRun('en'))).toMatchFileSnapshot('golden/batch.en.md');
  });

  it('shows every gap with its place, law and remedy, and every question as a box to tick', async () => {
    const run = await frozenRun('en', 'gaps');
    const root = readMarkdown(render('markdown', run));
    const text = textOf(root);
    const [record] = run.profiles;
    const of = (verdict: string): Finding[] => record?.findings.filter((each) => each.verdict === verdict) ?? [];
    expect(headings(root)[0]).toBe('Compliance gap report: ❌ FAILED');
    for (const { rule, at } of of('gap')) {
      expect(text).toContain(rule);
      expect(text).toContain(`:${at.line}:${at.column}`);
      const { remedy, params } = run.header.catalog.rules[rule] ?? { remedy: { en: '?' }, params: {} as Record<string, string | number> };
      expect(text).toContain(remedy.en.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name])));
    }
    expect(ofType(root, 'listItem').filter(({ checked }) => checked === false).length).toBe(of('manual').length);
    const areas = rowsOf(ofType(root, 'table')[0]);
    expect(areas.length).toBe(Object.keys(record?.areas ?? {}).length + 1);
    expect(areas.at(-1)?.slice(1)).toEqual(
      [...Object.values(record?.counts ?? {}), `${record?.compliance}%`, `${record?.coverage}%`].map(String),
    );
  });

  it('shows what was asked for and says what it hid', async () => {
    const run = await frozenRun('en', 'long-lines');
    const gaps = readMarkdown(render('markdown', run, { show: ['gap'] }));
    expect(ofType(gaps, 'listItem').some(({ checked }) => checked === false)).toBe(false);
    expect(textOf(gaps)).toMatch(/Not shown: manual \d+, pass \d+, not applicable \d+/);
    const every = readMarkdown(render('markdown', run, { show: ['gap', 'unknown', 'manual', 'pass', 'not-applicable'] }));
    expect(textOf(every)).not.toContain('Not shown');
    expect(summaries(every).some((title) => /^Not applicable \(\d+\)$/.test(title))).toBe(true);
    expect(readMarkdown(render('markdown', run, { show: [] })).children.length).toBeGreaterThan(3);
  });

  it('names the facts to declare, and the rules that are yet to come', async () => {
    const run = await frozenRun('en', 'half-filled');
    const root = readMarkdown(render('markdown', run));
    const questions = run.profiles.slice(0, 1).flatMap((record) => questionsOf(record, run.header.catalog));
    for (const { path } of questions.slice(0, 10)) expect(textOf(root)).toContain(path);
    expect(summaries(root)).toContain(`Facts to declare (${questions.length}, those first that can decide most)`);
    expect(summaries(root).some((title) => title.startsWith('Rules in force within'))).toBe((run.profiles[0]?.upcoming.length ?? 0) > 0);
  });

  it('of a batch names what could not be judged, the frequent gaps, and the profiles worst first', async () => {
    const run = await frozenRun('en');
    const root = readMarkdown(render('markdown', run));
    const [missed, profiles] = ofType(root, 'table').map(rowsOf) as [string[][], string[][]];
    const judged = run.profiles.filter(({ status }) => status === 'judged');
    expect(profiles.map(([, path]) => path).sort()).toEqual(judged.map(({ path }) => path).sort());
    expect(profiles.at(-1)?.[1]).toBe('profiles/compliant.yaml');
    const counted = (id: string): number =>
      judged.filter(({ findings }) => findings.some((each) => each.rule === id && each.verdict === 'gap')).length;
    for (const [, id, count] of missed) expect(Number(count)).toBe(counted(id ?? ''));
    expect(missed.map(([, , count]) => Number(count))).toEqual(missed.map(([, , count]) => Number(count)).sort((a, b) => b - a));
    for (const { path } of run.profiles.filter(({ status }) => status !== 'judged')) expect(textOf(root)).toContain(path);
  });

  it('is cut at whole entries to what a comment can hold, and says what is missing', async () => {
    const run = await frozenRun('en', 'gaps');
    const [record] = run.profiles;
    if (record === undefined) throw new Error('no record');
    const longer: Run = { ...run, profiles: [{ ...record, findings: Array.from({ length: 30 }, () => record.findings).flat() }] };
    const show = ['gap', 'unknown', 'manual', 'pass', 'not-applicable'] as const;
    const root = readMarkdown(render('markdown', longer, { show }));
    const shown = all(root).filter((each) => each.type === 'inlineCode' && /^[a-z-]+\/[a-z-]+$/.test(each.value)).length;
    const gaps = record.findings.filter(({ verdict, duty }) => verdict === 'gap' && duty !== 'encouraged').length * 30;
    expect(shown).toBeLessThan(gaps);
    expect(textOf(root)).toContain(`Left out for want of room: ${gaps - shown} of "Gaps (14)"`);
    const many: Run = {
      ...run,
      profiles: Array.from({ length: 3000 }, (_, index) => ({ ...record, findings: [], path: `${'a-folder/'.repeat(9)}p${index}.yaml` })),
    };
    const overview = readMarkdown(render('markdown', many));
    const rows = rowsOf(ofType(overview, 'table')[0]).length;
    expect(rows).toBeGreaterThan(300);
    expect(textOf(overview)).toMatch(/3000 profiles/);
    expect(textOf(overview)).toMatch(/… and 2000 more/);
    expect(textOf(overview)).toContain(`${1000 - rows} of "Profiles (3000, the worst first)"`);
  });

  it('holds hostile strings inert and readable, alone and in a batch', async () => {
    const run = await hostileRun();
    for (const lang of ['zh', 'en'] as const) {
      const batch = textOf(readMarkdown(render('markdown', run, { lang })));
      for (const text of HOSTILE.filter((each) => each.length < 200)) expect(batch).toContain(inline(text).trim());
      for (const record of run.profiles) {
        const single = { ...run, profiles: [record] };
        const text = textOf(
          readMarkdown(render('markdown', single, { lang, show: ['gap', 'unknown', 'manual', 'pass', 'not-applicable'] })),
        );
        if (record.path.length < 200) expect(text).toContain(inline(record.path).replaceAll('\t', ' '));
      }
    }
  });
});

describe('the escaping of Markdown', () => {
  const piece = fc.constantFrom(
    '*',
    '_',
    '`',
    '```',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '&amp;',
    '|',
    '\\',
    '~',
    '#',
    '1',
    '. ',
    '@',
    'a',
    'http://',
    'www.',
    'a@b.c',
    '-',
    '+',
    '=',
    ' ',
    '\n',
    '!',
    '$',
    ':',
    'GH-1',
    '\t',
    '中',
    '\u202e',
    '&#35;',
    'mailto:',
    '//',
    '.',
    'x',
  );
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
  );
  const plain = (node: Nodes): void => {
    for (const each of all(node))
      expect(['root', 'paragraph', 'text', 'list', 'listItem', 'table', 'tableRow', 'tableCell']).toContain(each.type);
    for (const { value } of ofType(node, 'text')) expect(value).not.toMatch(LATE_LINK);
  };

  it('leaves in a paragraph, an item and a cell nothing but the text', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anything, (given) => {
        const expected = inline(given).replaceAll(BREAK, '').trim();
        const places = [`${escapeMarkdown(given)}\n`, `- ${escapeMarkdown(given)}\n`, `  - x ${escapeMarkdown(given)}\n`];
        for (const [index, markdown] of places.entries()) {
          const root = parse(markdown);
          plain(root);
          expect(
            textOf(root)
              .replace(index === 2 ? /^x ?/ : /^/, '')
              .trim(),
            JSON.stringify(markdown),
          ).toBe(expected);
        }
        const [table, ...others] = parse(`| a | b |\n| --- | --- |\n| ${escapeMarkdown(given)} | ${escapeMarkdown(given)} |\n`).children;
        expect(others).toEqual([]);
        plain(table as Nodes);
        for (const cells of rowsOf(table as Table)) expect(cells.map((cell) => cell.trim())).toEqual([expected, expected]);
      }),
      { numRuns: 2000 },
    );
  });

  it('holds a code span as it is', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const root = parse(`- ${codeSpan(given)}\n`);
        const [code, ...others] = ofType(root, 'inlineCode');
        expect(others).toEqual([]);
        expect(all(root).map(({ type }) => type)).toEqual(['root', 'list', 'listItem', 'paragraph', 'inlineCode']);
        expect(code?.value.trim()).toBe(inline(given).replaceAll('\t', ' ').trim());
      }),
      { numRuns: 1000 },
    );
  });
});

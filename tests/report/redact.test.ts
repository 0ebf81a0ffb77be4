import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Redaction } from '../../src/assess/redact.js';
import type { ProfileRecord } from '../../src/core/run.js';
import { FORMAT_NAMES } from '../../src/report/formats.js';
import { folderWith, hegui } from '../support/cli.js';
import { runInLines } from '../support/run.js';

const AS_OF = ['--as-of', '2026-11-23', '--quiet'];
const GAPS = readFileSync('examples/marketplace-with-gaps/profile.yaml', 'utf8');

/** Stands in every name and text that these profiles declare. */
const MARK = 'Zq7';
/** Numbers and dates that no law and no report has of its own. */
const TELLTALE = [MARK, '83.17', '739184265', '2026-10-09', '2025-03-02', '2031-07-08', '91500000', '名字'];

/** Every profile below is judged, or refused with all problems it has. */
const PROFILES: Readonly<Record<string, string>> = {
  'judged.yaml': GAPS.replace('示例优品有限公司', `${MARK}有限公司`)
    .replace('name: 示例优品\n', `name: ${MARK}平台\n`)
    .replace('date: 2026-11-10', 'date: 2025-03-02')
    .replace('{ name: 李四, title: 法务合规经理 }', `{ name: ${MARK}甲, title: ${MARK}乙 }`)
    .replace('recheck_overdue_count: 214', 'recheck_overdue_count: 739184265')
    .replace('reference_price_cny: 129', 'reference_price_cny: 83.17')
    .replace('name: 双十一划线价-示例保温杯', `name: "${MARK}].name[x=1] 名字"`)
    .replace('name: 双十一直降-示例台灯', `name: ${MARK}[#2]`),
  'partly.yaml': `hegui: 1\nid: ${MARK}-id\npricing:\n  promotions:\n    - name: "${MARK}.a]b 名字"\n      price_cny: 739184265\n    - name: ${MARK}c\n`,
  'wrong.yaml': `hegui: 1
operator: { name: "${MARK}", uscc: "91500000${MARK}A5" }
${MARK}_unknown: 1
declaration: { date: 2026-10-09x, by: { name: ${MARK}, ${MARK}: 1 } }
platform:
  kinds: [${MARK}kind]
  trade: [goods, goods]
  registered_users: -739184265
  hosts_merchants: "${MARK}"
  carries_ads: yes ${MARK}
merchants: { ${MARK}: { ${MARK}: 739184265 } }
`,
  'names.yaml': `hegui: 1\npricing:\n  promotions:\n    - name: ${MARK}\n    - name: ${MARK}\n`,
  'twice.yaml': `hegui: 1\n${MARK}: 1\n${MARK}: 2\n`,
  'alias.yaml': `hegui: 1\na: &${MARK} 1\nb: *${MARK}\nc: !${MARK} x\n`,
  'number.yaml': 'hegui: 1\nplatform: { registered_users: 00739184265, monthly_active_users: 0x739184265 }\n',
  'future.yaml': 'hegui: 1\ndeclaration: { date: 2031-07-08 }\n',
  'code.yaml': `hegui: 1\nid: "${MARK} 83.17"\noperator: { uscc: 91500000MA5U000112 }\n`,
};

/** As records, not as files: the fingerprints of a report are hashes of the path, and one of a random path may hold any digits. */
const RECORDS = Object.entries(PROFILES).map(([path, text]) => JSON.stringify({ path, text }));
const check = async (...more: string[]): Promise<string> =>
  (await hegui(['check', '-', '--input', 'ndjson', ...AS_OF, ...more], { stdin: RECORDS.join('\n') })).stdout;
const recordsOf = (ndjson: string): readonly ProfileRecord[] => runInLines(ndjson).profiles;

/** All texts in the files of a workbook. */
const unpacked = (workbook: Uint8Array): string =>
  Object.values(unzipSync(workbook))
    .map((each) => strFromU8(each))
    .join('\n');

describe('a redacted run', () => {
  it('is worth testing: without --redact all of this is told', async () => {
    const told = await check('-f', 'ndjson');
    for (const each of TELLTALE) expect(told, each).toContain(each);
    const codes = new Set(recordsOf(told).flatMap(({ problems }) => problems.map(({ code }) => code)));
    expect([...codes].sort()).toMatchInlineSnapshot(`
      [
        "bad-date",
        "bad-pattern",
        "below-minimum",
        "declaration-in-future",
        "declaration-stale",
        "duplicate-key",
        "not-a-member",
        "number-leading-zero",
        "number-not-decimal",
        "repeated-name",
        "unknown-key",
        "uscc-check",
        "uscc-length",
        "wrong-type",
        "yaml-alias",
        "yaml-tag",
      ]
    `);
  });

  it.each(FORMAT_NAMES.flatMap((format) => [[format, 'zh'] as const, [format, 'en'] as const]))(
    'tells nothing that is declared as %s in %s',
    async (format, lang) => {
      const out = folderWith({});
      await check('--redact', '--show', 'all', '--sarif-all-kinds', '--lang', lang, '-o', `${format}=${out}/run`);
      const written = format === 'xlsx' ? unpacked(readFileSync(`${out}/run`)) : readFileSync(`${out}/run`, 'utf8');
      for (const each of TELLTALE) expect(written, each).not.toContain(each);
      expect(written).toContain('judged.yaml');
    },
  );

  it('tells nothing on the page of a profile, nor in the report on one', async () => {
    const out = folderWith({});
    await check('--redact', '-f', 'html', '--out-dir', out);
    const index = readFileSync(`${out}/index.html`, 'utf8');
    const pages = [...index.matchAll(/href="([^"#]+\.html)"/g)].map(([, name]) => readFileSync(`${out}/${name}`, 'utf8'));
    expect(pages.length).toBeGreaterThanOrEqual(Object.keys(PROFILES).length);
    const alone = (await hegui(['check', `${folderWith(PROFILES)}/judged.yaml`, '--redact', '--show', 'all', '--lang', 'zh', ...AS_OF]))
      .stdout;
    for (const each of TELLTALE) for (const text of [index, ...pages, alone]) expect(text, each).not.toContain(each);
    expect(alone).toContain('〔整数〕');
    expect(alone).toContain('已隐去申报内容');
  });

  it('has the verdicts, numbers and places of the run that it is made from', async () => {
    const strip = ({
      path,
      status,
      gate,
      weights,
      compliance,
      coverage,
      counts,
      areas,
      encouraged,
      upcoming,
      digest,
      findings,
      problems,
    }: ProfileRecord) => ({
      ...{ path, status, gate, weights, compliance, coverage, counts, areas, encouraged, upcoming, digest },
      findings: findings.map(({ rule, verdict, reason, duty, basis, at: { line, column }, facts, moreFacts, missing, parts }) => ({
        ...{ rule, verdict, reason, duty, basis, line, column, moreFacts },
        facts: facts.map(({ pointer }) => pointer),
        missing: missing.length,
        parts: parts.map(({ part }) => part),
      })),
      problems: problems.map(({ code, level, at: { line, column } }) => ({ code, level, line, column })),
    });
    const [plain, redacted] = [recordsOf(await check('-f', 'ndjson')), recordsOf(await check('-f', 'ndjson', '--redact'))];
    expect(redacted.map(strip)).toEqual(plain.map(strip));
    for (const { problems, findings } of redacted) {
      for (const { at } of [...problems, ...findings]) expect(at.source).toBeNull();
    }
  });

  it('tells items and the facts missing of them apart by number', async () => {
    const [, partly] = recordsOf(await check('-f', 'ndjson', '--redact'))
      .filter(({ status }) => status === 'judged')
      .reverse();
    const named = (partly?.findings ?? []).flatMap(({ item, missing }) => [item, ...missing]).filter((each) => each?.includes('['));
    expect(new Set(named.map((each) => each?.replace(/\].*/, ']')))).toEqual(new Set(['pricing.promotions[#1]', 'pricing.promotions[#2]']));
    for (const path of partly?.findings.flatMap(({ missing }) => missing) ?? [])
      expect(path).toMatch(/^[a-z0-9_.]+(\[#\d+\])?[a-z0-9_.]*$/);
  });

  it('is the same from `report --redact`, from workers, and reported again', async () => {
    const out = folderWith({ 'plain.ndjson': await check('-f', 'ndjson'), 'redacted.ndjson': await check('-f', 'ndjson', '--redact') });
    expect(await check('-f', 'ndjson', '--redact', '--jobs', '2')).toBe(readFileSync(`${out}/redacted.ndjson`, 'utf8'));
    for (const format of FORMAT_NAMES.filter((each) => each !== 'xlsx')) {
      const checked = await check('-f', format, '--redact', '--lang', 'en');
      const report = async (name: string): Promise<string> =>
        (await hegui(['report', `${out}/${name}.ndjson`, '-f', format, '--redact', '--lang', 'en', '--quiet'])).stdout;
      expect(await report('plain'), format).toBe(checked);
      expect(await report('redacted'), format).toBe(checked);
    }
  });

  it('does not list identities that occur twice', async () => {
    const twice = folderWith({ 'a.yaml': 'hegui: 1\nid: same\n', 'b.yaml': 'hegui: 1\nid: same\n' });
    const summary = async (...more: string[]): Promise<{ duplicates: unknown[] }> =>
      JSON.parse((await hegui(['check', twice, '-f', 'json', ...AS_OF, ...more])).stdout).summary;
    expect((await summary()).duplicates).toHaveLength(1);
    expect((await summary('--redact')).duplicates).toEqual([]);
  });

  it('names the keys of the envelope and of the vocabulary in pointers, and no others', async () => {
    const { catalog } = JSON.parse((await check('-f', 'ndjson')).split('\n')[0] ?? '');
    const [judged] = recordsOf(await check('-f', 'ndjson'));
    const redaction = new Redaction(catalog);
    const pointerAfter = (pointer: string): string | undefined => {
      const at = { pointer, line: 1, column: 1, source: 'x' };
      const problems = [{ code: 'not-a-mapping', args: {}, level: 'error', at } as const];
      return redaction.record({ ...(judged as ProfileRecord), problems }).problems[0]?.at.pointer;
    };
    const { properties }: { properties: Record<string, { properties?: object }> } = JSON.parse((await hegui(['schema', 'profile'])).stdout);
    for (const [key, { properties: inner = {} }] of Object.entries(properties)) {
      for (const pointer of [`/${key}`, ...Object.keys(inner).map((each) => `/${key}/${each}`)])
        expect(pointerAfter(pointer)).toBe(pointer);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (key) => {
        expect(pointerAfter(`/pricing/promotions/0/名字${key.replace(/[~/]/g, '')}/1`)).toBe('/pricing/promotions/0/***/1');
      }),
    );
  });
});

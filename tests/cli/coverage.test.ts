import { describe, expect, it } from 'vitest';
import { folderWith, hegui, type Ran } from '../support/cli.js';

const PACK = `id: mine
version: 1.0.0
title: { zh: 我的规则包, en: My pack }
vocabulary: 1
max_age_months: 12
weights: { critical: 8, high: 4, medium: 2, low: 1 }
areas:
  - id: keeping
    title: { zh: 保存, en: Keeping }
    topics: [terms]
`;

const rule = (id: string): string => `  - id: ${id}
    title: { zh: 规则, en: Rule }
    kind: duty
    duty: mandatory
    severity: high
    basis: [{ instrument: keeping-measures, article: "27", source: text }]
    require: merchants.retention.identity_years >= 3
    gap: { zh: 不足, en: Too short }
    remedy: { zh: 延长, en: Longer }
`;

const INSTRUMENTS = `instruments:
  - id: keeping-measures
    name: { zh: 示例保存办法, en: Sample Keeping Measures }
    issuer: { zh: 示例机关, en: Sample Authority }
    from: 2021-09-01
    scope: anyone
    last_article: 30
    official_source: https://example.com/keeping
`;

const LEDGER = `clauses:
  - id: 一
    title: { zh: 总则, en: General }
    phrases:
      - phrase: 保存示例记录(含APP)
        bearer: platform
        status: automated
        rules: [keeping/long-enough]
      - phrase: 推动示例发展
        bearer: government
        status: none
        reason: { zh: 由政府推动。, en: By the government. }
`;

const FILES = {
  'pack.yaml': PACK,
  'instruments.yaml': INSTRUMENTS,
  'clauses.yaml': LEDGER,
  'keeping/terms.yaml': `rules:\n${rule('long-enough')}${rule('safe-enough')}`,
};
const TEXT = '虚构的意见。一、各平台应当保存示例记录（含\n\n— 1 —\n\f\nAPP），市政府推动示例发展。\n';

const coverage = (folder: string, ...more: string[]): Promise<Ran> => hegui(['coverage', '--rules', folder, ...more]);

describe('coverage', () => {
  it('sets the phrases of a pack against its rules, and lists those that rest on none', async () => {
    const { exitCode, stdout, stderr } = await coverage(folderWith(FILES));
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/保存示例记录\(含APP\) {2}平台 {4}自动核对 +1\n {4}keeping\/ long-enough\n/);
    expect(stdout).toMatch(/没有意见出处的规则（2 条中的 1 条，照常核对）\n {2}keeping\/ safe-enough\n$/);
  });

  it('gives grounds to check, explain and the list of rules', async () => {
    const folder = folderWith(FILES);
    const { rules } = JSON.parse((await hegui(['rules', 'list', '-f', 'json', '--rules', folder])).stdout);
    expect(rules.map(({ grounds }: { grounds: unknown }) => grounds)).toEqual([[{ clause: '一', phrase: '保存示例记录(含APP)' }], []]);
    const government = folderWith({ ...FILES, 'clauses.yaml': LEDGER.replace('bearer: platform', 'bearer: government') });
    const explained = (await hegui(['explain', 'long-enough', '--lang', 'en', '--rules', government], { columns: 120 })).stdout;
    expect(explained).toContain('"保存示例记录(含APP)" (binds the government, not the platform)');
  });

  it('of the Chongqing opinion names every rule, in both languages and all formats', async () => {
    const table = await hegui(['coverage']);
    expect([table.exitCode, table.stderr]).toEqual([0, '']);
    expect(table.stdout).toContain('19 个条款，64 处引文。');
    expect(table.stdout).toMatch(/\n\d+ 条规则都有意见出处。\n$/);
    const document = JSON.parse((await hegui(['coverage', '-f', 'json'])).stdout);
    expect([document.pack.id, document.complete, document.counts.phrases, document.ungrounded]).toEqual([
      'chongqing-2020-16',
      true,
      64,
      [],
    ]);
    expect((await hegui(['coverage', '-f', 'markdown', '--lang', 'en'])).stdout).toContain(
      '| 三(五) Legal safeguards | 经营者信息核验 | platform |',
    );
  });

  it('of the city of the examples names areas that it inherits', async () => {
    const city = 'examples/packs/example-city';
    const { pack, complete, clauses, ungrounded } = JSON.parse((await coverage(city, '-f', 'json')).stdout);
    expect([pack.id, complete, clauses.length]).toEqual(['example-city', false, 3]);
    const rules = clauses.flatMap(({ phrases }: { phrases: { rules: string[] }[] }) => phrases.flatMap((each) => each.rules));
    expect(rules).toContain('local-services/fee-changes-announced');
    expect(rules.some((rule: string) => rule.startsWith('data-security/'))).toBe(true);
    expect(ungrounded).toContain('operator-verification/periodic-recheck');
  });

  it('refuses packs with a ledger each', async () => {
    const { exitCode, stderr } = await coverage('examples/packs/example-city', '--rules', 'rules/chongqing-2020-16', '--lang', 'en');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('example-city, chongqing-2020-16. Give one of them');
  });

  it('adds the verdicts of a saved run', async () => {
    const run = `${folderWith({})}/run.ndjson`;
    await hegui(['check', 'examples/marketplace-with-gaps', 'examples/ride-hailing', '-o', `ndjson=${run}`, '--as-of', '2026-11-23']);
    const document = JSON.parse((await hegui(['coverage', '-f', 'json', '--run', run])).stdout);
    expect(document.run).toEqual({ path: run, profiles: 2, whole: true, foreign: [] });
    const phrases = document.clauses.flatMap((clause: { phrases: unknown[] }) => clause.phrases);
    for (const { rules, verdicts } of phrases) {
      const total = Object.values<number>(verdicts ?? {}).reduce((sum, each) => sum + each, 0);
      expect([0, 2 * rules.length]).toContain(total);
      expect(verdicts === null).toBe(rules.length === 0);
    }
    expect((await hegui(['coverage', '--run', run])).stdout).toContain('（2 份申报）');
  });

  it.each([
    ['a run of other rules', ['--run'], 'No rule of'],
    ['a run that is none', ['--run'], 'is not'],
    ['a run that is not there', ['--run', 'no-such-run.ndjson'], 'no-such-run.ndjson'],
    ['a format that is none', ['-f', 'html'], 'table | json | markdown'],
    ['an encoding that is none', ['--encoding', 'latin1'], 'gb18030 | utf-16'],
    ['a text and a run', ['--text', 'a', '--run', 'b'], '--run'],
    ['a pack that is not there', ['--rules', 'no-such-pack'], 'no-such-pack'],
  ])('refuses %s with exit code 2', async (name, more, said) => {
    const [folder, beside] = [folderWith(FILES), folderWith({ 'none.ndjson': '{}\n' })];
    const argv = ['coverage', '--lang', 'en', ...(more.includes('--rules') ? [] : ['--rules', folder]), ...more];
    if (name === 'a run that is none') argv.push(`${beside}/none.ndjson`);
    if (name === 'a run of other rules') {
      await hegui(['check', 'examples/half-filled', '-o', `ndjson=${beside}/run.ndjson`]);
      argv.push(`${beside}/run.ndjson`);
    }
    const { exitCode, stdout, stderr } = await hegui(argv);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
  });

  it('refuses a pack without a ledger', async () => {
    const { 'clauses.yaml': _, ...files } = FILES;
    const { exitCode, stderr } = await coverage(folderWith(files), '--lang', 'en');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('No ledger of clauses (clauses.yaml) in: mine.');
  });
});

describe('coverage --text', () => {
  const seek = async (text: string | Uint8Array, ...more: string[]): Promise<Ran> => {
    const folder = folderWith({ 'opinion.txt': text });
    const ran = await coverage(folderWith(FILES), '--text', `${folder}/opinion.txt`, '--lang', 'en', ...more);
    return { ...ran, stdout: ran.stdout.replaceAll(`${folder}/`, ''), stderr: ran.stderr.replaceAll(`${folder}/`, '') };
  };

  it('finds every phrase, over breaks of lines and pages', async () => {
    expect(await seek(TEXT)).toEqual({ exitCode: 0, stdout: 'opinion.txt: all 2 phrases found.\n', stderr: '' });
  });

  it('exits 1 and says which are missing', async () => {
    const { exitCode, stdout } = await seek(TEXT.replace('示例发展', '示例的发展'));
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^opinion\.txt: 1 of 2 phrases not found:\n {2}一 "推动示例发展"\n/);
  });

  it('says so as data', async () => {
    const { exitCode, stdout } = await seek('', '-f', 'json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ phrases: 2, found: 0, missing: [{ clause: '一' }, { phrase: '推动示例发展' }] });
    expect((await seek('', '-f', 'markdown')).stdout).toContain('- 一 "推动示例发展"');
  });

  it('reads other encodings only when asked to', async () => {
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${TEXT}`, 'utf16le'));
    const refused = await seek(utf16);
    expect([refused.exitCode, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain('--encoding utf-16');
    expect((await seek(utf16, '--encoding', 'utf-16')).exitCode).toBe(0);
  });

  it('exits 2 where the text cannot be read', async () => {
    const { exitCode, stderr } = await coverage(folderWith(FILES), '--text', 'no-such-text.md', '--lang', 'en');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^hegui: The text of the opinion no-such-text\.md cannot be read: There is no such file/);
  });
});

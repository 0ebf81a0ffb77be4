import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { width } from '../../src/report/terminal/wrap.js';
import { folderWith, hegui } from '../support/cli.js';
import { inputsOf, judgeFrozen, profileText } from '../support/frozen.js';
import { frozenRun, report } from '../support/run.js';

const NAMES = ['bare', 'compliant', 'gaps', 'half-filled', 'invalid', 'long-lines', 'sellers-only', 'warned'];

async function shown(name: string, lang: 'zh' | 'en', columns: number, more: readonly string[] = []): Promise<string> {
  return (await report(await frozenRun(lang, name), more, { columns })).stdout;
}

describe('the report for a person', () => {
  it.each([
    ['gaps', 'zh', 80],
    ['gaps', 'en', 120],
    ['half-filled', 'en', 80],
    ['half-filled', 'zh', 120],
    ['invalid', 'zh', 80],
    ['compliant', 'zh', 120],
    ['sellers-only', 'en', 80],
    ['long-lines', 'zh', 80],
    ['warned', 'zh', 80],
  ] as const)('%s in %s at %d columns', async (name, lang, columns) => {
    await expect(await shown(name, lang, columns)).toMatchFileSnapshot(`golden/${name}.${lang}.${columns}.txt`);
  });

  describe.each([60, 80, 120])('at %d columns', (columns) => {
    it.each(NAMES.flatMap((name) => [[name, 'zh'] as const, [name, 'en'] as const]))('no line of %s in %s is wider', async (name, lang) => {
      const lines = (await shown(name, lang, columns, ['--show', 'all'])).split('\n');
      expect(lines.filter((line) => width(line) > columns)).toEqual([]);
      expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
    });
  });

  it('has colour on a terminal only, and as NO_COLOR, FORCE_COLOR and --color say', async () => {
    const run = await frozenRun('zh', 'half-filled');
    const colored = async (world: object, more: string[] = []): Promise<boolean> =>
      (await report(run, more, world)).stdout.includes('\u001b[');
    expect(await colored({ isTTY: true })).toBe(true);
    expect(await colored({ isTTY: false })).toBe(false);
    expect(await colored({ isTTY: true, env: { NO_COLOR: '1' } })).toBe(false);
    expect(await colored({ isTTY: true, env: { TERM: 'dumb' } })).toBe(false);
    expect(await colored({ isTTY: false, env: { FORCE_COLOR: '1' } })).toBe(true);
    expect(await colored({ isTTY: false }, ['--color', 'always'])).toBe(true);
    expect(await colored({ isTTY: true }, ['--color', 'never'])).toBe(false);
  });

  it('says the same with colour as without', async () => {
    const plain = await shown('gaps', 'zh', 80);
    const colored = await shown('gaps', 'zh', 80, ['--color', 'always']);
    expect(stripVTControlCharacters(colored)).toBe(plain);
  });

  it('shows what was asked for and says what it hid', async () => {
    const gaps = await shown('long-lines', 'zh', 80, ['--show', 'gap']);
    expect(gaps).not.toContain('须由人回答的问题');
    expect(gaps).toMatch(/未显示：人工 \d+、符合 \d+、不适用 \d+/);
    const all = await shown('sellers-only', 'zh', 80, ['--show', 'all']);
    expect(all).not.toContain('未显示');
    expect(all).toMatch(/不适用（\d+ 条）/);
    expect(all).toMatch(/条件不成立：平台自己寄递 = 否/);
  });

  it('says so when only part of the rules was judged', async () => {
    const part = await judgeFrozen(inputsOf('half-filled'), { lang: 'en', options: { areas: ['service'] } });
    expect((await report(part, [])).stdout.split('\n')[0]).toBe('Compliance gap report (part of the rules)');
    expect((await shown('half-filled', 'en', 80)).split('\n')[0]).toBe('Compliance gap report');
  });

  it('never lets a declared text write to the terminal', async () => {
    const evil = 'hegui: 1\noperator: { name: "示例\\u001b[31m\\u202egnp\\u0007" }\nplatform: { name: "a\\nb\\u2028c" }\n';
    const folder = folderWith({ 'p.yaml': evil });
    const { stdout } = await hegui(['check', `${folder}/p.yaml`]);
    expect(stdout).toContain('示例<U+001B>[31m<U+202E>gnp<U+0007>');
    expect(stdout).toContain('a<U+000A>b<U+2028>c');
    for (const raw of ['\u001b', '\u202e', '\u0007', '\u2028']) expect(stdout).not.toContain(raw);
  });
});

describe('the report of several profiles', () => {
  it('has a line for each, those that failed first, and tells files of one name apart', async () => {
    const names = ['accounts', 'test-data', 'complaints', 'catering-licences'].map((name) => `a-folder-of-decisions/${name}/found.yaml`);
    const inputs = { ...Object.fromEntries(names.map((name) => [name, profileText('bare')])), ...inputsOf('compliant') };
    const { stdout } = await report(await judgeFrozen(inputs), [], { columns: 60 });
    const lines = stdout.split('\n').filter((line) => line.includes('.yaml'));
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.at(-1)).toMatch(/^通过 .*profiles\/compliant\.yaml/);
    expect(stdout).toMatch(/未通过\n {2}· \d+ 份申报中有 \d+ 份未通过\n$/);
  });
});

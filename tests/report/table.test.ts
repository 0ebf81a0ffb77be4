import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { width } from '../../src/report/wrap.js';
import { folderWith, hegui } from '../support/cli.js';

const STORIES = ['compliant-marketplace', 'marketplace-with-gaps', 'half-filled', 'ride-hailing', 'live-commerce', 'invalid-file'];

async function report(story: string, lang: string, columns: number, more: readonly string[] = []): Promise<string> {
  const argv = ['check', `examples/${story}/profile.yaml`, '--lang', lang, '--as-of', '2026-11-23', ...more];
  return (await hegui(argv, { columns })).stdout;
}

describe('the report for a person', () => {
  it.each([
    ['marketplace-with-gaps', 'zh', 80],
    ['marketplace-with-gaps', 'en', 120],
    ['half-filled', 'en', 80],
    ['invalid-file', 'zh', 80],
    ['compliant-marketplace', 'zh', 120],
  ])('%s in %s at %d columns', async (story, lang, columns) => {
    await expect(await report(story, lang, columns)).toMatchFileSnapshot(`golden/${story}.${lang}.${columns}.txt`);
  });

  describe.each([60, 80, 120])('at %d columns', (columns) => {
    it.each(STORIES.flatMap((story) => [[story, 'zh'] as const, [story, 'en'] as const]))(
      'no line of %s in %s is wider',
      async (story, lang) => {
        const lines = (await report(story, lang, columns, ['--show', 'all'])).split('\n');
        expect(lines.filter((line) => width(line) > columns)).toEqual([]);
        expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
      },
    );
  });

  it('has colour on a terminal only, and as NO_COLOR, FORCE_COLOR and --color say', async () => {
    const argv = ['check', 'examples/half-filled/profile.yaml'];
    const colored = async (world: object, more: string[] = []): Promise<boolean> =>
      (await hegui([...argv, ...more], world)).stdout.includes('\u001b[');
    expect(await colored({ isTTY: true })).toBe(true);
    expect(await colored({ isTTY: false })).toBe(false);
    expect(await colored({ isTTY: true, env: { NO_COLOR: '1' } })).toBe(false);
    expect(await colored({ isTTY: true, env: { TERM: 'dumb' } })).toBe(false);
    expect(await colored({ isTTY: false, env: { FORCE_COLOR: '1' } })).toBe(true);
    expect(await colored({ isTTY: false }, ['--color', 'always'])).toBe(true);
    expect(await colored({ isTTY: true }, ['--color', 'never'])).toBe(false);
  });

  it('says the same with colour as without', async () => {
    const argv = ['check', 'examples/marketplace-with-gaps/profile.yaml', '--as-of', '2026-11-23'];
    const plain = (await hegui(argv)).stdout;
    const colored = (await hegui([...argv, '--color', 'always'])).stdout;
    expect(stripVTControlCharacters(colored)).toBe(plain);
  });

  it('shows what was asked for and says what it hid', async () => {
    const gaps = await report('marketplace-with-gaps', 'zh', 80, ['--show', 'gap']);
    expect(gaps).not.toContain('须由人回答的问题');
    expect(gaps).toMatch(/未显示：人工 \d+、符合 \d+、不适用 \d+/);
    const all = await report('marketplace-with-gaps', 'zh', 80, ['--show', 'all']);
    expect(all).not.toContain('未显示');
    expect(all).toMatch(/不适用（\d+ 条）/);
    expect(all).toMatch(/条件不成立：平台自己举办有奖销售 = 否/);
  });

  it('says so when only part of the rules was judged', async () => {
    expect((await report('half-filled', 'en', 80, ['--area', 'data-security'])).split('\n')[0]).toBe(
      'Compliance gap report (part of the rules)',
    );
    expect((await report('half-filled', 'en', 80)).split('\n')[0]).toBe('Compliance gap report');
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
    const { stdout, exitCode } = await hegui(['check', 'examples/decisions', 'examples/compliant-marketplace', '--as-of', '2026-11-23'], {
      columns: 60,
    });
    const lines = stdout.split('\n').filter((line) => line.includes('.yaml'));
    expect(exitCode).toBe(1);
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.at(-1)).toMatch(/^通过 .*marketplace\/profile\.yaml/);
    expect(stdout).toMatch(/未通过\n {2}· \d+ 份申报中有 \d+ 份未通过\n$/);
  });
});

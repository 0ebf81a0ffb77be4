import { describe, expect, it } from 'vitest';
import { folderWith, hegui } from '../support/cli.js';
import { onlyOf, runIn } from '../support/run.js';

const COMPLIANT = 'examples/compliant-marketplace/profile.yaml';
const GAPS = 'examples/marketplace-with-gaps/profile.yaml';
/** Whatever rules are added, this one says what it says. */
const RULE = ['--rule', 'operator-verification/periodic-recheck'];
const INVALID = 'examples/invalid-file/profile.yaml';

describe('exit codes of check', () => {
  const bare = folderWith({ 'bare.yaml': 'hegui: 1\n' });
  const empty = folderWith({});
  const table: [name: string, argv: string[], exitCode: number][] = [
    ['a compliant profile passes', [COMPLIANT, ...RULE], 0],
    ['a profile with gaps fails', [GAPS], 1],
    ['an empty declaration fails: what is not declared is no pass', [`${bare}/bare.yaml`], 1],
    ['an invalid profile cannot be judged', [INVALID], 2],
    ['2 outranks 1: gaps beside an invalid file', [GAPS, INVALID], 2],
    ['an invalid profile that is only counted fails its own gate', [INVALID, '--on-invalid', 'count'], 1],
    ['a path that does not exist is an unreadable profile', ['no-such-file.yaml'], 2],
    ['an unreadable profile is never only counted', ['no-such-file.yaml', '--on-invalid', 'count'], 2],
    ['an empty folder has nothing to check', [empty], 3],
    ['an empty folder beside a good profile is not silently dropped', [empty, COMPLIANT], 2],
    ['gaps that do not fail the gate', [GAPS, '--fail-on', 'never'], 0],
    ['gaps alone fail, unknowns do not', [`${bare}/bare.yaml`, '--fail-on', 'gap'], 0],
    ['an encouraged gap fails only where asked for', [COMPLIANT, '--fail-duty', 'encouraged', '--fail-on', 'manual'], 1],
    ['nothing decided has no compliance and misses any minimum', [`${bare}/bare.yaml`, '--fail-on', 'never', '--min-compliance', '0'], 1],
    ['compliance below the minimum', [GAPS, '--fail-on', 'never', '--min-compliance', '99'], 1],
    ['compliance at the minimum', [COMPLIANT, ...RULE, '--min-compliance', '100'], 0],
    ['coverage at the minimum', [COMPLIANT, ...RULE, '--min-coverage', '100'], 0],
    ['coverage below the minimum', [`${bare}/bare.yaml`, '--fail-on', 'never', '--min-coverage', '1'], 1],
    ['the format does not matter', [GAPS, '-f', 'json'], 1],
    ['what is shown does not matter', [GAPS, '--show', 'pass'], 1],
    ['an output that cannot be written', [COMPLIANT, '-o', 'json=/dev/null/x.json'], 2],
    ['a selection is judged alone', [GAPS, '--rule', 'operator-verification/identity-data-retained'], 0],
  ];
  it.each(table)('%s', async (_name, argv, exitCode) => {
    expect((await hegui(['check', ...argv])).exitCode).toBe(exitCode);
  });
});

describe('a declaration of nothing', () => {
  it('says in either language what to declare, and fails for unknowns alone', async () => {
    const bare = folderWith({ 'bare.yaml': 'hegui: 1\n' });
    const zh = await hegui(['check', `${bare}/bare.yaml`]);
    expect(zh.stdout).toContain('待申报的事实');
    expect(zh.stdout).toContain('platform.kinds: [marketplace');
    expect(zh.stdout).toMatch(/未通过\n {2}· \d+ 条强制性义务的结论是“未知”\n$/);
    const en = await hegui(['check', `${bare}/bare.yaml`, '--lang', 'en']);
    expect(en.stdout).toContain('Facts to declare');
    expect(en.stdout).toMatch(/FAILED\n {2}· \d+ mandatory rules with the verdict "unknown"\n$/);
  });
});

describe('options are checked before any input is read', () => {
  const table: [name: string, argv: string[], said: string[]][] = [
    ['unknown option', ['check', 'x.yaml', '--formta', 'json'], ['--formta', '--format']],
    ['unknown command', ['chekc'], ['chekc', 'check']],
    ['no profile', ['check'], ['path']],
    ['option without value', ['check', 'x.yaml', '--as-of'], ['--as-of']],
    ['unknown format', ['check', 'x.yaml', '-f', 'jsno'], ['jsno', 'csv | json | ndjson', 'json']],
    ['date that does not exist', ['check', 'x.yaml', '--as-of', '2026-02-30'], ['2026-02-30', 'YYYY-MM-DD']],
    ['date in another form', ['check', 'x.yaml', '--as-of', '2026/02/03'], ['2026/02/03']],
    ['unknown verdict', ['check', 'x.yaml', '--fail-on', 'gap,unknwon'], ['unknwon', 'unknown']],
    ['unknown duty', ['check', 'x.yaml', '--fail-duty', 'must'], ['mandatory | expected | encouraged']],
    ['percentage out of range', ['check', 'x.yaml', '--min-compliance', '101'], ['101', '0–100']],
    ['horizon that is no number', ['check', 'x.yaml', '--horizon', 'soon'], ['soon']],
    ['unknown encoding', ['check', 'x.yaml', '--encoding', 'gbk'], ['gbk', 'gb18030']],
    ['unknown language', ['check', 'x.yaml', '--lang', 'fr'], ['fr', 'zh | en']],
    ['output without path', ['check', 'x.yaml', '-o', 'json'], ['FORMAT=PATH']],
    ['output of unknown format', ['check', 'x.yaml', '-o', 'pdf=x.pdf'], ['pdf']],
    ['two formats on standard output', ['check', 'x.yaml', '-f', 'json', '-o', 'table=-'], ['标准输出']],
    ['unknown area', ['check', 'x.yaml', '--area', 'price-labeling'], ['price-labelling']],
    ['unknown rule', ['check', 'x.yaml', '--rule', 'operator-verification/periodic-rechek'], ['operator-verification/periodic-recheck']],
    ['folder without a pack', ['check', 'x.yaml', '--rules', 'examples'], ['pack.yaml']],
    ['unknown schema', ['schema', 'profil'], ['profile | rule | pack | run']],
    ['unknown rule to explain', ['explain', 'periodic-rechek'], ['operator-verification/periodic-recheck']],
    ['nothing to explain', ['explain'], ['<rule>']],
  ];
  it.each(table)('%s', async (_name, argv, said) => {
    const { exitCode, stdout, stderr } = await hegui(argv);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    for (const each of said) expect(stderr).toContain(each);
  });

  it('says all that is wrong at once', async () => {
    const { stderr } = await hegui(['check', 'x.yaml', '-f', 'jsno', '--as-of', 'today', '--min-coverage', 'all'], {
      env: { LANG: 'en_US.UTF-8' },
    });
    expect(stderr.match(/^hegui: /gm)).toHaveLength(3);
    expect(stderr).toContain('Did you mean "json"?');
  });

  it('refuses a rule that is not in force, with its dates', async () => {
    const { exitCode, stderr } = await hegui([
      'check',
      'x.yaml',
      '--rule',
      'operator-verification/periodic-recheck',
      '--as-of',
      '2018-01-01',
      '--lang',
      'en',
    ]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('is not in force on the as-of date (from 20');
  });
});

describe('help and version', () => {
  it('a bare call shows the help on stderr, since nothing was done', async () => {
    const { exitCode, stdout, stderr } = await hegui([]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('hegui [options] [command]');
  });

  it('help is a command too', async () => {
    expect(await hegui(['help', 'check'])).toEqual(await hegui(['check', '--help']));
    expect((await hegui(['helpp'])).stderr).toContain('“help”');
  });

  it('so does a command that needs a subcommand', async () => {
    const { exitCode, stdout, stderr } = await hegui(['rules']);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('hegui rules list');
  });

  it.each(['check', 'explain', 'coverage', 'rules', 'schema'])('%s --help has an example', async (command) => {
    const { exitCode, stdout } = await hegui([command, '--help', '--lang', 'en']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/Examples\n {2}hegui /);
  });

  it('every example of the help runs', async () => {
    const examples: string[] = [];
    for (const command of [['check'], ['explain'], ['coverage'], ['rules'], ['rules', 'list'], ['schema']]) {
      const { stdout } = await hegui([...command, '--help']);
      examples.push(...stdout.split('\n').filter((line) => line.startsWith('  hegui ')));
    }
    expect(examples.length).toBeGreaterThan(4);
    for (const example of examples) {
      const argv = (example.trim().split(' > ')[0] ?? '')
        .split(' ')
        .slice(1)
        .map((each) => (each === 'profiles/' ? 'examples/decisions' : each));
      expect((await hegui(argv)).exitCode, example).toBeLessThan(2);
    }
  });

  it('speaks English only where the locale or the user says so', async () => {
    expect((await hegui(['--help'], { env: { LANG: 'en_GB.UTF-8' } })).stdout).toContain('Usage');
    expect((await hegui(['--help'], { env: { LANG: 'C' } })).stdout).toContain('用法');
    expect((await hegui(['--help'], { env: { LANG: 'en_US', HEGUI_LANG: 'zh' } })).stdout).toContain('用法');
    expect((await hegui(['--help', '--lang', 'en'], { env: { HEGUI_LANG: 'zh' } })).stdout).toContain('Usage');
    expect((await hegui(['--version'])).stdout).toBe('9.9.9\n');
  });
});

describe('one date drives the law', () => {
  const findings = async (asOf: string, more: string[] = []) => {
    const argv = ['check', 'examples/live-commerce/profile.yaml', '-f', 'json', '--as-of', asOf, ...more];
    const { stdout, stderr } = await hegui(argv);
    return { profile: onlyOf(runIn(JSON.parse(stdout))), stderr };
  };
  const LIVE = 'operator-verification/live-room-operators-verified';

  it('judges a rule from its first day on, and announces it before within the horizon', async () => {
    const before = (await findings('2026-01-31')).profile;
    expect(before.findings.some((each: { rule: string }) => each.rule === LIVE)).toBe(false);
    expect(before.upcoming).toContainEqual({ rule: LIVE, from: '2026-02-01', verdict: 'pass' });
    const onTheDay = (await findings('2026-02-01')).profile;
    expect(onTheDay.findings.some((each: { rule: string }) => each.rule === LIVE)).toBe(true);
    expect(onTheDay.upcoming.some((each: { rule: string }) => each.rule === LIVE)).toBe(false);
    expect((await findings('2026-01-31', ['--horizon', '0'])).profile.upcoming).toEqual([]);
  });

  it('upcoming rules are in no number and fail no gate', async () => {
    const near = (await findings('2026-01-31')).profile;
    const far = (await findings('2026-01-31', ['--horizon', '0'])).profile;
    expect([near.counts, near.weights, near.gate]).toEqual([far.counts, far.weights, far.gate]);
  });

  it('says on stderr that a date is past, and nothing for today', async () => {
    expect((await findings('2026-02-01')).stderr).toContain('2026-02-01');
    expect((await findings('2026-11-23')).stderr).toBe('');
    expect((await findings('2026-02-01', ['--quiet'])).stderr).toBe('');
  });
});

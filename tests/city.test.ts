import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { folderWith, hegui } from './support/cli.js';

const CITY = 'examples/packs/example-city';
const PROFILE = 'examples/packs/profile.yaml';
const LOCAL = ['--rules', CITY, '--area', 'local-services', '--lang', 'en'];

/** The problems of one profile that declares this much, judged by the city's pack. */
async function problemsOf(extensions: string, rules: readonly string[] = LOCAL): Promise<string[]> {
  const folder = folderWith({ 'p.yaml': `hegui: 1\nplatform: { hosts_merchants: true }\nextensions:${extensions}\n` });
  const { stdout } = await hegui(['check', `${folder}/p.yaml`, ...rules, '-f', 'json']);
  const [record] = JSON.parse(stdout).profiles;
  return record.problems.map(({ code, args, at }: { code: string; args: object; at: { line: number; column: number } }) =>
    [code, ...Object.values(args), `${at.line}:${at.column}`].join(' '),
  );
}

describe('the city of the examples', () => {
  it('judges its own rule by its own fact, beside those of national law', async () => {
    const { exitCode, stdout } = await hegui(['check', PROFILE, '--rules', CITY, '-f', 'json']);
    expect(exitCode).toBe(1);
    const run = JSON.parse(stdout);
    expect(run.packs.map(({ id }: { id: string }) => id)).toEqual(['china', 'example-city']);
    const builtin = JSON.parse((await hegui(['check', PROFILE, '-f', 'json'])).stdout);
    const own = run.profiles[0].findings.filter(({ rule }: { rule: string }) => rule.startsWith('local-services/'));
    expect(own).toMatchObject([
      {
        rule: 'local-services/fee-changes-announced',
        verdict: 'gap',
        at: { pointer: '/extensions/example_city/fee_notice_days', line: 22 },
      },
    ]);
    expect(run.profiles[0].findings.length).toBe(builtin.profiles[0].findings.length + 1);
    expect(builtin.profiles[0].problems).toEqual([]);
  });

  it('is told as its README says', async () => {
    const readme = readFileSync('examples/packs/README.md', 'utf8');
    const { exitCode, stdout } = await hegui(['check', PROFILE, ...LOCAL, '--as-of', '2026-11-23']);
    expect(stdout).toContain('local-services/fee-changes-announced');
    expect(readme).toContain('`local-services/fee-changes-announced`');
    expect(readme).toContain(`hegui check ${PROFILE} --rules ${CITY} --area local-services --as-of 2026-11-23`);
    expect(readme).toContain(`退出码 ${exitCode}`);
    expect(readme).toContain(`xit code ${exitCode}`);
  });

  it('passes lint and its tests, which count its own rules alone, and lists all', async () => {
    expect(await hegui(['rules', 'lint', '--rules', CITY, '--lang', 'en'])).toMatchObject({
      exitCode: 0,
      stdout: '1 rule, nothing found\n',
    });
    expect(await hegui(['rules', 'test', '--mutate', '--rules', CITY, '--lang', 'en'])).toMatchObject({
      exitCode: 0,
      stdout: '1 rule, 8 tests, 0 failed\n4 mutants, 4 killed, 0 survived\n',
    });
    const ids = async (...rules: string[]) =>
      JSON.parse((await hegui(['rules', 'list', '-f', 'json', ...rules])).stdout).rules.map(({ id }: { id: string }) => id);
    expect(await ids('--rules', CITY)).toEqual([...(await ids()), 'local-services/fee-changes-announced']);
    expect((await hegui(['explain', 'fee-changes-announced', '--rules', CITY, '--lang', 'en'])).stdout).toContain(
      'extensions.example_city.fee_notice_days — ',
    );
  });

  it('gives the same with its base in a folder, in whatever order, and once', async () => {
    const builtin = await hegui(['check', PROFILE, '--rules', CITY, '-f', 'json']);
    for (const folders of [
      ['rules/china', CITY],
      [CITY, 'rules/china', CITY],
    ]) {
      expect(await hegui(['check', PROFILE, ...folders.flatMap((folder) => ['--rules', folder]), '-f', 'json'])).toEqual(builtin);
    }
    const both = await hegui(['check', PROFILE, '--rules', CITY, '--rules', 'rules/chongqing-2020-16', '-f', 'json']);
    expect(JSON.parse(both.stdout).packs.map(({ id }: { id: string }) => id)).toEqual(['china', 'example-city', 'chongqing-2020-16']);
  });

  it('gives the same on worker threads', async () => {
    const paths = Array(3).fill(readFileSync(PROFILE, 'utf8'));
    const folder = folderWith(Object.fromEntries(paths.map((text, index) => [`p${index}.yaml`, text])));
    const [none, two] = [
      await hegui(['check', folder, ...LOCAL, '-f', 'ndjson', '--jobs', '0']),
      await hegui(['check', folder, ...LOCAL, '-f', 'ndjson', '--jobs', '2']),
    ];
    expect(two).toEqual(none);
    expect(two.stdout.match(/"verdict":"gap"/g)?.length).toBeGreaterThanOrEqual(3);
  });
});

describe('facts of a pack', () => {
  test.each([
    [' { example_city: { fee_notice_days: soon } }', 'wrong-type integer text  false 3:48'],
    [' { example_city: { fee_notice_days: -1 } }', 'below-minimum 0 -1 false 3:48'],
    [' { example_city: { fee_notice_day: 7 } }', 'unknown-key fee_notice_day fee_notice_days fee_notice_days 3:31'],
    [' { example_city: 7 }', 'wrong-type mapping number  false 3:29'],
    [' 7', 'wrong-type mapping number  false 3:13'],
  ])('are closed while it is loaded: %s', async (extensions, found) => {
    const problems = await problemsOf(extensions);
    expect(problems).toEqual([found]);
  });

  test('of other packs are open and unread, as are all while none is loaded', async () => {
    expect(await problemsOf(' { other_city: { fee_notice_day: [soon] } }')).toEqual([]);
    expect(await problemsOf(' { example_city: { fee_notice_day: [soon] } }', [])).toEqual([]);
    for (const empty of ['', ' { example_city: }', ' { example_city: { fee_notice_days: } }']) expect(await problemsOf(empty)).toEqual([]);
  });

  test('stand in the schema of profiles with this pack, and in no other', async () => {
    const of = async (...argv: string[]) => JSON.parse((await hegui(['schema', 'profile', ...argv])).stdout).properties.extensions;
    const { properties, ...rest } = await of('--rules', CITY, '--lang', 'en');
    expect(rest).toEqual(await of('--lang', 'en'));
    expect(properties.example_city.additionalProperties).toBe(false);
    expect(properties.example_city.properties.fee_notice_days).toMatchObject({
      type: ['integer', 'null'],
      minimum: 0,
      title: expect.stringContaining('notice'),
    });
  });
});

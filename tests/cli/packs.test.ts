import { describe, expect, it } from 'vitest';
import { folderWith, hegui } from '../support/cli.js';
import { OWN_PACK, PACK, RULES, TESTS } from '../support/own-pack.js';

const PROFILE = 'hegui: 1\nplatform: { hosts_merchants: true }\nmerchants: { retention: { identity_years: 2 } }\n';

describe("a pack of one's own", () => {
  it('replaces the built-in ones, and passes lint, tests and mutation', async () => {
    const folder = folderWith(OWN_PACK);
    const profile = `${folderWith({ 'p.yaml': PROFILE })}/p.yaml`;
    const { exitCode, stdout } = await hegui(['check', profile, '--rules', folder, '--lang', 'en']);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('mine 1.0.0');
    expect(stdout).toContain('Declared 2 years, less than 3');
    expect(stdout).toContain('Sample Keeping Measures art. 27');
    expect(await hegui(['rules', 'lint', '--rules', folder, '--lang', 'en'])).toMatchObject({
      exitCode: 0,
      stdout: '1 rule, nothing found\n',
    });
    const tested = await hegui(['rules', 'test', '--mutate', '--rules', folder, '--lang', 'en']);
    expect(tested).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^1 rule, 5 tests, 0 failed\n\d+ mutants, \d+ killed, 0 survived\n$/),
    });
    expect((await hegui(['explain', 'keeping/long-enough', '--rules', folder])).stdout).toContain(
      '申报 {merchants.retention.identity_years} 年',
    );
    expect(JSON.parse((await hegui(['rules', 'list', '--rules', folder, '-f', 'json'])).stdout).rules).toHaveLength(1);
  });

  it('whose tests fail or leave a mutant alive exits 1 and names the rule', async () => {
    const wrong = folderWith({
      ...OWN_PACK,
      'keeping/terms.test.yaml': TESTS.replace('identity_years: 2 }\n      verdict: gap', 'identity_years: 2 }\n      verdict: pass'),
    });
    const failed = await hegui(['rules', 'test', '--rules', wrong, '--lang', 'en']);
    expect(failed.exitCode).toBe(1);
    expect(failed.stdout).toContain('keeping/long-enough: #3: expected pass, found gap');
    const weak = folderWith({ ...OWN_PACK, 'keeping/terms.test.yaml': TESTS.replace(/ {4}- set: \{ platform.*\n.*\n/, '') });
    const survived = await hegui(['rules', 'test', '--mutate', '--rules', weak, '--lang', 'en']);
    expect(survived.exitCode).toBe(1);
    expect(survived.stdout).toContain('keeping/long-enough: survived: when dropped');
  });

  it('whose test takes members from a checklist that the rule does not require fails, instead of testing nothing', async () => {
    const folder = folderWith({
      ...OWN_PACK,
      'keeping/terms.test.yaml': `${TESTS}    - each_member_of: platform.kinds\n      verdict: gap\n`,
    });
    const { exitCode, stdout } = await hegui(['rules', 'test', '--rules', folder, '--lang', 'en']);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('expected gap, found pass');
  });

  it('whose test profile is not valid says which test and why', async () => {
    const folder = folderWith({ ...OWN_PACK, 'keeping/terms.test.yaml': TESTS.replace('identity_years: 4', 'identity_years: four') });
    const { exitCode, stdout } = await hegui(['rules', 'test', '--rules', folder, '--lang', 'en']);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('/merchants/retention/identity_years wrong-type');
  });

  const broken: [name: string, files: Record<string, string>, said: string[]][] = [
    [
      'an unknown path',
      { 'keeping/terms.yaml': RULES.replace('identity_years >= years', 'identity_yeers >= years') },
      ['keeping/terms.yaml:16:14', 'merchants.retention.identity_years'],
    ],
    ['an unknown condition', { 'keeping/terms.yaml': RULES.replace('when: hosts', 'when: host') }, ['keeping/terms.yaml:15:11', '"hosts"']],
    ['has()', { 'keeping/terms.yaml': RULES.replace('when: hosts', 'when: has(platform.kinds)') }, ['escape the duty']],
    ['an unknown instrument', { 'keeping/terms.yaml': RULES.replace('keeping-measures', 'keeping-measure') }, ['"keeping-measures"']],
    ['a rule without remedy', { 'keeping/terms.yaml': RULES.replace(/ {4}remedy:[\s\S]*/, '') }, ['"remedy" is missing']],
    ['a text without English', { 'keeping/terms.yaml': RULES.replace('      en: Kept long enough\n', '') }, ['"en" is missing']],
    [
      'a text in flow style that a comma splits',
      {
        'keeping/terms.yaml': RULES.replace(
          '      zh: 延长保存期\n      en: Keep it longer',
          '      { zh: 延长保存期, en: Keep it, longer }',
        ),
      },
      ['no key "longer"'],
    ],
    ['neither require nor ask', { 'keeping/terms.yaml': RULES.replace(/ {4}require: .*\n/, '') }, ['neither "require" nor "ask"']],
    [
      'YAML that is not well-formed',
      { 'keeping/terms.yaml': RULES.replace('kind: duty', 'kind: duty: x') },
      ['keeping/terms.yaml:', 'Not well-formed YAML'],
    ],
    ['a topic that is missing', { 'pack.yaml': PACK.replace('[terms]', '[terms, other]') }, ['keeping/other.yaml', 'no such file']],
    ['a topic that is not listed', { 'keeping/stray.yaml': RULES }, ['keeping/stray.yaml', 'would not use keeping/stray.yaml']],
    [
      'a file over the limit',
      { 'keeping/terms.yaml': `${RULES}# ${'x'.repeat(1_048_576)}` },
      ['keeping/terms.yaml', 'the limit is 1048576'],
    ],
    ['a version that is none', { 'pack.yaml': PACK.replace('1.0.0', 'one') }, ['pack.yaml:2:10']],
    [
      'two rules of one id',
      { 'keeping/terms.yaml': RULES + RULES.slice(RULES.indexOf('  - id:')) },
      ['"keeping/long-enough" is used twice', 'keeping/terms.yaml:2:9'],
    ],
    [
      'several mistakes at once',
      { 'pack.yaml': PACK.replace('1.0.0', 'one'), 'keeping/terms.yaml': RULES.replace('kind: duty', 'kind: duties') },
      ['pack.yaml:2:10', 'keeping/terms.yaml:6:11'],
    ],
  ];
  it.each(broken)('with %s is refused with file, line and column, and exit code 2', async (_name, files, said) => {
    const folder = folderWith({ ...OWN_PACK, ...files });
    const { exitCode, stdout, stderr } = await hegui(['check', 'x.yaml', '--rules', folder, '--lang', 'en']);
    expect([exitCode, stdout]).toEqual([2, '']);
    for (const each of said) expect(stderr).toContain(each);
    expect(stderr).toMatch(/cannot be used\.\n$/);
    expect((await hegui(['rules', 'lint', '--rules', folder])).exitCode).toBe(2);
  });
});

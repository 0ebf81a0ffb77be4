import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { folderWith, hegui } from '../support/cli.js';
import { OWN_PACK } from '../support/own-pack.js';

const EN = ['--lang', 'en'];

/** A checkout of the rules alone. */
function checkout(): string {
  const root = folderWith({});
  cpSync('rules', `${root}/rules`, { recursive: true });
  return root;
}

/** All files below a folder with their texts. */
function texts(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => `${parentPath}/${name}`).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

/** Fills in every stub of a rule called `hotline-hours` and of a fact `complaints.hotline_hours`. */
function fill(root: string, area: string, topic: string): void {
  const rule = `${root}/rules/china/${area}/${topic}.yaml`;
  const words = (what: string): string[] => [`zh: 示例${what}`, `en: Sample ${what}`];
  const replace = (path: string, pairs: readonly (readonly [string, string])[]): void => {
    let text = readFileSync(path, 'utf8');
    for (const [empty, filled] of pairs) {
      const at = text.lastIndexOf(empty);
      if (at === -1) throw new Error(`${path}: ${empty}`);
      text = text.slice(0, at) + filled + text.slice(at + empty.length);
    }
    writeFileSync(path, text);
  };
  const texts4 = (key: string, what: string, indent: string): readonly [string, string] => [
    `${key}:\n${indent}zh:\n${indent}en:\n`,
    `${key}:\n${words(what)
      .map((line) => `${indent}${line}\n`)
      .join('')}`,
  ];
  replace(rule, [
    texts4('remedy', 'remedy', '      '),
    texts4('gap', 'gap', '          '),
    ['- that:\n', '- that: complaints.hotline_hours >= least\n'],
    ['source:\n', 'source: secondary\n'],
    ['article:\n', 'article: "13"\n'],
    ['instrument:\n', 'instrument: price-law\n'],
    ['severity:\n', 'severity: low\n    params: { least: 8 }\n'],
    ['duty:\n', 'duty: expected\n'],
    ['kind:\n', 'kind: duty\n'],
    texts4('title', 'title', '      '),
  ]);
  const tests = rule.replace('.yaml', '.test.yaml');
  if (readFileSync(tests, 'utf8').includes('base:\ntests:')) replace(tests, [['base:\n', 'base: {}\n']]);
  const cases = ['pass', 8, 'gap', 7].reduce<string>(
    (text, each, index, all) =>
      index % 2 === 0 ? `${text}    - set: { complaints.hotline_hours: ${all[index + 1]} }\n      verdict: ${each}\n` : text,
    '',
  );
  replace(tests, [['    - verdict:\n', `${cases}    - verdict: unknown\n      missing: [complaints.hotline_hours]\n`]]);
  replace(`${root}/rules/facts/complaints.yaml`, [
    texts4('why', 'why', '        '),
    texts4('title', 'title', '        '),
    ['type:\n', 'type: integer\n    minimum: 0\n'],
  ]);
}

describe('rules new', () => {
  test.each([
    ['in a topic that is there', 'complaint-handling', 'disputes'],
    ['in a new topic of an area', 'complaint-handling', 'hotlines'],
  ])('writes stubs %s, which lint asks to be filled and which then are judged', async (_where, area, topic) => {
    const packageRoot = checkout();
    const before = texts(packageRoot);
    const argv = ['rules', 'new', `${area}/hotline-hours`, '--topic', topic, '--fact', 'complaints.hotline_hours', ...EN];
    const { exitCode, stdout, stderr } = await hegui(argv, { packageRoot });
    expect([exitCode, stderr]).toEqual([0, '']);
    const written = [...stdout.matchAll(/^Written: (.*):(\d+) \(/gm)].map(([, path = '', line]) => ({ path, line: Number(line) }));
    for (const { path, line } of written) {
      expect(readFileSync(path, 'utf8').split('\n')[line - 1], path).toMatch(/hotline|^rules:|^as_of:/);
    }
    const after = texts(packageRoot);
    for (const [name, text] of Object.entries(before)) {
      const kept = (after[name] ?? '').split('\n');
      // What was there is there still, in its order; only lines were added.
      let at = 0;
      for (const line of kept) if (at < text.split('\n').length && line === text.split('\n')[at]) at += 1;
      expect(at, name).toBe(text.split('\n').length);
    }
    const asked = await hegui(['rules', 'lint', ...EN], { packageRoot });
    expect(asked.exitCode).toBe(2);
    for (const { path } of written.filter(({ path: each }) => !each.endsWith('pack.yaml'))) expect(asked.stderr).toContain(`${path}:`);
    const empty = Object.entries(after).reduce(
      (sum, [name, text]) =>
        sum +
        (text.match(/^ *(- )?(zh|en|type|kind|duty|severity|instrument|article|source|that|verdict|base):$/gm) ?? []).length -
        (before[name]?.match(/^ *(- )?(base|source|that|type):$/gm) ?? []).length,
      0,
    );
    expect(asked.stderr).toContain(`has ${empty} errors`);
    fill(packageRoot, area, topic);
    const ledger = await hegui(['rules', 'lint', ...EN], { packageRoot });
    expect(ledger.stdout.match(/:\d+:\d+\n/g)).toHaveLength(1);
    expect(ledger.stdout).toContain('clauses.yaml');
    const tested = await hegui(['rules', 'test', `${area}/hotline-hours`, '--mutate', ...EN], { packageRoot });
    expect(tested.stdout).toMatch(/^1 rule, 3 tests, 0 failed\n.*\n\d+ mutants, \d+ killed, 0 survived\n$/);
  });

  test('writes a new area, a topic and a fact of the pack itself', async () => {
    const folder = folderWith({ ...OWN_PACK, 'pack.yaml': OWN_PACK['pack.yaml'].replace('topics: [terms]', 'topics:\n      - terms') });
    const argv = [
      'rules',
      'new',
      'fees/announced',
      '--topic',
      'notices',
      '--fact',
      'extensions.mine.notice_days',
      '--rules',
      folder,
      ...EN,
    ];
    expect(await hegui(argv, { today: '2026-01-02' })).toMatchObject({ exitCode: 0, stderr: '' });
    expect(readFileSync(`${folder}/pack.yaml`, 'utf8')).toContain(
      '  - id: fees\n    title:\n      zh:\n      en:\n    topics:\n      - notices\n',
    );
    expect(readFileSync(`${folder}/fees/notices.test.yaml`, 'utf8')).toMatch(/^as_of: 2026-01-02\n/);
    expect(readFileSync(`${folder}/facts.yaml`, 'utf8')).toMatch(/^section: mine\n/);
  });

  test.each([
    ['an id that is no id', ['Complaints/x'], 'fee-notices'],
    ['an id without area', ['x'], 'fee-notices'],
    ['a rule that is there', ['complaint-handling/dispute-assistance', '--topic', 'disputes'], 'disputes.yaml:2:9'],
    ['a fact that is there', ['complaint-handling/x', '--topic', 'disputes', '--fact', 'complaints.assistance.forms'], 'complaints.yaml:'],
    ['a fact that is no path', ['complaint-handling/x', '--topic', 'disputes', '--fact', 'complaints'], '--fact'],
    ['a fact below a fact', ['complaint-handling/x', '--topic', 'disputes', '--fact', 'complaints.channels.x'], 'complaints.yaml'],
    ['no topic where there are several', ['complaint-handling/x'], 'disputes'],
    ['a topic that is no name', ['complaint-handling/x', '--topic', '../x'], '../x'],
    ['two packs', ['complaint-handling/x', '--topic', 'x', '--rules', 'a', '--rules', 'b'], '--rules'],
    ['a pack that is none', ['complaint-handling/x', '--topic', 'x', '--rules', 'no-such-pack'], 'no-such-pack'],
  ])('refuses %s, and changes no file', async (_what, argv, said) => {
    const packageRoot = checkout();
    const before = texts(packageRoot);
    const { exitCode, stderr } = await hegui(['rules', 'new', ...argv, ...EN], { packageRoot });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(said)]);
    expect(texts(packageRoot)).toEqual(before);
  });

  const STRAY = 'rules/china/complaint-handling/extra';
  test.each([
    ['a rule in a topic that is not listed', `${STRAY}.yaml`, 'rules:\n  - id: x-y\n', 'extra.yaml:2:9'],
    ['tests of a rule that is not there', `${STRAY}.test.yaml`, 'tests:\n  x-y:\n    - verdict: pass\n', 'extra.test.yaml:2:3'],
  ])('refuses %s, and changes no file', async (_what, file, text, place) => {
    const packageRoot = checkout();
    writeFileSync(`${packageRoot}/${file}`, text);
    const before = texts(packageRoot);
    const argv = ['rules', 'new', 'complaint-handling/x-y', '--topic', 'extra'];
    const [zh, en] = [await hegui(argv, { packageRoot }), await hegui([...argv, ...EN], { packageRoot })];
    for (const { exitCode, stderr } of [zh, en]) expect([exitCode, stderr]).toEqual([2, expect.stringContaining(place)]);
    expect(texts(packageRoot)).toEqual(before);
  });

  test('refuses an area of the pack that the target extends, with its place', async () => {
    const packageRoot = checkout();
    const folder = `${packageRoot}/city`;
    cpSync('examples/packs/example-city', folder, { recursive: true });
    const before = texts(packageRoot);
    const argv = ['complaint-handling/x-y', '--topic', 'extra', '--rules', folder, ...EN];
    const { exitCode, stderr } = await hegui(['rules', 'new', ...argv], { packageRoot });
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/china\/pack\.yaml:\d+:\d+/)]);
    expect(texts(packageRoot)).toEqual(before);
    const own = await hegui(['rules', 'new', 'local-services/x-y', '--rules', folder, ...EN], { packageRoot });
    expect(own).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('keeps the byte order mark and the line ends of a file', async () => {
    const packageRoot = checkout();
    const path = `${packageRoot}/rules/china/complaint-handling/disputes.yaml`;
    const before = `\ufeff${readFileSync(path, 'utf8').replaceAll('\n', '\r\n')}`;
    writeFileSync(path, before);
    await hegui(['rules', 'new', 'complaint-handling/x-y', '--topic', 'disputes', ...EN], { packageRoot });
    const after = readFileSync(path, 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(after.slice(before.length)).toMatch(/^(?:[^\r\n]*\r\n)+$/);
  });

  test('leaves all files as they are where one cannot be written', async () => {
    const packageRoot = checkout();
    const before = texts(packageRoot);
    const broken = `${packageRoot}/rules/china/complaint-handling/hotlines.yaml`;
    cpSync('rules/facts', broken, { recursive: true });
    const { exitCode } = await hegui(['rules', 'new', 'complaint-handling/x', '--topic', 'hotlines', ...EN], { packageRoot });
    expect(exitCode).toBe(2);
    for (const [name, text] of Object.entries(before)) expect(texts(packageRoot)[name]).toBe(text);
    expect(existsSync(`${packageRoot}/rules/china/complaint-handling/hotlines.test.yaml`)).toBe(false);
  });
});

describe('rules test', () => {
  test.each([
    ['an area', ['complaint-handling'], /^\d+ rules, \d+ tests, 0 failed\n$/],
    ['a topic', ['complaint-handling/disputes'], /^8 rules, \d+ tests, 0 failed\n$/],
    ['a rule', ['complaint-handling/dispute-assistance'], /^1 rule, \d+ tests, 0 failed\n$/],
    ['two of them', ['complaint-handling/dispute-assistance', 'complaint-handling/consumer-deposit-terms'], /^2 rules, /],
  ])('runs the tests of %s alone', async (_what, argv, said) => {
    const { exitCode, stdout } = await hegui(['rules', 'test', ...argv, ...EN]);
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(said)]);
  });

  test('names what is not there, with what is near', async () => {
    const { exitCode, stderr } = await hegui(['rules', 'test', 'complaint-handlin', 'x/y', ...EN]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/complaint-handlin.*Did you mean "complaint-handling"/);
    expect(stderr).toContain('"x/y"');
  });
});

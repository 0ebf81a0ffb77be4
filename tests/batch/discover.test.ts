import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folderWith, hegui, type World } from '../support/cli.js';

const BARE = 'hegui: 1\n';
const GOOD = readFileSync('examples/compliant-marketplace/profile.yaml', 'utf8');

/** What the profiles here are judged by: whatever rules are added, this one says what it says. */
const RULE = ['--rule', 'operator-verification/identity-data-retained'];

interface Checked {
  readonly exitCode: number;
  readonly paths: string[];
  readonly stderr: string;
  readonly document: ReturnType<typeof JSON.parse>;
}

async function check(argv: readonly string[], world: World = {}): Promise<Checked> {
  const { exitCode, stdout, stderr } = await hegui(
    ['check', ...argv, ...RULE, '-f', 'json', '--lang', 'en', '--as-of', '2026-11-23'],
    world,
  );
  const document = stdout === '' ? { profiles: [] } : JSON.parse(stdout);
  return { exitCode, stderr, document, paths: document.profiles.map((each: { path: string }) => each.path) };
}

describe('files, folders and globs', () => {
  it('are ordered by path over all arguments, whatever their order', async () => {
    const root = folderWith({ 'b/2.yaml': BARE, 'b/1.yml': BARE, 'a.json': '{"hegui": 1}', 'B.yaml': BARE, 'note.txt': '' });
    const expected = [`${root}/B.yaml`, `${root}/a.json`, `${root}/b/1.yml`, `${root}/b/2.yaml`];
    expect((await check([root])).paths).toEqual(expected);
    expect((await check([`${root}/b`, `${root}/a.json`, `${root}/B.yaml`])).paths).toEqual(expected);
    expect((await check([`${root}/**/*.{yaml,yml,json}`])).paths).toEqual(expected);
    expect((await check([`${root}/b/?.yaml`, `${root}/*.json`])).paths).toEqual([`${root}/a.json`, `${root}/b/2.yaml`]);
  });

  it('whose names hold glob characters are files first', async () => {
    const root = folderWith({ '[a].yaml': BARE, 'a.yaml': BARE });
    expect((await check([`${root}/[a].yaml`])).paths).toEqual([`${root}/[a].yaml`]);
  });

  it('that yield nothing are said: alone there is nothing to check, beside others it is not passed over', async () => {
    const root = folderWith({ 'a.yaml': GOOD, 'empty/note.txt': '' });
    for (const nothing of [`${root}/empty`, `${root}/*.yml`]) {
      expect(await check([nothing])).toMatchObject({ exitCode: 3, paths: [], stderr: expect.stringContaining(nothing) });
      expect(await check([nothing, `${root}/a.yaml`])).toMatchObject({
        exitCode: 2,
        paths: [`${root}/a.yaml`],
        stderr: expect.stringContaining(nothing),
      });
    }
  });

  it('named twice are judged once, and that is said', async () => {
    const root = folderWith({ 'a.yaml': GOOD, 'sub/b.yaml': GOOD });
    symlinkSync(`${root}/a.yaml`, `${root}/other.yaml`);
    const twice = await check([`${root}/a.yaml`, `${root}/a.yaml`, `${root}/sub/../a.yaml`, `${root}/other.yaml`, `${root}/sub`]);
    expect(twice.paths).toEqual([`${root}/a.yaml`, `${root}/sub/b.yaml`]);
    expect(twice.stderr.match(/are the same file; it is checked once/g)).toHaveLength(3);
    expect(twice.exitCode).toBe(0);
  });

  it('links that leave the folder, lead back or lead to what is there are not followed, and each is said', async () => {
    const outside = folderWith({ 'secret.yaml': BARE, 'deep/x.yaml': BARE });
    const root = folderWith({ 'a.yaml': GOOD, 'sub/b.yaml': GOOD });
    symlinkSync(`${outside}/secret.yaml`, `${root}/out.yaml`);
    symlinkSync(`${outside}/deep`, `${root}/sub/out`);
    symlinkSync(root, `${root}/sub/up`);
    symlinkSync('.', `${root}/sub/self`);
    symlinkSync(`${root}/a.yaml`, `${root}/again.yaml`);
    symlinkSync(`${outside}/note.txt`, `${root}/broken.txt`);
    const { paths, stderr, exitCode } = await check([root]);
    expect(paths).toEqual([`${root}/a.yaml`, `${root}/sub/b.yaml`]);
    expect(exitCode).toBe(0);
    for (const link of [`${root}/out.yaml`, `${root}/sub/out`]) expect(stderr).toContain(`The link ${link} was not followed: it leads out`);
    expect(stderr).toContain(`The link ${root}/sub/up was not followed: it leads back`);
    expect(stderr).toContain(`The link ${root}/again.yaml was not followed: what it leads to is in the folder already`);
    expect(stderr.match(/was not followed/g)).toHaveLength(5);
    expect((await check([root, '--quiet'])).stderr).toBe('');
  });

  it('a link that is broken, or named itself, counts as a file', async () => {
    const outside = folderWith({ 'secret.yaml': GOOD });
    const root = folderWith({ 'a.yaml': GOOD });
    symlinkSync(`${root}/gone.yaml`, `${root}/broken.yaml`);
    symlinkSync(`${outside}/secret.yaml`, `${root}/out.yaml`);
    const inFolder = await check([root]);
    expect(inFolder.exitCode).toBe(2);
    expect(inFolder.document.profiles.map((each: { status: string }) => each.status)).toEqual(['judged', 'unreadable']);
    expect(await check([`${root}/out.yaml`])).toMatchObject({ exitCode: 0, paths: [`${root}/out.yaml`] });
  });
});

describe('--files-from', () => {
  it('reads a path on each line, from a file or standard input, beside arguments', async () => {
    const root = folderWith({ 'a.yaml': BARE, 'b c.yaml': BARE, '中.yaml': BARE });
    const list = folderWith({ 'list.txt': `${root}/中.yaml\r\n\n${root}/b c.yaml` });
    const expected = [`${root}/a.yaml`, `${root}/b c.yaml`, `${root}/中.yaml`];
    expect((await check([`${root}/a.yaml`, '--files-from', `${list}/list.txt`])).paths).toEqual(expected);
    expect((await check(['--files-from', '-'], { stdin: `${expected.join('\n')}\n` })).paths).toEqual(expected);
  });

  it('takes names as they are: a folder or glob in a list is a file that cannot be read', async () => {
    const root = folderWith({ 'sub/a.yaml': BARE });
    mkdirSync(`${root}/empty`);
    const { document, exitCode } = await check(['--files-from', '-'], { stdin: `${root}/sub\n${root}/*.yaml\n` });
    expect(document.profiles.map((each: { status: string }) => each.status)).toEqual(['unreadable', 'unreadable']);
    expect(exitCode).toBe(2);
  });

  it('an empty list is nothing to check; one that cannot be read is an error', async () => {
    expect((await check(['--files-from', '-'], { stdin: '\n\n' })).exitCode).toBe(3);
    expect(await check(['--files-from', 'no-such-list'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('no-such-list cannot be read (ENOENT)'),
    });
  });
});

describe('standard input', () => {
  it('is one profile, judged under the name given', async () => {
    expect((await check(['-'], { stdin: GOOD })).paths).toEqual(['-']);
    expect((await check(['-', '--stdin-path', 'shop.yaml'], { stdin: GOOD })).paths).toEqual(['shop.yaml']);
  });

  it('is not read beyond the largest profile', async () => {
    const { document } = await check(['-'], { stdin: new Uint8Array(3_000_000).fill(0x20) });
    expect(document.profiles[0]).toMatchObject({ status: 'unreadable', problems: [{ code: 'file-too-large' }] });
  });

  it.each([
    ['two profiles', ['-', '-']],
    ['a profile and a list', ['-', '--files-from', '-']],
    ['records twice', ['-', '-', '--input', 'ndjson']],
  ])('has one owner: %s are refused', async (_name, argv) => {
    expect(await check(argv)).toMatchObject({ exitCode: 2, paths: [], stderr: expect.stringContaining('one thing only') });
  });

  it.each([
    ['a name for what is not read', ['a.yaml', '--stdin-path', 'x'], '--stdin-path'],
    ['records and a list of files', ['--input', 'ndjson', '--files-from', 'x'], '--files-from'],
    ['no source at all', [], '<path...>'],
  ])('%s is refused', async (_name, argv, said) => {
    expect(await check(argv)).toMatchObject({ exitCode: 2, paths: [], stderr: expect.stringContaining(said) });
  });
});

describe('--input ndjson', () => {
  const lines = (...records: unknown[]): string =>
    records.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join('\n');

  it('judges a text exactly like a file of that name', async () => {
    const texts = {
      'good.yaml': GOOD,
      'bare.yaml': BARE,
      'bad.yaml': 'hegui: 1\nplatform: { kinds: [shop] }\n',
      'broken.yaml': 'a: [',
      'crlf.yaml': BARE.replace('\n', '\r\n'),
    };
    const root = folderWith(texts);
    const fromFiles = (await check(Object.keys(texts).map((name) => `${root}/${name}`))).document.profiles;
    const stdin = lines(...Object.entries(texts).map(([name, text]) => ({ path: `${root}/${name}`, text })));
    const fromRecords = (await check(['-', '--input', 'ndjson'], { stdin })).document.profiles;
    const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1);
    expect(fromRecords.sort(byPath)).toEqual(fromFiles);
  });

  it('judges a value with pointers for places', async () => {
    const profile = { hegui: 1, platform: { trade: ['goods'], hosts_merchants: true }, merchants: { retention: { identity_years: 1 } } };
    const { document } = await check(['-', '--input', 'ndjson'], {
      stdin: lines({ path: 'x', profile }, { path: 'y', profile: { ...profile, oops: 1 } }),
    });
    expect(document.profiles[0].findings[0].verdict).toBe('gap');
    expect(document.profiles[0].findings[0].at).toEqual({ pointer: '/merchants/retention/identity_years' });
    expect(document.profiles[1]).toMatchObject({
      status: 'invalid',
      problems: [{ code: 'unknown-key', at: { pointer: '/oops' } }],
    });
    expect(document.profiles[1].problems[0].at.line).toBeUndefined();
  });

  it('gives every line one record, in the order of arrival, whatever is wrong with it', async () => {
    const stdin = lines(
      { path: 'z', text: BARE },
      'not json',
      '',
      { path: 'a', text: BARE },
      { path: 'neither' },
      { path: 'both', text: BARE, profile: {} },
      { path: 'more', text: BARE, extra: 1 },
      { text: BARE },
      { path: 'number', text: 7 },
      '[1]',
      'null',
      `{"path":"deep","profile":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
      `{"path":"long","text":"${'x'.repeat(9_000_000)}"}`,
      '{"path":"surrogate","profile":{"hegui":1,"id":"\\ud800"}}',
    );
    const { document, paths, exitCode } = await check(['-', '--input', 'ndjson'], { stdin });
    expect(paths).toEqual(['z', '-:2', 'a', 'neither', 'both', 'more', '-:8', 'number', '-:10', '-:11', 'deep', '-:13', 'surrogate']);
    const statuses = document.profiles.map((each: { status: string }) => each.status);
    expect(statuses.filter((status: string) => status === 'judged')).toHaveLength(2);
    expect(exitCode).toBe(2);
  });

  it('judges a profile in a record as it is written: nothing that JSON takes in silence is lost', async () => {
    const stdin = lines(
      '{"path":"twice","profile":{"hegui":1,"platform":{"hosts_merchants":true,"hosts_merchants":false}}}',
      '{"path":"huge","profile":{"hegui":1,"platform":{"registered_users":1e999}}}',
      '{"path":"surrogate","profile":{"hegui":1,"id":"\\ud800"}}',
      `{"path":"deep","profile":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
      '{"path":"a","path":"b","profile":{"hegui":1}}',
      '{"path":"c","profile":{"hegui":1},"profile":{"hegui":1}}',
    );
    const { document } = await check(['-', '--input', 'ndjson'], { stdin });
    const found = document.profiles.map((each: { path: string; status: string; problems: { code: string; at: { pointer: string } }[] }) => [
      each.path,
      each.status,
      each.problems[0]?.code,
      each.problems[0]?.at.pointer,
    ]);
    expect(found).toEqual([
      ['twice', 'invalid', 'duplicate-key', '/platform/hosts_merchants'],
      ['huge', 'invalid', 'number-not-finite', '/platform/registered_users'],
      ['surrogate', 'invalid', 'lone-surrogate', '/id'],
      ['deep', 'invalid', 'too-deep', ''],
      ['-:5', 'unreadable', 'ndjson-record', ''],
      ['-:6', 'unreadable', 'ndjson-record', ''],
    ]);
    expect(document.profiles[0].problems[0].message).not.toMatch(/\d/);
  });

  it('guesses at no byte of a record that is not UTF-8', async () => {
    const stdin = Buffer.concat([Buffer.from('{"path":"a","text":"hegui: 1\\nid: '), Buffer.from([0xc3, 0x28]), Buffer.from('"}\n')]);
    const { document } = await check(['-', '--input', 'ndjson'], { stdin });
    expect(document.profiles).toMatchObject([{ path: '-:1', status: 'unreadable', problems: [{ code: 'not-utf8' }] }]);
  });

  it('reads records from files too; one that cannot be read is a record', async () => {
    const root = folderWith({ 'in.ndjson': `${lines({ path: 'a', text: GOOD })}\r\n` });
    expect(await check([`${root}/in.ndjson`, '--input', 'ndjson'])).toMatchObject({ exitCode: 0, paths: ['a'] });
    expect(await check([`${root}/in.ndjson`, `${root}/none`, '--input', 'ndjson'])).toMatchObject({
      exitCode: 2,
      paths: ['a', `${root}/none`],
    });
  });

  it('no record is nothing to check', async () => {
    expect((await check(['-', '--input', 'ndjson'], { stdin: '\n\n' })).exitCode).toBe(3);
  });
});

describe('identities', () => {
  it('that occur twice are listed in the summary, and change no record and no gate', async () => {
    const root = folderWith({
      'a.yaml': `id: x\n${GOOD}`,
      'b.yaml': `id: x\n${GOOD}`,
      'c.yaml': `id: y\n${GOOD}`,
      'd.yaml': BARE,
      'e.yaml': BARE,
    });
    const { document, exitCode } = await check([root, '--fail-on', 'gap']);
    expect(document.summary.duplicates).toEqual([{ identity: 'x', paths: [`${root}/a.yaml`, `${root}/b.yaml`] }]);
    expect(exitCode).toBe(0);
    expect(JSON.stringify(document.profiles)).not.toContain('duplicate');
    const table = await hegui(['check', root, '--lang', 'en']);
    expect(table.stdout).toContain('Identities that occur more than once (1)');
  });
});

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMAT_NAMES } from '../src/report/formats.js';
import { folderWith, hegui, type Ran } from './support/cli.js';
import { profilesOf } from './support/mixed.js';
import { OWN_PACK } from './support/own-pack.js';
import { pack, unpack } from './support/packed.js';
import { shell } from './support/workflow.js';

const PACKAGE = pack();
const ROOT = unpack(PACKAGE);
const AS_OF = ['--as-of', '2026-11-23', '--lang', 'en', '--quiet'];
const cwd = folderWith(profilesOf('p'));

const run = (bin: string, ...argv: string[]): Ran => shell([process.execPath, bin, ...argv], { cwd });
const packed = (...argv: string[]): Ran => run(`${ROOT}/bin/hegui.js`, ...argv);
const here = (...argv: string[]): Ran => run(join(process.cwd(), 'bin/hegui.js'), ...argv);

describe('the package', () => {
  const files = readdirSync(ROOT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(ROOT.length + 1));

  it('holds the program, the rules, the READMEs and the licence, and nothing beside them', () => {
    expect([...new Set(files.map((file) => file.split('/')[0]))].sort()).toEqual([
      'LICENSE',
      'README.md',
      'README.zh-CN.md',
      'bin',
      'dist',
      'package.json',
      'rules',
    ]);
    expect(files).toEqual(expect.arrayContaining(['bin/load.cjs', 'bin/worker.cjs', 'dist/pipeline.d.ts']));
    expect(files.filter((file) => /\.map$|\.tsbuildinfo$|\.tmp$|^dist\/.*\.test\./.test(file))).toEqual([]);
  });

  it('has no script that runs when it is installed, and the licence that it holds', () => {
    const { scripts, license } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'));
    for (const name of ['preinstall', 'install', 'postinstall']) expect(scripts[name]).toBeUndefined();
    expect(readFileSync(`${ROOT}/LICENSE`, 'utf8')).toMatch(new RegExp(`^${license} License`));
  });

  it.each(FORMAT_NAMES)('gives %s without any module installed, as the project itself does', (format) => {
    expect(existsSync(`${ROOT}/node_modules`)).toBe(false);
    const argv = ['check', 'p', ...AS_OF, '-o'];
    const [one, other] = [packed(...argv, `${format}=one`), here(...argv, `${format}=other`)];
    expect([one.exitCode, one.stderr]).toEqual([2, '']);
    expect(other.exitCode).toBe(2);
    expect(readFileSync(`${cwd}/one`).equals(readFileSync(`${cwd}/other`))).toBe(true);
  });

  it('runs the code that its build compiled, and compiles none of it again', () => {
    const says = `const { load, scripts } = require('./bin/load.cjs'); process.argv.push('--help'); load('hegui'); load('check');
      for (const [name, script] of scripts) console.error(name, script.cachedDataRejected);`;
    const { stderr } = shell([process.execPath, '-e', says], { cwd: process.cwd() });
    expect(stderr).toMatch(/^hegui false\ncheck false\n/);
  });

  it('runs its workers', () => {
    const [two, none] = ['2', '0'].map((jobs) => packed('check', 'p', ...AS_OF, '-f', 'ndjson', '--jobs', jobs));
    expect(two?.stdout).toBe(none?.stdout);
    expect([two?.exitCode, two?.stderr]).toEqual([2, '']);
  });

  it('runs its other commands, a pack from a folder among them', () => {
    packed('check', 'p', ...AS_OF, '-o', 'ndjson=run.ndjson');
    const rules = folderWith(OWN_PACK);
    const table: [argv: string[], exitCode: number][] = [
      [['--version'], 0],
      [['--help'], 0],
      [['rules', 'lint'], 0],
      [['rules', 'list', '-f', 'json'], 0],
      [['rules', 'test'], 0],
      [['explain', 'operator-verification/periodic-recheck'], 0],
      [['coverage', '-f', 'json'], 0],
      [['coverage', '--run', 'run.ndjson'], 0],
      [['schema', 'profile'], 0],
      [['schema', 'run'], 0],
      [['report', 'run.ndjson', '-f', 'html'], 0],
      [['merge', 'run.ndjson', '-f', 'table'], 2],
      [['check', 'p/good.yaml', ...AS_OF, '--rules', rules], 0],
      [['rules', 'lint', '--rules', rules], 0],
      [['rules', 'test', '--rules', rules], 0],
    ];
    for (const [argv, exitCode] of table) {
      const ran = packed(...argv);
      expect([ran.exitCode, ran.stderr], argv.join(' ')).toEqual([exitCode, '']);
      expect(ran.stdout).toBe(here(...argv).stdout);
    }
  });
});

describe('the code cache', () => {
  const wanted = here('check', 'p', ...AS_OF);
  const spoil: [name: string, spoilt: (bytes: Buffer) => Buffer | null][] = [
    ['missing, as under another version of Node', () => null],
    ['empty', () => Buffer.alloc(0)],
    ['cut off', (bytes) => bytes.subarray(0, bytes.length >> 1)],
    ['of another version of V8', (bytes) => Buffer.concat([Buffer.alloc(16, 0xa5), bytes.subarray(16)])],
    ['something else', (bytes) => Buffer.alloc(bytes.length, 'x')],
    ['damaged behind its head', (bytes) => Buffer.concat([bytes.subarray(0, 1000), Buffer.alloc(5000, 0xa5), bytes.subarray(6000)])],
    ['damaged in one bit', (bytes) => bytes.fill((bytes[5000] ?? 0) ^ 1, 5000, 5001)],
  ];

  it.each(spoil)('that is %s changes nothing', (_name, spoilt) => {
    const root = unpack(PACKAGE);
    const caches = readdirSync(`${root}/dist/bin`).filter((name) => name.endsWith('.cache'));
    expect(caches.length).toBeGreaterThan(0);
    for (const name of caches) {
      const bytes = spoilt(readFileSync(`${root}/dist/bin/${name}`));
      if (bytes === null) rmSync(`${root}/dist/bin/${name}`);
      else writeFileSync(`${root}/dist/bin/${name}`, bytes);
    }
    expect(run(`${root}/bin/hegui.js`, 'check', 'p', ...AS_OF)).toEqual(wanted);
    expect(run(`${root}/bin/hegui.js`, 'check', 'p', ...AS_OF, '--jobs', '2').stdout).toBe(wanted.stdout);
  });

  it.each([
    { part: 'hegui', before: 'show the version', after: 'tell the version', argv: ['--help', '--lang', 'en'] },
    { part: 'check', before: 'Compliance gap report', after: 'Komplianze gap report', argv: ['check', 'p', ...AS_OF] },
  ])('of $part is not used for another text of the same length', ({ part, before, after, argv }) => {
    const root = unpack(PACKAGE);
    const bundle = `${root}/dist/bin/${part}.cjs`;
    writeFileSync(bundle, readFileSync(bundle, 'utf8').replaceAll(before, after));
    const printed = here(...argv).stdout;
    expect(printed).toContain(before);
    expect(run(`${root}/bin/hegui.js`, ...argv).stdout).toBe(printed.replaceAll(before, after));
  });
});

describe('what comes from Windows', () => {
  const text = readFileSync('examples/marketplace-with-gaps/profile.yaml', 'utf8');
  const crlf = text.replaceAll('\n', '\r\n');

  it('CRLF in a profile changes no verdict, no place and no line that is shown', async () => {
    const folders = [folderWith({ 'a.yaml': text }), folderWith({ 'a.yaml': crlf }), folderWith({ 'a.yaml': `\ufeff${crlf}` })];
    const reports = await Promise.all(
      folders.map(async (folder) => {
        const { stdout, exitCode } = await hegui(['check', `${folder}/a.yaml`, ...AS_OF, '-f', 'json']);
        const { digest: _, ...record } = JSON.parse(stdout.replaceAll(folder, '.')).profiles[0];
        return { exitCode, record };
      }),
    );
    expect(reports[0]?.exitCode).toBe(1);
    expect(reports[1]).toEqual(reports[0]);
    expect(reports[2]).toEqual(reports[0]);
  });

  it('CRLF in an invalid profile changes no problem', async () => {
    const invalid = readFileSync('examples/invalid-file/profile.yaml', 'utf8');
    const [lf, windows] = await Promise.all(
      [invalid, invalid.replaceAll('\n', '\r\n')].map(async (stdin) => (await hegui(['check', '-', ...AS_OF], { stdin })).stdout),
    );
    expect(windows).toBe(lf);
  });

  it('paths are written with /, as arguments and in lists with CRLF', async () => {
    const pathsOf = async (argv: string[], stdin = ''): Promise<string[]> => {
      const { stdout } = await hegui(['check', ...argv, ...AS_OF, '-f', 'json'], { stdin });
      return JSON.parse(stdout).profiles.map(({ path }: { path: string }) => path);
    };
    const named = ['C:/profiles/a b.yaml', 'C:/profiles/甲.yaml'];
    expect(await pathsOf(['C:\\profiles\\a b.yaml', 'C:\\profiles\\甲.yaml'])).toEqual(named);
    expect(await pathsOf(['--files-from', '-'], 'C:\\profiles\\a b.yaml\r\n\r\nC:\\profiles\\甲.yaml\r\n')).toEqual(named);
  });

  it('an output is FORMAT=PATH up to the first =, whatever the path holds', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hegui-'));
    const names = ['C:\\out\\a=b.json', 'D:x.json', '\\\\server\\share\\r.json'];
    const outputs = names.flatMap((name) => ['-o', `json=${name}`]);
    const { exitCode } = shell(['hegui', 'check', join(process.cwd(), 'examples/half-filled/profile.yaml'), ...AS_OF, ...outputs], {
      cwd: folder,
    });
    expect(exitCode).toBe(1);
    for (const name of names) expect(JSON.parse(readFileSync(join(folder, name), 'utf8')).schemaVersion, name).toBe(2);
  });
});

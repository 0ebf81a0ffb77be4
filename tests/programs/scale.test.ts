import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, type Ran } from '../support/cli.js';
import { profilesOf } from '../support/mixed.js';
import { shell } from '../support/workflow.js';

const SCALE = join(process.cwd(), 'examples/scale');
const AS_OF = '2026-11-23';
/** Whatever rules are added, this one says what it says. */
const RULE = '--rule=operator-verification/periodic-recheck';

const parallel = (cwd: string, ...argv: string[]): Ran => shell(['bash', join(SCALE, 'gnu-parallel.sh'), ...argv], { cwd, env: { AS_OF } });
const check = (cwd: string, ...argv: string[]): Ran => shell(['hegui', 'check', '--as-of', AS_OF, '--quiet', ...argv], { cwd });

describe('gnu-parallel.sh', () => {
  it.each(['1', '3', '20'])('in %s shards gives the bytes and the exit code of an undivided run', (shards) => {
    const cwd = folderWith(profilesOf("it's {} here"));
    const args = ["it's {} here", '--fail-on', 'gap', '--lang', 'en'];
    const whole = check(cwd, ...args, '-f', 'table', '-o', 'ndjson=whole.ndjson');
    const ran = parallel(cwd, 'the out', shards, ...args);
    expect([ran.exitCode, ran.stdout]).toEqual([whole.exitCode, whole.stdout]);
    expect(whole.exitCode).toBe(2);
    expect(readFileSync(`${cwd}/the out/run.ndjson`).equals(readFileSync(`${cwd}/whole.ndjson`))).toBe(true);
    expect(existsSync(`${cwd}/touched`)).toBe(false);
  });

  it.each([
    ['passes where all profiles pass', { 'p/a.yaml': readFileSync('examples/compliant-marketplace/profile.yaml') }, 0],
    ['fails where one has gaps', { 'p/a.yaml': 'hegui: 1', 'p/b.yaml': 'hegui: 1' }, 1],
    ['has nothing to check in an empty folder', { 'p/readme': '' }, 3],
  ])('%s', (_name, files, exitCode) => {
    expect(parallel(folderWith(files), 'out', '4', 'p', RULE).exitCode).toBe(exitCode);
  });

  it('refuses wrong options with 2, and takes no shard of an earlier run for one of this', () => {
    const cwd = folderWith({ 'p/a.yaml': readFileSync('examples/compliant-marketplace/profile.yaml') });
    expect(parallel(cwd, 'out', '2', 'p', RULE).exitCode).toBe(0);
    expect(parallel(cwd, 'out', '2', 'p', '--nope').exitCode).toBe(2);
    expect(parallel(cwd, 'out', '2', 'p', RULE).exitCode).toBe(0);
    expect(parallel(cwd, '--resume', 'out', '2', 'p', '--fail-on', 'never').exitCode).toBe(2);
    for (const argv of [[], ['out'], ['out', 'x', 'p'], ['out', '0', 'p']]) expect(parallel(cwd, ...argv).exitCode).toBe(2);
  });

  it('goes on with shards that are missing or cut off', () => {
    const cwd = folderWith(profilesOf('p'));
    const { exitCode } = parallel(cwd, 'out', '3', 'p');
    const run = readFileSync(`${cwd}/out/run.ndjson`);
    rmSync(`${cwd}/out/shard-2.ndjson`);
    truncateSync(`${cwd}/out/shard-1.ndjson`, readFileSync(`${cwd}/out/shard-1.ndjson`).length - 1000);
    expect(parallel(cwd, '--resume', 'out', '3', 'p').exitCode).toBe(exitCode);
    expect(readFileSync(`${cwd}/out/run.ndjson`).equals(run)).toBe(true);
  });

  it.each([
    ['130', 130],
    ['137', 2],
    ['0', 2],
  ])('with a shard that ends with %s and no run, ends with %d', (code, exitCode) => {
    const cwd = folderWith({
      ...profilesOf('p'),
      'bin/hegui': `#!/bin/sh\ncase "$*" in *2/3*) exit ${code} ;; esac\nPATH=\${PATH#*:} exec hegui "$@"\n`,
    });
    const script = `chmod +x bin/hegui; PATH="$PWD/bin:$PATH" bash "${join(SCALE, 'gnu-parallel.sh')}" out 3 p`;
    expect(shell(['bash', '-c', script], { cwd, env: { AS_OF } }).exitCode).toBe(exitCode);
    expect(existsSync(`${cwd}/out/run.ndjson`)).toBe(false);
  });
});

describe('spark-pipe.py', () => {
  it('makes records that come out as the files would, in the order that merge takes', () => {
    const paths = ['p/a.yaml', 'p/binary.yaml', 'p/\uff5e.yaml', 'p/\u{1F600}.yaml'];
    const cwd = folderWith({ 'p/a.yaml': 'hegui: 1\n# 甲', 'p/binary.yaml': new Uint8Array([0xff, 0]) });
    for (const path of paths.slice(2)) writeFileSync(`${cwd}/${path}`, 'hegui: 1');
    const script = [
      'import runpy, sys, pathlib',
      `spark = runpy.run_path(${JSON.stringify(join(SCALE, 'spark-pipe.py'))})`,
      'for path in sorted(sys.argv[1:], key=spark["path_order"]): print(spark["to_record"](path, pathlib.Path(path).read_bytes()))',
    ].join('\n');
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    const records = execFileSync('python3', ['-c', script, ...paths], { cwd, env, encoding: 'utf8' });
    const piped = shell(['bash', join(SCALE, 'mapper.sh'), '--as-of', AS_OF, '--quiet'], { cwd, stdin: records });
    const direct = check(cwd, 'p', '-f', 'ndjson').stdout;
    const recordsIn = (text: string): { path: string; status: string }[] =>
      text
        .trimEnd()
        .split('\n')
        .slice(1, -1)
        .map((line) => JSON.parse(line));
    const readable = (text: string): unknown[] => recordsIn(text).filter(({ path }) => path !== 'p/binary.yaml');
    expect(readable(piped.stdout)).toEqual(readable(direct));
    expect(recordsIn(piped.stdout).map(({ path, status }) => [path, status])).toEqual([
      ['p/a.yaml', 'judged'],
      ['p/binary.yaml', 'unreadable'],
      ['p/\u{1F600}.yaml', 'judged'],
      ['p/\uff5e.yaml', 'judged'],
    ]);
  });
});

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from './support/cli.js';
import { profilesOf } from './support/mixed.js';
import { shell, syntaxErrors, textsUnder, yamlDocuments } from './support/workflow.js';

const SCALE = join(process.cwd(), 'examples/scale');
const AS_OF = '2026-11-23';

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly env: { readonly SHARDS: number };
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly Step[]; readonly strategy?: { readonly matrix: { shard: number[] } } }>
  >;
}

interface Container {
  readonly command: readonly string[];
  readonly args: readonly string[];
}

interface Job {
  readonly spec: { readonly completions?: number; readonly template: { readonly spec: { readonly containers: readonly Container[] } } };
}

function stepOf({ jobs }: Workflow, job: string, name: string): string {
  const run = jobs[job]?.steps.find((step) => step.name === name)?.run;
  if (run === undefined) throw new Error(`no step ${name}`);
  return run;
}

describe('the shell parts of examples/scale', () => {
  const files = readdirSync(SCALE);

  it.each(files.filter((file) => file.endsWith('.sh')))('%s is a script that bash can read', (file) => {
    expect(syntaxErrors(readFileSync(join(SCALE, file), 'utf8'))).toBe('');
  });

  it.each(files.filter((file) => /\.ya?ml$/.test(file)))('%s is YAML whose scripts a shell can read', (file) => {
    const scripts = textsUnder(yamlDocuments(join(SCALE, file)), ['run', 'args']);
    expect(scripts.length).toBeGreaterThan(1);
    for (const script of scripts) {
      expect(syntaxErrors(script), script).toBe('');
      expect(script).not.toContain('${{');
    }
  });

  it('are all named in the README', () => {
    const readme = readFileSync(join(SCALE, 'README.md'), 'utf8');
    for (const file of files.filter((each) => each !== 'README.md')) expect(readme.split(`\n| [${file}](${file}) |`).length, file).toBe(3);
  });
});

describe('github-matrix.yml', () => {
  const [workflow] = yamlDocuments(join(SCALE, 'github-matrix.yml')) as [Workflow];
  const { SHARDS } = workflow.env;

  /** A checkout with hegui beside it, as the steps before have left it. */
  function checkout(): string {
    const cwd = folderWith(profilesOf('profiles'));
    mkdirSync(`${cwd}/.hegui/bin`, { recursive: true });
    writeFileSync(`${cwd}/.hegui/bin/hegui.js`, `import ${JSON.stringify(join(process.cwd(), 'bin/hegui.js'))};\n`);
    writeFileSync(`${cwd}/.hegui/package.json`, '{ "type": "module" }');
    return cwd;
  }

  it('has as many shards as its matrix', () => {
    expect(workflow.jobs['judge']?.strategy?.matrix.shard).toEqual(Array.from({ length: SHARDS }, (_, index) => index + 1));
  });

  it('decides as an undivided check, and a missing shard is exit code 2', { timeout: 120_000 }, () => {
    const cwd = checkout();
    const whole = shell(['hegui', 'check', 'profiles/', '--as-of', AS_OF, '-o', 'ndjson=whole.ndjson', '--quiet'], { cwd });
    mkdirSync(`${cwd}/shards`);
    for (let shard = 1; shard <= SHARDS; shard += 1) {
      const env = { SHARD: String(shard), SHARDS: String(SHARDS), AS_OF };
      expect(shell(['bash', '-e', '-c', stepOf(workflow, 'judge', 'Judge a shard')], { cwd, env }).exitCode).toBe(0);
      writeFileSync(`${cwd}/shards/shard-${shard}.ndjson`, readFileSync(`${cwd}/shard-${shard}.ndjson`));
    }
    const env = { GITHUB_STEP_SUMMARY: `${cwd}/step-summary` };
    const merge = (): number => shell(['bash', '-e', '-c', stepOf(workflow, 'merge', 'Merge and decide')], { cwd, env }).exitCode;
    expect(merge()).toBe(whole.exitCode);
    expect(readFileSync(`${cwd}/run.ndjson`).equals(readFileSync(`${cwd}/whole.ndjson`))).toBe(true);
    expect(readFileSync(`${cwd}/step-summary`, 'utf8')).toContain('profiles/');
    writeFileSync(`${cwd}/shards/shard-1.ndjson`, readFileSync(`${cwd}/shards/shard-2.ndjson`));
    expect(merge()).toBe(2);
  });

  it('fails the job of a shard that was not judged', () => {
    const env = { SHARD: '9', SHARDS: '8', AS_OF };
    const { exitCode } = shell(['bash', '-e', '-c', `${stepOf(workflow, 'judge', 'Judge a shard')}\n[ -f shard-9.ndjson ]`], {
      cwd: checkout(),
      env,
    });
    expect(exitCode).not.toBe(0);
  });
});

describe('kubernetes-job.yaml', () => {
  const [judge, merge] = yamlDocuments(join(SCALE, 'kubernetes-job.yaml')) as [Job, Job];
  const argvOf = ({ spec }: Job): [string, ...string[]] => {
    const [container] = spec.template.spec.containers;
    return [...(container?.command ?? []), ...(container?.args ?? [])] as [string, ...string[]];
  };
  const envOf = (cwd: string, shards: number): Record<string, string> => ({
    PROFILES: 'profiles',
    RUNS: `${cwd}/runs`,
    AS_OF,
    SHARDS: String(shards),
  });

  it('gives each index, from 0, the shard after it, and the merged run is the undivided one', { timeout: 60_000 }, () => {
    const cwd = folderWith({ ...profilesOf('profiles'), 'runs/.keep': '' });
    const env = envOf(cwd, 3);
    for (const index of ['0', '1', '2']) {
      expect(shell(argvOf(judge), { cwd, env: { ...env, JOB_COMPLETION_INDEX: index } }).exitCode).toBe(0);
    }
    const whole = shell(['hegui', 'check', 'profiles', '--as-of', AS_OF, '-o', 'ndjson=whole.ndjson', '--quiet'], { cwd });
    expect(whole.exitCode).toBe(2);
    expect(shell(argvOf(merge), { cwd, env }).exitCode).toBe(whole.exitCode);
    expect(readFileSync(`${cwd}/runs/run.ndjson`).equals(readFileSync(`${cwd}/whole.ndjson`))).toBe(true);
  });

  it('goes on after a kill, starts again after a whole run, and fails where nothing was judged', () => {
    const cwd = folderWith({ ...profilesOf('profiles'), 'runs/.keep': '' });
    const pod = (more: Record<string, string> = {}): number =>
      shell(argvOf(judge), { cwd, env: { ...envOf(cwd, 1), JOB_COMPLETION_INDEX: '0', ...more } }).exitCode;
    expect(pod()).toBe(0);
    const first = readFileSync(`${cwd}/runs/shard-1.ndjson`);
    writeFileSync(`${cwd}/runs/shard-1.ndjson`, first.subarray(0, first.length - 2000));
    expect(pod()).toBe(0);
    expect(readFileSync(`${cwd}/runs/shard-1.ndjson`).equals(first)).toBe(true);
    expect(pod({ AS_OF: '2026-11-22' })).toBe(0);
    expect(readFileSync(`${cwd}/runs/shard-1.ndjson`, 'utf8')).toContain('"asOf":"2026-11-22"');
    expect(pod({ AS_OF: 'tomorrow' })).toBe(2);
  });

  it('has as many completions as shards', () => {
    const text = readFileSync(join(SCALE, 'kubernetes-job.yaml'), 'utf8');
    expect(text).toContain(`SHARDS, value: "${judge.spec.completions}"`);
  });
});

describe('mapper.sh', () => {
  const mapper = (stdin: string, ...options: string[]): ReturnType<typeof shell> =>
    shell(['bash', join(SCALE, 'mapper.sh'), '--as-of', AS_OF, '--quiet', ...options], { cwd: folderWith({}), stdin });
  const lineOf = (path: string, text: string): string => `${JSON.stringify({ path, text })}\n`;

  it('makes runs of partitions that merge into the run of all records, whatever their verdicts', () => {
    const records = [lineOf('a', 'hegui: 1'), lineOf('b', ':'), '{"path":"c"}\n', lineOf('d\u{1F600}', 'hegui: 1')];
    const parts = [records.slice(0, 1), records.slice(1, 3), [], records.slice(3)].map((part) => mapper(part.join('')));
    expect(parts.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
    expect(parts[2]?.stdout).toBe('');
    const files = Object.fromEntries(parts.map(({ stdout }, index) => [`part-${index}`, stdout]));
    const merged = shell(['hegui', 'merge', 'part-0', 'part-1', 'part-3'], { cwd: folderWith(files) });
    expect(merged.stdout).toBe(mapper(records.join('')).stdout);
    expect(merged.exitCode).toBe(2);
    const unsorted = mapper([...records].reverse().join('')).stdout;
    expect(shell(['hegui', 'merge', 'part'], { cwd: folderWith({ part: unsorted }) }).exitCode).toBe(2);
  });

  it('fails where nothing was judged', () => {
    expect(mapper(lineOf('a', 'hegui: 1'), '--nope').exitCode).toBe(2);
  });

  it('fails where a run was cut off', () => {
    const bin = folderWith({ hegui: '#!/bin/sh\necho \'{"record":"run"}\'\nexit 130\n' });
    const script = `chmod +x "${bin}/hegui"; PATH="${bin}:$PATH" bash "${join(SCALE, 'mapper.sh')}"`;
    expect(shell(['bash', '-c', script], { cwd: bin }).exitCode).toBe(130);
  });
});

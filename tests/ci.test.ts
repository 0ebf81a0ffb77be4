import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, type Ran } from './support/cli.js';
import { profilesOf } from './support/mixed.js';
import { pack } from './support/packed.js';
import { shell, syntaxErrors, textsUnder, yamlDocuments } from './support/workflow.js';

const CI = join(process.cwd(), 'examples/ci');
const GOOD = readFileSync('examples/compliant-marketplace/profile.yaml', 'utf8');
const GAPS = readFileSync('examples/marketplace-with-gaps/profile.yaml', 'utf8');

/** What the profiles here are judged by: whatever rules are added, this one says what it says. */
const RULE = '--rule=operator-verification/periodic-recheck';

interface Step {
  readonly name: string;
  readonly run: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly [Step, Step] };
}

const [action] = yamlDocuments('action.yml') as [Action];
const [build, check] = action.runs.steps;

interface Acted extends Ran {
  readonly cwd: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Runs the action in a folder as the runner does: its expressions stand in the environment, its files are named there. */
function act(files: Readonly<Record<string, string | Uint8Array>>, inputs: Readonly<Record<string, string>>): Acted {
  const cwd = folderWith(files);
  const runner = folderWith({ output: '', summary: '' });
  mkdirSync(`${runner}/temp`);
  const inputFor = (expression: string): string => {
    const [, name = ''] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression) ?? [];
    return inputs[name] ?? action.inputs[name]?.default ?? '';
  };
  const env = {
    ...Object.fromEntries(Object.entries(check.env ?? {}).map(([name, expression]) => [name, inputFor(expression)])),
    GITHUB_ACTION_PATH: process.cwd(),
    GITHUB_OUTPUT: `${runner}/output`,
    GITHUB_STEP_SUMMARY: `${runner}/summary`,
    RUNNER_TEMP: `${runner}/temp`,
  };
  const ran = shell(['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', check.run], { cwd, env });
  const lines = readFileSync(`${runner}/output`, 'utf8').trimEnd().split('\n');
  const outputs = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
  return { ...ran, cwd, outputs, summary: readFileSync(`${runner}/summary`, 'utf8') };
}

describe('action.yml', () => {
  it('lets no expression into a script, and hands every input on', () => {
    for (const { run } of action.runs.steps) {
      expect(run).not.toContain('${{');
      expect(syntaxErrors(run)).toBe('');
    }
    const handed = Object.values(check.env ?? {}).map((value) => value.replace(/^\$\{\{ inputs\.(.*) \}\}$/, '$1'));
    expect(handed.sort()).toEqual(Object.keys(action.inputs).sort());
    for (const [name, { value }] of Object.entries(action.outputs)) expect(value).toBe(`\${{ steps.check.outputs.${name} }}`);
  });

  it('does not build again what is built', () => {
    const ran = shell(['bash', '-eo', 'pipefail', '-c', build.run], { cwd: folderWith({}), env: { GITHUB_ACTION_PATH: process.cwd() } });
    expect(ran).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  it.each([
    ['passes', { 'p.yaml': GOOD }, { args: RULE }, 0, 'passed'],
    ['fails', { 'p.yaml': GAPS }, {}, 1, 'failed'],
    ['takes options', { 'p.yaml': GAPS }, { 'fail-on': 'never', 'min-coverage': '10', 'min-compliance': '10' }, 0, 'passed'],
    ['takes further arguments', { 'p.yaml': GAPS }, { args: '--rule=operator-verification/identity-data-retained\n\n' }, 0, 'passed'],
    ['cannot judge a broken file', { 'p.yaml': ':' }, {}, 2, 'failed'],
  ])('%s', (_name, files, inputs, exitCode, gate) => {
    const acted = act(files, { paths: 'p.yaml\n', 'as-of': '2026-11-23', ...inputs });
    expect(acted.exitCode).toBe(exitCode);
    expect(acted.outputs).toMatchObject({ 'exit-code': String(exitCode), gate });
    expect(JSON.parse(readFileSync(acted.outputs['sarif'] ?? '', 'utf8')).version).toBe('2.1.0');
    expect(readFileSync(acted.outputs['run'] ?? '', 'utf8')).toContain('"record":"summary"');
    expect(acted.summary).toContain('p.yaml');
    expect(/^::error file=p\.yaml/m.test(acted.stdout)).toBe(exitCode !== 0);
    expect(readdirSync(acted.cwd)).toEqual(['p.yaml']);
  });

  it.each([
    ['nothing to check', { paths: '.' }, 3],
    ['no path', { paths: '' }, 2],
    ['a wrong option', { paths: 'p.yaml', args: '--nope' }, 2],
  ])('with %s writes no report and no path of one', (_name, inputs, exitCode) => {
    const { exitCode: code, outputs } = act({ 'notes.txt': '' }, inputs);
    expect(code).toBe(exitCode);
    expect(outputs).toEqual({ 'exit-code': String(exitCode), gate: 'failed', sarif: '', run: '' });
  });

  it('takes inputs as text, whatever a shell could see in them', () => {
    const hostile = ['$(touch x)', '`touch x`', '"; touch x; "', "'; touch x; '", '--fail-on=never', 'a b*', '$HOME', '甲\\n'];
    const files = Object.fromEntries(hostile.map((name) => [`${name}.yaml`, GOOD]));
    const acted = act(files, { paths: `${hostile.map((name) => `${name}.yaml`).join('\r\n')}\n`, 'as-of': '2026-11-23' });
    expect([acted.exitCode, acted.outputs['gate']]).toEqual([2, 'failed']);
    const run = readFileSync(acted.outputs['run'] ?? '', 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1, -1);
    const statuses = new Map(run.map((line) => JSON.parse(line)).map(({ path, status }) => [path, status]));
    // A backslash separates folders in a path, as on Windows.
    expect(statuses.get('甲/n.yaml')).toBe('unreadable');
    for (const name of hostile.slice(0, -1)) expect(statuses.get(`${name}.yaml`), name).toBe('judged');
    for (const name of ['as-of', 'fail-on', 'fail-duty', 'min-compliance', 'min-coverage', 'lang', 'args']) {
      const one = act({ 'p.yaml': GOOD }, { paths: 'p.yaml', [name]: '$(touch x)"; touch x; `touch x`' });
      expect([one.exitCode, existsSync(`${one.cwd}/x`)], name).toEqual([2, false]);
    }
    expect(existsSync(`${acted.cwd}/x`)).toBe(false);
  });

  it('lets no file name speak to the runner or write an output', () => {
    const name = '\n::error::injected\ngate=passed\n##[error]x.yaml';
    const { stdout, outputs } = act({ [`p/${name}`]: GAPS, 'p/empty/readme': '' }, { paths: 'p\np/empty', 'as-of': '2026-11-23' });
    const [before = '', token = '', , after = ''] = stdout.split(/^::stop-commands::(\S+)\n([\s\S]*?)^::\1::$/m);
    expect(token).toMatch(/^[\w-]{36}$/);
    expect(`${before}${after}`).not.toMatch(/^\s*::error::injected/m);
    for (const line of `${before}${after}`.split('\n').filter((each) => each.includes('##[')))
      expect(line).toMatch(/^::(error|warning|notice) /);
    expect(outputs).toMatchObject({ gate: 'failed', 'exit-code': '2' });
  });
});

describe('examples/ci', () => {
  const files = readdirSync(CI);

  it('names its files in its README', () => {
    const readme = readFileSync(join(CI, 'README.md'), 'utf8');
    for (const file of files.filter((each) => each !== 'README.md')) expect(readme.split(`\n| [${file}](${file}) |`).length, file).toBe(3);
  });

  it.each(files.filter((file) => file.endsWith('.yml')))('%s is YAML whose scripts a shell can read', (file) => {
    for (const script of textsUnder(yamlDocuments(join(CI, file)), ['run', 'script'])) {
      expect(syntaxErrors(script, 'sh')).toBe('');
      expect(script).not.toContain('${{');
    }
  });

  it('uses inputs and outputs that the action has', () => {
    const text = readFileSync(join(CI, 'github-workflow.yml'), 'utf8');
    const [workflow] = yamlDocuments(join(CI, 'github-workflow.yml')) as [{ jobs: { hegui: { steps: { id?: string; with: object }[] } } }];
    const step = workflow.jobs.hegui.steps.find(({ id }) => id === 'hegui');
    for (const name of Object.keys(step?.with ?? {})) expect(Object.keys(action.inputs)).toContain(name);
    const used = [...text.matchAll(/steps\.hegui\.outputs\.([\w-]+)/g)].map(([, name]) => name);
    expect(used.length).toBeGreaterThan(0);
    for (const name of used) expect(Object.keys(action.outputs)).toContain(name);
  });
});

describe('gitlab-ci.yml', () => {
  const [{ hegui: job }] = yamlDocuments(join(CI, 'gitlab-ci.yml')) as [
    { hegui: { script: string[]; variables: Record<string, string>; artifacts: { paths: string[]; reports: Record<string, string> } } },
  ];

  it.each([
    ['passes', GOOD, 0],
    ['fails', GAPS, 1],
    ['cannot judge', ':', 2],
  ])('%s from the package alone, and leaves its artifacts', (_name, profile, exitCode) => {
    const cwd = folderWith({ 'the $(touch x) profiles/p.yaml': profile });
    const env = { ...job.variables, HEGUI_PACKAGE: pack(), HEGUI_PATH: 'the $(touch x) profiles', HEGUI_OPTIONS: RULE };
    expect(shell(['sh', '-e', '-c', job.script.join('\n')], { cwd, env }).exitCode).toBe(exitCode);
    for (const path of [...job.artifacts.paths, ...Object.values(job.artifacts.reports)])
      expect(existsSync(`${cwd}/${path}`), path).toBe(true);
    expect(existsSync(`${cwd}/x`)).toBe(false);
    const quality = JSON.parse(readFileSync(`${cwd}/${job.artifacts.reports['codequality']}`, 'utf8'));
    expect(quality.length > 0).toBe(exitCode !== 0);
  });
});

describe('check.sh', () => {
  it.each([
    ['passed', { 'p/a b.yaml': GOOD }, 0],
    ['the gate failed', { 'p/a b.yaml': GAPS }, 1],
    ['could not judge', profilesOf('p'), 2],
    ['nothing to check', { 'p/readme': '' }, 3],
  ])('says "%s"', (said, files, exitCode) => {
    const cwd = folderWith(files);
    const ran = shell(['sh', join(CI, 'check.sh'), 'p'], {
      cwd,
      env: { REPORTS: 'the reports', HEGUI_LANG: 'en', HEGUI_OPTIONS: RULE },
    });
    expect(ran.exitCode).toBe(exitCode);
    expect(ran.stderr).toContain(said);
    expect(existsSync(`${cwd}/the reports/hegui.html`)).toBe(exitCode !== 3);
  });
});

describe('the pre-commit hook', () => {
  const [[hook]] = yamlDocuments('.pre-commit-hooks.yaml') as [[{ id: string; entry: string; language: string; files: string }]];
  const [config] = yamlDocuments(join(CI, 'pre-commit-config.yaml')) as [
    { repos: [{ hooks: [{ id: string; args: string[]; files: string }] }] },
  ];
  const [used] = config.repos[0].hooks;

  /** pre-commit splits the entry like a shell and appends the arguments and the files. */
  const commit = (cwd: string, args: readonly string[], ...paths: string[]): number =>
    shell([...hook.entry.split(' '), ...args, ...paths] as [string, ...string[]], { cwd }).exitCode;

  it('stops a commit as the gate does', () => {
    const cwd = folderWith({ 'profiles/a b.yaml': GOOD, 'profiles/c.yaml': GAPS, 'profiles/d.yaml': 'hegui: 1\n' });
    expect(used.id).toBe(hook.id);
    expect(commit(cwd, used.args, 'profiles/a b.yaml', 'profiles/d.yaml')).toBe(0);
    expect(commit(cwd, used.args, 'profiles/a b.yaml', 'profiles/c.yaml')).toBe(1);
    expect(commit(cwd, [], 'profiles/d.yaml')).toBe(1);
    expect(commit(cwd, [], 'profiles/gone.yaml')).toBe(2);
  });

  it('looks at profiles only', () => {
    const own = new RegExp(hook.files);
    expect(['profile.yaml', 'a/profile.yml'].every((path) => own.test(path))).toBe(true);
    expect(['a/my-profile.yaml', 'profile.yaml.md', '.github/workflows/ci.yml'].some((path) => own.test(path))).toBe(false);
    expect(new RegExp(used.files).test('profiles/a b.yaml')).toBe(true);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeGithubMessage, escapeGithubProperty } from '../../src/report/escape.js';
import { folderWith, hegui } from '../support/cli.js';
import { decode, ofKind, readLog } from '../support/github.js';
import { HOSTILE, hostileRun, spelt } from '../support/hostile.js';
import { render, runOf } from '../support/run.js';

describe('the run as annotations of GitHub', () => {
  it('is as it was: one profile, and a small batch', async () => {
    await expect(render('github', await runOf('examples/marketplace-with-gaps', '--lang', 'zh'))).toMatchFileSnapshot(
      'golden/marketplace-with-gaps.zh.github.txt',
    );
    const batch = ['examples/compliant-marketplace', 'examples/invalid-file', 'examples/half-filled', '--min-coverage', '80'];
    await expect(render('github', await runOf(...batch, '--lang', 'en'))).toMatchFileSnapshot('golden/batch.en.github.txt');
  });

  it('has at most ten of each kind, the worst of all, and says how many there are', async () => {
    const run = await runOf('examples', '--lang', 'en', '--fail-duty', 'mandatory');
    const { commands, plain } = readLog(render('github', run));
    const failing = run.profiles.flatMap(({ findings }) =>
      findings.filter(({ verdict, duty }) => duty === 'mandatory' && (verdict === 'gap' || verdict === 'unknown')),
    );
    const errors = run.profiles.flatMap(({ problems }) => problems.filter(({ level }) => level === 'error'));
    for (const kind of ['error', 'warning', 'notice']) expect(ofKind(commands, kind).length).toBe(10);
    expect(plain.at(-1)).toContain(`errors ${failing.length + errors.length}`);
    expect(plain[0]).toMatch(/^FAILED: /);
    const half = await runOf('examples/half-filled', '--lang', 'en');
    const order = ['critical', 'high', 'medium', 'low'];
    const worst = (half.profiles[0]?.findings ?? [])
      .filter(({ verdict, duty }) => duty === 'mandatory' && (verdict === 'gap' || verdict === 'unknown'))
      .map(({ rule }) => half.header.catalog.rules[rule]?.severity ?? '')
      .sort((a, b) => order.indexOf(a) - order.indexOf(b));
    const shown = ofKind(readLog(render('github', half)).commands, 'error').map(
      ({ properties }) => /·(\w+)/.exec(properties['title'] ?? '')?.[1],
    );
    expect(shown).toEqual(worst.slice(0, 10));
  });

  it('has an error exactly when the gate fails or a file could not be judged', async () => {
    const folder = folderWith({ 'empty.yaml': 'hegui: 1\n', 'nothing/readme.txt': '' });
    const inputs = [
      ['examples/compliant-marketplace'],
      ['examples/marketplace-with-gaps'],
      ['examples/invalid-file'],
      [`${folder}/empty.yaml`],
    ];
    inputs.push(['examples/compliant-marketplace', `${folder}/nothing`], ['no-such-file.yaml']);
    for (const paths of inputs) {
      for (const gate of [[], ['--fail-on', 'never'], ['--fail-on', 'never', '--min-compliance', '90'], ['--fail-duty', 'encouraged']]) {
        const { stdout, exitCode } = await hegui(['check', ...paths, ...gate, '-f', 'github', '--show', 'gap', '--quiet']);
        expect(ofKind(readLog(stdout).commands, 'error').length > 0, [...paths, ...gate].join(' ')).toBe(exitCode !== 0);
      }
    }
  });

  it('shows of what does not fail the gate only what was asked for', async () => {
    const run = await runOf('examples/marketplace-with-gaps', '--fail-on', 'never');
    expect(ofKind(readLog(render('github', run)).commands, 'warning').length).toBe(10);
    expect(readLog(render('github', run, { show: [] })).commands).toEqual([]);
  });

  it('holds hostile strings inert: no command more than there are annotations, each part as it was', async () => {
    const run = await hostileRun();
    for (const lang of ['zh', 'en'] as const) {
      for (const record of run.profiles) {
        const { commands, plain } = readLog(
          render('github', { ...run, profiles: [record], summary: { ...run.summary, emptySources: [] } }, { lang }),
        );
        expect(plain.length).toBe(2);
        expect(commands.length).toBeGreaterThan(0);
        for (const { kind, properties } of commands) {
          expect(['error', 'warning', 'notice']).toContain(kind);
          expect(properties['file']).toBe(spelt(record.path));
        }
        if (record.status === 'judged') {
          for (const { message } of ofKind(commands, 'error')) expect(message.startsWith(spelt(record.id))).toBe(true);
        }
      }
    }
    expect(HOSTILE.length * 2).toBe(run.profiles.length);
  });
});

describe('the escaping of workflow commands', () => {
  it('makes one line, without the separators, that unescapes to the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        for (const escaping of [escapeGithubMessage, escapeGithubProperty]) expect(escaping(text)).not.toMatch(/\p{Cc}(?<!\t)/u);
        expect(escapeGithubProperty(text)).not.toMatch(/[:,]/);
        expect(decode(escapeGithubMessage(text))).toBe(spelt(text));
        expect(decode(escapeGithubProperty(text).replaceAll('%3A', ':').replaceAll('%2C', ','))).toBe(spelt(text));
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckOptions } from '../../src/core/run.js';
import { escapeGithubMessage, escapeGithubProperty } from '../../src/report/escape.js';
import { inputsOf, type Judging, judgeFrozen } from '../support/frozen.js';
import { decode, ofKind, readLog } from '../support/github.js';
import { HOSTILE, hostileRun, spelt } from '../support/hostile.js';
import { frozenRun, render } from '../support/run.js';

describe('the run as annotations of GitHub', () => {
  it('is as it was: one profile, and a small batch', async () => {
    await expect(render('github', await frozenRun('zh', 'gaps'))).toMatchFileSnapshot('golden/gaps.zh.github.txt');
    const batch = inputsOf('compliant', 'invalid', 'half-filled');
    const run = await judgeFrozen(batch, { lang: 'en', options: { minCoverage: 80 } });
    await expect(render('github', run)).toMatchFileSnapshot('golden/batch.en.github.txt');
  });

  it('has at most ten of each kind, the worst of all, and says how many there are', async () => {
    const run = await frozenRun('en');
    const { commands, plain } = readLog(render('github', run));
    const failing = run.profiles.flatMap(({ findings }) =>
      findings.filter(({ verdict, duty }) => duty === 'mandatory' && (verdict === 'gap' || verdict === 'unknown')),
    );
    const errors = run.profiles.flatMap(({ problems }) => problems.filter(({ level }) => level === 'error'));
    for (const kind of ['error', 'warning', 'notice']) expect(ofKind(commands, kind).length).toBe(10);
    expect(plain.at(-1)).toContain(`errors ${failing.length + errors.length + run.summary.emptySources.length}`);
    expect(plain[0]).toMatch(/^FAILED: /);
    const half = await frozenRun('en', 'half-filled');
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
    const inputs: [string[], Judging?][] = [[['compliant']], [['gaps']], [['invalid']], [['bare']], [['missing']]];
    inputs.push([['compliant'], { emptySources: ['nothing'] }]);
    const gates: Partial<CheckOptions>[] = [{}, { failOn: [] }, { failOn: [], minCompliance: 90 }, { failDuty: 'encouraged' }];
    for (const [names, judging] of inputs) {
      for (const options of gates) {
        const run = await judgeFrozen(inputsOf(...names), { ...judging, options });
        const { commands } = readLog(render('github', run, { show: ['gap'] }));
        const what = JSON.stringify([names, judging, options]);
        expect(ofKind(commands, 'error').length > 0, what).toBe(run.summary.exitCode !== 0);
      }
    }
  });

  it('shows of what does not fail the gate only what was asked for', async () => {
    const run = await judgeFrozen(inputsOf('gaps'), { options: { failOn: [] } });
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

import type { Log, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { CheckOptions, Run } from '../../src/core/run.js';
import { inputsOf, judgeFrozen, profileText } from '../support/frozen.js';
import { HOSTILE, hostileRun, spelt } from '../support/hostile.js';
import { frozenRun, render, report } from '../support/run.js';
import { notesOf, printOf, readSarif, resultsOf } from '../support/sarif.js';

describe('the run as SARIF', () => {
  it('is as it was: one profile, and a small batch', async () => {
    await expect(render('sarif', await frozenRun('zh', 'gaps'))).toMatchFileSnapshot('golden/gaps.zh.sarif');
    const options = { rules: ['sellers/files-complete', 'sellers/files-rechecked'] };
    const batch = await judgeFrozen(inputsOf('compliant', 'invalid', 'half-filled'), { lang: 'en', options });
    await expect(render('sarif', batch)).toMatchFileSnapshot('golden/batch.en.sarif');
  });

  it('holds the gaps and what else the gate fails on, worst first, and nothing else', async () => {
    const gates: Partial<CheckOptions>[] = [{}, { failOn: ['gap'] }, { failDuty: 'expected' }, { failOn: ['manual'] }];
    for (const options of gates) {
      const run = await judgeFrozen(inputsOf('gaps', 'half-filled'), { options });
      const { failOn, failDuty } = run.header.options;
      const wanted = run.profiles.flatMap(({ findings }) =>
        findings.filter(
          ({ verdict, duty }) =>
            verdict === 'gap' || (failOn.includes(verdict) && (duty === 'mandatory' || (duty === 'expected' && failDuty === 'expected'))),
        ),
      );
      const results = resultsOf(readSarif(render('sarif', run)));
      expect(results.map(({ ruleId }) => ruleId).sort()).toEqual(wanted.map(({ rule }) => rule).sort());
      const levels = results.map(({ level }) => ['error', 'warning', 'note'].indexOf(level ?? ''));
      expect(levels).toEqual([...levels].sort());
      expect(new Set(results.map(printOf)).size).toBe(results.length);
    }
  });

  it('holds every finding with its kind where that is asked for, under the same fingerprints', async () => {
    const run = await frozenRun('zh', 'gaps', 'half-filled');
    const every = resultsOf(readSarif(render('sarif', run, { sarifAllKinds: true })));
    expect(every.length).toBe(run.profiles.reduce((count, { findings }) => count + findings.length, 0));
    const kinds = { pass: 'pass', gap: 'fail', unknown: 'open', manual: 'review', 'not-applicable': 'notApplicable' };
    for (const { kind, properties } of every) expect(kind).toBe(kinds[properties?.['verdict'] as keyof typeof kinds]);
    const some = resultsOf(readSarif(render('sarif', run)));
    const prints = new Map(every.map((each) => [printOf(each), each.ruleId]));
    for (const each of some) expect(prints.get(printOf(each))).toBe(each.ruleId);
    const { stdout } = await report(run, ['-f', 'sarif', '--sarif-all-kinds']);
    expect(resultsOf(readSarif(stdout)).some(({ kind }) => kind === 'pass')).toBe(true);
  });

  it('knows a finding again whose line has moved', async () => {
    const text = profileText('gaps');
    const resultsFor = async (declared: string): Promise<Result[]> =>
      resultsOf(readSarif(render('sarif', await judgeFrozen({ 'p.yaml': declared }))));
    const [before, after] = [await resultsFor(text), await resultsFor(`# one line\n# and another\n${text}`)];
    expect(after.map(printOf)).toEqual(before.map(printOf));
    const lines = (results: Result[]) => results.map((each) => each.locations?.[0]?.physicalLocation?.region?.startLine ?? 0);
    expect(lines(after)).toEqual(lines(before).map((line) => line + 2));
  });

  it('tells inputs of one identity apart', async () => {
    const text = profileText('gaps');
    const results = resultsOf(readSarif(render('sarif', await judgeFrozen({ 'a.yaml': text, 'b.yaml': text }))));
    expect(new Set(results.map(printOf)).size).toBe(results.length);
    expect(results.length).toBeGreaterThan(20);
  });

  it('points at every fact of a gap, and names the item', async () => {
    const run = await frozenRun('zh', 'gaps');
    const results = resultsOf(readSarif(render('sarif', run)));
    const recheck = results.find(({ ruleId }) => ruleId === 'sellers/files-rechecked');
    expect(recheck?.locations?.[0]?.physicalLocation?.region).toMatchObject({ startLine: 19, startColumn: 5 });
    expect(recheck?.relatedLocations?.map((each) => each.physicalLocation?.region?.startLine)).toEqual([20]);
    expect(recheck?.locations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName).toBe('sellers.records.recheck_months');
    const every = resultsOf(readSarif(render('sarif', run, { sarifAllKinds: true })));
    const items = run.profiles[0]?.findings.flatMap(({ item }) => item ?? []) ?? [];
    expect(items.length).toBeGreaterThan(0);
    expect(
      every
        .flatMap((each) => each.locations?.[0]?.logicalLocations?.filter(({ kind }) => kind === 'object').map(({ name }) => name) ?? [])
        .sort(),
    ).toEqual([...items].sort());
  });

  it('marks what is waived or known as suppressed', async () => {
    const run = await frozenRun('zh', 'gaps');
    for (const standing of ['waived', 'known'] as const) {
      const profiles = run.profiles.map((record) => ({ ...record, findings: record.findings.map((each) => ({ ...each, standing })) }));
      for (const { suppressions } of resultsOf(readSarif(render('sarif', { ...run, profiles })))) {
        expect(suppressions).toMatchObject([{ status: 'accepted' }]);
      }
    }
  });

  it('says of files that could not be judged what is wrong and where', async () => {
    const run = await judgeFrozen(inputsOf('invalid', 'missing'), { emptySources: ['nothing'] });
    const read_ = readSarif(render('sarif', run));
    expect(read_.invocations?.[0]).toMatchObject({ executionSuccessful: false, exitCode: 2 });
    const notes = notesOf(read_);
    expect(notes.length).toBe(run.profiles.reduce((count, { problems }) => count + problems.length, 0) + 1);
    expect(notes.every(({ level }) => level === 'error')).toBe(true);
    expect(notes.filter((each) => (each.locations?.[0]?.physicalLocation?.region?.startLine ?? 0) > 1).length).toBeGreaterThan(3);
    expect(readSarif(render('sarif', await frozenRun('zh', 'half-filled'))).invocations?.[0]).toMatchObject({
      executionSuccessful: true,
      exitCode: 1,
    });
  });

  it('keeps what is worst of more results than a code host takes, and says how many it left out', async () => {
    const run = await frozenRun('en', 'gaps');
    const [record] = run.profiles;
    if (record === undefined) throw new Error('no record');
    const many: Run = {
      ...run,
      profiles: Array.from({ length: 1200 }, (_, index) => ({ ...record, id: `p${index}`, path: `p${index}.yaml` })),
    };
    const log: Log = JSON.parse(render('sarif', many, { sarifAllKinds: true }));
    const results = log.runs[0]?.results ?? [];
    const gaps = record.findings.filter(({ verdict }) => verdict === 'gap').length;
    expect(results.length).toBe(25_000);
    expect(results.filter(({ kind }) => kind === 'fail').length).toBe(1200 * gaps);
    const leftOut = 1200 * record.findings.length - 25_000;
    expect(log.runs[0]?.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toContain(`${leftOut} results left out`);
  });

  it('writes paths as URI references', async () => {
    const run = await hostileRun();
    const uris = resultsOf(readSarif(render('sarif', run))).map(
      (each) => each.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '',
    );
    const decoded = new Set(uris.map(decodeURIComponent));
    for (const text of HOSTILE) expect(decoded).toContain(text.slice(0, 4096).replace(/\p{Surrogate}/gu, '\ufffd'));
    expect(Math.max(...uris.map(({ length }) => length))).toBeLessThan(65_520);
    for (const uri of uris) expect(uri).toMatch(/^[A-Za-z0-9\-._~!$&'()*+;=@%/]+$/);
  });

  it('holds hostile strings whole and inert', async () => {
    const run = await hostileRun();
    for (const lang of ['zh', 'en'] as const) {
      const results = resultsOf(readSarif(render('sarif', run, { lang, sarifAllKinds: true })));
      const notes = notesOf(readSarif(render('sarif', run, { lang })));
      const messages = [...results, ...notes].map(({ message }) => message.text ?? '');
      for (const message of messages) {
        expect(message).not.toMatch(/\]\(/);
        expect(message.replaceAll('{{', '').replaceAll('}}', '')).not.toMatch(/[{}]/);
        expect(message).not.toMatch(/\p{Surrogate}/u);
      }
      const plain = messages.map((message) => message.replaceAll('{{', '{').replaceAll('}}', '}').replaceAll('] (', ']('));
      for (const text of HOSTILE) expect(plain.some((message) => message.includes(spelt(text).replaceAll('] (', '](')))).toBe(true);
    }
  });
});

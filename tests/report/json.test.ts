import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { folderWith, hegui } from '../support/cli.js';
import { frozenRun, render } from '../support/run.js';

const ALL = ['examples', 'no-such-file.yaml'];

async function run(...argv: string[]) {
  const { stdout } = await hegui(['check', ...argv, '-f', 'json', '--as-of', '2026-11-23']);
  return JSON.parse(stdout);
}

describe('the run as JSON', () => {
  it('fits the schema that hegui prints, for every example and a missing file', async () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse((await hegui(['schema', 'run'])).stdout));
    const document = await run(...ALL);
    expect(document.profiles.length).toBeGreaterThan(12);
    expect(validate(document), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  });

  it('has one record per input, in code-unit order of the paths', async () => {
    const paths: string[] = (await run(...ALL)).profiles.map((each: { path: string }) => each.path);
    expect(paths).toEqual([...paths].sort());
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toContain('no-such-file.yaml');
  });

  it('counts rules, not items, and every rule once', async () => {
    const document = JSON.parse(render('json', await frozenRun('zh')));
    const total = Object.keys(document.catalog.rules).length - 1;
    expect(document.profiles[0].upcoming).toHaveLength(1);
    for (const profile of document.profiles.filter((each: { status: string }) => each.status === 'judged')) {
      const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((a, b) => a + b, 0);
      const areas = Object.values(profile.areas as Record<string, { counts: Record<string, number> }>);
      expect(sum(profile.counts) + sum(profile.encouraged ?? {})).toBe(total);
      expect(areas.map((area) => sum(area.counts)).reduce((a, b) => a + b, 0)).toBe(sum(profile.counts));
    }
  });

  it('cites bases that exist in the catalog, and gives every gap a line, a fact and words', async () => {
    const document = JSON.parse(render('json', await frozenRun('zh')));
    let gaps = 0;
    for (const profile of document.profiles) {
      for (const finding of profile.findings ?? []) {
        const rule = document.catalog.rules.find(({ id }: { id: string }) => id === finding.rule);
        for (const { instrument } of rule.basis) expect(document.catalog.instruments[instrument]).toBeDefined();
        if (finding.verdict !== 'gap') continue;
        gaps += 1;
        expect(finding.at.line).toBeGreaterThan(0);
        expect(finding.facts.length).toBeGreaterThan(0);
        for (const part of finding.parts) expect(part.message).toMatch(/^[^{}]+$/);
      }
    }
    expect(gaps).toBeGreaterThan(20);
  });

  it('differs between the languages in its messages alone', async () => {
    const zh = JSON.parse(render('json', await frozenRun('zh')));
    const en = JSON.parse(render('json', await frozenRun('en')));
    const silent = (key: string, value: unknown): unknown => (key === 'message' || key === 'lang' ? null : value);
    expect(JSON.stringify(zh, silent)).toBe(JSON.stringify(en, silent));
    expect(JSON.stringify(zh)).not.toBe(JSON.stringify(en));
  });

  it('gives one identity and one facts digest to one declaration in two spellings', async () => {
    const folder = folderWith({
      'a.yaml': 'hegui: 1\nid: x\nplatform:\n  trade: [goods, services, financial, content]\n',
      'b.yaml': 'platform: { trade: { content: true, financial: true, services: true, goods: true } }\nid: x\nhegui: 1\n',
    });
    const [a, b] = (await run(folder)).profiles;
    expect([a.id, a.idFrom]).toEqual(['x', 'id']);
    expect(a.factsDigest).toBe(b.factsDigest);
    expect(a.digest).not.toBe(b.digest);
  });
});

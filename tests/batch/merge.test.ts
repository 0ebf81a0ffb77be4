import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shardOf } from '../../src/batch/shard.js';
import { folderWith, hegui } from '../support/cli.js';

const GOOD = readFileSync('examples/compliant-marketplace/profile.yaml', 'utf8');
const GAPS = readFileSync('examples/marketplace-with-gaps/profile.yaml', 'utf8');
const AS_OF = ['--as-of', '2026-11-23', '--lang', 'en', '--quiet'];

/** Good, broken, hostile, empty and missing profiles, some of one identity, and a folder that yields nothing. */
function batch(): { root: string; args: string[] } {
  const root = folderWith({
    'a.yaml': GOOD,
    'b/empty.yaml': '',
    'b/c.yaml': 'hegui: 1\nid: same\noperator: { name: "\\u001b[31m\\u202e" }\n',
    'b/d.yaml': '['.repeat(3000),
    'e.yaml': GAPS,
    'f.yaml': 'hegui: 1\nid: same\n',
    '甲.yaml': GAPS,
  });
  mkdirSync(`${root}/nothing`);
  return { root, args: [root, `${root}/nothing`, `${root}/gone.yaml`] };
}

/** Writes the shards of a run; gives their paths. */
async function shards(args: readonly string[], root: string, of: number, more: readonly string[] = []): Promise<string[]> {
  const paths = Array.from({ length: of }, (_, index) => `${root}/shard-${index + 1}-${of}.ndjson`);
  for (const [index, path] of paths.entries()) {
    await hegui(['check', ...args, ...AS_OF, '--shard', `${index + 1}/${of}`, '-o', `ndjson=${path}`, ...more]);
  }
  return paths;
}

/** A saved run as it is left by a kill in the middle of its summary. */
function cutOff(path: string): string {
  const text = readFileSync(path, 'utf8');
  return text.slice(0, text.lastIndexOf('{"record":"summary"') + 30);
}

describe('a shard', () => {
  it('is the same for a path on every machine, and shards are of about one size', () => {
    expect(['profiles/a.yaml', 'profiles/甲.yaml', '-', ''].map((path) => shardOf(path, 7))).toEqual([6, 7, 1, 2]);
    const sizes = [0, 0, 0, 0];
    for (let index = 0; index < 4000; index += 1)
      sizes[shardOf(`p/${index}.yaml`, 4) - 1] = (sizes[shardOf(`p/${index}.yaml`, 4) - 1] ?? 0) + 1;
    for (const size of sizes) expect(size).toBeGreaterThan(900);
  });

  it('of a run that has inputs elsewhere is a whole run without records, and passes', async () => {
    const root = folderWith({ 'a.yaml': GOOD });
    const own = shardOf(`${root}/a.yaml`, 2);
    const ran = await hegui(['check', root, ...AS_OF, '--shard', `${3 - own}/2`, '-f', 'ndjson']);
    const lines = ran.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(ran.exitCode).toBe(0);
    expect(lines.map(({ record }) => record)).toEqual(['run', 'summary']);
    expect(lines[0].shard).toEqual({ index: 3 - own, of: 2, count: 0 });
    expect(lines[0].inputs.count).toBe(1);
    expect((await hegui(['check', folderWith({}), ...AS_OF, '--shard', '1/2', '-f', 'ndjson'])).exitCode).toBe(3);
  });

  it.each(['0/2', '3/2', '1', '1/0', 'a/b', '1/2/3'])('cannot be %s', async (shard) => {
    const ran = await hegui(['check', 'examples', '--shard', shard, '--lang', 'en']);
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toContain('--shard');
  });
});

describe('merged shards', () => {
  it.each([1, 2, 3, 9])('%d of them are the bytes and the exit code of the run that was not divided', { timeout: 60_000 }, async (of) => {
    const { root, args } = batch();
    const whole = await hegui(['check', ...args, ...AS_OF, '-f', 'ndjson']);
    const paths = await shards(args, root, of);
    const merged = await hegui(['merge', ...paths.reverse(), '--lang', 'en', '--quiet']);
    expect(merged.stdout === whole.stdout).toBe(true);
    expect([merged.exitCode, merged.stderr]).toEqual([whole.exitCode, '']);
    const table = await hegui(['merge', ...paths, '-f', 'table', '--quiet']);
    expect(table.stdout).toBe((await hegui(['check', ...args, ...AS_OF])).stdout);
  });

  it('recompute the gate that each shard had for itself', async () => {
    const { root } = batch();
    const args = [`${root}/a.yaml`, `${root}/e.yaml`];
    const paths = await shards(args, root, 2);
    expect((await hegui(['merge', ...paths, '--quiet'])).exitCode).toBe(1);
    const lenient = await shards(args, root, 2, ['--fail-on', 'never']);
    expect((await hegui(['merge', ...lenient, '--quiet'])).exitCode).toBe(0);
  });

  it('are refused when one is missing, twice, unfinished, of another run, or holds a path of another', async () => {
    const { root, args } = batch();
    const [one = '', two = '', three = ''] = await shards(args, root, 3);
    const refused = async (paths: string[], ...more: string[]): Promise<string> => {
      const ran = await hegui(['merge', ...paths, '-o', `ndjson=${root}/out.ndjson`, '--lang', 'en', ...more]);
      expect(ran.exitCode).toBe(2);
      expect(() => readFileSync(`${root}/out.ndjson`)).toThrow();
      return ran.stderr;
    };
    expect(await refused([one, three])).toContain('Shard 2/3 is missing');
    expect(await refused([one, two, three, two])).toContain('both are shard 2');
    const [other = ''] = await shards(args, folderWith({}), 3, ['--fail-on', 'gap']);
    expect(await refused([other, two, three])).toContain('differ in "options"');
    const [half = ''] = await shards(args, root, 2);
    expect(await refused([half, two, three])).toContain('differ in "shard"');
    writeFileSync(`${root}/cut.ndjson`, cutOff(two));
    expect(await refused([one, `${root}/cut.ndjson`, three])).toContain('cut off');
    const run = `${root}/whole.ndjson`;
    await hegui(['check', ...args, ...AS_OF, '-o', `ndjson=${run}`]);
    writeFileSync(`${root}/copy.ndjson`, readFileSync(run));
    expect(await refused([run, `${root}/copy.ndjson`])).toContain('stands in both');
    const [header, first, second, ...rest] = readFileSync(run, 'utf8').split('\n');
    writeFileSync(run, [header, second, first, ...rest].join('\n'));
    expect(await refused([run])).toContain('not in the order of its paths');
  });

  it('are accepted with what is missing or unfinished if asked, and the result says so', async () => {
    const { root, args } = batch();
    const [one = '', two = '', three = ''] = await shards(args, root, 3);
    writeFileSync(two, cutOff(two));
    const merged = await hegui(['merge', one, two, '--partial', '--lang', 'en']);
    const lines = merged.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ shard: null, shards: 3, missingShards: [3] });
    expect(lines.at(-1)).toMatchObject({ record: 'summary', exitCode: 2, gate: { passed: false } });
    expect(
      lines
        .at(-1)
        .gate.reasons.map(({ code }: { code: string }) => code)
        .slice(0, 2),
    ).toEqual(['shards-missing', 'cut-off']);
    expect(merged.stderr).toContain(`${two} was cut off`);
    const table = await hegui(['merge', one, three, '--partial', '-f', 'table', '--lang', 'en']);
    expect(table.stdout.split('\n')[0]).toBe('Compliance gap report (not whole)');
    expect(table.stdout).toContain('shards are missing: 2 of 3');
    expect([merged.exitCode, table.exitCode]).toEqual([2, 2]);
  });
});

describe('a saved run', () => {
  it('is shown as check would have shown it, in either language and every format, from NDJSON, JSON or standard input', async () => {
    const { args } = batch();
    const root = folderWith({});
    for (const inputs of [args, ['examples/marketplace-with-gaps/profile.yaml']]) {
      const argv = ['check', ...inputs, '--as-of', '2026-11-23', '--quiet'];
      await hegui([...argv, '--lang', 'zh', '-o', `ndjson=${root}/run.ndjson`, '-o', `json=${root}/run.json`]);
      for (const lang of ['zh', 'en']) {
        for (const format of ['table', 'json', 'ndjson']) {
          const checked = await hegui([...argv, '--lang', lang, '-f', format, '--show', 'all']);
          for (const saved of [`${root}/run.ndjson`, `${root}/run.json`, '-']) {
            const stdin = readFileSync(`${root}/run.ndjson`);
            const shown = await hegui(['report', saved, '--lang', lang, '-f', format, '--show', 'all'], { stdin });
            expect(shown.stdout === checked.stdout, `${format} in ${lang} from ${saved}`).toBe(true);
            expect([shown.exitCode, shown.stderr]).toEqual([0, '']);
          }
        }
      }
    }
  });

  it('speaks the language of the run unless another is asked for', async () => {
    const folder = folderWith({});
    await hegui(['check', 'examples/half-filled/profile.yaml', '--lang', 'en', '-o', `ndjson=${folder}/run.ndjson`]);
    expect((await hegui(['report', `${folder}/run.ndjson`], { env: { LANG: 'zh_CN.UTF-8' } })).stdout).toMatch(/^Compliance gap report/);
    expect((await hegui(['report', `${folder}/run.ndjson`, '--lang', 'zh'])).stdout).toMatch(/^合规缺口报告/);
  });

  it('that is none, broken, or of another version is refused with its line', async () => {
    const folder = folderWith({});
    await hegui(['check', 'examples/half-filled/profile.yaml', '--lang', 'en', '-o', `ndjson=${folder}/run.ndjson`]);
    const [header = '', record = '', summary = ''] = readFileSync(`${folder}/run.ndjson`, 'utf8').split('\n');
    const told = async (content: string): Promise<string> => {
      writeFileSync(`${folder}/x.ndjson`, content);
      const ran = await hegui(['report', `${folder}/x.ndjson`, '--lang', 'en']);
      expect([ran.exitCode, ran.stdout]).toEqual([2, '']);
      return ran.stderr;
    };
    expect(await told('')).toContain('is not what hegui check');
    expect(await told('hegui: 1\n')).toContain('is not what hegui check');
    expect(await told('{"profiles":[]}')).toContain('does not fit');
    expect(await told(`${header.replace('"schemaVersion":2', '"schemaVersion":3')}\n`)).toContain('later version');
    expect(await told(`${header.replace('"schemaVersion":2', '"schemaVersion":1')}\n`)).toContain('run hegui check of this version');
    expect(await told(`${header}\n${record.replace('"unknown":[[', '"unknown":[[99999,')}\n${summary}\n`)).toContain('line 2 does not fit');
    expect(await told(`${header}\n${record.replace('"findings":[', '"findings":[7,')}\n${summary}\n`)).toContain('line 2 does not fit');
    expect(await told(`${header}\nnull\n${summary}\n`)).toContain('line 2 is not what');
    expect(await told(`${header}\n${summary}\n${record}\n`)).toContain('line 3 is not what');
    expect((await hegui(['report', `${folder}/none`, '--lang', 'en'])).stderr).toContain('ENOENT');
  });

  it("of anybody's making is never taken at its word: what does not fit is refused, the rest is shown without harm", {
    timeout: 60_000,
  }, async () => {
    const folder = folderWith({});
    await hegui(['check', 'examples/marketplace-with-gaps/profile.yaml', '--lang', 'en', '-o', `json=${folder}/run.json`]);
    const document = JSON.parse(readFileSync(`${folder}/run.json`, 'utf8'));
    const odd = fc.constantFrom<unknown>(null, -1, 1e99, '', '__proto__', 'toString', '\u001b[31m', [], {}, [null], { zh: 1 }, true);
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), odd, async (choices, value) => {
        const copy = structuredClone(document);
        let at = copy;
        for (;;) {
          const keys = Object.keys(at);
          const key = keys[(choices.next().value ?? 0) % Math.max(1, keys.length)] ?? 'x';
          if (typeof at[key] !== 'object' || at[key] === null || Object.keys(at[key]).length === 0) {
            at[key] = value;
            break;
          }
          at = at[key];
        }
        writeFileSync(`${folder}/x.json`, JSON.stringify(copy));
        for (const format of ['table', 'ndjson']) {
          const ran = await hegui(['report', `${folder}/x.json`, '-f', format, '--lang', 'en', '--show', 'all']);
          expect(ran.stderr).not.toContain('nternal');
          expect([0, 2]).toContain(ran.exitCode);
          expect(ran.stdout).not.toContain('\u001b');
        }
      }),
      { numRuns: 60 },
    );
  });
});

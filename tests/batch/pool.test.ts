import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogOf, headerOf } from '../../src/assess/catalog.js';
import { Judge, type JudgedInput } from '../../src/batch/judge.js';
import { judgeInOrder, type PoolPlan } from '../../src/batch/pool.js';
import type { Source } from '../../src/batch/source.js';
import { nodeHost } from '../../src/io/host.js';
import { makeEngine, rulesOf } from '../../src/pipeline.js';
import { loadEngine, loadWords } from '../../src/rules/builtin.js';
import { profileValidator } from '../../src/schema/generated.js';
import { folderWith, hegui } from '../support/cli.js';
import { DEFAULTS } from '../support/verdicts.js';

const GOOD = readFileSync('examples/compliant-marketplace/profile.yaml', 'utf8');
const GAPS = readFileSync('examples/marketplace-with-gaps/profile.yaml', 'utf8');
const BIN = join(process.cwd(), 'bin/hegui.js');

/** Good, broken, hostile, empty, large and unreadable profiles among one another, some of one identity. */
function mixed(times: number): string {
  const files: Record<string, string | Uint8Array> = {};
  for (let round = 0; round < times; round += 1) {
    Object.assign(files, {
      [`${round}/a.yaml`]: GOOD,
      [`${round}/b.yaml`]: '',
      [`${round}/c.yaml`]: `hegui: 1\nid: same\noperator: { name: "\\u001b[31m\\u202e${round}" }\n`,
      [`${round}/d.json`]: '['.repeat(5000),
      [`${round}/e.yaml`]: new Uint8Array([0xff, 0x00, 0xc3, round]),
      [`${round}/f.yaml`]: GAPS,
      [`${round}/g.yaml`]: `hegui: 1\nextensions: { x: [${'1,'.repeat(40_000)}1] }\n`,
      [`${round}/h.yaml`]: 'x'.repeat(1_048_577),
    });
  }
  const root = folderWith(files);
  mkdirSync(`${root}/folder.yaml`);
  return root;
}

describe('a batch on several threads', () => {
  it('gives the same bytes as on one, in every format', { timeout: 60_000 }, async () => {
    const root = mixed(4);
    for (const format of ['ndjson', 'json', 'table']) {
      const argv = ['check', root, `${root}/gone.yaml`, '-f', format, '--quiet', '--as-of', '2026-11-23'];
      const alone = await hegui([...argv, '--jobs', '0']);
      expect(alone.exitCode).toBe(2);
      for (const jobs of ['1', '3']) {
        const ran = await hegui([...argv, '--jobs', jobs]);
        expect(ran.stdout === alone.stdout, `${format} by ${jobs}`).toBe(true);
        expect([ran.exitCode, ran.stderr]).toEqual([alone.exitCode, alone.stderr]);
      }
    }
  });

  it('gives the same bytes for records that arrive as NDJSON, and when it is resumed', { timeout: 60_000 }, async () => {
    const lines = Array.from({ length: 30 }, (_, index) =>
      index % 7 === 3 ? '{"broken"' : JSON.stringify({ path: `p${index}.yaml`, text: index % 2 === 0 ? GOOD : GAPS }),
    );
    const argv = ['check', '-', '--input', 'ndjson', '-f', 'ndjson', '--quiet', '--as-of', '2026-11-23'];
    const world = { stdin: lines.join('\n') };
    const alone = await hegui([...argv, '--jobs', '0'], world);
    expect((await hegui([...argv, '--jobs', '2'], world)).stdout === alone.stdout).toBe(true);

    const root = mixed(2);
    const run = ['check', root, '--quiet', '--as-of', '2026-11-23'];
    const whole = (await hegui([...run, '-f', 'ndjson', '--jobs', '0'])).stdout;
    writeFileSync(`${root}/saved.ndjson`, Buffer.from(whole).subarray(0, whole.length / 2));
    await hegui([...run, '--resume', `${root}/saved.ndjson`, '--jobs', '2']);
    expect(readFileSync(`${root}/saved.ndjson`, 'utf8') === whole).toBe(true);
  });
});

const { pack, vocabulary } = loadEngine();
const engine = makeEngine({ pack, vocabulary, validator: profileValidator(), host: nodeHost }, '2026-11-23', {
  ...DEFAULTS,
  areas: ['complaint-handling'],
});
const header = headerOf(engine, catalogOf(rulesOf(engine), pack, loadWords()), {
  lang: 'en',
  version: '9.9.9',
  shard: null,
  inputs: null,
});
const wanted = { line: true, record: 'none' } as const;
const judge = new Judge(engine, header, wanted);

function plan(given: Partial<PoolPlan>, version = '9.9.9'): PoolPlan {
  const { asOf, options } = engine;
  const orders = { pack, vocabulary, asOf, options, header: { ...header, tool: { ...header.tool, version } }, wanted };
  return { program: join(process.cwd(), 'tests/batch/fixtures/faulty-worker.cjs'), jobs: 2, from: 0, orders, patience: 20_000, ...given };
}

async function* sourcesOf(paths: readonly string[], onTaken: (count: number) => void = () => undefined): AsyncGenerator<Source> {
  for (const [index, path] of paths.entries()) {
    onTaken(index + 1);
    yield { path, read: { bytes: Buffer.from('hegui: 1\n') } };
  }
}

async function judged(
  paths: readonly string[],
  given: PoolPlan,
  signal = new AbortController().signal,
  onJudged: (so: number) => void = () => undefined,
): Promise<JudgedInput[]> {
  const results: JudgedInput[] = [];
  for await (const each of judgeInOrder(sourcesOf(paths), paths.length, judge, given, signal)) {
    results.push(each);
    onJudged(results.length);
  }
  return results;
}

const numbered = (count: number, name = (index: number): string => `p${index}`): string[] =>
  Array.from({ length: count }, (_, index) => name(index));

describe('a worker that breaks down', () => {
  it.each(['exits', 'throws', 'hangs'])('and %s costs the profile it was judging, and no other', async (fault) => {
    const paths = numbered(40, (index) => (index % 11 === 5 ? `p${index}-${fault}` : `p${index}`));
    const results = await judged(paths, plan({ patience: fault === 'hangs' ? 500 : 20_000 }));
    expect(results.map(({ tally }) => tally.path)).toEqual(paths);
    const lost = results.filter(({ tally }) => tally.status === 'internal-error').map(({ tally }) => tally.path);
    expect(lost).toEqual(paths.filter((path) => path.includes(fault)));
    const line = JSON.parse(new TextDecoder().decode(results[5]?.line ?? undefined));
    expect(line).toMatchObject({ path: `p5-${fault}`, status: 'internal-error', gate: { passed: false } });
  });

  it('gives one record for each input in their order, wherever the faults fall', async () => {
    const fault = fc.constantFrom('', '', '', '', '-exits', '-throws');
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 25 }), fc.integer({ min: 1, max: 3 }), async (faults, jobs) => {
        const paths = faults.map((each, index) => `p${index}${each}`);
        const results = await judged(paths, plan({ jobs }));
        expect(results.map(({ tally }) => [tally.path, tally.status === 'internal-error'])).toEqual(
          paths.map((path) => [path, path.includes('-')]),
        );
      }),
      { numRuns: 10 },
    );
  }, 60_000);

  it('before it has started leaves the work to this thread', async () => {
    const paths = numbered(10);
    const results = await judged(paths, plan({}, 'never starts'));
    expect(results.map(({ tally }) => [tally.path, tally.status])).toEqual(paths.map((path) => [path, 'judged']));
  });
});

describe('the memory of a batch', () => {
  it('is bounded however slow the consumer is', async () => {
    let taken = 0;
    const ahead: number[] = [];
    let given = 0;
    const sources = sourcesOf(numbered(300), (count) => {
      taken = count;
    });
    for await (const { tally } of judgeInOrder(sources, 300, judge, plan({}), new AbortController().signal)) {
      given += 1;
      expect(tally.path).toBe(`p${given - 1}`);
      // Long enough for the workers to finish all that they were given.
      if (given === 10) await settled(() => taken);
      ahead.push(taken - given);
    }
    expect(given).toBe(300);
    expect(Math.max(...ahead)).toBeLessThanOrEqual(64);
    expect(Math.max(...ahead)).toBeGreaterThan(16);
  });
});

/** Waits until a number has stayed the same over many turns of the event loop. */
async function settled(of: () => number): Promise<void> {
  for (let same = 0, last = of(); same < 2000; ) {
    await new Promise((resolve) => setImmediate(resolve));
    same = of() === last ? same + 1 : 0;
    last = of();
  }
}

describe('an interrupted batch', () => {
  it('ends after what is judged in unbroken order', async () => {
    const interrupt = new AbortController();
    const paths = numbered(300);
    const results = await judged(paths, plan({}), interrupt.signal, (so) => {
      if (so === 20) interrupt.abort();
    });
    expect(results.length).toBeGreaterThanOrEqual(20);
    expect(results.length).toBeLessThan(300);
    expect(results.map(({ tally }) => tally.path)).toEqual(paths.slice(0, results.length));
  });

  it.each(['0', '2'])(
    'with --jobs %s says how far it got, exits 130, and what it wrote can be continued',
    { timeout: 60_000 },
    async (jobs) => {
      const root = folderWith(
        Object.fromEntries(numbered(200, (index) => `p${String(index).padStart(3, '0')}.yaml`).map((name) => [name, GAPS])),
      );
      const argv = [BIN, 'check', root, '--as-of', '2026-11-23', '--lang', 'en', '--jobs', jobs];
      const child = spawn(process.execPath, [...argv, '-f', 'ndjson', '-o', `table=${root}/report.txt`], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (data: string) => {
        if (stdout === '') child.kill('SIGINT');
        stdout += data;
      });
      child.stderr.setEncoding('utf8').on('data', (data: string) => {
        stderr += data;
      });
      expect(await new Promise((resolve) => child.on('close', resolve))).toBe(130);
      const lines = stdout.split('\n');
      expect(lines.pop()).toBe('');
      expect(lines.length).toBeLessThan(200);
      expect(lines.slice(1).map((line) => JSON.parse(line).record)).toEqual(lines.slice(1).map(() => 'profile'));
      expect(stderr).toContain(`Interrupted: ${lines.length - 1} of 200 profiles judged.`);
      expect(() => readFileSync(`${root}/report.txt`)).toThrow();
      writeFileSync(`${root}/run.ndjson`, stdout);
      spawnSync(process.execPath, [...argv, '--resume', `${root}/run.ndjson`, '--quiet']);
      spawnSync(process.execPath, [...argv, '-o', `ndjson=${root}/whole.ndjson`, '--quiet']);
      expect(readFileSync(`${root}/run.ndjson`).equals(readFileSync(`${root}/whole.ndjson`))).toBe(true);
    },
  );
});

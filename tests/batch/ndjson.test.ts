import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folderWith, hegui } from '../support/cli.js';

const GOOD = readFileSync('examples/compliant-marketplace/profile.yaml', 'utf8');
const GAPS = readFileSync('examples/marketplace-with-gaps/profile.yaml', 'utf8');
const BIN = join(process.cwd(), 'bin/hegui.js');
const AS_OF = ['--as-of', '2026-11-23', '--lang', 'en', '--quiet'];
/** Few rules, so that a run is small enough to be cut at every byte. */
const FEW = ['--area', 'complaint-handling', ...AS_OF];

/** Good, broken, hostile, empty and missing profiles side by side. */
function batch(): string {
  return folderWith({
    'a.yaml': GOOD,
    'b.yaml': '',
    'c.yaml': 'hegui: 1\noperator: { name: "\\u001b[31m\\u202e" }\n',
    'd.yaml': `[${'['.repeat(5000)}`,
    'e.yaml': new Uint8Array([0xff, 0x00, 0xc3]),
    'f.yaml': GAPS,
    'g.yaml': 'x'.repeat(1_048_577),
    'h.yaml': GOOD,
  });
}

const linesOf = (text: string): string[] => text.split('\n').slice(0, -1);

describe('a run as NDJSON', () => {
  it('is a header, one record per input in order, and a summary: the same as the JSON document', async () => {
    const root = batch();
    const [header, ...rest] = linesOf((await hegui(['check', root, '-f', 'ndjson', ...AS_OF])).stdout).map((line) => JSON.parse(line));
    const document = JSON.parse((await hegui(['check', root, '-f', 'json', ...AS_OF])).stdout);
    const summary = rest.pop();
    const { profiles, summary: whole, ...head } = document;
    expect(header).toEqual({ record: 'run', ...head });
    expect(rest).toEqual(profiles);
    expect(summary).toEqual({ record: 'summary', ...whole });
    expect(rest.map(({ status }) => status)).toEqual([
      'judged',
      'invalid',
      'judged',
      'invalid',
      'invalid',
      'judged',
      'unreadable',
      'judged',
    ]);
  });

  it('fits the schema that hegui prints, line by line', async () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const schema = JSON.parse((await hegui(['schema', 'run'])).stdout);
    const profile = ajv.compile(schema.properties.profiles.items);
    const summary = ajv.compile(schema.properties.summary);
    const [, ...rest] = linesOf((await hegui(['check', batch(), '-f', 'ndjson', ...AS_OF])).stdout).map((line) => JSON.parse(line));
    expect(summary(rest.pop())).toBe(true);
    for (const each of rest) expect(profile(each), JSON.stringify(profile.errors)).toBe(true);
  });

  it('goes to several outputs at once, whole reports beside it; one that fails does not stop the others', async () => {
    const root = batch();
    const out = folderWith({});
    mkdirSync(`${out}/taken`);
    const argv = [
      'check',
      root,
      ...AS_OF,
      '-f',
      'ndjson',
      '-o',
      `ndjson=${out}/deep/run.ndjson`,
      '-o',
      `ndjson=${out}/taken`,
      '-o',
      `table=${out}/report.txt`,
    ];
    const { stdout, stderr, exitCode } = await hegui(argv);
    expect(readFileSync(`${out}/deep/run.ndjson`, 'utf8')).toBe(stdout);
    expect(readFileSync(`${out}/report.txt`, 'utf8')).toContain('8 profiles');
    expect(stderr).toContain(`${out}/taken cannot be written (EISDIR)`);
    expect(exitCode).toBe(2);
  });

  it('on a full disk leaves whole lines, says so and exits 2', async () => {
    const { stderr, exitCode } = await hegui(['check', batch(), '-o', 'ndjson=/dev/full', ...AS_OF]);
    expect([exitCode, stderr]).toEqual([2, 'hegui: /dev/full cannot be written (ENOSPC).\n']);
  });

  it('to a reader that goes away ends quietly with 2', async () => {
    const child = spawn(process.execPath, [BIN, 'check', batch(), '-f', 'ndjson', ...AS_OF], { stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdout.destroy();
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, stderr]).toEqual([2, '']);
  });

  it('killed at any moment is valid up to its last newline', async () => {
    const root = folderWith(Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`p${index}.yaml`, GOOD])));
    const child = spawn(process.execPath, [BIN, 'check', root, '-f', 'ndjson', ...AS_OF], { stdio: ['ignore', 'pipe', 'ignore'] });
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
      if (out.length > 1_000_000) child.kill('SIGKILL');
    });
    await new Promise((resolve) => child.on('close', resolve));
    const lines = out.slice(0, out.lastIndexOf('\n') + 1);
    expect(
      linesOf(lines)
        .map((line) => JSON.parse(line).record)
        .slice(0, 2),
    ).toEqual(['run', 'profile']);
    expect(lines.length).toBeGreaterThan(400_000);
  });
});

describe('--resume', () => {
  async function wholeRun(root: string): Promise<string> {
    return (await hegui(['check', root, '-f', 'ndjson', ...FEW])).stdout;
  }

  it('without a saved run starts one', async () => {
    const root = batch();
    const file = `${folderWith({})}/sub/run.ndjson`;
    const { exitCode, stdout } = await hegui(['check', root, '--resume', file, ...FEW]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(readFileSync(file, 'utf8')).toBe(await wholeRun(root));
  });

  it('cut at any byte becomes the same bytes as an uninterrupted run, with the same exit code', async () => {
    const root = batch();
    const whole = await wholeRun(root);
    const bytes = Buffer.from(whole);
    const file = `${folderWith({})}/run.ndjson`;
    const ends = [...whole.matchAll(/\n/g)].map(({ index }) => Buffer.byteLength(whole.slice(0, index)));
    const cuts = fc.oneof(
      fc.integer({ min: 0, max: bytes.length }),
      fc.constantFrom(...ends.flatMap((end) => [end - 1, end, end + 1, end + 2])),
    );
    await fc.assert(
      fc.asyncProperty(cuts, async (cut) => {
        writeFileSync(file, bytes.subarray(0, cut));
        const { exitCode } = await hegui(['check', root, '--resume', file, ...FEW]);
        // Compared as a truth, since a failure would print megabytes.
        expect([cut, exitCode, readFileSync(file, 'utf8') === whole]).toEqual([cut, 2, true]);
      }),
      { numRuns: 60 },
    );
  });

  it('judges again from the first input that changed, came or went, or could not be read', async () => {
    const root = batch();
    const file = `${folderWith({})}/run.ndjson`;
    await hegui(['check', root, '--resume', file, ...FEW]);
    const change: [name: string, make: () => void][] = [
      ['changed', () => writeFileSync(`${root}/f.yaml`, GOOD)],
      ['came', () => writeFileSync(`${root}/aa.yaml`, 'hegui: 1\n')],
      ['went', () => rmSync(`${root}/c.yaml`)],
      ['at the end', () => writeFileSync(`${root}/z.yaml`, 'hegui: 1\n')],
      ['readable now', () => writeFileSync(`${root}/g.yaml`, 'hegui: 1\n')],
    ];
    for (const [name, make] of change) {
      make();
      await hegui(['check', root, '--resume', file, ...FEW]);
      expect(readFileSync(file, 'utf8'), name).toBe(await wholeRun(root));
    }
  });

  it('keeps records without judging them again', async () => {
    const root = batch();
    const file = `${folderWith({})}/run.ndjson`;
    await hegui(['check', root, '--resume', file, ...FEW]);
    const marked = readFileSync(file, 'utf8').replace('"record":"profile",', '"record":"profile","kept":true,');
    writeFileSync(file, marked);
    appendFileSync(`${root}/h.yaml`, '# changed\n');
    await hegui(['check', root, '--resume', file, ...FEW]);
    expect(readFileSync(file, 'utf8')).toContain('"kept":true');
  });

  it.each([
    ['another date', ['--area', 'complaint-handling', '--as-of', '2026-11-22', '--lang', 'en'], '"asOf"'],
    ['another language', ['--area', 'complaint-handling', '--as-of', '2026-11-23', '--lang', 'zh'], 'lang'],
    ['another gate', [...FEW, '--fail-on', 'gap'], '"options"'],
    ['another selection', ['--area', 'data-security', ...AS_OF], '"options"'],
  ])('refuses a run of %s, names the field and leaves the file alone', async (_name, argv, field) => {
    const root = batch();
    const file = `${folderWith({})}/run.ndjson`;
    await hegui(['check', root, '--resume', file, ...FEW]);
    truncateSync(file, readFileSync(file).length - 10);
    const before = readFileSync(file, 'utf8');
    const { exitCode, stderr } = await hegui(['check', root, '--resume', file, ...argv]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(field);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('never writes over a file that is no run', async () => {
    const root = batch();
    for (const content of ['hegui: 1\n', '{"record":"profile"}\n', 'no newline', '[]\n']) {
      const file = join(folderWith({ 'precious.yaml': content }), 'precious.yaml');
      const { exitCode, stderr } = await hegui(['check', root, '--resume', file, ...FEW]);
      expect([exitCode, readFileSync(file, 'utf8')]).toEqual([2, content]);
      expect(stderr).toContain('is no ndjson run of hegui');
    }
  });

  it.each([
    ['a format', ['-f', 'table']],
    ['an output', ['-o', 'json=x.json']],
    ['records', ['--input', 'ndjson']],
  ])('excludes %s', async (_name, argv) => {
    const { exitCode, stderr } = await hegui(['check', 'examples', '--resume', 'x.ndjson', ...argv, ...FEW]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('exclude each other');
  });
});

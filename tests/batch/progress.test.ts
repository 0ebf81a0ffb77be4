import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Progress } from '../../src/batch/progress.js';
import { folderWith, hegui, type World } from '../support/cli.js';

/** What a run of 100 inputs, one every 60 ms, says of its progress. */
async function told(animated: boolean, count: number | null, already = 0): Promise<string[]> {
  let time = 5000;
  const written: string[] = [];
  const stderr = { isTTY: animated, columns: 80, write: async (text: string | Uint8Array) => written.push(String(text)) > 0 };
  const progress = new Progress(
    stderr,
    () => time,
    (done, rate, left) => `${done} ${rate}/s ${left}`,
    count,
    already,
    animated,
  );
  for (let done = already + 1; done <= already + 200; done += 1) {
    time += 60;
    await progress.step(done);
  }
  await progress.clear();
  return written;
}

describe('progress', () => {
  it('is drawn in one line of a terminal after half a second, ten times a second at most, and cleared in the end', async () => {
    const written = await told(true, 200);
    expect(written[0]).toBe('\r\u001b[K9 17/s 12');
    expect(written[1]).toBe('\r\u001b[K11 17/s 12');
    expect(written.at(-1)).toBe('\r\u001b[K');
    expect(written.every((each) => each.startsWith('\r\u001b[K') && !each.includes('\n'))).toBe(true);
  });

  it('is a plain line every ten seconds elsewhere', async () => {
    expect(await told(false, 200)).toEqual(['hegui: 167 17/s 2\n']);
  });

  it('does not guess when it will end where the number of inputs is not known, and counts only what it judged itself for the rate', async () => {
    expect(await told(false, null, 1000)).toEqual(['hegui: 1167 17/s null\n']);
  });

  it('is on standard error, and only where it is wanted', async () => {
    const profile = readFileSync('examples/half-filled/profile.yaml', 'utf8');
    const folder = folderWith(Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`${index}.yaml`, profile])));
    const ticking = (): World => {
      let time = 0;
      return { isTTY: true, now: () => (time += 1000) };
    };
    const ran = async (argv: string[], world: World = ticking()) => hegui(['check', folder, '--lang', 'en', ...argv], world);
    expect((await ran([])).stderr).toMatch(/1\/5 profiles judged, 1 a second, about 4 s left/);
    expect((await ran([])).stderr.endsWith('\r\u001b[K')).toBe(true);
    expect((await ran(['--no-progress'])).stderr).toBe('');
    expect((await ran(['--quiet'])).stderr).toBe('');
    expect((await ran(['-f', 'ndjson'])).stderr, 'lines on the same terminal').not.toContain('\r');
    expect((await ran([], { ...ticking(), env: { CI: 'true' } })).stderr).not.toContain('\r');
    expect((await hegui(['check', `${folder}/0.yaml`, '--lang', 'en'], ticking())).stderr, 'a single profile').toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import type { Format } from '../../src/core/format.js';
import type { Run } from '../../src/core/run.js';
import { FORMAT_NAMES } from '../../src/report/formats.js';
import { inputsOf, judgeFrozen, PROFILES } from '../support/frozen.js';
import { NUMBERS, type Numbers } from '../support/numbers.js';
import { ALL, frozenRun, render, renderWorkbook } from '../support/run.js';

const COUNTS = ['pass', 'gap', 'unknown', 'manual', 'not applicable'];
const RESULTS = ['mandatoryGaps', 'gapResults', 'allPasses'];

/** What each format shows of a run and of a judged profile in it: that much must be read out of its report. */
const SHOWN: Readonly<Record<Exclude<Format, 'json' | 'ndjson'>, { run: string[]; profile: string[] }>> = {
  table: { run: ['gate', 'total', 'profiles', 'passed', 'notJudged'], profile: ['state', 'gap', 'unknown', 'compliance', 'coverage'] },
  html: {
    run: ['gate', 'total', 'profiles', 'passed', 'notJudged', 'rulesMissed'],
    profile: ['state', 'gap', 'unknown', 'manual', 'compliance', 'coverage'],
  },
  xlsx: {
    run: ['gate', 'total', 'profiles', 'passed', 'notJudged'],
    profile: ['state', 'compliance', 'coverage', ...COUNTS, ...RESULTS],
  },
  csv: { run: ['issues'], profile: [...COUNTS, ...RESULTS] },
  markdown: {
    run: ['gate', 'profiles', 'passed', 'notJudged', 'rulesMissed'],
    profile: ['state', 'compliance', 'coverage', 'gap', 'unknown', 'manual'],
  },
  sarif: { run: ['exitCode', 'issues'], profile: ['gap', 'mandatoryGaps', 'gapResults'] },
  junit: { run: ['stops', 'profiles'], profile: ['state', 'compliance', 'coverage', 'failures', 'errors', 'allPasses'] },
  gitlab: { run: ['issues'], profile: [] },
  github: { run: ['gate', 'issues'], profile: [] },
};

async function numbersOf(format: Format, run: Run, sarifAllKinds = false): Promise<Numbers> {
  const view = { lang: 'en', show: ALL, width: 200, sarifAllKinds } as const;
  // The log of GitHub is to count what the others list: the gaps, and what fails the gate.
  if (format === 'github') return NUMBERS.github(render('github', run, { ...view, show: ['gap'] }));
  return NUMBERS[format](format === 'xlsx' ? await renderWorkbook(run, view) : render(format, run, view));
}

const runs = {
  'several profiles': await judgeFrozen(PROFILES, { lang: 'en' }),
  'several profiles that pass': await judgeFrozen(inputsOf('compliant', 'gaps'), { lang: 'en', options: { failOn: ['unknown'] } }),
};

describe.each(Object.entries(runs))('of %s', (_name, run) => {
  it('every format shows the same numbers', async () => {
    const expected = await numbersOf('json', run);
    expect(await numbersOf('ndjson', run)).toEqual(expected);
    expect(expected.profiles).toBe(run.profiles.length);
    for (const format of FORMAT_NAMES) expect({ format, ...expected }).toMatchObject({ format, ...(await numbersOf(format, run)) });
    expect(expected).toMatchObject(await numbersOf('sarif', run, true));
  });
});

describe('of several profiles', () => {
  it.each(Object.entries(SHOWN))('%s shows what it is read for', async (format, { run, profile }) => {
    const { of = {}, ...numbers } = await numbersOf(format as Format, runs['several profiles']);
    expect(Object.keys(numbers).sort()).toEqual([...run].sort());
    const paths = runs['several profiles'].profiles.filter(({ status }) => status === 'judged').map(({ path }) => path);
    if (profile.length > 0)
      expect(Object.keys(of)).toEqual(
        expect.arrayContaining(format === 'sarif' ? paths.filter((path) => path !== 'profiles/compliant.yaml') : paths),
      );
    expect(Object.keys(of['profiles/half-filled.yaml'] ?? {}).sort()).toEqual([...profile].sort());
  });
});

const JUDGED = ['bare', 'compliant', 'gaps', 'half-filled', 'long-lines', 'sellers-only', 'warned'];

describe('of one profile', () => {
  it.each(JUDGED)('every format shows the same numbers: %s', async (name) => {
    const run = await frozenRun('en', name);
    const expected = await numbersOf('json', run);
    for (const format of FORMAT_NAMES) {
      const numbers = await numbersOf(format, run);
      expect({ format, ...expected }).toMatchObject({ format, ...numbers });
      if (['table', 'html', 'markdown'].includes(format)) {
        const [profile = {}] = Object.values(numbers.of ?? {});
        expect(Object.keys(profile)).toEqual(expect.arrayContaining(['state', 'compliance', 'coverage', 'listed', ...COUNTS]));
      }
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/core/run.js';
import { FORMAT_NAMES } from '../../src/report/formats.js';
import { HOSTILE, hostileOf, hostileRun } from '../support/hostile.js';
import { cutsBatch, readBack } from '../support/readback.js';
import { ALL, frozenRun, withProfiles } from '../support/run.js';

/** A run with one of its records alone. */
function alone(of: Run, index: number): Run {
  return { ...withProfiles(of, ...of.profiles.slice(index, index + 1)), summary: { ...of.summary, emptySources: [], duplicates: [] } };
}

const run = await hostileRun();

describe.each(FORMAT_NAMES)('hostile strings in %s', (format) => {
  it.each(['zh', 'en'] as const)('are inert in a valid report, and none is lost (%s)', async (lang) => {
    const { holds } = await readBack(format, run, { lang });
    if (!cutsBatch(format)) expect(HOSTILE.filter((text) => !holds(text))).toEqual([]);
  });

  it('are so where the report is of one profile', { timeout: 120_000 }, async () => {
    for (const [index, { id, status }] of run.profiles.entries()) {
      const { holds } = await readBack(format, alone(run, index), { lang: index % 4 < 2 ? 'zh' : 'en', show: ALL });
      expect(holds(id), `${status} ${JSON.stringify(id)}`).toBe(true);
    }
  });
});

describe('whatever the strings', () => {
  // Any code unit, halves of characters among them, any character, and what has a meaning somewhere.
  const unit = fc.oneof(
    fc.nat(0xffff).map((code) => String.fromCharCode(code)),
    fc.nat(0x2fff).map((code) => String.fromCharCode(code)),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom(
      ...'<>&"\'`|*_[](){}#@=+-%:,;\\/~!$\t\n\r',
      ']]>',
      '::',
      '](',
      '<!--',
      '{{',
      '&#',
      'http://',
      '_x0041_',
      '\u001b[',
      '%0A',
    ),
  );
  // A blank name is refused before there is a report.
  const text = fc.string({ unit, minLength: 1, maxLength: 24 }).filter((given) => given.trim() !== '');
  const texts = fc.uniqueArray(text, { minLength: 4, maxLength: 4 });

  it('every format is valid, inert and holds them', { timeout: 120_000 }, async () => {
    const { header, profiles, summary } = await frozenRun('zh', 'gaps', 'half-filled');
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom('zh', 'en'), async (given, lang) => {
        const strange = hostileOf(header, profiles, summary, given);
        for (const format of FORMAT_NAMES) {
          const batch = await readBack(format, strange, { lang });
          if (!cutsBatch(format)) expect([format, ...given.filter((text) => !batch.holds(text))]).toEqual([format]);
          const [first = '', second = ''] = given;
          expect([format, (await readBack(format, alone(strange, 0), { lang, show: ALL })).holds(first)]).toEqual([format, true]);
          expect([format, (await readBack(format, alone(strange, 3), { lang, show: ALL })).holds(second)]).toEqual([format, true]);
        }
      }),
      { numRuns: 15 },
    );
  });
});

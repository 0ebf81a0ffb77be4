import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogOf, headerOf } from '../../src/assess/catalog.js';
import { Redaction } from '../../src/assess/redact.js';
import { problem, WHOLE_FILE } from '../../src/core/problem.js';
import type { Json } from '../../src/core/profile.js';
import type { ProfileRecord } from '../../src/core/run.js';
import { nodeHost } from '../../src/io/host.js';
import { checkProfile, failedRecord, makeEngine, rulesOf } from '../../src/pipeline.js';
import { messagesOf } from '../../src/report/data/json.js';
import { loadEngine, loadWords } from '../../src/rules/builtin.js';
import { expandHeader, NotInRun, type SavedHeader, type SavedProfile, SavedRecords } from '../../src/run/expand.js';
import { TerseRecords, terseHeader } from '../../src/run/terse.js';
import { profileValidator } from '../../src/schema/generated.js';
import { arbitraryProfile } from '../support/arbitrary-profile.js';
import { declarationsOf, declaring } from '../support/declarations.js';
import { DEFAULTS } from '../support/verdicts.js';

const { pack, vocabulary } = loadEngine();
const engine = makeEngine({ pack, vocabulary, validator: profileValidator(), host: nodeHost }, '2025-10-15', {
  ...DEFAULTS,
  horizonDays: 400,
});
const header = headerOf(engine, catalogOf(rulesOf(engine), pack, loadWords()), {
  lang: 'zh',
  version: '9.9.9',
  shard: null,
  inputs: null,
});
const terse = new TerseRecords(header, messagesOf(header));
const saved = new SavedRecords(header);

/** A record after it was written as JSON and read back. */
function readBack(record: ProfileRecord): ProfileRecord {
  const read = saved.record(JSON.parse(JSON.stringify(terse.record(record))) as SavedProfile);
  // The sentences are there for whoever reads the JSON; a record has none.
  return {
    ...read,
    problems: read.problems.map(({ code, args, level, at }) => ({ code, args, level, at }) as ProfileRecord['problems'][0]),
  };
}

function check(profile: Json, pointersOnly = false): ProfileRecord {
  return checkProfile({ path: 'a.yaml', read: { bytes: Buffer.from(JSON.stringify(profile, null, 1)) }, pointersOnly }, engine);
}

/** Profiles of which each fact may be left out. */
const profiles = arbitraryProfile(vocabulary, { numbers: [0, 3, 6, 7, 15, 100_000], spelling: 'both', maxItems: 6 }).chain((full) => {
  const paths = declarationsOf(vocabulary.root, full);
  const kept = fc.oneof(fc.constant(paths), fc.subarray(paths), fc.subarray(paths, { minLength: Math.floor(paths.length * 0.9) }));
  return kept.map((some) => ({ hegui: 1, ...declaring(vocabulary.root, full, new Set(some)) }));
});

describe('what is written of a record and read back', () => {
  it('is the record, whatever is declared', () => {
    fc.assert(
      fc.property(profiles, fc.boolean(), (profile, pointersOnly) => {
        const record = check(profile, pointersOnly);
        expect(record.status).toBe('judged');
        expect(readBack(record)).toEqual(record);
      }),
      { numRuns: 60 },
    );
  });

  it('is the record when values and names are left out', () => {
    const redaction = new Redaction(header.catalog);
    fc.assert(
      fc.property(profiles, (profile) => {
        const record = redaction.record(check(profile));
        expect(readBack(record)).toEqual(record);
      }),
      { numRuns: 30 },
    );
  });

  it('holds every verdict and reason, items, lowered duties and bases in part', () => {
    const records = fc.sample(profiles, { numRuns: 60, seed: 7 }).map((profile) => check(profile));
    const findings = records.flatMap((record) => record.findings);
    expect(new Set(findings.map(({ verdict }) => verdict)).size).toBe(5);
    expect(new Set(findings.map(({ reason }) => reason)).size).toBe(6);
    expect(findings.some(({ item }) => item !== null)).toBe(true);
    expect(findings.some(({ rule, duty }) => header.catalog.rules[rule]?.duty !== duty)).toBe(true);
    const isInPart = ({ rule, basis }: (typeof findings)[0]): boolean => basis.length !== header.catalog.rules[rule]?.basis.length;
    expect(findings.some(isInPart)).toBe(true);
    expect(records.some(({ upcoming }) => upcoming.length > 0)).toBe(true);
  });

  it.each<[string, ProfileRecord]>([
    ['invalid', check({ hegui: 1, operator: { uscc: 'x' }, platform: { kind: [] } })],
    ['empty', check({ hegui: 1 })],
    ['no mapping', check([])],
    ['unreadable', checkProfile({ path: 'gone.yaml', read: { problem: problem('file-missing', {}, WHOLE_FILE) } }, engine)],
    ['of a broken judge', failedRecord('b.yaml', 'out of "memory"')],
    ['too costly', { ...check([]), status: 'too-costly', problems: [problem('too-costly', { limit: 7 }, WHOLE_FILE)] }],
    ['with warnings', check({ hegui: 1, id: 'x', declaration: { date: '2020-01-01', by: { name: '张三' } } })],
  ])('is the record of an input that is %s', (_name, record) => {
    expect(readBack(record)).toEqual(record);
  });

  it('is the record where it says what tables and rules alone do not', () => {
    const record = check({ hegui: 1, platform: { hosts_merchants: true, trade: ['goods'] } });
    const odd: ProfileRecord = {
      ...record,
      findings: record.findings.map((finding, index) => {
        if (finding.verdict === 'unknown' && index % 4 === 0) return { ...finding, standing: 'waived' };
        if (finding.verdict === 'unknown' && index % 4 === 1)
          return { ...finding, at: { ...finding.at, pointer: '/else', line: 9, column: 1 } };
        if (finding.verdict === 'not-applicable') return { ...finding, moreFacts: 2 };
        if (finding.verdict === 'unknown' && index % 4 === 2) return { ...finding, facts: [{ pointer: '/x', value: 1 }] };
        return { ...finding, duty: 'encouraged', basis: [], liability: [7] };
      }),
    };
    expect(readBack(odd)).toEqual(odd);
  });

  it('says each declared fact once', () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const { facts = [] } = terse.record(check(profile)) as SavedProfile;
        expect(new Set(facts.map(([pointer]) => pointer)).size).toBe(facts.length);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a saved header', () => {
  it('is read back as it was', () => {
    expect(expandHeader(JSON.parse(JSON.stringify(terseHeader(header))) as SavedHeader)).toEqual(JSON.parse(JSON.stringify(header)));
    expect(Object.keys(expandHeader(terseHeader(header) as SavedHeader).catalog.rules)).toEqual(Object.keys(header.catalog.rules));
  });
});

describe('a saved record that speaks of what the run does not hold', () => {
  const { findings: _, ...bare } = terse.record(check({ hegui: 1 })) as SavedProfile;
  it.each<[string, Partial<SavedProfile>]>([
    ['a rule', { passed: { declared: [[100_000]] } }],
    ['a fact', { facts: [['/x', 1]], notApplicable: [[0, 1]] }],
    ['a missing path', { missing: [['x']], unknown: [[0, 'requirement', 3]] }],
    ['no missing path', { unknown: [[0, 'requirement']] }],
  ])('is refused: %s', (_name, fields) => {
    expect(() => saved.record({ ...bare, ...fields })).toThrow(NotInRun);
  });

  it('of a later version may say more', () => {
    const fields = { later: { a: 1 }, passed: { evidenced: [[0, [3], 0]] as const }, facts: [['/x', 1]] as const };
    const { findings } = saved.record({ ...bare, unknown: [], notApplicable: [], ...fields });
    expect(findings).toMatchObject([
      { rule: Object.keys(header.catalog.rules)[0], assurance: 'evidenced', facts: [{ pointer: '/x', value: 1 }] },
    ]);
  });
});

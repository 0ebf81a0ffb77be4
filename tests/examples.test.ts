import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { summarise, tally } from '../src/assess/gate.js';
import type { Finding, Verdict } from '../src/core/finding.js';
import type { Json } from '../src/core/profile.js';
import type { ProfileRecord } from '../src/core/run.js';
import { nodeHost } from '../src/io/host.js';
import { parse } from '../src/load/parse.js';
import { checkProfile, makeEngine } from '../src/pipeline.js';
import { loadEngine } from '../src/rules/builtin.js';
import { profileValidator } from '../src/schema/generated.js';
import { DEFAULTS } from './support/verdicts.js';

const EXAMPLES = fileURLToPath(new URL('../examples/', import.meta.url));
const AS_OF = '2026-11-23';

/** What a story is about; a rule that is added later changes none of it. */
interface Story {
  readonly exitCode: number;
  /** Options of its command beside the date. */
  readonly areas?: readonly string[];
  /** Rules by the verdict that the story gives them. */
  readonly verdicts: Readonly<Partial<Record<Verdict, readonly string[]>>>;
}

/** The chapters whose facts the compliant marketplace has declared. */
const CHAPTERS = ['operator-verification', 'complaint-handling', 'data-security', 'price-labelling'];

const STORIES: Readonly<Record<string, Story>> = {
  'compliant-marketplace': {
    exitCode: 0,
    areas: CHAPTERS,
    verdicts: {
      pass: ['operator-verification/periodic-recheck', 'complaint-handling/consumer-complaints-within-own-limit'],
      'not-applicable': ['operator-verification/ride-hailing-drivers-qualified', 'operator-verification/live-presenters-checked'],
    },
  },
  'marketplace-with-gaps': {
    exitCode: 1,
    verdicts: {
      gap: [
        'operator-verification/periodic-recheck',
        'operator-verification/half-yearly-identity-report',
        'operator-verification/automated-identity-report',
        'operator-verification/own-licence-published',
        'complaint-handling/consumer-complaints-within-own-limit',
        'complaint-handling/data-security-complaints',
        'complaint-handling/terms-do-not-close-off-redress',
        'complaint-handling/consumer-service-stations',
        'data-security/test-environments-protected',
        'data-security/accounts-managed',
        'price-labelling/conditional-prices-stated',
        'price-labelling/undetailed-comparison-within-recent-deals',
        'price-labelling/no-forced-promotions',
      ],
    },
  },
  'half-filled': {
    exitCode: 1,
    verdicts: {
      gap: [
        'operator-verification/periodic-recheck',
        'operator-verification/own-licence-linked',
        'complaint-handling/channels-are-published',
      ],
      unknown: ['complaint-handling/consumer-complaints-within-own-limit', 'data-security/accounts-managed'],
    },
  },
  'ride-hailing': {
    exitCode: 1,
    verdicts: {
      gap: ['operator-verification/ride-hailing-drivers-qualified', 'complaint-handling/algorithm-appeals-and-complaints'],
      'not-applicable': ['operator-verification/periodic-recheck'],
    },
  },
  'live-commerce': {
    exitCode: 1,
    verdicts: {
      gap: ['operator-verification/live-presenters-checked'],
      pass: ['operator-verification/live-room-operators-verified'],
      'not-applicable': ['price-labelling/goods-and-services-marked'],
    },
  },
};

/** What one run finds wrong in `invalid-file`, by line. Its wrong credit code (line 8) is looked at once the others are mended. */
const MISTAKES: readonly (readonly [line: number, code: string])[] = [
  [8, 'uscc-check'],
  [10, 'bad-date'],
  [16, 'not-a-member'],
  [18, 'wrong-type'],
  [25, 'unknown-key'],
  [28, 'duplicate-key'],
  [32, 'fullwidth-colon'],
  [33, 'wrong-type'],
];

/** The gaps that follow from what each decision found; its mended twin has none. */
const DECISIONS: Readonly<Record<string, readonly string[]>> = {
  'national-market-regulator-2020-price': [
    'price-labelling/promotion-price-not-above-earlier',
    'price-labelling/reduction-as-large-as-stated',
    'price-labelling/price-promises-kept',
    'price-labelling/lowest-price-claims-documented',
  ],
  'municipal-market-regulator-2024-catering-licences': [
    'operator-verification/entry-information-required',
    'operator-verification/entry-information-authenticated',
    'operator-verification/periodic-recheck',
    'operator-verification/verified-documents-genuine',
    'operator-verification/required-permits-on-file',
    'operator-verification/changed-licences-reverified',
    'operator-verification/food-permits-examined',
  ],
  'city-public-security-2023-test-data': ['data-security/test-environments-protected'],
  'city-public-security-2023-accounts': [
    'data-security/whole-process-system',
    'data-security/operating-procedures',
    'data-security/accounts-managed',
  ],
  'intermediate-court-2018-complaints': ['complaint-handling/forwarded-complaints-are-handled'],
};

const { pack, vocabulary } = loadEngine();

function check(path: string, areas: readonly string[] = []): ProfileRecord {
  const engine = makeEngine({ pack, vocabulary, validator: profileValidator(), host: nodeHost }, AS_OF, { ...DEFAULTS, areas });
  return checkProfile({ path: `examples/${path}`, read: { bytes: readFileSync(join(EXAMPLES, path)) } }, engine);
}

function exitCode(record: ProfileRecord): number {
  return summarise([tally(record)], DEFAULTS).exitCode;
}

function withVerdict(record: ProfileRecord, verdict: Finding['verdict']): readonly Finding[] {
  return record.findings.filter((finding) => finding.verdict === verdict);
}

function rulesWith(record: ProfileRecord, verdict: Verdict): readonly string[] {
  return [...new Set(withVerdict(record, verdict).map(({ rule }) => rule))];
}

function readme(folder: string): string {
  return readFileSync(join(EXAMPLES, folder, 'README.md'), 'utf8');
}

/** A README gives the command, the exit code in both languages and every rule with a gap. */
function expectReadme(folder: string, args: string, code: number, rules: readonly string[]): void {
  const text = readme(folder);
  expect(text).toContain(`hegui check examples/${folder}/${args}`);
  expect(text).toContain(`退出码 ${code}`);
  expect(text).toContain(`xit code ${code}`);
  expect(rules.filter((rule) => !text.includes(`\`${rule}\``))).toEqual([]);
}

describe.each(Object.entries(STORIES))('%s', (folder, story) => {
  const record = check(`${folder}/profile.yaml`, story.areas);

  it('ends as the story says', () => {
    expect(record.status).toBe('judged');
    expect(record.problems).toEqual([]);
    expect(record.gate.passed).toBe(story.exitCode === 0);
    expect(exitCode(record)).toBe(story.exitCode);
  });

  it('has the verdicts that the story is about', () => {
    for (const [verdict, rules] of Object.entries(story.verdicts)) {
      expect(rulesWith(record, verdict as Verdict)).toEqual(expect.arrayContaining([...rules]));
    }
  });

  it('has a README that names command, exit code and gaps', () => {
    const options = (story.areas ?? []).map((area) => ` --area ${area}`).join('');
    expectReadme(folder, `profile.yaml --as-of ${AS_OF}${options}`, story.exitCode, story.verdicts.gap ?? []);
  });
});

describe('invalid-file', () => {
  const record = check('invalid-file/profile.yaml');

  it('is not judged, and its mistakes are found in one run', () => {
    expect(record.status).toBe('invalid');
    expect(exitCode(record)).toBe(2);
    const found = record.problems.map(({ at, code }) => [at.line ?? 0, code] as const);
    expect(found.sort(([a], [b]) => a - b)).toEqual(MISTAKES);
  });

  it('has a README that names command and exit code', () => {
    expectReadme('invalid-file', `profile.yaml --as-of ${AS_OF}`, 2, []);
  });
});

describe.each(Object.entries(DECISIONS))('decisions/%s', (name, rules) => {
  const found = check(`decisions/${name}/found.yaml`);
  const mended = check(`decisions/${name}/mended.yaml`);

  it('has gaps where the decision found fault', () => {
    expect(found.problems).toEqual([]);
    expect(exitCode(found)).toBe(1);
    expect(rulesWith(found, 'gap')).toEqual(expect.arrayContaining([...rules]));
  });

  it('rests each gap on declared facts and on a line', () => {
    for (const finding of withVerdict(found, 'gap')) {
      expect(finding.facts.length, finding.rule).toBeGreaterThan(0);
      expect(finding.at.line, finding.rule).toBeGreaterThan(1);
    }
  });

  it('has no gap once mended; only what the decision does not mention keeps it from passing', () => {
    expect(mended.problems).toEqual([]);
    expect(mended.status).toBe('judged');
    expect(mended.gate.reasons.map((reason) => reason.code === 'verdicts' && reason.verdict)).toEqual(['unknown']);
    expect(rulesWith(mended, 'gap')).toEqual([]);
  });

  it('declares the same facts before and after', () => {
    expect(declaredPaths(`decisions/${name}/mended.yaml`)).toEqual(declaredPaths(`decisions/${name}/found.yaml`));
  });

  it('names no operator', () => {
    for (const { operator } of [found, mended]) expect(operator).toEqual({ name: null, uscc: null });
  });

  it('has a README that names command, exit code and gaps', () => {
    expectReadme(`decisions/${name}`, `found.yaml --as-of ${AS_OF}`, 1, rules);
    expect(readme(`decisions/${name}`)).toContain('mended.yaml');
  });
});

/** The paths of all values that a profile declares. */
function declaredPaths(path: string): readonly string[] {
  const paths = (value: Json, at: string): readonly string[] =>
    value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, each]) => paths(each as Json, `${at}/${key}`))
      : [at];
  return paths(parse(readFileSync(join(EXAMPLES, path), 'utf8')).value, '');
}

/** Folders that show ways to run hegui; they have tests of their own. */
const PIPELINES = ['ci', 'scale', 'packs'];

describe('examples/', () => {
  const profiles = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => relative(EXAMPLES, join(EXAMPLES, path)).replaceAll('\\', '/'))
    .filter((path) => !PIPELINES.includes(path.split('/')[0] ?? ''));

  it('has no profile outside the tables above', () => {
    const expected = [
      ...[...Object.keys(STORIES), 'invalid-file'].map((folder) => `${folder}/profile.yaml`),
      ...Object.keys(DECISIONS).flatMap((name) => [`decisions/${name}/found.yaml`, `decisions/${name}/mended.yaml`]),
    ];
    expect(profiles.sort()).toEqual(expected.sort());
  });

  it('lists every story and decision in its overviews', () => {
    const stories = [...new Set(profiles.map((path) => path.split('/')[0] ?? ''))];
    expect([...stories, ...PIPELINES].filter((story) => !readme('.').includes(`](${story}/)`))).toEqual([]);
    const decisions = Object.keys(DECISIONS);
    expect(decisions.filter((name) => !readme('decisions').includes(`](${name}/)`))).toEqual([]);
  });

  it('gives each credit code to one profile only', () => {
    const codes = profiles.flatMap((path) => /^ {2}uscc: (\w+)/m.exec(readFileSync(join(EXAMPLES, path), 'utf8'))?.[1] ?? []);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBe(new Set(profiles.map(dirname).filter((folder) => !folder.startsWith('decisions'))).size);
  });
});

import type { Result } from 'sarif';
import type { Format } from '../../src/core/format.js';
import { readLog } from './github.js';
import { readIssues } from './gitlab.js';
import { bad, named, readJunit } from './junit.js';
import { headings, ofType, readMarkdown, rowsOf as rowsOfMarkdown, textOf as textOfMarkdown } from './markdown.js';
import { rowsOf, textOf } from './page.js';
import { notesOf, readSarif, resultsOf } from './sarif.js';
import { readCsv, readSheets } from './sheets.js';

const VERDICTS = ['pass', 'gap', 'unknown', 'manual', 'not applicable'] as const;

/** What a report in English says of one profile, as far as it says it; percentages as a person reads them. */
export interface ProfileNumbers {
  /** `PASSED`, `FAILED`, or why it could not be judged. */
  state?: string;
  compliance?: string;
  coverage?: string;
  /** Rules by verdict, without the encouraged ones. */
  pass?: number;
  gap?: number;
  unknown?: number;
  manual?: number;
  'not applicable'?: number;
  /** Mandatory rules that are gaps. */
  mandatoryGaps?: number;
  /** Gaps item by item, encouraged ones among them. */
  gapResults?: number;
  /** Rules that passed, encouraged ones among them. */
  allPasses?: number;
  /** Rules that fail the gate: gaps, and unknowns. */
  failures?: number;
  errors?: number;
  /** The numbers in the headings of the lists: gaps without, all others with the encouraged ones. */
  listed?: Partial<Record<(typeof VERDICTS)[number], number>>;
  /** The numbers in the contents. */
  contents?: Partial<Record<(typeof VERDICTS)[number], number>>;
}

/** What a report in English says of the whole run. */
export interface Numbers {
  gate?: string;
  /** Rules by verdict over all profiles, in the order of the columns, and both percentages. */
  total?: string[];
  profiles?: number;
  passed?: number;
  notJudged?: number;
  exitCode?: number;
  /** Whether a reader of the report alone would stop. */
  stops?: boolean;
  /** Findings to act on and problems of files together. */
  issues?: number;
  /** Rules that are gaps in some profile, without the encouraged ones. */
  rulesMissed?: number;
  of?: Record<string, ProfileNumbers>;
}

/** Reads the numbers out of a report in English. */
export const NUMBERS: Readonly<Record<Format, (report: string | Uint8Array) => Promise<Numbers> | Numbers>> = {
  json: (report) => ofJson(JSON.parse(String(report))),
  ndjson: (report) => {
    const [header, ...rest] = String(report)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    return ofJson({ ...header, summary: rest.pop(), profiles: rest });
  },
  table: (report) => ofTable(String(report)),
  html: (report) => ofPage(String(report)),
  xlsx: (report) => ofWorkbook(report as Uint8Array),
  csv: (report) => ofCsv(String(report)),
  markdown: (report) => ofMarkdown(String(report)),
  sarif: (report) => ofSarif(String(report)),
  junit: (report) => ofJunit(String(report)),
  gitlab: (report) => ({ issues: readIssues(String(report)).length }),
  github: (report) => {
    const { plain } = readLog(String(report));
    return { gate: /^[A-Z]+/.exec(plain[0] ?? '')?.[0] ?? '', issues: Number(/(\d+) in all/.exec(plain[1] ?? '')?.[1]) };
  },
};

interface Judged {
  readonly rule: string;
  readonly verdict: string;
  readonly duty: string;
}

/** The numbers of the findings on one profile; a rule with several counts once, by its worst verdict. */
function ofFindings(findings: readonly Judged[]): ProfileNumbers {
  const worst = ['gap', 'unknown', 'manual', 'pass', 'not applicable'];
  const rules = new Map<string, Judged>();
  for (const { rule, duty, ...judged } of findings) {
    const verdict = judged.verdict.replace('-', ' ');
    const before = rules.get(rule);
    if (before === undefined || worst.indexOf(verdict) < worst.indexOf(before.verdict)) rules.set(rule, { rule, verdict, duty });
  }
  const count = (wanted: (judged: Judged) => boolean): number => [...rules.values()].filter(wanted).length;
  return {
    ...Object.fromEntries(VERDICTS.map((each) => [each, count(({ verdict, duty }) => verdict === each && duty !== 'encouraged')])),
    mandatoryGaps: count(({ verdict, duty }) => verdict === 'gap' && duty === 'mandatory'),
    allPasses: count(({ verdict }) => verdict === 'pass'),
    gapResults: findings.filter(({ verdict }) => verdict === 'gap').length,
  };
}

interface JsonRecord {
  readonly path: string;
  readonly status: string;
  readonly gate: { readonly passed: boolean };
  readonly compliance?: number;
  readonly coverage?: number;
  readonly counts?: Readonly<Record<string, number>>;
  readonly encouraged?: Readonly<Record<string, number>>;
  readonly weights?: { readonly passed: number; readonly decided: number; readonly applicable: number };
  readonly problems?: readonly unknown[];
  readonly outOfScope?: readonly string[];
  readonly findings?: readonly { readonly rule: string; readonly verdict: string }[];
  readonly passed?: { readonly declared: readonly (readonly [number])[] };
  readonly notApplicable?: readonly (readonly [number])[];
  readonly unknown?: readonly (readonly [number])[];
}

interface JsonRule {
  readonly id: string;
  readonly duty: string;
  readonly basis: readonly { readonly instrument: string; readonly source: string }[];
}

interface JsonRun {
  readonly options: { readonly failOn: readonly string[] };
  readonly catalog: { readonly rules: readonly JsonRule[] };
  readonly profiles: readonly JsonRecord[];
  readonly summary: { readonly exitCode: number; readonly gate: { readonly passed: boolean } };
}

/** The findings of a record with the duty of their rules, read out of its tables without what hegui itself reads them with. */
function findingsIn(record: JsonRecord, rules: readonly JsonRule[]): Judged[] {
  const rows = (verdict: string, of: readonly (readonly [number])[] = []): { rule: string; verdict: string }[] =>
    of.map(([number]) => ({ rule: rules[number]?.id ?? '', verdict }));
  const all = [
    ...(record.findings ?? []),
    ...rows('pass', record.passed?.declared),
    ...rows('not-applicable', record.notApplicable),
    ...rows('unknown', record.unknown),
  ];
  return all.map(({ rule: id, verdict }) => {
    const rule = rules.find((each) => each.id === id);
    const reaching = rule?.basis.filter(({ instrument }) => !record.outOfScope?.includes(instrument)) ?? [];
    const isRead = (reaching.length > 0 ? reaching : (rule?.basis ?? [])).some(({ source }) => source === 'text');
    return { rule: id, verdict, duty: rule?.duty === 'mandatory' && !isRead ? 'expected' : (rule?.duty ?? '') };
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const percent = (part: number, whole: number): string => (whole === 0 ? '—' : `${Math.floor((part * 1000) / whole) / 10}%`);
const percentOf = (number: number | undefined): string => (number === undefined ? '—' : `${number}%`);

/** Findings to act on, where mandatory rules fail the gate. */
function toAct(findings: readonly Judged[], failOn: readonly string[]): number {
  return findings.filter(({ verdict, duty }) => verdict === 'gap' || (duty === 'mandatory' && failOn.includes(verdict))).length;
}

function ofJson({ options, catalog, profiles, summary }: JsonRun): Numbers {
  const weight = (name: 'passed' | 'decided' | 'applicable'): number => sum(profiles.map(({ weights }) => weights?.[name] ?? 0));
  const counts = VERDICTS.map((each) => sum(profiles.map((record) => record.counts?.[each.replace(' ', '-')] ?? 0)));
  const findings = profiles.map((record) => findingsIn(record, catalog.rules));
  const missed = findings.flatMap((all) => all.filter(({ verdict, duty }) => verdict === 'gap' && duty !== 'encouraged'));
  return {
    gate: summary.gate.passed ? 'PASSED' : 'FAILED',
    total: [...counts.map(String), percent(weight('passed'), weight('decided')), percent(weight('decided'), weight('applicable'))],
    profiles: profiles.length,
    passed: profiles.filter(({ gate }) => gate.passed).length,
    notJudged: profiles.filter(({ status }) => status !== 'judged').length,
    exitCode: summary.exitCode,
    stops: summary.exitCode !== 0,
    issues: sum(profiles.map(({ problems = [] }, index) => problems.length + toAct(findings[index] ?? [], options.failOn))),
    rulesMissed: new Set(missed.map(({ rule }) => rule)).size,
    of: Object.fromEntries(profiles.map((record, index) => [record.path, ofRecord(record, findings[index] ?? [], options.failOn)])),
  };
}

function ofRecord(record: JsonRecord, findings: readonly Judged[], failOn: readonly string[]): ProfileNumbers {
  const { status, gate, compliance, coverage, counts, encouraged } = record;
  const numbers = { compliance: percentOf(compliance), coverage: percentOf(coverage) };
  if (counts === undefined) return { state: status, ...numbers };
  const { mandatoryGaps, gapResults, allPasses } = ofFindings(findings) as Required<ProfileNumbers>;
  const failing = {
    failures: failOn.includes('gap') ? mandatoryGaps : 0,
    errors: failOn.includes('unknown') ? mandatoryUnknowns(findings) : 0,
  };
  const own = Object.fromEntries(VERDICTS.map((each) => [each, counts[each.replace(' ', '-')] ?? 0]));
  const withEncouraged = Object.fromEntries(
    VERDICTS.map((each) => [each, (own[each] ?? 0) + (each === 'gap' ? 0 : (encouraged?.[each.replace(' ', '-')] ?? 0))]),
  );
  const state = gate.passed ? 'PASSED' : 'FAILED';
  return { state, ...numbers, ...own, mandatoryGaps, gapResults, allPasses, ...failing, listed: withEncouraged, contents: own };
}

/** Mandatory rules that are unknown; one that is a gap on another item is a gap. */
function mandatoryUnknowns(findings: readonly Judged[]): number {
  const rules = (wanted: string): Set<string> =>
    new Set(findings.filter(({ verdict, duty }) => verdict === wanted && duty === 'mandatory').map(({ rule }) => rule));
  const gaps = rules('gap');
  return [...rules('unknown')].filter((rule) => !gaps.has(rule)).length;
}

/** `N profiles, M passed`, and the gate. */
function ofBatchLine(text: string): Numbers {
  const [, profiles, passed] = /(\d+) profiles?, (\d+) passed/.exec(text) ?? [];
  return profiles === undefined ? {} : { profiles: Number(profiles), passed: Number(passed) };
}

function notJudgedIn(text: string, heading: string): Numbers {
  const [, count] = new RegExp(`${heading} \\((\\d+)\\)`).exec(text) ?? [];
  return count === undefined ? {} : { notJudged: Number(count) };
}

/** The numbers of a table's last row as those of a profile. */
function ofTotal(total: readonly string[]): ProfileNumbers {
  const [compliance = '', coverage = ''] = total.slice(VERDICTS.length);
  return { ...Object.fromEntries(VERDICTS.map((each, index) => [each, Number(total[index])])), compliance, coverage };
}

/** The numbers in the headings of the lists. */
function listedIn(text: string): ProfileNumbers {
  const of = (pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? 0);
  const listed = {
    gap: of(/\bGaps \((\d+)\)/),
    manual: of(/Questions for a person \((\d+)\)/),
    pass: of(/\bPassed \((\d+)\)/) + of(/Prohibitions: (\d+) rules? with no sign/),
    'not applicable': of(/\bNot applicable \((\d+)\)/),
  };
  return { listed };
}

function ofTable(report: string): Numbers {
  const [, ...total] = /^Total +(\d+) +(\d+) +(\d+) +(\d+) +(\d+) .*?(\S+) +(\S+)$/m.exec(report) ?? [];
  const gate = report.match(/^(PASSED|FAILED)$/gm)?.at(-1) ?? '';
  const path = /^File +(\S+)$/m.exec(report)?.[1];
  if (path !== undefined) return { gate, total, of: { [path]: { state: gate, ...ofTotal(total), ...listedIn(report) } } };
  const rows = report.matchAll(/^(PASSED|FAILED|invalid|unreadable) +(\S+) +(\d+|—) +(\d+|—) +(\S+) +(\S+)$/gm);
  const of = [...rows].map(([, state = '', name = '', gap, unknown, compliance = '', coverage = '']) => {
    const counts = gap === '—' ? {} : { gap: Number(gap), unknown: Number(unknown) };
    return [name, { state, ...counts, compliance, coverage }] as const;
  });
  return { gate, total, ...ofBatchLine(report), ...notJudgedIn(report, 'Files that could not be judged'), of: Object.fromEntries(of) };
}

function ofPage(report: string): Numbers {
  const text = textOf(report);
  const gate = /Result: ([A-Z]+)/.exec(text)?.[1] ?? '';
  const rows = rowsOf(report);
  const total = rows.find(([name]) => name === 'Total')?.slice(1) ?? [];
  const batch = ofBatchLine(text);
  if (batch.profiles === undefined) {
    const [, path = ''] = /<dt>File<\/dt><dd><bdi>(.*?)<\/bdi>/.exec(report) ?? [];
    const nav = textOf(/<nav.*?<\/nav>/s.exec(report)?.[0] ?? '');
    const contents = VERDICTS.flatMap((each) => {
      const found = new RegExp(` ${each} (\\d+) `).exec(nav);
      return found === null ? [] : [[each, Number(found[1])] as const];
    });
    return { gate, total, of: { [path]: { state: gate, ...ofTotal(total), ...listedIn(text), contents: Object.fromEntries(contents) } } };
  }
  const of = rows
    .filter(([rank]) => /^\d+$/.test(rank ?? ''))
    .map(([, name = '', state = '', gap, unknown, manual, compliance = '', coverage = '']) => {
      const counts = gap === '—' ? {} : { gap: Number(gap), unknown: Number(unknown), manual: Number(manual) };
      return [name, { state, ...counts, compliance, coverage }] as const;
    });
  const missed = rowsOf(/<section id="missed">.*?(?=<section id="(?:undeclared|duplicates|details)">)/s.exec(report)?.[0] ?? '');
  const rulesMissed = missed.filter(([, count]) => /^\d+$/.test(count ?? '')).length;
  return { gate, total, ...batch, ...notJudgedIn(text, 'Files that could not be judged'), rulesMissed, of: Object.fromEntries(of) };
}

async function ofWorkbook(report: Uint8Array): Promise<Numbers> {
  const sheets = await readSheets(report);
  const summary = (sheets.get('Summary') ?? []).map((row) => row.map((cell) => String(cell ?? '')));
  const rowOf = (name: string): string[] => summary.find(([label]) => label === name)?.slice(1) ?? [];
  const total = rowOf('Total').map((cell, index) => (index < VERDICTS.length || cell === '—' ? cell : `${cell}%`));
  const recordsOf = (name: string): Record<string, string>[] => {
    const [head = [], ...rows] = sheets.get(name) ?? [];
    return rows.map((row) => Object.fromEntries(row.map((cell, index) => [String(head[index]), String(cell ?? '')])));
  };
  const findings = recordsOf('Findings');
  const of = recordsOf('Profiles').map((row) => {
    const percentIn = (cell = ''): string => (cell === '—' ? cell : `${cell}%`);
    const state = row['Status'] === 'judged' ? (row['Gate'] ?? '') : (row['Status'] ?? '');
    const numbers = { state, compliance: percentIn(row['Compliance (%)']), coverage: percentIn(row['Coverage (%)']) };
    if (row['Status'] !== 'judged') return [row['File'], numbers];
    const { mandatoryGaps, gapResults, allPasses } = ofFindings(judgedOf(findings, row['File'] ?? '')) as Required<ProfileNumbers>;
    const counts = Object.fromEntries(VERDICTS.map((each) => [each, Number(row[each.charAt(0).toUpperCase() + each.slice(1)])]));
    return [row['File'], { ...numbers, ...counts, mandatoryGaps, gapResults, allPasses }];
  });
  const notJudged = sum(summary.flatMap((row) => row.flatMap((cell) => Number(/^(?:invalid|unreadable) (\d+)$/.exec(cell)?.[1] ?? 0))));
  return { gate: rowOf('Gate')[0] ?? '', total, ...ofBatchLine(rowOf('Profiles')[0] ?? ''), notJudged, of: Object.fromEntries(of) };
}

function judgedOf(rows: readonly Record<string, string>[], path: string): Judged[] {
  return rows
    .filter((row) => row['File'] === path && row['Rule id'] !== '')
    .map((row) => ({ rule: row['Rule id'] ?? '', verdict: row['Verdict'] ?? '', duty: row['Duty'] ?? '' }));
}

function ofCsv(report: string): Numbers {
  const [head = [], ...rows] = readCsv(report);
  const records = rows.map((row) => Object.fromEntries(row.map((cell, index) => [head[index] ?? '', cell])));
  const paths = [...new Set(records.map((row) => row['File'] ?? ''))];
  const judged = paths.map((path) => [path, judgedOf(records, path)] as const).filter(([, findings]) => findings.length > 0);
  const problems = records.filter((row) => row['Rule id'] === '').length;
  const issues = problems + sum(judged.map(([, findings]) => toAct(findings, ['gap', 'unknown'])));
  return { issues, of: Object.fromEntries(judged.map(([path, findings]) => [path, ofFindings(findings)])) };
}

function ofMarkdown(report: string): Numbers {
  const root = readMarkdown(report);
  const said = headings(root);
  const gate = /PASSED|FAILED/.exec(said[0] ?? '')?.[0] ?? '';
  const tables = ofType(root, 'table').map(rowsOfMarkdown);
  const text = textOfMarkdown(root);
  const batch = ofBatchLine(text);
  if (batch.profiles === undefined) {
    const total = tables[0]?.at(-1)?.slice(1) ?? [];
    const path = ofType(root, 'inlineCode')[0]?.value ?? '';
    const folded = ofType(root, 'html').map(({ value }) => value.replace(/<[^>]*>/g, ' '));
    return { gate, total, of: { [path]: { state: gate, ...ofTotal(total), ...listedIn([...said, ...folded].join('\n')) } } };
  }
  const of = (tables.at(-1) ?? []).map(([status = '', name = '', compliance = '', coverage = '', gap, unknown, manual]) => {
    const state = /[A-Z]+/.exec(status)?.[0] ?? '';
    return [name, { state, compliance, coverage, gap: Number(gap), unknown: Number(unknown), manual: Number(manual) }] as const;
  });
  const rulesMissed = Number(/Most frequent gaps \((\d+) rules?\)/.exec(said.join('\n'))?.[1]);
  return { gate, ...batch, ...notJudgedIn(said.join('\n'), 'Profiles that could not be judged'), rulesMissed, of: Object.fromEntries(of) };
}

function ofSarif(report: string): Numbers {
  const log = readSarif(report);
  const results = resultsOf(log);
  const pathOf = ({ locations }: Result): string => decodeURIComponent(locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '');
  const everyKind = results.some(({ kind }) => kind !== 'fail');
  const of = [...new Set(results.map(pathOf))].map((path) => {
    const findings = results
      .filter((each) => pathOf(each) === path)
      .map(({ ruleId = '', properties }) => ({
        rule: ruleId,
        verdict: String(properties?.['verdict']),
        duty: String(properties?.['duty']),
      }));
    const numbers = ofFindings(findings) as Required<ProfileNumbers>;
    const { gap, mandatoryGaps, gapResults } = numbers;
    return [path, everyKind ? numbers : { gap, mandatoryGaps, gapResults }] as const;
  });
  const exitCode = log.invocations?.[0]?.exitCode ?? -1;
  return { exitCode, ...(everyKind ? {} : { issues: results.length + notesOf(log).length }), of: Object.fromEntries(of) };
}

function ofJunit(report: string): Numbers {
  const root = readJunit(report);
  const of = named(root, 'testsuite').map((suite) => {
    const properties = named(suite, 'properties').flatMap((each) => named(each, 'property').map(({ attributes }) => attributes));
    const property = (name: string): string => properties.find((each) => each['name'] === name)?.['value'] ?? '';
    const cases = named(suite, 'testcase');
    const types = cases.flatMap(({ children }) => children.map(({ name, attributes }) => `${name} ${attributes['type']}`));
    const notJudged = types.find((type) => /^error (?:invalid|unreadable)$/.test(type));
    const state = notJudged?.slice('error '.length) ?? (bad(suite) > 0 ? 'FAILED' : 'PASSED');
    const numbers = { state, compliance: property('hegui.compliance'), coverage: property('hegui.coverage') };
    if (notJudged !== undefined) return [suite.attributes['name'] ?? '', numbers] as const;
    const { failures, errors } = suite.attributes;
    const allPasses = cases.filter(({ children }) => children.length === 0).length;
    return [suite.attributes['name'] ?? '', { ...numbers, failures: Number(failures), errors: Number(errors), allPasses }] as const;
  });
  return { stops: bad(root) > 0, profiles: of.length, of: Object.fromEntries(of) };
}

import type { Header, ProfileRecord, Summary } from '../../core/run.js';
import { sayGateReason, sayProblem } from '../../i18n/translate.js';
import { escapeXml } from '../escape.js';
import { type DecidedRule, decidedRules } from '../say/decided.js';
import type { RuledFinding } from '../say/findings.js';
import { costOf, lawOf, placeOf, reasonsNotWhole, remedyOf, sayFinding, titleOf } from '../say/messages.js';
import { percentText } from '../say/percent.js';
import { Wording } from '../say/wording.js';
import type { Report, Reporter } from '../view.js';
import { element } from './xml.js';

type TestOutcome = 'passed' | 'failure' | 'error' | 'skipped';

/** A test case, and what it comes to. */
interface TestCase {
  readonly outcome: TestOutcome;
  readonly xml: string;
}

type Tests = Record<'tests' | 'failures' | 'errors' | 'skipped', number>;

/**
 * The run as JUnit XML in the dialect that Jenkins reads: a suite per profile, a case per rule. A run whose report can be
 * written passes exactly when it has neither failures nor errors.
 */
export const junitReport: Reporter = (header, view): Report => {
  const wording = new Wording(view.lang, header.catalog);
  const suites: string[] = [];
  const totals: Tests = { tests: 0, failures: 0, errors: 0, skipped: 0 };
  const add = (name: string, properties: readonly string[], cases: readonly TestCase[]): void => {
    const tests = count(cases);
    for (const key of Object.keys(totals) as (keyof Tests)[]) totals[key] += tests[key];
    suites.push(element('testsuite', { name, ...tests }, ['\n', ...properties, ...cases.map(({ xml }) => `${xml}\n`)]));
  };
  return {
    add: (record) => {
      add(record.path, propertiesOf(record, header), casesOf(record, header, wording));
      return '';
    },
    end: (summary) => {
      const cases = inputCases(summary, wording);
      if (cases.length > 0) add(wording.words.ci.inputs, [], cases);
      // The schema of Jenkins knows no number of skipped cases here.
      const { tests, failures, errors } = totals;
      const name = wording.words.report.title;
      const root = element('testsuites', { name, tests, failures, errors }, ['\n', ...suites.map((suite) => `${suite}\n`)]);
      return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
    },
  };
};

function count(cases: readonly TestCase[]): Tests {
  const of = (wanted: TestOutcome): number => cases.filter(({ outcome }) => outcome === wanted).length;
  return { tests: cases.length, failures: of('failure'), errors: of('error'), skipped: of('skipped') };
}

function propertiesOf(record: ProfileRecord, header: Header): string[] {
  const properties = [
    ['hegui.profile', record.id],
    ['hegui.as-of', header.asOf],
    ...header.packs.map(({ id, version }) => ['hegui.pack', `${id} ${version}`] as const),
    ['hegui.compliance', percentText(record.compliance)],
    ['hegui.coverage', percentText(record.coverage)],
  ] as const;
  return [
    element(
      'properties',
      {},
      properties.map(([name, value]) => element('property', { name, value })),
    ),
    '\n',
  ];
}

/** A case for each rule, and cases of their own for whatever else fails the gate. */
function casesOf(record: ProfileRecord, header: Header, wording: Wording): TestCase[] {
  const rules = decidedRules(record, header.catalog).map((decided) => ruleCase(decided, record, wording));
  const readable = readableCase(record, header, wording);
  const cases = [...(readable === null ? [] : [readable]), ...rules, ...minimumCases(record, header, wording)];
  if (!record.gate.passed && cases.every(({ outcome }) => outcome === 'passed' || outcome === 'skipped')) {
    const reasons = record.gate.reasons.map((reason) => sayGateReason(reason, wording.words));
    cases.push(oneCase('gate', wording.words.ci.gate, 'failure', 'gate', reasons));
  }
  return cases;
}

/** Whether the file could be judged at all; its errors if not. */
function readableCase(record: ProfileRecord, header: Header, wording: Wording): TestCase | null {
  if (record.status === 'judged') return null;
  const { ci, status } = wording.words;
  const lines = record.problems.map((found) => ci.of(placeOf(record.path, found.at), sayProblem(found, wording.words)));
  const counted = record.status === 'invalid' && header.options.onInvalid === 'count';
  return oneCase('gate', ci.readable, counted ? 'failure' : 'error', record.status, [status[record.status], ...lines]);
}

/** A case for each minimum that was asked for, met or not, so that its name is the same in every run. */
function minimumCases(record: ProfileRecord, { options }: Header, wording: Wording): TestCase[] {
  if (record.status !== 'judged') return [];
  const minimums = [
    ['min-compliance', options.minCompliance],
    ['min-coverage', options.minCoverage],
  ] as const;
  return minimums.flatMap(([code, required]) => {
    if (required === null) return [];
    const missed = record.gate.reasons.find((reason) => reason.code === code);
    const lines = missed === undefined ? [] : [sayGateReason(missed, wording.words)];
    return [oneCase('gate', `--${code} ${required}`, missed === undefined ? 'passed' : 'failure', code, lines)];
  });
}

function ruleCase(decided: DecidedRule, record: ProfileRecord, wording: Wording): TestCase {
  const { id, rule, verdict, duty, failsGate } = decided;
  const name = `${id} ${titleOf(decided, wording)}`;
  const outcome = outcomeOf(decided);
  if (outcome === 'passed') return oneCase(rule.area, name, outcome, verdict, []);
  const worst = decided.findings.filter((finding) => finding.verdict === verdict).map((finding) => ({ finding, rule }));
  const said = worst.map((each) => sayFinding(each, wording));
  const type = `${verdict} ${duty}`;
  if (!failsGate && verdict !== 'gap') return oneCase(rule.area, name, outcome, type, said);
  const [first] = worst;
  const about = first === undefined ? [] : aboutRule(first, wording);
  const places = worst.map((each, index) => wording.words.ci.of(placeOf(record.path, each.finding.at), said[index] ?? ''));
  return oneCase(rule.area, name, outcome, type, said, [...places, ...about]);
}

function outcomeOf({ verdict, failsGate }: DecidedRule): TestOutcome {
  if (failsGate) return verdict === 'gap' ? 'failure' : 'error';
  return verdict === 'pass' ? 'passed' : 'skipped';
}

function aboutRule(judged: RuledFinding, wording: Wording): string[] {
  const { report, ci } = wording.words;
  return [
    ci.of(report.law, lawOf(judged, wording)),
    ...costOf(judged, wording).map((line) => ci.of(report.cost, line)),
    ci.of(report.remedy, remedyOf(judged, wording)),
  ];
}

function inputCases(summary: Summary, wording: Wording): TestCase[] {
  const { ci } = wording.words;
  const notWhole = reasonsNotWhole(summary).map((reason) =>
    oneCase('gate', ci.gate, 'error', reason.code, [sayGateReason(reason, wording.words)]),
  );
  return [...notWhole, ...summary.emptySources.map((path) => oneCase('gate', path, 'error', 'empty', [ci.emptySource(path)]))];
}

/** What is said stands in the message, one line; the details in the content. */
function oneCase(
  classname: string,
  name: string,
  outcome: TestOutcome,
  type: string,
  said: readonly string[],
  details: readonly string[] = said,
): TestCase {
  const message = said.join(' | ');
  const content = outcome === 'skipped' && details === said ? [] : details.map((line) => escapeXml(`${line}\n`));
  const inner = outcome === 'passed' ? [] : [element(outcome, { message, type: outcome === 'skipped' ? null : type }, content)];
  return { outcome, xml: element('testcase', { name, classname }, inner) };
}

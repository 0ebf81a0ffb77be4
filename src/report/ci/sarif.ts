import type { Invocation, Log, Notification, ReportingDescriptor, Result, Run as SarifRun } from 'sarif';
import { EXIT } from '../../assess/gate.js';
import type { Header, ProfileRecord, Summary } from '../../core/run.js';
import { sayGateReason, sayProblem } from '../../i18n/translate.js';
import { escapeSarif } from '../escape.js';
import { isToAct, rankOf, weighedFindings } from '../say/decided.js';
import { reasonsNotWhole } from '../say/messages.js';
import { Wording } from '../say/wording.js';
import type { Report, Reporter, View } from '../view.js';
import { Fingerprints } from './identity.js';
import { placed, sarifResult } from './sarif-result.js';
import { sarifRule } from './sarif-rule.js';
import { WorstFirst } from './worst.js';

/** GitHub rejects a run with more results than this. */
const MAX_RESULTS = 25_000;
/** Beyond so many a reader looks elsewhere; a batch of spoilt files has hundreds of thousands. */
const MAX_NOTIFICATIONS = 1000;
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

interface Ranked {
  readonly rank: number;
  readonly rule: string;
  /** The result in JSON and UTF-8, without its rule index: so many objects would not fit. */
  readonly json: Uint8Array;
}

interface Said {
  readonly error: boolean;
  readonly notification: Notification;
}

/** The run as SARIF 2.1.0 for code scanning: the gaps and whatever else the gate fails on, or every finding if asked for. */
export const sarifReport: Reporter = (header, view): Report => {
  const wording = new Wording(view.lang, header.catalog);
  const fingerprints = new Fingerprints();
  const results = new WorstFirst<Ranked>(MAX_RESULTS, (a, b) => a.rank - b.rank);
  const said = new WorstFirst<Said>(MAX_NOTIFICATIONS, (a, b) => Number(b.error) - Number(a.error));
  return {
    add: (record) => {
      const of = fingerprints.of(record);
      for (const each of weighedFindings(record, header)) {
        // Every finding takes its fingerprint, so that it has the same one whatever is written.
        const fingerprint = of.finding(each.finding);
        if (!view.sarifAllKinds && !isToAct(each, header.options)) continue;
        const likeness = { rank: rankOf(each), rule: each.finding.rule, json: NOTHING };
        results.addLike(likeness, () => ({ ...likeness, json: bytes(sarifResult(each, record, fingerprint, view, wording)) }));
      }
      for (const notification of notificationsOf(record, wording)) said.add({ error: notification.level === 'error', notification });
      return '';
    },
    end: (summary) => logOf(header, view, wording, { results, said }, summary),
  };
};

interface Results {
  readonly results: WorstFirst<Ranked>;
  readonly said: WorstFirst<Said>;
}

const NOTHING = new Uint8Array();

function bytes(result: Result): Uint8Array {
  return Buffer.from(JSON.stringify(result));
}

/** The whole log, each result on a line of its own. */
function logOf(header: Header, view: View, wording: Wording, collected: Results, summary: Summary): Uint8Array {
  const kept = collected.results.all();
  const used = new Set(kept.map(({ rule }) => rule));
  const rules = Object.keys(header.catalog.rules).filter((id) => used.has(id));
  const index = new Map(rules.map((id, position) => [id, position]));
  const run: SarifRun = {
    tool: { driver: driverOf(header, rules, wording) },
    invocations: [invocationOf(collected, summary, wording)],
    columnKind: 'utf16CodeUnits',
    language: view.lang === 'zh' ? 'zh-CN' : 'en-US',
    properties: { asOf: header.asOf, partial: header.partial, packs: header.packs, ...(header.options.redact ? { redacted: true } : {}) },
    results: [],
  };
  const log: Log = { $schema: SCHEMA, version: '2.1.0', runs: [run] };
  const around = JSON.stringify(log, null, 2);
  // The results stand last in the run, so that this is where they belong.
  const at = around.lastIndexOf('[]') + 1;
  const pieces: Uint8Array[] = [Buffer.from(around.slice(0, at))];
  for (const [position, { rule, json }] of kept.entries()) {
    pieces.push(Buffer.from(`${position === 0 ? '' : ','}\n        {"ruleIndex":${index.get(rule)},`), json.subarray(1));
  }
  pieces.push(Buffer.from(`${kept.length === 0 ? '' : '\n      '}${around.slice(at)}\n`));
  return Buffer.concat(pieces);
}

function driverOf(header: Header, rules: readonly string[], wording: Wording): SarifRun['tool']['driver'] {
  const described = rules.flatMap((id): ReportingDescriptor[] => {
    const rule = header.catalog.rules[id];
    return rule === undefined ? [] : [sarifRule(id, rule, wording)];
  });
  const { name, version } = header.tool;
  return { name, version, semanticVersion: version, rules: described };
}

function invocationOf({ results, said }: Results, summary: Summary, wording: Wording): Invocation {
  const { ci } = wording.words;
  const leftOut = [
    results.leftOut === 0 ? null : ci.resultsLeftOut(results.leftOut, MAX_RESULTS),
    said.leftOut === 0 ? null : ci.problemsLeftOut(said.leftOut, MAX_NOTIFICATIONS),
  ].filter((each) => each !== null);
  const empty = summary.emptySources.map((path) => notification('empty-source', 'error', ci.emptySource(path)));
  const reasons = summary.gate.reasons.map((reason) => sayGateReason(reason, wording.words));
  return {
    executionSuccessful: summary.exitCode !== EXIT.notJudged,
    exitCode: summary.exitCode,
    ...(reasons.length === 0 ? {} : { exitCodeDescription: reasons.join(ci.sentenceSeparator) }),
    toolExecutionNotifications: [
      ...reasonsNotWhole(summary).map((reason) => notification(reason.code, 'error', sayGateReason(reason, wording.words))),
      ...leftOut.map((text) => notification('left-out', 'warning', text)),
      ...empty,
      ...said.all().map((each) => each.notification),
    ],
  };
}

function notificationsOf(record: ProfileRecord, wording: Wording): Notification[] {
  return record.problems.map((found) => ({
    ...notification(found.code, found.level, sayProblem(found, wording.words)),
    locations: [placed(record.path, found.at, null)],
  }));
}

function notification(id: string, level: Notification.level, text: string): Notification {
  return { descriptor: { id }, level, message: { text: escapeSarif(text) } };
}

import { Overview } from '../../assess/overview.js';
import { questionsOf } from '../../assess/questions.js';
import { VERDICTS, type Verdict } from '../../core/finding.js';
import { own } from '../../core/own.js';
import type { Counts, ProfileRecord } from '../../core/run.js';
import type { SheetColumn, SheetName } from '../../i18n/sheets/words.js';
import { sayGateReason } from '../../i18n/translate.js';
import { escapeWorkbook } from '../escape.js';
import { findingsOf } from '../say/findings.js';
import { shapeOf } from '../say/shape.js';
import { Wording } from '../say/wording.js';
import type { Report, Reporter, View } from '../view.js';
import type { Values } from './cells.js';
import { FINDING_COLUMNS, findingRows, lawLines, problemRows, questionOf, ruleValues, subjectOf } from './findingrows.js';
import { Room, SheetRows } from './sheetrows.js';
import { aboutSheet, summarySheet } from './summarysheet.js';

/** What a sheet shows of one profile. */
type RowsOf = (record: ProfileRecord, view: View, wording: Wording) => Values[];

interface TableOf {
  readonly name: SheetName;
  readonly columns: readonly SheetColumn[];
  readonly rows: RowsOf;
}

const SUBJECT = ['profile', 'operator', 'platform'] as const;

/** The tables in the order of their sheets; one without rows is left out, but for the profiles. */
const TABLES: readonly TableOf[] = [
  { name: 'findings', columns: FINDING_COLUMNS, rows: findingRows },
  { name: 'questions', columns: [...SUBJECT, 'fact', 'path', 'write', 'rules', 'alone', 'value'], rows: questionRows },
  { name: 'manual', columns: [...SUBJECT, 'area', 'title', 'duty', 'item', 'question', 'law', 'rule'], rows: manualRows },
  { name: 'upcoming', columns: [...SUBJECT, 'from', 'verdict', 'title', 'rule'], rows: upcomingRows },
  {
    name: 'profiles',
    columns: [
      ...['profile', 'identity', 'operator', 'uscc', 'platform', 'declaration', 'status', 'gate', 'gateReasons'],
      ...['compliance', 'coverage', ...VERDICTS, 'encouraged', 'errors', 'warnings', 'digest', 'factsDigest'],
    ] as readonly SheetColumn[],
    rows: profileRows,
  },
  { name: 'problems', columns: ['profile', 'level', 'place', 'problem', 'source', 'identity'], rows: problemsOf },
];

/** The run as a workbook: what it came to, every finding, what to declare and to answer, every profile. */
export const xlsxReport: Reporter = (header, view): Report => {
  const wording = new Wording(view.lang, header.catalog);
  const { sheets } = wording.words;
  const room = new Room(sheets);
  const overview = new Overview();
  const counted: Record<Verdict, number> = { gap: 0, unknown: 0, manual: 0, pass: 0, 'not-applicable': 0 };
  const tables = TABLES.map(({ name, columns, rows }) => ({ rows, table: new SheetRows(name, columns, sheets, room) }));
  return {
    add: (record) => {
      overview.add(record);
      for (const verdict of VERDICTS) counted[verdict] += (record.counts?.[verdict] ?? 0) + (record.encouraged?.[verdict] ?? 0);
      for (const { rows, table } of tables) table.add(rows(record, view, wording));
      return '';
    },
    end: async (summary) => {
      const outcome = { header, summary, overview, counted, tables: tables.map(({ table }) => table) };
      const shown = outcome.tables.filter((table) => !table.isEmpty || table.name === 'profiles');
      const { workbookOf } = await import('../../sheet/workbook.js');
      const first = summarySheet(outcome, view, wording, room);
      return workbookOf([first, ...shown.map((table) => table.sheet()), aboutSheet(outcome, wording, room)], view.lang, escapeWorkbook);
    },
  };
};

function questionRows(record: ProfileRecord, { show }: View, wording: Wording): Values[] {
  if (!show.includes('unknown')) return [];
  return questionsOf(record, wording.catalog).map((question) => ({
    ...subjectOf(record),
    fact: wording.factTitle(question.path),
    path: question.path,
    write: shapeOf(question.path, wording),
    rules: question.rules.length,
    alone: question.alone,
    // Thirds and the like; rounded down as all numbers are.
    value: Math.floor(question.value * 100) / 100,
  }));
}

function manualRows(record: ProfileRecord, { show }: View, wording: Wording): Values[] {
  if (!show.includes('manual')) return [];
  return findingsOf(record, wording.catalog, 'manual').map((judged) => ({
    ...subjectOf(record),
    ...ruleValues(judged, wording),
    item: judged.finding.item ?? '',
    question: questionOf(judged, wording),
    law: lawLines(judged, wording),
  }));
}

function upcomingRows(record: ProfileRecord, _view: View, wording: Wording): Values[] {
  return record.upcoming.map(({ rule: id, from, verdict }) => {
    const rule = own(wording.catalog.rules, id);
    const title = rule === undefined ? id : wording.fill(wording.text(rule.title), rule);
    return { ...subjectOf(record), from, verdict: wording.words.verdict[verdict], title, rule: id };
  });
}

function profileRows(record: ProfileRecord, _view: View, wording: Wording): Values[] {
  const { report, status } = wording.words;
  const { declaration, gate, problems, encouraged, counts } = record;
  const by = [declaration.by, declaration.title].filter((each) => each !== null).join(' ');
  return [
    {
      ...subjectOf(record),
      ...(counts ?? {}),
      declaration: declaration.date === null ? '' : report.declared(declaration.date, by === '' ? null : by),
      status: status[record.status],
      gate: gate.passed ? report.gatePassed : report.gateFailed,
      gateReasons: gate.reasons.map((reason) => sayGateReason(reason, wording.words)),
      compliance: record.compliance ?? '—',
      coverage: record.coverage ?? '—',
      encouraged: encouraged === null ? '' : countsText(encouraged, wording),
      errors: problems.filter(({ level }) => level === 'error').length,
      warnings: problems.filter(({ level }) => level === 'warning').length,
      digest: record.digest ?? '',
      factsDigest: record.factsDigest ?? '',
    },
  ];
}

function countsText(counts: Counts, { words: { verdict, listSeparator } }: Wording): string {
  return VERDICTS.filter((each) => counts[each] > 0)
    .map((each) => `${verdict[each]} ${counts[each]}`)
    .join(listSeparator);
}

function problemsOf(record: ProfileRecord, _view: View, wording: Wording): Values[] {
  return problemRows(record, wording);
}

import type { Overview } from '../../assess/overview.js';
import type { Verdict } from '../../core/finding.js';
import type { Gate, Header, Score, Status, Summary } from '../../core/run.js';
import { sayGateReason } from '../../i18n/translate.js';
import type { Sheet } from '../../sheet/workbook.js';
import { knownLines } from '../say/known.js';
import { runTitle } from '../say/messages.js';
import { optionsOf } from '../say/optionline.js';
import type { Wording } from '../say/wording.js';
import type { View } from '../view.js';
import { type Cell, cellOf } from './cells.js';
import type { Room, SheetRows } from './sheetrows.js';

const VERDICTS = ['pass', 'gap', 'unknown', 'manual', 'not-applicable'] as const;

/** What a run came to, for the first sheet. */
export interface RunOutcome {
  readonly header: Header;
  readonly summary: Summary;
  readonly overview: Overview;
  /** Rules by verdict over all profiles, encouraged ones included. */
  readonly counted: Readonly<Record<Verdict, number>>;
  readonly tables: readonly SheetRows[];
}

/** The decision first, then by what was judged, what is not shown, and the verdicts by area. */
export function summarySheet(outcome: RunOutcome, view: View, wording: Wording, room: Room): Sheet {
  const { report, sheets } = wording.words;
  const { header } = outcome;
  const before: Cell[][] = [
    [runTitle(header, wording, outcome.summary)],
    [report.headings.asOf, header.asOf],
    ...gateRows(outcome.summary.gate, wording),
    ...lawRows(header, wording),
    [sheets.labels.options, optionsOf(header)],
    ...profileRows(outcome, wording),
    ...omissionRows(outcome, view, wording),
    [report.disclaimer],
    [],
  ];
  const areas = areaRows(outcome.overview, wording);
  const { manual, 'not-applicable': others } = outcome.overview.score(null).counts;
  const rows = [...before, ...areas, [report.besides(manual, others)]].map((row) => row.map((cell) => kept(cell, room)));
  return { name: sheets.names.summary, widths: [28, 12, 12, 12, 12, 12, 16, 16], rows, heads: [0, before.length], isTable: false };
}

/** By which program, rules and vocabulary the run was made, with their digests. */
export function aboutSheet({ header }: RunOutcome, wording: Wording, room: Room): Sheet {
  const { report, sheets } = wording.words;
  const { tool, packs, vocabulary } = header;
  const rows: Cell[][] = [
    [sheets.labels.tool, `${tool.name} ${tool.version}`],
    ...packs.flatMap(({ id, version, digest }) => [
      [report.headings.pack, `${id} ${version}`],
      ['', digest],
    ]),
    [sheets.labels.vocabulary, String(vocabulary.version)],
    ['', vocabulary.digest],
    [sheets.labels.cells, sheets.cells],
    ['', report.disclaimer],
  ];
  return {
    name: sheets.names.about,
    widths: [18, 90],
    rows: rows.map((row) => row.map((cell) => kept(cell, room))),
    heads: [],
    isTable: false,
  };
}

function kept(cell: Cell, room: Room): number | string {
  const value = cellOf(cell);
  return typeof value === 'number' ? value : room.keep(value);
}

function gateRows({ passed, reasons }: Gate, wording: Wording): Cell[][] {
  const { report, sheets } = wording.words;
  const said = reasons.map((reason) => sayGateReason(reason, wording.words));
  return [[sheets.labels.gate, passed ? report.gatePassed : report.gateFailed], ...said.map((each) => ['', each])];
}

function lawRows(header: Header, wording: Wording): Cell[][] {
  const { packs, vocabulary } = header;
  const { report, sheets } = wording.words;
  const rows = packs.map(({ id, version, digest }) => [report.headings.pack, report.pack(id, version, digest)]);
  const known = knownLines(header, wording).map((each) => [report.headings.known, each]);
  return [...rows, ...known, [sheets.labels.vocabulary, report.pack('', String(vocabulary.version), vocabulary.digest).trim()]];
}

function profileRows({ overview, summary }: RunOutcome, wording: Wording): Cell[][] {
  const { report, sheets, status } = wording.words;
  const statuses = (Object.entries(summary.statuses) as [Status, number][]).filter(([, count]) => count > 0);
  return [
    [sheets.labels.profiles, report.batch(overview.profiles, overview.passed)],
    ...statuses.map(([name, count], index) => [index === 0 ? sheets.labels.statuses : '', `${status[name]} ${count}`]),
    ...(summary.duplicates.length === 0 ? [] : [[report.duplicates(summary.duplicates.length)]]),
    ...summary.duplicates.flatMap(({ identity, paths }) => [['', identity], ...paths.map((path) => ['', '', path])]),
    ...summary.emptySources.map((source, index) => [index === 0 ? sheets.labels.noInputs : '', source]),
  ];
}

/** What of all this the workbook does not show: verdicts that were not asked for, rows beyond the limits. */
function omissionRows({ counted, tables }: RunOutcome, view: View, wording: Wording): Cell[][] {
  const { report, sheets, verdict, listSeparator } = wording.words;
  const hidden = VERDICTS.filter((each) => !view.show.includes(each) && counted[each] > 0);
  const cut = tables.filter(({ leftOut }) => leftOut > 0);
  return [
    ...(hidden.length === 0 ? [] : [[report.hidden(hidden.map((each) => `${verdict[each]} ${counted[each]}`).join(listSeparator))]]),
    ...cut.map(({ name, leftOut }) => [sheets.leftOutOf(sheets.names[name], leftOut)]),
  ];
}

function areaRows(overview: Overview, wording: Wording): Cell[][] {
  const { report, sheets } = wording.words;
  const row = (name: string, { counts, compliance, coverage }: Score): Cell[] => [
    name,
    ...VERDICTS.map((each) => counts[each]),
    compliance ?? '—',
    coverage ?? '—',
  ];
  const areas = Object.entries(wording.catalog.areas).map(([id, title]) => [title, overview.score(id)] as const);
  const judged = areas.filter(([, { counts }]) => VERDICTS.some((each) => counts[each] > 0));
  return [
    [report.area, ...VERDICTS.map((each) => report.columns[each]), sheets.columns.compliance, sheets.columns.coverage],
    ...judged.map(([title, score]) => row(wording.text(title), score)),
    row(report.total, overview.score(null)),
  ];
}

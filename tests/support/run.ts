import { summarise, tally } from '../../src/assess/gate.js';
import type { Format } from '../../src/core/format.js';
import type { ProfileRecord, Run, Summary } from '../../src/core/run.js';
import type { Language } from '../../src/core/text.js';
import { runLines } from '../../src/report/data/ndjson.js';
import { FORMATS } from '../../src/report/formats.js';
import type { Reporter, View } from '../../src/report/view.js';
import { expandHeader, type SavedHeader, type SavedProfile, SavedRecords } from '../../src/run/expand.js';
import { openRun } from '../../src/run/read.js';
import { contextOf, folderWith, hegui, type Ran, type World } from './cli.js';

/** Where the frozen run is saved: all frozen profiles as the frozen pack judges them, in Chinese. */
export const FROZEN_RUN = 'tests/frozen/run.ndjson';

/** A saved run as data. */
export async function readRun(path: string): Promise<Run> {
  const { context } = contextOf({});
  const { header, records, summary } = await openRun(path, context);
  const profiles: ProfileRecord[] = [];
  for await (const { record } of records) profiles.push(record);
  const end = summary();
  if (end === null) throw new Error(`${path} is cut off`);
  return { header, profiles, summary: end };
}

/** A run as one JSON document, read back. */
export function runIn({ profiles, summary, ...saved }: SavedHeader & { profiles: SavedProfile[]; summary: Summary }): Run {
  const header = expandHeader(saved);
  const records = new SavedRecords(header);
  return { header, profiles: profiles.map((each) => records.record(each)), summary };
}

/** A run as lines, read back. */
export function runInLines(text: string): Run {
  const [{ record: _, ...header }, ...rest] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const { record: __, ...summary } = rest.pop();
  return runIn({ ...header, profiles: rest, summary });
}

/** The lines of a run as it is saved. */
export function linesOf({ header, profiles, summary }: Run): string {
  const lines = runLines(header);
  return lines.header() + profiles.map((record) => lines.profile(record)).join('') + lines.summary(summary);
}

/** The frozen run in a language: whole, or with only the profiles of these names. */
export async function frozenRun(lang: Language, ...names: readonly string[]): Promise<Run> {
  const run = await readRun(FROZEN_RUN);
  const whole = { ...run, header: { ...run.header, lang } };
  if (names.length === 0) return whole;
  const profiles = names.map((name) => {
    const record = run.profiles.find(({ path }) => path === `profiles/${name}.yaml`);
    if (record === undefined) throw new Error(`no frozen profile ${name}`);
    return record;
  });
  return { ...whole, profiles, summary: summarise(profiles.map(tally), run.header.options) };
}

/** All verdicts, in the order in which a report lists them. */
export const ALL: View['show'] = ['gap', 'unknown', 'manual', 'pass', 'not-applicable'];

function reporterOf(format: Format): Reporter {
  const { reporter } = FORMATS[format];
  if (reporter === null) throw new Error(`${format} has no reporter`);
  return reporter;
}

/** The report of a run in one format of text, as the command line writes it. */
export function render(format: Exclude<Format, 'xlsx'>, run: Run, view: Partial<View> = {}): string {
  const { header, profiles, summary } = run;
  if (format === 'ndjson') return linesOf(run);
  const report = reporterOf(format)(header, viewOf(header.lang, view));
  const pieces = profiles.map((record) => report.add(record));
  return pieces.join('') + report.end(summary);
}

/** The workbook of a run, as the command line writes it. */
export async function renderWorkbook({ header, profiles, summary }: Run, view: Partial<View> = {}): Promise<Uint8Array> {
  const report = reporterOf('xlsx')(header, viewOf(header.lang, view));
  for (const record of profiles) report.add(record);
  const bytes = await report.end(summary);
  if (typeof bytes === 'string') throw new Error('a workbook is bytes');
  return bytes;
}

function viewOf(lang: View['lang'], view: Partial<View>): View {
  return { lang, show: ['gap', 'unknown', 'manual'], sarifAllKinds: false, color: false, width: 80, ...view };
}

/** What the command line does with a run once it is saved: `hegui report` with further arguments. */
export async function report(run: Run, argv: readonly string[], world: World = {}): Promise<Ran> {
  return hegui(['report', `${folderWith({ 'run.ndjson': linesOf(run) })}/run.ndjson`, ...argv], world);
}

/** The run with other records. */
export function withProfiles(run: Run, ...profiles: readonly ProfileRecord[]): Run {
  return { ...run, profiles };
}

/** The only record of a run. */
export function onlyOf({ profiles }: Run): ProfileRecord {
  const [record, ...others] = profiles;
  if (record === undefined || others.length > 0) throw new Error('not one record');
  return record;
}

import { isDeepStrictEqual } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import type { Finding } from '../../src/core/finding.js';
import type { Format } from '../../src/core/format.js';
import type { Run } from '../../src/core/run.js';
import type { View } from '../../src/report/view.js';
import { hegui } from './cli.js';
import { readLog } from './github.js';
import { readIssues } from './gitlab.js';
import { spelt } from './hostile.js';
import { expectSound, type Node, readJunit } from './junit.js';
import { BREAK, inline, readMarkdown, summaries, textOf as textOfMarkdown } from './markdown.js';
import { mistakes, textOf as textOfPage } from './page.js';
import { render, renderWorkbook, runIn } from './run.js';
import { notesOf, readSarif, resultsOf } from './sarif.js';
import { filesOf, readCsv, readSheets } from './sheets.js';

/** How a report of a format is read back by a program that knows nothing of hegui. */
interface Reader {
  /** Fails where the report is not valid by its specification, or not inert. Gives its texts as a reader gets them. */
  read(report: string | Uint8Array, run: Run): Promise<readonly string[]> | readonly string[];
  /** A text as the format writes it. */
  written(text: string): string;
  /** Lines are broken anew, so that no white space can be compared. */
  readonly wraps?: true;
  /** Of several profiles it shows the worst alone, or as many as there is room for. */
  readonly cutsBatch?: true;
}

/** A report read back. */
export interface ReadBack {
  readonly report: string | Uint8Array;
  /** Whether a text can be found in it, in the form in which the format writes it. */
  holds(text: string): boolean;
}

/** Writes a run in a format and reads it back; fails where the report is not valid or not inert. */
export async function readBack(format: Format, run: Run, view: Partial<View> = {}): Promise<ReadBack> {
  const report = format === 'xlsx' ? await renderWorkbook(run, view) : render(format, run, view);
  const { read, written, wraps } = READERS[format];
  const plain = (text: string): string => (wraps ? text.replace(/\s+/g, '') : text);
  const texts = (await read(report, run)).map(plain);
  return { report, holds: (text) => texts.some((each) => each.includes(plain(written(text)))) };
}

/** Whether a report of several profiles leaves some of them out. */
export function cutsBatch(format: Format): boolean {
  return READERS[format].cutsBatch === true;
}

const CELL = /(?!\t)[\p{Cc}\p{Bidi_Control}\u2028\u2029\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/gu;
const LINE = /(?!\t)[\p{Cc}\p{Bidi_Control}\u2028\u2029\p{Cs}\p{Noncharacter_Code_Point}]/gu;

const READERS: Readonly<Record<Format, Reader>> = {
  table: { read: (report) => terminal(String(report)), written: (text) => spelt(text, LINE), wraps: true, cutsBatch: true },
  json: { read: (report, run) => json(JSON.parse(String(report)), run), written: (text) => text },
  ndjson: { read: (report, run) => json(documentOf(String(report)), run), written: (text) => text },
  html: { read: (report) => page(String(report)), written: (text) => spelt(text, LINE) },
  csv: { read: (report) => csv(String(report)), written: (text) => spelt(text, CELL) },
  xlsx: { read: (report) => workbook(report as Uint8Array), written: (text) => spelt(text, CELL) },
  sarif: { read: (report) => sarif(String(report)), written: (text) => spelt(text) },
  junit: { read: (report) => junit(String(report)), written: (text) => spelt(spelt(text), /[\ufffe\uffff]/g) },
  gitlab: {
    read: (report) => readIssues(String(report)).flatMap(({ description, location }) => [description, location.path]),
    written: (text) => spelt(text),
  },
  github: { read: (report) => github(String(report)), written: (text) => spelt(text), cutsBatch: true },
  markdown: {
    read: (report) => markdown(String(report)),
    written: (text) => inline([...text].slice(0, MOST_OF_A_NAME).join('')).replaceAll(BREAK, ''),
    wraps: true,
    cutsBatch: true,
  },
};

/** Of a longer name Markdown shows the beginning. */
const MOST_OF_A_NAME = 200;

function terminal(report: string): string[] {
  expect(report).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029\p{Cs}\p{Noncharacter_Code_Point}]/u);
  return [report];
}

const { stdout: schema } = await hegui(['schema', 'run']);
const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
const fits = ajv.compile(JSON.parse(schema));

/** The document must fit its schema and say what the run says, messages aside. */
function json(document: object, run: Run): string[] {
  expect(fits(document), JSON.stringify(fits.errors?.slice(0, 3))).toBe(true);
  // Compared as a truth, since a failure would print megabytes.
  expect(isDeepStrictEqual(comparable(runIn(document as Parameters<typeof runIn>[0])), comparable(run))).toBe(true);
  return strings(document);
}

/** A run without sentences; findings on rules that the run does not hold have no place among the others. */
function comparable({ header, profiles, summary }: Run): unknown {
  const silent = (key: string, value: unknown): unknown => (key === 'message' ? undefined : value);
  const key = ({ rule, item }: Finding): string => JSON.stringify([Object.hasOwn(header.catalog.rules, rule), rule, item]);
  const inOrder = (findings: readonly Finding[]): Finding[] =>
    [...findings].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  const records = profiles.map((record) => ({ ...record, findings: inOrder(record.findings) }));
  return JSON.parse(JSON.stringify({ header, records, summary }, silent));
}

/** The lines of a run as one document. */
function documentOf(lines: string): object {
  expect(lines.endsWith('\n')).toBe(true);
  const records = lines
    .trimEnd()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line));
  const kinds = records.map(({ record }) => record);
  expect(kinds).toEqual(['run', ...kinds.slice(1, -1).fill('profile'), 'summary']);
  const [{ record: _run, ...header } = {}, ...rest] = records;
  const { record: _summary, ...summary } = rest.pop() ?? {};
  return { ...header, profiles: rest, summary };
}

async function page(report: string): Promise<string[]> {
  expect(await mistakes(report)).toEqual([]);
  expect(report.match(/<script/g)).toHaveLength(1);
  expect(report).not.toMatch(/<(?:img|iframe|link|object|embed|base|form|b onclick)\b|<[^>]* (?:style|on\w+|src)=/);
  expect(report).not.toMatch(/href="(?!#|https?:\/\/)/);
  expect(report).not.toMatch(/(?![\t\n])[\p{Cc}\p{Bidi_Control}\u2028\u2029\p{Cs}\p{Noncharacter_Code_Point}]/u);
  return [textOfPage(report)];
}

function csv(report: string): string[] {
  const [head = [], ...rows] = readCsv(report);
  for (const row of rows) {
    expect(row).toHaveLength(head.length);
    for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]|(?![\t\n])[\p{Cc}\p{Bidi_Control}\p{Cs}]/u);
  }
  return rows.flat().map((cell) => cell.replace(/^'/, ''));
}

async function workbook(report: Uint8Array): Promise<string[]> {
  for (const [name, xml] of filesOf(report)) {
    expect(name).toMatch(/^[\w./[\]]+$/);
    expect(xml).not.toMatch(/<f>|hyperlink|\[object|native code/);
  }
  const cells = [...(await readSheets(report)).values()].flat(2).map((cell) => String(cell ?? ''));
  for (const cell of cells) expect(cell).not.toMatch(/(?![\t\n])[\p{Cc}\p{Bidi_Control}\p{Cs}]/u);
  return cells;
}

function sarif(report: string): string[] {
  const log = readSarif(report);
  for (const { message } of [...resultsOf(log), ...notesOf(log)]) {
    expect(message.text).not.toMatch(/\]\(|\p{Cs}/u);
    expect(message.text?.replaceAll('{{', '').replaceAll('}}', '')).not.toMatch(/[{}]/);
  }
  for (const { locations } of [...resultsOf(log), ...notesOf(log)]) {
    for (const { physicalLocation } of locations ?? []) {
      expect(physicalLocation?.artifactLocation?.uri).toMatch(/^[A-Za-z0-9\-._~!$&'()*+;=@%/:]*$/);
    }
  }
  // Names and sources stand as they are, messages with braces doubled and brackets set apart.
  return strings(log).flatMap((text) => [text, text.replaceAll('{{', '{').replaceAll('}}', '}').replaceAll('] (', '](')]);
}

function junit(report: string): string[] {
  const root = readJunit(report);
  expectSound(root);
  const textsOf = ({ attributes, children, text }: Node): string[] => [...Object.values(attributes), text, ...children.flatMap(textsOf)];
  return textsOf(root);
}

function github(report: string): string[] {
  const { commands, plain } = readLog(report);
  // The gate, and how many there are.
  expect(plain).toHaveLength(2);
  for (const { kind } of commands) expect(['error', 'warning', 'notice']).toContain(kind);
  return [...commands.flatMap(({ properties, message }) => [...Object.values(properties), message]), ...plain];
}

function markdown(report: string): string[] {
  const root = readMarkdown(report);
  return [textOfMarkdown(root), ...summaries(root)];
}

/** All strings of a document, names of its members among them. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => [name, ...strings(each)]);
}

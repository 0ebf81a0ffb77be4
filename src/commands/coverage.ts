import { coverageOf, RuleVerdicts } from '../assess/coverage.js';
import { EXIT } from '../assess/gate.js';
import type { Context } from '../core/context.js';
import type { Ledger } from '../core/ledger.js';
import type { Pack } from '../core/rule.js';
import type { Language } from '../core/text.js';
import { sayProblem, sentences } from '../i18n/translate.js';
import { OptionReading } from '../invocation/options.js';
import { loadLedger } from '../invocation/packs.js';
import { asUsageError } from '../invocation/unreadable.js';
import { UsageError, usageProblem } from '../invocation/usage.js';
import { nodeHost } from '../io/host.js';
import { diskReader } from '../io/read.js';
import { decode, type Encoding, MAX_BYTES } from '../load/decode.js';
import { coverageJson } from '../report/coverage/data.js';
import { coverageMarkdown } from '../report/coverage/markdown.js';
import { phrasesJson, phrasesMarkdown, phrasesTable, type SoughtPhrases } from '../report/coverage/phrases.js';
import type { ShownCoverage, ShownRun } from '../report/coverage/shown.js';
import { coverageTable } from '../report/coverage/table.js';
import { missingPhrases } from '../rules/ledgertext.js';
import { openRun } from '../run/read.js';

export interface RawCoverageOptions {
  readonly format?: string;
  readonly rules?: readonly string[];
  readonly run?: string;
  readonly text?: string;
  readonly encoding?: string;
}

const FORMATS = ['table', 'json', 'markdown'] as const;
type CoverageFormat = (typeof FORMATS)[number];
const ENCODINGS = ['gb18030', 'utf-16'] as const;

/**
 * `hegui coverage`: the clauses and phrases of the opinion with the rules that rest on them. With `--text` it looks for
 * the phrases in a text instead, and exits 1 if any is missing.
 */
export async function coverage(raw: RawCoverageOptions, lang: Language, context: Context): Promise<number> {
  const reading = new OptionReading();
  const format = reading.oneOf('--format', raw.format ?? 'table', FORMATS);
  const encoding = raw.encoding === undefined ? null : reading.oneOf('--encoding', raw.encoding, ENCODINGS);
  if (raw.text !== undefined && raw.run !== undefined) {
    reading.problems.push(usageProblem('bad-combination', { one: '--text', other: '--run' }));
  }
  reading.finish();
  const { head, pack, ledger } = await loadLedger(raw.rules ?? [], lang, context);
  if (raw.text !== undefined) return seek(raw.text, encoding, ledger, { format, lang, context });
  const { run, verdicts } = raw.run === undefined ? { run: null, verdicts: null } : await judged(raw.run, pack, context);
  const { id, version } = head;
  const shown: ShownCoverage = {
    tool: context.version,
    pack: { id, version },
    coverage: coverageOf(ledger, pack.rules, verdicts),
    run,
    lang,
  };
  await context.stdout.write(rendered(shown, format, context));
  return EXIT.passed;
}

function rendered(shown: ShownCoverage, format: CoverageFormat, { stdout, env }: Context): string {
  if (format === 'json') return coverageJson(shown);
  if (format === 'markdown') return coverageMarkdown(shown);
  return coverageTable(shown, Math.min(stdout.columns, 120), stdout.isTTY && !env['NO_COLOR']);
}

interface SavedVerdicts {
  readonly run: ShownRun;
  readonly verdicts: RuleVerdicts;
}

/** The verdicts of a saved run. @throws UsageError if it cannot be read, or judged none of the pack's rules */
async function judged(path: string, pack: Pack, context: Context): Promise<SavedVerdicts> {
  const known = new Set(pack.rules.map(({ id }) => id));
  const verdicts = new RuleVerdicts();
  try {
    const saved = await openRun(path, context);
    const ofRun = Object.keys(saved.header.catalog.rules);
    const foreign = ofRun.filter((rule) => !known.has(rule));
    if (foreign.length === ofRun.length) throw new UsageError([usageProblem('run-of-other-rules', { path })]);
    for await (const { record } of saved.records) verdicts.add(record);
    return { run: { path, profiles: verdicts.profiles, whole: saved.notWhole().length === 0, foreign }, verdicts };
  } catch (error) {
    throw asUsageError(error);
  }
}

interface CoverageView {
  readonly format: CoverageFormat;
  readonly lang: Language;
  readonly context: Context;
}

async function seek(path: string, encoding: Encoding | null, ledger: Ledger, { format, lang, context }: CoverageView): Promise<number> {
  const missing = missingPhrases(ledger, await textAt(path, encoding, lang));
  const phrases = ledger.clauses.reduce((sum, clause) => sum + clause.phrases.length, 0);
  const sought: SoughtPhrases = { path, phrases, missing };
  const said: Record<CoverageFormat, () => string> = {
    table: () => phrasesTable(sought, lang, Math.min(context.stdout.columns, 120)),
    json: () => phrasesJson(sought, context.version),
    markdown: () => phrasesMarkdown(sought, lang),
  };
  await context.stdout.write(said[format]());
  return missing.length === 0 ? EXIT.passed : EXIT.failed;
}

/** The text of a file. @throws UsageError if it cannot be read */
async function textAt(path: string, encoding: Encoding | null, lang: Language): Promise<string> {
  const read = await diskReader.read(path, MAX_BYTES);
  const decoded = 'problem' in read ? read : decode(read.bytes, encoding, nodeHost.isUtf8);
  if ('text' in decoded) return decoded.text;
  throw new UsageError([usageProblem('text-unreadable', { path, reason: sayProblem(decoded.problem, sentences(lang)) })]);
}

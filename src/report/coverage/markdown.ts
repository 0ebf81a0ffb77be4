import type { CoveredClause, CoveredPhrase } from '../../assess/coverage.js';
import { VERDICTS } from '../../core/finding.js';
import type { Sentences } from '../../i18n/sentences.js';
import { sentences } from '../../i18n/translate.js';
import { escapeMarkdown } from '../escape.js';
import type { Block } from '../markdown/budget.js';
import { code, MAX_NAME, section, shorten, table, text } from '../markdown/marks.js';
import { countsLine, type ShownCoverage } from './shown.js';

/** The matrix of clauses, phrases and rules as GitHub Flavored Markdown: a row for each phrase. */
export function coverageMarkdown(shown: ShownCoverage): string {
  const words = sentences(shown.lang);
  const { coverage } = words;
  const lines = [coverage.pack(shown.pack.id, shown.pack.version), countsLine(shown, words)];
  if (shown.run !== null) lines.push(coverage.run(shown.run.path, shown.run.profiles));
  if (shown.run?.whole === false) lines.push(coverage.runNotWhole);
  const blocks = [matrix(shown, words), ...rest(shown, words)];
  const head = [`## ${escapeMarkdown(coverage.title)}`, ...lines.map(text)].map((line) => `${line}\n\n`).join('');
  return `${(head + blocks.map(written).join('')).trimEnd()}\n`;
}

function written({ before, entries, after }: Block): string {
  return before + entries.join('') + after;
}

function matrix(shown: ShownCoverage, words: Sentences): Block {
  const { clause, phrase, bearer, status, count, rules, reason } = words.coverage.columns;
  const verdicts = shown.run === null ? [] : VERDICTS.map((each) => words.verdict[each]);
  const rows = shown.coverage.clauses.flatMap((each) => each.phrases.map((of) => rowOf(each, of, shown, words)));
  return table('', [clause, phrase, bearer, status, reason, rules, count, ...verdicts], rows, 6);
}

function rowOf(clause: CoveredClause, of: CoveredPhrase, { lang, run }: ShownCoverage, { coverage }: Sentences): string[] {
  return [
    text(`${clause.id} ${clause.title[lang]}`),
    text(of.phrase),
    coverage.bearer[of.bearer],
    coverage.status[of.status],
    text(of.reason?.[lang] ?? ''),
    escapeMarkdown(of.rules.map((rule) => shorten(rule, MAX_NAME)).join(' ')),
    String(of.rules.length),
    ...(run === null ? [] : VERDICTS.map((each) => (of.verdicts === null ? '' : String(of.verdicts[each])))),
  ];
}

function rest({ coverage, run }: ShownCoverage, { coverage: words }: Sentences): Block[] {
  const listed = (title: string, rules: readonly string[]): Block[] =>
    rules.length === 0
      ? []
      : [
          section(
            title,
            rules.map((rule) => `- ${code(rule)}\n`),
          ),
        ];
  const whole: Block = { title: '', before: '', after: '\n', entries: [`${escapeMarkdown(words.allGrounded(coverage.rules))}\n`] };
  return [
    ...(coverage.ungrounded.length === 0
      ? [whole]
      : listed(words.ungrounded(coverage.ungrounded.length, coverage.rules), coverage.ungrounded)),
    ...listed(words.foreign(run?.foreign.length ?? 0), run?.foreign ?? []),
  ];
}

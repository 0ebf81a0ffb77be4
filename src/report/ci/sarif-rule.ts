import type { ReportingDescriptor, Result } from 'sarif';
import { own } from '../../core/own.js';
import type { Duty, Severity } from '../../core/rule.js';
import type { Catalog, CatalogRule } from '../../core/run.js';
import { escapeMarkdown, escapeSarif } from '../escape.js';
import { remedyOf, titleOf } from '../say/messages.js';
import type { Wording } from '../say/wording.js';

/** A mandatory duty is an error as it fails the gate by default; the severity stands in the rank and in the properties. */
export const LEVELS: Readonly<Record<Duty, Exclude<Result.level, 'none'>>> = {
  mandatory: 'error',
  expected: 'warning',
  encouraged: 'note',
};

/** Priority from 0 to 100 (§3.27.25). */
export const RANKS: Readonly<Record<Severity, number>> = { critical: 100, high: 75, medium: 50, low: 25 };

/** GitHub shows no more. */
const MAX_TAGS = 10;

/** A rule as SARIF describes it (§3.49), with its law and remedy. */
export function sarifRule(id: string, rule: CatalogRule, wording: Wording): ReportingDescriptor {
  const { report, ci } = wording.words;
  const title = titleOf({ rule }, wording);
  const entries = [
    [report.law, wording.citations(rule.basis)],
    ...wording.liabilities(rule.liability).map((line) => [report.cost, line] as const),
    [report.remedy, remedyOf({ rule }, wording)],
  ] as const;
  const helpUri = officialSource(rule, wording.catalog);
  const instruments = [...new Set(rule.basis.map(({ instrument }) => instrument))];
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: escapeSarif(title) },
    fullDescription: { text: escapeSarif(ci.of(title, wording.citations(rule.basis))) },
    help: {
      text: escapeSarif(entries.map(([label, text]) => ci.of(label, text)).join('\n')),
      markdown: entries.map(([label, text]) => `- **${escapeMarkdown(label)}** ${escapeMarkdown(text)}`).join('\n'),
    },
    ...(helpUri === null ? {} : { helpUri }),
    defaultConfiguration: { level: LEVELS[rule.duty], rank: RANKS[rule.severity] },
    properties: {
      duty: rule.duty,
      severity: rule.severity,
      area: rule.area,
      kind: rule.kind,
      tags: [rule.area, rule.duty, rule.severity, rule.kind, ...instruments].slice(0, MAX_TAGS),
    },
  };
}

/** Where the law is published, if that is an address on the web. */
function officialSource({ basis }: CatalogRule, { instruments }: Catalog): string | null {
  const sources = basis.map(({ instrument }) => own(instruments, instrument)?.officialSource);
  const found = sources.find((source) => source !== undefined && /^https?:\/\/[^\s"<>\\^`{|}]+$/.test(source) && URL.canParse(source));
  return found ?? null;
}

/** `operator-verification/periodic-recheck` as the name `PeriodicRecheck`. */
function pascalCase(id: string): string {
  const words = id.slice(id.indexOf('/') + 1).split(/[^A-Za-z0-9]+/);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

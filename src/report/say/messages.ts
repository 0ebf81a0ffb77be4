import type { Finding } from '../../core/finding.js';
import { factPath } from '../../core/pointer.js';
import type { Gate, GateReason, Header, ProfileRecord, Summary } from '../../core/run.js';
import type { RuledFinding } from './findings.js';
import type { Wording } from './wording.js';

/** What a finding says in one line without its rule: what the declared facts show, what to declare, what to answer, or why not. */
export function sayFinding({ finding, rule }: RuledFinding, wording: Wording): string {
  const { words } = wording;
  const item = finding.item === null ? '' : words.ci.of(finding.item, '');
  return `${item}${said({ finding, rule }, wording)}`;
}

function said({ finding, rule }: RuledFinding, wording: Wording): string {
  const { words } = wording;
  switch (finding.verdict) {
    case 'gap':
      return finding.parts.map((part) => wording.gap(rule, part)).join(words.ci.sentenceSeparator);
    case 'unknown':
      return words.ci.of(finding.reason === null ? words.verdict.unknown : words.reason[finding.reason], missingFacts(finding, wording));
    case 'manual':
      return rule.ask === null ? words.verdict.manual : wording.fill(wording.text(rule.ask), rule);
    case 'pass':
      return rule.kind === 'prohibition' ? words.ci.noSign : words.verdict.pass;
    case 'not-applicable':
      return because({ finding, rule }, wording);
  }
}

/** Why a rule does not apply, with the facts that show it. */
export function because({ finding }: RuledFinding, wording: Wording): string {
  const facts = finding.facts.map(({ pointer, value }) => {
    const path = factPath(pointer);
    return `${wording.factTitle(path)} = ${wording.value(value, path)}`;
  });
  const reason = finding.reason === null ? '' : wording.words.reason[finding.reason];
  return [reason, facts.join(wording.words.listSeparator)].filter((each) => each !== '').join(wording.lang === 'zh' ? '：' : ': ');
}

/** Titles and paths of the facts that must be declared before the rule can be judged. */
function missingFacts({ missing }: Finding, wording: Wording): string {
  return missing.map((path) => wording.words.ci.fact(wording.factTitle(path), path)).join(wording.words.listSeparator);
}

/** The articles that make the duty binding, the name of a law not repeated. */
export function lawOf({ finding, rule }: RuledFinding, wording: Wording): string {
  return wording.citations(finding.basis.flatMap((index) => rule.basis[index] ?? []));
}

/** What a breach can cost, a line for each provision. */
export function costOf({ finding, rule }: RuledFinding, wording: Wording): string[] {
  return wording.liabilities(finding.liability.flatMap((index) => rule.liability[index] ?? []));
}

/** The title of a rule with its parameters. */
export function titleOf({ rule }: Pick<RuledFinding, 'rule'>, wording: Wording): string {
  return wording.fill(wording.text(rule.title), rule);
}

/** What to do to meet the rule. */
export function remedyOf({ rule }: Pick<RuledFinding, 'rule'>, wording: Wording): string {
  return wording.fill(wording.text(rule.remedy), rule);
}

/** A declared fact with its value. */
export function sayFact(pointer: string, value: Finding['facts'][number]['value'], wording: Wording): string {
  const path = factPath(pointer);
  return `${wording.factTitle(path)} = ${wording.value(value, path)}`;
}

/** `file:line:column`, as far as it is known. */
export function placeOf(path: string, at: { readonly line?: number | null; readonly column?: number | null }): string {
  return at.line == null ? path : `${path}:${at.line}:${at.column ?? 1}`;
}

/** A path as code hosts compare it with those of a repository: without `./` before it. */
export function relativePath(path: string): string {
  return path.replace(/^(?:\.\/+)+(?=[^/])/, '');
}

/** What the report of a run is, where it covers only part of the rules or of the inputs, and whether values are left out; before the end of the run it has no summary. */
export function runTitle(header: Header, { words: { report } }: Wording, summary: Summary | null = null): string {
  const { partial, shard, missingShards = [], options } = header;
  const part = shard === null ? '' : report.shard(shard.index, shard.of);
  const isWhole = missingShards.length === 0 && (summary === null || reasonsNotWhole(summary).length === 0);
  return `${report.title}${partial ? report.partial : ''}${part}${isWhole ? '' : report.notWhole}${options.redact ? report.redacted : ''}`;
}

/** Why a run is not whole; no report of it may read as passed. */
export function reasonsNotWhole({ gate }: Summary): GateReason[] {
  return gate.reasons.filter(({ code }) => code === 'cut-off' || code === 'shards-missing');
}

/** The gate of the only profile of a run, which cannot pass where the run is not whole. */
export function gateOfOnly(record: ProfileRecord, summary: Summary): Gate {
  const notWhole = reasonsNotWhole(summary);
  return notWhole.length === 0 ? record.gate : { passed: false, reasons: [...notWhole, ...record.gate.reasons] };
}

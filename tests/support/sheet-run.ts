import type { ProfileRecord, Run } from '../../src/core/run.js';
import { hegui } from './cli.js';

/** The run over the given paths, as a program gets it. */
export async function runOf(paths: readonly string[], more: readonly string[] = []): Promise<Run> {
  const { stdout } = await hegui(['check', ...paths, '-f', 'json', '--as-of', '2026-11-23', '--lang', 'zh', ...more]);
  const { profiles, summary, ...header } = JSON.parse(stdout);
  return { header, profiles, summary };
}

/** Strings that attack one format or another, or that a careless writer loses. */
export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  ']]><x/>&amp;&#0;',
  '::error file=a::b%0A',
  '=cmd|"/C calc"!A0',
  '+1',
  '-1+1',
  '@SUM(1)',
  '＝1＋1',
  '\t=1',
  '\r=1',
  '  =1',
  "'quoted",
  'a,b;"c"\td',
  'line\nbreak\r\nagain\u2028end',
  '| `code` | **b** |',
  '\u001b[31mred\u0007',
  'a\u202egnp\u200f',
  '\u0000\u0001\u000b\ufffe\uffff\ufffd\u0085\ufdd0',
  '\ud800 lone \udc00',
  '_x0041__x0042_',
  '__proto__',
  'constructor',
  'toString',
  '1e5',
  'TRUE',
  '2026-01-01',
  ' leading and trailing ',
  '示例商城🛒👩‍👩‍👧‍👦',
  'x'.repeat(10_000),
];

/** A record in which every string that comes from a profile is replaced by the given one. */
export function withText(record: ProfileRecord, text: string): ProfileRecord {
  return {
    ...record,
    path: text,
    id: text,
    operator: { name: text, uscc: text },
    platform: { name: text, kinds: [text] },
    declaration: { date: text, by: text, title: text },
    problems: [
      ...record.problems,
      {
        code: 'unknown-key',
        args: { key: text, suggestion: text, allowed: [text] },
        level: 'error',
        at: { pointer: `/${text}`, line: 1, column: 1, source: text },
      },
    ],
    questions: record.questions.map((each) => ({ ...each, path: `merchants[name=${text}]` })),
    findings: record.findings.map((finding) => ({
      ...finding,
      item: text,
      facts: finding.facts.map((fact) => ({ ...fact, value: text })),
      missing: finding.missing.map(() => text),
      parts: finding.parts.map((part) => ({
        ...part,
        args: Object.fromEntries(Object.entries(part.args).map(([name, { path }]) => [name, { path, value: text }])),
      })),
    })),
  };
}

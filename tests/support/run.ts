import type { Finding } from '../../src/core/finding.js';
import { problem } from '../../src/core/problem.js';
import type { ProfileRecord, Run } from '../../src/core/run.js';
import { REPORTERS, type WholeFormat } from '../../src/report/formats.js';
import type { View } from '../../src/report/view.js';
import { hegui } from './cli.js';

/** A run as data, judged on a fixed date. */
export async function runOf(...argv: string[]): Promise<Run> {
  const { stdout } = await hegui(['check', ...argv, '-f', 'json', '--as-of', '2026-11-23']);
  const { profiles, summary, ...header } = JSON.parse(stdout);
  return { header, profiles, summary };
}

/** The report of a run in one format of text, as the command line writes it. */
export function render(format: Exclude<WholeFormat, 'xlsx'>, { header, profiles, summary }: Run, view: Partial<View> = {}): string {
  const report = REPORTERS[format](header, {
    lang: header.lang,
    show: ['gap', 'unknown', 'manual'],
    sarifAllKinds: false,
    color: false,
    width: 80,
    ...view,
  });
  const pieces = profiles.map((record) => report.add(record));
  return pieces.join('') + report.end(summary);
}

/** Strings that would do harm, or be lost, where a format does not escape them. */
export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  ']]><!-- --><?x?>&amp;&lt;"\'',
  '::error file=a,line=1,title=b::gone%0A%25',
  '\n::warning::x\r\n##[error]y',
  '=cmd()|+1+1|@SUM(1)|-2',
  '| a | b |\n| - | - |',
  '`code` ``` ~~~ **bold** _em_ ~~gone~~ $x$ \\| \\',
  '[link](https://evil.example/) ![image](x) [1](2) <https://evil.example/> [^1] [ ] [x]',
  'https://evil.example/ www.evil.example a@evil.example mailto:a@b.c @octocat org/repo#12 #34 GH-56',
  '# heading',
  '- item',
  '1. one',
  '    indented',
  '> quote\n===\n---',
  '\u001b[31mred\u001b[0m \u202ebidi\u202c \u2066x\u2069 \u200f',
  '\u0000\u0001\u0008\u000b\u001f\u007f\u0085\ufffe\uffff',
  'lone \ud800 \udc00 surrogate',
  `long ${'很长'.repeat(5000)}`,
  '合规：平台（示例）、“引号”',
  '👨‍👩‍👧 {0} {{1}} {name} %s $x',
  '\t\r\n a\u2028b\u2029c',
  '__proto__',
];

/** A run in which every string that a stranger can write, in a profile or in a saved run, is one of these. */
export async function hostileRun(): Promise<Run> {
  const { header, profiles, summary } = await runOf('examples/marketplace-with-gaps', 'examples/half-filled');
  const [gaps, half] = profiles as [ProfileRecord, ProfileRecord];
  const records = HOSTILE.flatMap((text, index) => {
    const judged = hostile(index % 2 === 0 ? gaps : half, text);
    return [judged, { ...judged, ...notJudged(text) }];
  });
  const rules = Object.entries(header.catalog.rules).map(([id, rule], index) => {
    const text = HOSTILE[index % HOSTILE.length] ?? '';
    return index % 3 === 0
      ? ([id, { ...rule, title: { zh: text, en: text }, remedy: { zh: text, en: text } }] as const)
      : ([id, rule] as const);
  });
  const catalog = { ...header.catalog, rules: Object.fromEntries(rules) };
  return { header: { ...header, catalog }, profiles: records, summary: { ...summary, exitCode: 2, emptySources: HOSTILE } };
}

function hostile(record: ProfileRecord, text: string): ProfileRecord {
  return {
    ...record,
    path: text,
    id: text,
    operator: { name: text, uscc: text },
    platform: { name: text, kinds: [text] },
    declaration: { date: '2026-11-10', by: text, title: text },
    problems: [
      problem('declaration-stale', { date: text, months: 12 }, { pointer: `/${text}`, line: 1, column: 1, source: text }, 'warning'),
    ],
    findings: record.findings.map((finding) => hostileFinding(finding, text)),
  };
}

function hostileFinding(finding: Finding, text: string): Finding {
  return {
    ...finding,
    item: text,
    at: { ...finding.at, pointer: `/${text}`, source: text },
    facts: finding.facts.map((fact) => ({ ...fact, pointer: `/${text}`, value: text })),
    missing: finding.missing.length === 0 ? [] : [...finding.missing, text],
    parts: finding.parts.map((part) => ({ ...part, args: { ...part.args, value: { path: text, value: text } } })),
  };
}

function notJudged(
  text: string,
): Pick<
  ProfileRecord,
  | 'path'
  | 'status'
  | 'problems'
  | 'gate'
  | 'weights'
  | 'compliance'
  | 'coverage'
  | 'counts'
  | 'encouraged'
  | 'areas'
  | 'findings'
  | 'questions'
  | 'upcoming'
> {
  return {
    path: `${text}.yaml`,
    status: 'invalid',
    problems: [
      problem('unknown-key', { key: text, suggestion: text, allowed: [text] }, { pointer: `/${text}`, line: 3, column: 2, source: text }),
      problem('internal-error', { message: text }, { pointer: '', line: null, column: null, source: null }),
    ],
    gate: { passed: false, reasons: [{ code: 'invalid' }] },
    weights: null,
    compliance: null,
    coverage: null,
    counts: null,
    encouraged: null,
    areas: {},
    findings: [],
    questions: [],
    upcoming: [],
  };
}

/** The text as every format here writes it: what cannot or must not be shown raw is spelt out. */
export function spelt(text: string): string {
  let out = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const name = `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
    out +=
      /[\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(character) && !/[\t\n\r]/.test(character)
        ? name
        : character;
  }
  return out;
}

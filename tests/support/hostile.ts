import { type DeclaredFact, type Finding, VERDICTS } from '../../src/core/finding.js';
import { type Problem, problem } from '../../src/core/problem.js';
import type { CatalogRule, Header, ProfileRecord, Run } from '../../src/core/run.js';
import { frozenRun } from './run.js';

/** Strings that would do harm, or be lost, where a format does not escape them. */
export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '<script>alert(1)</script><img src=x onerror=alert(2)>',
  '"><b onclick=alert(3)> \' &amp; &lt; </title></style>',
  ']]><!-- --><?x?>&amp;&lt;"\'',
  ']]><x/>&amp;&#0;',
  ']]> ::error::x =cmd() | `x` $1 {2}',
  '::error file=a,line=1,title=b::gone%0A%25',
  '::error file=a::b%0A',
  '\n::warning::x\r\n##[error]y',
  '=cmd()|+1+1|@SUM(1)|-2',
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
  '| a | b |\n| - | - |',
  '| `code` | **b** |',
  '`code` ``` ~~~ **bold** _em_ ~~gone~~ $x$ \\| \\',
  '[link](https://evil.example/) ![image](x) [1](2) <https://evil.example/> [^1] [ ] [x]',
  'https://evil.example/ www.evil.example a@evil.example mailto:a@b.c @octocat org/repo#12 #34 GH-56',
  '# heading',
  '- item',
  '1. one',
  '    indented',
  '> quote\n===\n---',
  '\u001b[31mred\u0007',
  '\u001b[31mred\u001b[0m \u202ebidi\u202c \u2066x\u2069 \u200f',
  'a\u202egnp\u200f',
  '\u0000\u0001\u000b\ufffe\uffff\ufffd\u0085\ufdd0',
  '\u0000\u0001\u0008\u000b\u001f\u007f\u0085\ufffe\uffff',
  '\u001b[31mred \u202eevil\u2066\u200f \u0000\u0001\u0085 \ud800 \udfff \ufffe a\tb\r\nc\u2028d',
  'lone \ud800 \udc00 surrogate',
  '\ud800 lone \udc00',
  `long ${'很长'.repeat(5000)}`,
  '中文🧑‍⚖️'.repeat(1000),
  'x'.repeat(10_000),
  '合规：平台（示例）、“引号”',
  '示例商城🛒👩‍👩‍👧‍👦',
  '👨‍👩‍👧 {0} {{1}} {name} %s $x',
  '\t\r\n a\u2028b\u2029c',
  ' leading and trailing ',
  '_x0041__x0042_',
  '__proto__',
  'constructor',
  'toString',
  '1e5',
  'TRUE',
  '2026-01-01',
];

/** All of them in one string, for formats whose reader is slow. */
export const EVIL = HOSTILE.join(' ');

/** A record with a text wherever a profile, a file name or a saved run can put one. */
export function hostileRecord(record: ProfileRecord, text: string): ProfileRecord {
  return {
    ...record,
    path: text,
    id: text,
    operator: { name: text, uscc: text },
    platform: { name: text, kinds: [text] },
    declaration: { date: text, by: text, title: text },
    problems: [...record.problems.map((each) => hostileProblem(each, text)), ...problemsOf(record, text)],
    findings: record.findings.flatMap((finding, index) => {
      const judged = hostileFinding(finding, text);
      return index === 0 ? [judged, { ...judged, rule: text }] : [judged];
    }),
    upcoming: [...record.upcoming, { rule: text, from: text, verdict: 'gap' }],
  };
}

/** Errors where the record could not be judged, else notes. */
function problemsOf({ status }: ProfileRecord, text: string): Problem[] {
  const at = { pointer: `/${text}`, line: 3, column: 2, source: text };
  const nowhere = { pointer: '', line: null, column: null, source: null };
  if (status === 'judged') return [problem('declaration-stale', { date: text, months: 12 }, at, 'warning')];
  return [
    problem('unknown-key', { key: text, suggestion: text, allowed: [text] }, at),
    problem('internal-error', { message: text }, nowhere),
  ];
}

function hostileProblem(found: Problem, text: string): Problem {
  const args = Object.entries(found.args).map(([name, value]) => [
    name,
    typeof value === 'string' ? text : Array.isArray(value) ? [text] : value,
  ]);
  return { ...found, args: Object.fromEntries(args), at: { ...found.at, pointer: `/${text}`, source: text } } as Problem;
}

function hostileFinding(finding: Finding, text: string): Finding {
  const { at, facts, missing, parts } = finding;
  return {
    ...finding,
    item: text,
    at: { ...at, pointer: `/${text}`, source: text },
    facts: facts.flatMap((fact, index): DeclaredFact[] => {
      const declared = { ...fact, value: Array.isArray(fact.value) ? [text] : text, source: text };
      return index === 0 ? [declared, { ...declared, pointer: `/${text}` }] : [declared];
    }),
    missing: missing.length === 0 ? [] : [...missing, text, `pricing.promotions[name=${text}].x`],
    parts: parts.map((part) => ({ ...part, args: hostileArgs(part.args, text) })),
  };
}

function hostileArgs(args: Finding['parts'][0]['args'], text: string): Finding['parts'][0]['args'] {
  const given = Object.entries(args).map(([name, arg]) => {
    const { path } = arg;
    return [name, 'members' in arg ? { path, members: [text] } : { path, value: text }] as const;
  });
  return Object.fromEntries([...given, ['value', { path: text, value: text }]]);
}

/** A record of an input of that name that could not be judged. */
function notJudged(record: ProfileRecord, text: string): ProfileRecord {
  const { weights, compliance, coverage, counts, encouraged } = NO_NUMBERS;
  const numbers = { weights, compliance, coverage, counts, encouraged, areas: {}, findings: [], outOfScope: [], upcoming: [] };
  const gate = { passed: false, reasons: [{ code: 'invalid' as const }] };
  return { ...hostileRecord({ ...record, ...numbers, status: 'invalid', gate, problems: [] }, text), path: `${text}.yaml`, upcoming: [] };
}

const NO_NUMBERS = { weights: null, compliance: null, coverage: null, counts: null, encouraged: null };

/** The record with a few findings of each verdict, others at each turn; its numbers stay. */
export function brief(record: ProfileRecord, turn = 0): ProfileRecord {
  const kept = VERDICTS.flatMap((verdict) => {
    const all = record.findings.filter((finding) => finding.verdict === verdict);
    return all.length <= FEW ? all : Array.from({ length: FEW }, (_, index) => all[(turn * FEW + index) % all.length]);
  });
  return { ...record, findings: record.findings.filter((finding) => kept.includes(finding)) };
}

const FEW = 3;

/** A run in which every string that a stranger can write, in a profile or in a saved run, is one of the given texts. */
export async function hostileRun(texts: readonly string[] = HOSTILE): Promise<Run> {
  const { header, profiles, summary } = await frozenRun('zh', 'gaps', 'half-filled');
  return hostileOf(header, profiles, summary, texts);
}

/** The same of a run at hand. */
export function hostileOf(header: Header, profiles: readonly ProfileRecord[], summary: Run['summary'], texts: readonly string[]): Run {
  const records = texts.flatMap((text, index) => {
    const record = profiles[index % profiles.length];
    if (record === undefined) return [];
    return [hostileRecord(brief(record, Math.floor(index / profiles.length)), text), notJudged(record, text)];
  });
  const duplicates = texts.map((text) => ({ identity: text, paths: [text, `${text}.yaml`] }));
  const statuses = { ...summary.statuses, judged: texts.length, invalid: texts.length };
  const gate = { passed: false, reasons: [{ code: 'profiles' as const, failed: records.length, total: records.length }] };
  return {
    header: hostileHeader(header, texts),
    profiles: records,
    summary: { ...summary, exitCode: 2, gate, statuses, duplicates, emptySources: texts },
  };
}

/** Every third entry of the catalog speaks with such a text, and a pack names itself so. */
function hostileHeader(header: Header, texts: readonly string[]): Header {
  const { catalog, packs } = header;
  const textAt = (index: number): string => texts[index % texts.length] ?? '';
  const third = <T>(entries: Readonly<Record<string, T>>, hostile: (of: T, text: string) => T): Record<string, T> =>
    Object.fromEntries(Object.entries(entries).map(([id, of], index) => [id, index % 3 === 0 ? hostile(of, textAt(index)) : of]));
  const both = (text: string) => ({ zh: text, en: text });
  // Of areas and packs there are few.
  const many = texts.filter(({ length }) => length < 1000).join(' ');
  return {
    ...header,
    packs: [...packs, { id: many, version: many, digest: many }],
    catalog: {
      weights: catalog.weights,
      areas: third(catalog.areas, () => both(many)),
      rules: third(catalog.rules, hostileRule),
      facts: third(catalog.facts, (fact, text) => ({ ...fact, title: both(text), why: both(text) })),
      instruments: third(catalog.instruments, (of, text) => ({
        ...of,
        name: both(text),
        number: text,
        issuer: both(text),
        officialSource: text,
      })),
    },
  };
}

function hostileRule(rule: CatalogRule, text: string): CatalogRule {
  const both = { zh: text, en: text };
  return {
    ...rule,
    title: both,
    remedy: both,
    ask: rule.ask === null ? null : both,
    gaps: rule.gaps.map(() => both),
    grounds: rule.grounds.map(() => ({ clause: text, phrase: text })),
    basis: rule.basis.map((basis) => ({ ...basis, article: text })),
  };
}

/** The text with its characters of a kind written as the formats write them: `<U+200F>`. */
export function spelt(text: string, kind: RegExp = HIDDEN): string {
  return text.replace(kind, (character) => `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`);
}

/** What no format shows raw: controls but tab and line breaks, what reorders a line, halves of characters. */
const HIDDEN = /(?![\t\n\r])[\p{Cc}\p{Bidi_Control}\p{Cs}]/gu;

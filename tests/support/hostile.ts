import type { Problem } from '../../src/core/problem.js';
import type { ProfileRecord } from '../../src/core/run.js';

/** Strings that a stranger may declare to break out of a report. */
export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script><img src=x onerror=alert(2)>',
  '"><b onclick=alert(3)> \' &amp; &lt; </title></style>',
  ']]> ::error::x =cmd() | `x` $1 {2}',
  '\u001b[31mred \u202eevil\u2066\u200f \u0000\u0001\u0085 \ud800 \udfff \ufffe a\tb\r\nc\u2028d',
  '中文🧑‍⚖️'.repeat(1000),
];

const EVIL = HOSTILE.join(' ');

/** The record with hostile strings wherever a profile or a file name can put one. */
export function hostileRecord(record: ProfileRecord): ProfileRecord {
  const first = record.questions[0];
  return {
    ...record,
    path: EVIL,
    id: EVIL,
    operator: { name: EVIL, uscc: EVIL },
    platform: { name: EVIL, kinds: [EVIL] },
    declaration: { date: EVIL, by: EVIL, title: EVIL },
    problems: record.problems.map(
      (each) => ({ ...each, args: hostile(each.args), at: { ...each.at, source: EVIL, column: 3 } }) as Problem,
    ),
    findings: record.findings.map((finding) => ({
      ...finding,
      item: EVIL,
      at: { ...finding.at, pointer: EVIL, source: EVIL },
      facts: finding.facts.map((fact) => ({ ...fact, value: EVIL, source: EVIL })),
      parts: finding.parts.map(({ index, args }) => ({
        index,
        args: Object.fromEntries(Object.entries(args).map(([name, { path }]) => [name, { path, value: EVIL }])),
      })),
    })),
    questions:
      first === undefined
        ? []
        : [{ ...first, path: `pricing.promotions[name=${EVIL}].x`, rules: [...first.rules, EVIL] }, ...record.questions],
  };
}

function hostile(args: object): object {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, typeof value === 'string' ? EVIL : value]));
}

import type { ShownCoverage } from './shown.js';

/** The matrix of clauses, phrases and rules as one JSON document, its texts in both languages. */
export function coverageJson({ tool, pack, coverage, run }: ShownCoverage): string {
  const { complete, clauses, bearers, statuses, rules, ungrounded } = coverage;
  const document = {
    schemaVersion: 1,
    tool: { name: 'hegui', version: tool },
    pack,
    complete,
    ...(run === null ? {} : { run }),
    counts: { clauses: clauses.length, phrases: clauses.reduce((sum, each) => sum + each.phrases.length, 0), rules, bearers, statuses },
    clauses: clauses.map(({ id, title, phrases }) => ({
      id,
      title,
      phrases: phrases.map(({ verdicts, ...phrase }) => (run === null ? phrase : { ...phrase, verdicts })),
    })),
    ungrounded,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

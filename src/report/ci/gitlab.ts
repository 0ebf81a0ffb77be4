import type { Duty, Severity } from '../../core/rule.js';
import type { ProfileRecord } from '../../core/run.js';
import { sayGateReason, sayProblem } from '../../i18n/translate.js';
import { escapePlain } from '../escape.js';
import { isToAct, weighedFindings } from '../say/decided.js';
import { reasonsNotWhole, relativePath, sayFinding, titleOf } from '../say/messages.js';
import { Wording } from '../say/wording.js';
import type { Report, Reporter } from '../view.js';
import { Fingerprints } from './identity.js';

type Degree = 'info' | 'minor' | 'major' | 'critical' | 'blocker';

const DEGREES: Readonly<Record<Severity, Degree>> = { critical: 'blocker', high: 'critical', medium: 'major', low: 'minor' };
/** What does not fail the gate by default is less than the worst of what does. */
const WEAKER: Readonly<Record<Exclude<Duty, 'mandatory'>, Degree>> = { expected: 'minor', encouraged: 'info' };

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: Degree;
  readonly path: string;
  readonly line: number | null;
}

/**
 * The run as a Code Quality report of GitLab, a JSON array that is written as the profiles go by: the gaps and whatever
 * else the gate fails on, and what is wrong with files.
 */
export const gitlabReport: Reporter = (header, view): Report => {
  const wording = new Wording(view.lang, header.catalog);
  const fingerprints = new Fingerprints();
  let any = false;
  const write = (issues: readonly Issue[]): string => {
    const text = issues.map((issue, index) => `${any || index > 0 ? ',' : '['}\n${JSON.stringify(issueOf(issue))}`).join('');
    any ||= issues.length > 0;
    return text;
  };
  return {
    add: (record) => {
      const of = fingerprints.of(record);
      const findings = weighedFindings(record, header).flatMap((each): Issue[] => {
        const fingerprint = of.finding(each.finding);
        if (!isToAct(each, header.options)) return [];
        const { finding, rule } = each;
        const description = wording.words.ci.of(titleOf(each, wording), sayFinding(each, wording));
        const severity = finding.duty === 'mandatory' ? DEGREES[rule.severity] : WEAKER[finding.duty];
        return [{ description, check_name: finding.rule, fingerprint, severity, path: record.path, line: finding.at.line }];
      });
      const problems = record.problems.map((found): Issue => {
        const severity = found.level === 'error' ? 'blocker' : 'info';
        const { code, at } = found;
        const fingerprint = of.problem(found);
        return { description: sayProblem(found, wording.words), check_name: code, fingerprint, severity, path: record.path, line: at.line };
      });
      const minimums = missedMinimums(record, wording).map(({ code, text }): Issue => {
        const description = wording.words.ci.of(wording.words.ci.gate, text);
        return { description, check_name: code, fingerprint: of.whole(code), severity: 'blocker', path: record.path, line: null };
      });
      return write([...problems, ...minimums, ...findings]);
    },
    end: (summary) => {
      const notWhole = reasonsNotWhole(summary).map((reason): Issue => {
        const fingerprint = fingerprints.of({ id: '', idFrom: 'path' }).whole(reason.code);
        const description = sayGateReason(reason, wording.words);
        return { description, check_name: reason.code, fingerprint, severity: 'blocker', path: '.', line: null };
      });
      const empty = summary.emptySources.map((path): Issue => {
        const fingerprint = fingerprints.of({ id: path, idFrom: 'path' }).whole('empty-source');
        const description = wording.words.ci.emptySource(path);
        return { description, check_name: 'empty-source', fingerprint, severity: 'blocker', path, line: null };
      });
      const rest = write([...notWhole, ...empty]);
      return `${rest}${any ? '\n]' : '[]'}\n`;
    },
  };
};

/** An issue with the fields that GitLab reads; what has no line is shown on the first. */
function issueOf({ path, line, ...issue }: Issue): object {
  return {
    ...issue,
    description: escapePlain(issue.description),
    location: { path: escapePlain(relativePath(path)), lines: { begin: line ?? 1 } },
  };
}

/** Minimums of the gate that a profile misses; no rule shows them. */
export function missedMinimums({ gate }: ProfileRecord, wording: Wording): { readonly code: string; readonly text: string }[] {
  return gate.reasons.flatMap((reason) =>
    reason.code === 'min-compliance' || reason.code === 'min-coverage'
      ? [{ code: reason.code, text: sayGateReason(reason, wording.words) }]
      : [],
  );
}

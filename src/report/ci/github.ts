import type { GateReason, ProfileRecord } from '../../core/run.js';
import { sayGateReason, sayProblem } from '../../i18n/translate.js';
import { escapeGithubMessage, escapeGithubProperty } from '../escape.js';
import { rankOf, type Weighed, weighedFindings } from '../say/decided.js';
import { lawOf, reasonsNotWhole, relativePath, remedyOf, sayFinding, titleOf } from '../say/messages.js';
import { Wording } from '../say/wording.js';
import type { Report, Reporter, View } from '../view.js';
import { missedMinimums } from './gitlab.js';
import { WorstFirst } from './worst.js';

const KINDS = ['error', 'warning', 'notice'] as const;
type AnnotationKind = (typeof KINDS)[number];

/** GitHub shows so many annotations of each kind for one step, and the first that it is given. */
const SHOWN = 10;

interface Annotation {
  readonly rank: number;
  readonly path: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly title: string;
  readonly message: string;
}

/**
 * The run as annotations of GitHub Actions. An error is what makes the gate fail or a file impossible to judge; a warning
 * another gap or unknown that is shown; a notice an encouraged rule, a question for a person, or a note about a file.
 * The worst come first, and a last line says how many there are.
 */
export const githubReport: Reporter = (header, view): Report => {
  const wording = new Wording(view.lang, header.catalog);
  const byRank = (a: Annotation, b: Annotation): number => a.rank - b.rank;
  const kept = {
    error: new WorstFirst<Annotation>(SHOWN, byRank),
    warning: new WorstFirst<Annotation>(SHOWN, byRank),
    notice: new WorstFirst<Annotation>(SHOWN, byRank),
  };
  // A single profile says why itself; of several the run says how many did not pass.
  let reasons: readonly GateReason[] | null = null;
  return {
    add: (record) => {
      reasons = reasons === null ? record.gate.reasons : [];
      addProblems(record, kept, wording);
      for (const { text } of missedMinimums(record, wording)) kept.error.add(wholeFile(record.path, wording.words.ci.gate, text));
      for (const each of weighedFindings(record, header)) {
        const kind = kindOf(each, view);
        if (kind !== null) kept[kind].add(annotationOf(each, record, wording));
      }
      return '';
    },
    end: (summary) => {
      for (const path of summary.emptySources) {
        kept.error.add(wholeFile(path, wording.words.ci.inputs, wording.words.ci.emptySource(path)));
      }
      for (const reason of reasonsNotWhole(summary))
        kept.error.add(wholeFile('', wording.words.ci.gate, sayGateReason(reason, wording.words)));
      const lines = KINDS.flatMap((kind) => kept[kind].all().map((annotation) => command(kind, annotation)));
      return `${[...lines, ...lastLines(kept, summary.gate.passed, reasons?.length ? [...reasonsNotWhole(summary), ...reasons] : summary.gate.reasons, wording)].join('\n')}\n`;
    },
  };
};

type Annotations = Readonly<Record<AnnotationKind, WorstFirst<Annotation>>>;

/** Files that could not be judged come before all rules. */
const BEFORE_RULES = -1;

function addProblems(record: ProfileRecord, kept: Annotations, wording: Wording): void {
  const title = record.status === 'judged' ? wording.words.report.headings.file : wording.words.status[record.status];
  for (const found of record.problems) {
    const { line, column } = found.at;
    const message = sayProblem(found, wording.words);
    kept[found.level === 'error' ? 'error' : 'notice'].add({ rank: BEFORE_RULES, path: record.path, line, column, title, message });
  }
}

function wholeFile(path: string, title: string, message: string): Annotation {
  return { rank: BEFORE_RULES, path, line: null, column: null, title, message };
}

/** What fails the gate is always an error; of the rest only what is to be shown. */
function kindOf({ finding, failsGate }: Weighed, view: View): AnnotationKind | null {
  if (failsGate) return 'error';
  const { verdict, duty } = finding;
  if (!view.show.includes(verdict) || verdict === 'pass' || verdict === 'not-applicable') return null;
  return verdict === 'manual' || duty === 'encouraged' ? 'notice' : 'warning';
}

function annotationOf(each: Weighed, record: ProfileRecord, wording: Wording): Annotation {
  const { finding, rule } = each;
  const { duty, severity, report, ci } = wording.words;
  const lines = [sayFinding(each, wording), ci.of(report.law, lawOf(each, wording))];
  if (finding.verdict === 'gap') lines.push(ci.of(report.remedy, remedyOf(each, wording)));
  const title = `[${duty[finding.duty]}·${severity[rule.severity]}] ${titleOf(each, wording)}`;
  const { line, column } = finding.at;
  return { rank: rankOf(each), path: record.path, line, column, title, message: lines.join('\n') };
}

/** `::error file=…,line=…,col=…,title=…::message`, each part escaped as the runner unescapes it. */
function command(kind: AnnotationKind, { path, line, column, title, message }: Annotation): string {
  const properties = [
    // What concerns the run has no file.
    ...(path === '' ? [] : [['file', relativePath(path)]]),
    ...(line === null ? [] : [['line', String(line)]]),
    ...(line === null || column === null ? [] : [['col', String(column)]]),
    ['title', title],
  ].map(([name, value]) => `${name}=${escapeGithubProperty(value ?? '')}`);
  return `::${kind} ${properties.join(',')}::${escapeGithubMessage(message)}`;
}

/** Plain lines of the log: the gate with its reasons, and how many annotations there are and how many are shown. */
function lastLines(kept: Annotations, passed: boolean, reasons: readonly GateReason[], wording: Wording): string[] {
  const { report, ci } = wording.words;
  const counts = KINDS.map((kind) => `${ci.levels[kind]} ${kept[kind].count}`).join(wording.words.listSeparator);
  const total = KINDS.reduce((sum, kind) => sum + kept[kind].count, 0);
  const shown = KINDS.reduce((sum, kind) => sum + kept[kind].all().length, 0);
  const why = reasons.map((reason) => sayGateReason(reason, wording.words)).join(ci.sentenceSeparator);
  const gate = passed ? report.gatePassed : report.gateFailed;
  return [why === '' ? gate : ci.of(gate, why), ci.annotations(counts, shown, total)];
}

import { questionsOf } from '../../assess/questions.js';
import { VERDICTS, type Verdict } from '../../core/finding.js';
import { own } from '../../core/own.js';
import { WHOLE_FILE } from '../../core/problem.js';
import type { Header, ProfileRecord, Score } from '../../core/run.js';
import { sayProblem } from '../../i18n/translate.js';
import { decisiveFindings } from '../say/decided.js';
import { countOf, countRules, findingsOf, type RuledFinding } from '../say/findings.js';
import { costOf, lawOf, placeOf, remedyOf, sayFinding, titleOf } from '../say/messages.js';
import { percentText } from '../say/percent.js';
import { shapeOf } from '../say/shape.js';
import type { Wording } from '../say/wording.js';
import type { View } from '../view.js';
import type { Block } from './budget.js';
import { code, details, section, table, text } from './marks.js';

const COLUMNS = ['pass', 'gap', 'unknown', 'manual', 'not-applicable'] as const;

/** All that is shown of one profile, in the order of its weight. */
export function profileBlocks(record: ProfileRecord, header: Header, view: View, wording: Wording): Block[] {
  const problems = problemBlocks(record, wording);
  if (record.counts === null) return problems;
  return [
    ...problems,
    areasBlock(record, wording),
    ...gapBlocks(record, view, wording),
    ...questionBlocks(record, view, wording),
    ...manualBlocks(record, view, wording),
    ...upcomingBlocks(record, header, wording),
    ...otherBlocks(record, view, wording),
  ].filter(({ entries }) => entries.length > 0);
}

/** What is wrong with the file: errors in the open, notes folded. */
function problemBlocks(record: ProfileRecord, wording: Wording): Block[] {
  const { report } = wording.words;
  const of = (level: 'error' | 'warning'): string[] =>
    record.problems
      .filter((found) => found.level === level)
      .map((found) => `- ${code(placeOf(record.path, found.at))} ${text(sayProblem(found, wording.words))}\n`);
  const [errors, warnings] = [of('error'), of('warning')];
  return [section(report.problems(errors.length), errors), details(report.warnings(warnings.length), warnings)].filter(
    ({ entries }) => entries.length > 0,
  );
}

function areasBlock(record: ProfileRecord, wording: Wording): Block {
  const { report } = wording.words;
  const row = (name: string, score: Score): string[] => [
    text(name),
    ...COLUMNS.map((verdict) => String(score.counts[verdict])),
    percentText(score.compliance),
    percentText(score.coverage),
  ];
  const rows = Object.entries(wording.catalog.areas).flatMap(([id, title]) => {
    const score = own(record.areas, id);
    return score === undefined ? [] : [row(wording.text(title), score)];
  });
  const { weights, counts, compliance, coverage } = record;
  if (weights !== null && counts !== null) rows.push(row(report.total, { weights, counts, compliance, coverage }));
  const head = [report.area, ...COLUMNS.map((verdict) => report.columns[verdict]), report.compliance, report.coverage];
  return table(report.areas, head, rows, 1);
}

/** The gaps by duty and severity; encouraged ones folded. */
function gapBlocks(record: ProfileRecord, view: View, wording: Wording): Block[] {
  if (!view.show.includes('gap')) return [];
  const { report } = wording.words;
  const all = findingsOf(record, wording.catalog, 'gap');
  const gaps = all.filter(({ finding }) => finding.duty !== 'encouraged');
  const encouraged = all.filter(({ finding }) => finding.duty === 'encouraged');
  if (gaps.length === 0) return [section(report.noGaps, ['\n']), encouragedBlock(encouraged, record, wording)];
  return [
    section(
      report.gaps(countRules(gaps)),
      gaps.map((gap) => gapEntry(gap, record, wording)),
    ),
    encouragedBlock(encouraged, record, wording),
  ];
}

function encouragedBlock(judged: readonly RuledFinding[], record: ProfileRecord, wording: Wording): Block {
  const entries = judged.map((each) => gapEntry(each, record, wording));
  return details(wording.words.report.encouragedGaps(countRules(judged)), entries);
}

/** What was found, where, by which law, at what cost, and what to do. */
function gapEntry(gap: RuledFinding, record: ProfileRecord, wording: Wording): string {
  const { finding, rule } = gap;
  const { duty, severity, report } = wording.words;
  const line = (label: string, said: string): string => `  - ${text(label)} ${said}\n`;
  const places = finding.facts.length === 0 ? [finding.at] : finding.facts.map((fact) => ({ ...WHOLE_FILE, ...fact }));
  const shown = [...new Set(places.map((at) => placeOf(record.path, at)))].slice(0, SHOWN_PLACES);
  return [
    `- **${text(`${duty[finding.duty]}·${severity[rule.severity]}`)}** ${text(titleOf(gap, wording))}\n`,
    `  - ${text(sayFinding(gap, wording))}\n`,
    line(report.place, shown.map(code).join(' ')),
    line(report.law, text(lawOf(gap, wording))),
    ...(finding.duty === rule.duty ? [] : [`  - ${text(report.loweredDuty)}\n`]),
    ...costOf(gap, wording).map((cost) => line(report.cost, text(cost))),
    line(report.remedy, text(remedyOf(gap, wording))),
    `  - ${code(finding.rule)}\n`,
  ].join('');
}

/** Most places of one gap that are shown. */
const SHOWN_PLACES = 3;

/** The facts to declare, those first that can decide most. */
function questionBlocks(record: ProfileRecord, view: View, wording: Wording): Block[] {
  if (!view.show.includes('unknown')) return [];
  const { report } = wording.words;
  const entries = questionsOf(record, wording.catalog).map((question) => {
    const { path, alone, rules } = question;
    const fact = `${text(wording.factTitle(path))} ${code(`${path}: ${shapeOf(path, wording)}`)}`;
    return `- ${fact}\n  - ${text(report.questionWaits(alone, rules.length))}\n`;
  });
  return [details(report.questions(entries.length), entries)];
}

/** Questions for a person, as a list to tick off. */
function manualBlocks(record: ProfileRecord, view: View, wording: Wording): Block[] {
  if (!view.show.includes('manual')) return [];
  const judged = findingsOf(record, wording.catalog, 'manual');
  const entries = judged.map((each) => `- [ ] ${text(sayFinding(each, wording))}\n  - ${text(lawOf(each, wording))}\n`);
  return [section(wording.words.report.manual(countRules(judged)), entries)];
}

function upcomingBlocks(record: ProfileRecord, header: Header, wording: Wording): Block[] {
  const { report, verdict } = wording.words;
  const entries = record.upcoming.map(({ rule: id, from, verdict: found }) => {
    const rule = own(wording.catalog.rules, id);
    const title = rule === undefined ? id : titleOf({ rule }, wording);
    return `- ${text(`${report.upcomingFrom(from)} [${verdict[found]}] ${title}`)}\n`;
  });
  return [details(report.upcoming(entries.length, header.options.horizonDays), entries)];
}

/** What passed and what does not apply where asked for, folded; and how much of all this is not shown. */
function otherBlocks(record: ProfileRecord, view: View, wording: Wording): Block[] {
  const { report, verdict } = wording.words;
  const listed = (of: Verdict, judged: readonly RuledFinding[], title: string): Block =>
    details(title, view.show.includes(of) ? judged.map((each) => `- ${text(titleAndWhy(each, wording))}\n`) : []);
  const passes = decisiveFindings(record, wording.catalog, 'pass');
  const duties = passes.filter(({ rule }) => rule.kind === 'duty');
  const prohibitions = passes.filter(({ rule }) => rule.kind === 'prohibition');
  const others = decisiveFindings(record, wording.catalog, 'not-applicable');
  const hidden = VERDICTS.filter((each) => !view.show.includes(each) && countOf(record, each) > 0);
  const counted = hidden.map((each) => `${verdict[each]} ${countOf(record, each)}`).join(wording.words.listSeparator);
  return [
    listed('pass', duties, report.passes(countRules(duties))),
    listed('pass', prohibitions, report.prohibitionPasses(countRules(prohibitions))),
    listed('not-applicable', others, report.notApplicable(countRules(others))),
    { title: report.title, before: '', after: '\n', entries: hidden.length === 0 ? [] : [`${text(report.hidden(counted))}\n`] },
  ];
}

function titleAndWhy(judged: RuledFinding, wording: Wording): string {
  const title = titleOf(judged, wording);
  const item = judged.finding.item === null ? '' : ` ${judged.finding.item}`;
  return judged.finding.verdict === 'pass' ? `${title}${item}` : wording.words.ci.of(title, sayFinding(judged, wording));
}

import type { Header, ProfileRecord, Summary } from '../core/run.js';
import type { Block } from './budget.js';
import { decidedRules } from './decided.js';
import { code, details, MAX_NAME, section, shorten, table, text } from './markdown-marks.js';
import { titleOf } from './messages.js';
import { percentText } from './page.js';
import type { Wording } from './words.js';
import { WorstFirst } from './worst.js';

/** More lines than that have no room in a comment. */
const MAX_ROWS = 1000;
const MAX_RULES = 20;

type Row = Pick<ProfileRecord, 'path' | 'status' | 'compliance' | 'coverage' | 'counts'> & { readonly passed: boolean };

/** What an overview of several profiles keeps of each. */
export class BatchOverview {
  count = 0;
  passed = 0;
  private readonly rows = new WorstFirst<Row>(MAX_ROWS, worse);
  private readonly notJudged = new WorstFirst<Row>(MAX_ROWS, () => 0);
  private readonly missed = new Map<string, number>();

  constructor(
    private readonly header: Header,
    private readonly wording: Wording,
  ) {}

  add(record: ProfileRecord): void {
    const { path, status, compliance, coverage, counts, gate } = record;
    const row = { path: shorten(path, MAX_NAME), status, compliance, coverage, counts, passed: gate.passed };
    this.count += 1;
    if (gate.passed) this.passed += 1;
    (status === 'judged' ? this.rows : this.notJudged).add(row);
    for (const { id, verdict } of decidedRules(record, this.header.catalog)) {
      if (verdict === 'gap') this.missed.set(id, (this.missed.get(id) ?? 0) + 1);
    }
  }

  /** Files that could not be judged, the rules most often missed, the profiles, and identities that occur more than once. */
  blocks({ duplicates, emptySources }: Summary): Block[] {
    const { report, ci } = this.wording.words;
    const empty = emptySources.map((path) => `- ${text(ci.emptySource(shorten(path, MAX_NAME)))}\n`);
    const same = duplicates.map(({ identity, paths }) => {
      const names = paths.slice(0, MAX_RULES).map((path) => code(path));
      const more = paths.length > MAX_RULES ? ` ${text(report.more(paths.length - MAX_RULES))}` : '';
      return `- ${text(shorten(identity, MAX_NAME))} ${names.join(' ')}${more}\n`;
    });
    return [
      section(ci.inputs, empty),
      this.notJudgedBlock(),
      this.missedBlock(),
      this.profilesBlock(),
      details(report.duplicates(same.length), same),
    ].filter(({ entries }) => entries.length > 0);
  }

  private notJudgedBlock(): Block {
    const { ci, status } = this.wording.words;
    const entries = this.notJudged.all().map((row) => `- ${code(row.path)} ${text(status[row.status])}\n`);
    return withMore(section(ci.notJudged(this.notJudged.count), entries), this.notJudged.leftOut, this.wording);
  }

  private missedBlock(): Block {
    const { ci } = this.wording.words;
    const { rules } = this.header.catalog;
    const order = Object.keys(rules);
    const missed = [...this.missed].sort((a, b) => b[1] - a[1] || order.indexOf(a[0]) - order.indexOf(b[0]));
    const rows = missed.slice(0, MAX_RULES).flatMap(([id, count]) => {
      const rule = rules[id];
      return rule === undefined ? [] : [[text(titleOf({ rule }, this.wording)), text(id), String(count)]];
    });
    const block = table(ci.mostMissed(missed.length), [ci.rule, ci.id, ci.profilesWith], rows, 2);
    return withMore(block, missed.length - rows.length, this.wording);
  }

  private profilesBlock(): Block {
    const { ci, report } = this.wording.words;
    const { columns } = report;
    const rows = this.rows
      .all()
      .map((row) => [
        `${row.passed ? '✅' : '❌'} ${text(row.passed ? report.gatePassed : report.gateFailed)}`,
        text(row.path),
        percentText(row.compliance),
        percentText(row.coverage),
        String(row.counts?.gap ?? 0),
        String(row.counts?.unknown ?? 0),
        String(row.counts?.manual ?? 0),
      ]);
    const head = [ci.status, report.profile, report.compliance, report.coverage, columns.gap, columns.unknown, columns.manual];
    return withMore(table(ci.worstFirst(this.rows.count), head, rows, 2), this.rows.leftOut, this.wording);
  }
}

/** Those that did not pass first, then by compliance and coverage; over nothing is worst. */
function worse(a: Row, b: Row): number {
  return Number(a.passed) - Number(b.passed) || (a.compliance ?? -1) - (b.compliance ?? -1) || (a.coverage ?? -1) - (b.coverage ?? -1);
}

/** A block that says how many entries it does not even hold. */
function withMore(block: Block, leftOut: number, wording: Wording): Block {
  if (leftOut === 0) return block;
  return { ...block, after: `\n${text(wording.words.report.more(leftOut))}\n${block.after}` };
}

import { type Often, Overview, type ProfileLine } from '../../assess/overview.js';
import { own } from '../../core/own.js';
import type { ProfileRecord, Summary } from '../../core/run.js';
import { titleOf } from '../say/messages.js';
import { percentText } from '../say/percent.js';
import type { Wording } from '../say/wording.js';
import type { Block } from './budget.js';
import { code, details, MAX_NAME, section, shorten, table, text } from './marks.js';

/** More lines than that have no room in a comment. */
const MAX_ROWS = 1000;
const MAX_RULES = 20;

/** Several profiles in short. */
export class BatchBlocks {
  private readonly overview = new Overview();

  constructor(private readonly wording: Wording) {}

  get count(): number {
    return this.overview.profiles;
  }

  get passed(): number {
    return this.overview.passed;
  }

  add(record: ProfileRecord): void {
    this.overview.add(record);
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
    const { notJudged, notJudgedCount } = this.overview;
    const entries = notJudged.map((each) => `- ${code(each.path)} ${text(status[each.status])}\n`);
    return withMore(section(ci.notJudged(notJudgedCount), entries), notJudgedCount - entries.length, this.wording);
  }

  private missedBlock(): Block {
    const { ci } = this.wording.words;
    const missed = this.overview.rulesMissed;
    const rows = missed.slice(0, MAX_RULES).map(({ name, profiles }: Often) => {
      const rule = own(this.wording.catalog.rules, name);
      return [text(rule === undefined ? name : titleOf({ rule }, this.wording)), text(name), String(profiles)];
    });
    const block = table(ci.mostMissed(missed.length), [ci.rule, ci.id, ci.profilesWith], rows, 2);
    return withMore(block, missed.length - rows.length, this.wording);
  }

  private profilesBlock(): Block {
    const { ci, report } = this.wording.words;
    const { columns } = report;
    const judged = this.overview.profiles - this.overview.notJudgedCount;
    const rows = this.overview
      .worst(MAX_ROWS)
      .filter(({ status }) => status === 'judged')
      .map((line) => this.row(line));
    const head = [ci.status, report.profile, report.compliance, report.coverage, columns.gap, columns.unknown, columns.manual];
    return withMore(table(ci.worstFirst(judged), head, rows, 2), judged - rows.length, this.wording);
  }

  private row({ path, passed, compliance, coverage, counts }: ProfileLine): string[] {
    const { report } = this.wording.words;
    return [
      `${passed ? '✅' : '❌'} ${text(passed ? report.gatePassed : report.gateFailed)}`,
      text(shorten(path, MAX_NAME)),
      percentText(compliance),
      percentText(coverage),
      String(counts?.gap ?? 0),
      String(counts?.unknown ?? 0),
      String(counts?.manual ?? 0),
    ];
  }
}

/** A block that says how many entries it does not even hold. */
function withMore(block: Block, leftOut: number, wording: Wording): Block {
  if (leftOut === 0) return block;
  return { ...block, after: `\n${text(wording.words.report.more(leftOut))}\n${block.after}` };
}

import type { Gate, Header, ProfileRecord, Summary } from '../../core/run.js';
import { sayGateReason } from '../../i18n/translate.js';
import { knownLines } from '../say/known.js';
import { gateOfOnly, runTitle } from '../say/messages.js';
import { percentText } from '../say/percent.js';
import { Wording } from '../say/wording.js';
import type { Report, Reporter } from '../view.js';
import { BatchBlocks } from './batch.js';
import { type Block, fitInto } from './budget.js';
import { code, MAX_NAME, shorten, text } from './marks.js';
import { profileBlocks } from './profile.js';

/** GitHub refuses a comment that is longer, in characters. */
const MAX_LENGTH = 65_536;
/** Room for the notice of what was cut and the last line. */
const RESERVED = 3000;

/** The run in GitHub Flavored Markdown, for a comment on a pull request or the summary of a job. */
export const markdownReport: Reporter = (header, view): Report => {
  const wording = new Wording(view.lang, header.catalog);
  const batch = new BatchBlocks(wording);
  let only: ProfileRecord | null = null;
  return {
    add: (record) => {
      batch.add(record);
      only = batch.count === 1 ? record : null;
      return '';
    },
    end: (summary) => {
      if (only === null) return compose(batchHead(header, summary, batch, wording), batch.blocks(summary), wording);
      return compose(profileHead(header, only, summary, wording), profileBlocks(only, header, view, wording), wording);
    },
  };
};

/** Head, blocks as far as there is room, and what was cut. */
function compose(head: string, blocks: readonly Block[], wording: Wording): string {
  const { ci, report } = wording.words;
  const { text: fitted, left } = fitInto(blocks, MAX_LENGTH - RESERVED - head.length);
  const cut = left.map(({ title, count }) => ci.entries(shorten(title, MAX_NAME), count)).join(wording.words.listSeparator);
  const notice = left.length === 0 ? '' : `> ${text(ci.cut(cut))}\n\n`;
  return `${head}${fitted}${notice}${text(report.disclaimer)}\n`;
}

function headline(header: Header, { passed, reasons }: Gate, summary: Summary, wording: Wording): string {
  const { report, ci } = wording.words;
  const gate = passed ? `✅ ${report.gatePassed}` : `❌ ${report.gateFailed}`;
  const why = reasons.map((reason) => sayGateReason(reason, wording.words)).join(ci.sentenceSeparator);
  return `## ${text(ci.of(runTitle(header, wording, summary), gate))}\n\n${why === '' ? '' : `${text(ci.why(why))}\n\n`}`;
}

/** What the run was made with. */
function basisLine(header: Header, wording: Wording): string {
  const { report } = wording.words;
  const packs = header.packs.map(({ id, version, digest }) => report.pack(id, version, digest.slice(0, 15)));
  return [
    `${report.headings.asOf} ${report.asOf(header.asOf)}`,
    ...packs.map((pack) => `${report.headings.pack} ${shorten(pack, MAX_NAME)}`),
    ...knownLines(header, wording).map((known) => `${report.headings.known} ${known}`),
  ]
    .map(text)
    .join(' · ');
}

function profileHead(header: Header, record: ProfileRecord, summary: Summary, wording: Wording): string {
  const { report, ci } = wording.words;
  const { operator, platform, declaration, counts } = record;
  const who = [operator.name, operator.uscc, platform.name].filter((each) => each !== null).map((each) => shorten(each, MAX_NAME));
  const declared = declaration.date === null ? report.undeclaredDate : report.declared(declaration.date, null);
  const lines = [
    ...(who.length === 0 ? [] : [text(who.join(' · '))]),
    [code(record.path), text(`${report.headings.declaration} ${declared}`), basisLine(header, wording)].join(' · '),
  ];
  if (counts !== null) {
    const numbers = ci.numbers(percentText(record.compliance), percentText(record.coverage));
    lines.unshift(`**${text(numbers)}** ${text(report.besides(counts.manual, counts['not-applicable']))}`);
  }
  return `${headline(header, gateOfOnly(record, summary), summary, wording)}${lines.join('\n\n')}\n\n`;
}

function batchHead(header: Header, summary: Summary, batch: BatchBlocks, wording: Wording): string {
  const totals = text(wording.words.report.batch(batch.count, batch.passed));
  return `${headline(header, summary.gate, summary, wording)}${totals}\n\n${basisLine(header, wording)}\n\n`;
}

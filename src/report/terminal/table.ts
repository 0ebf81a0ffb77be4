import { Overview } from '../../assess/overview.js';
import type { Header, ProfileRecord } from '../../core/run.js';
import { gateOfOnly, runTitle } from '../say/messages.js';
import { Wording } from '../say/wording.js';
import type { Report, Reporter, View } from '../view.js';
import { areasSection } from './areas.js';
import { gapsSection } from './gaps.js';
import { manySections } from './many.js';
import { Page, widest } from './page.js';
import { problemsSection } from './problems.js';
import { gateSection, lawEntries, manualSection, othersSection, questionsSection, upcomingSection } from './sections.js';

/** The report for a person at a terminal: of one profile what fails first and why, of several what they come to together. */
export const tableReport: Reporter = (header, view): Report => {
  const overview = new Overview();
  let only: ProfileRecord | null = null;
  return {
    add: (record) => {
      only = overview.profiles === 0 ? record : null;
      overview.add(record);
      return '';
    },
    end: (summary) => {
      const wording = new Wording(view.lang, header.catalog);
      const page = new Page(view.width, view.color);
      page.heading(runTitle(header, wording, summary));
      if (only !== null) profile(page, { ...only, gate: gateOfOnly(only, summary) }, header, view, wording);
      else manySections(page, overview, header, summary, wording);
      return page.toString();
    },
  };
};

function profile(page: Page, record: ProfileRecord, header: Header, view: View, wording: Wording): void {
  head(page, record, header, wording);
  problemsSection(page, record, wording);
  if (record.counts !== null) {
    areasSection(page, record, wording);
    gapsSection(page, record, view, wording);
    questionsSection(page, record, view, wording);
    manualSection(page, record, view, wording);
    othersSection(page, record, view, wording);
    upcomingSection(page, record, header, wording);
  }
  gateSection(page, record.gate, wording);
}

function head(page: Page, record: ProfileRecord, header: Header, wording: Wording): void {
  const { headings, ...words } = wording.words.report;
  const labelWidth = widest(Object.values(headings));
  const { operator, platform, declaration } = record;
  const code = operator.uscc === null ? '' : ` ${operator.uscc}`;
  const who = [`${operator.name ?? ''}${code}`.trim(), platform.name ?? ''].filter((each) => each !== '').join(' · ');
  const by = [declaration.by, declaration.title].filter((each) => each !== null).join(' ');
  if (who !== '') page.entry(headings.who, who, labelWidth);
  page.entry(
    headings.declaration,
    declaration.date === null ? words.undeclaredDate : words.declared(declaration.date, by === '' ? null : by),
    labelWidth,
  );
  lawEntries(page, header, wording);
  page.entry(headings.file, record.path, labelWidth);
  page.text(words.disclaimer, 0, page.style.dim);
}

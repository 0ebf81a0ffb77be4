import { lineOf, Overview, type ProfileLine } from '../../assess/overview.js';
import type { Header, ProfileRecord, Summary } from '../../core/run.js';
import { sha256 } from '../../io/host.js';
import { runTitle } from '../say/messages.js';
import { Wording } from '../say/wording.js';
import type { View } from '../view.js';
import { batchPage, MOST_LINES } from './batch.js';
import { profilesTable } from './many.js';
import { html } from './markup.js';
import { document, lawLine } from './page.js';
import { profilePage } from './profile.js';
import type { PageContext } from './sheet.js';

/** A page under its name, which holds nothing but small ASCII letters, digits, hyphens and the dot. */
export interface SiteFile {
  readonly name: string;
  readonly text: string;
}

/** The report as a folder of pages, made while the run goes by. */
export interface Site {
  /** Gives the pages that are whole by then. */
  add(record: ProfileRecord): SiteFile[];
  end(summary: Summary): SiteFile[];
}

const INDEX = 'index.html';

/**
 * A page for each profile, and an index over them. Of a record nothing is kept but its line in the index; where there
 * are too many for one table, the index has the worst and further pages have all.
 */
export function htmlSite(header: Header, view: View): Site {
  const sheet: PageContext = { wording: new Wording(view.lang, header.catalog), header, view };
  const overview = new Overview();
  const names: string[] = [];
  const taken = new Set<string>([INDEX]);
  const lists: string[] = [];
  let lines: ProfileLine[] = [];
  const link = ({ position }: ProfileLine): string | null => names[position - 1] ?? null;
  const list = (): SiteFile => {
    const file = listPage(lines, lists.length + 1, link, sheet);
    lists.push(file.name);
    lines = [];
    return file;
  };
  return {
    add: (record) => {
      overview.add(record);
      const files = lines.length === MOST_LINES ? [list()] : [];
      const name = freeName(record, taken);
      names.push(name);
      lines.push(lineOf(record, overview.profiles));
      return [
        ...files,
        { name, text: profilePage(record, { title: runTitle(header, sheet.wording), gate: record.gate }, sheet, backLink(sheet)) },
      ];
    },
    end: (summary) => {
      const files = lists.length > 0 ? [list()] : [];
      const text = batchPage(overview, summary, { link, lists: listLinks(lists, overview.profiles, sheet), details: null }, sheet);
      return [...files, { name: INDEX, text }];
    },
  };
}

function backLink({ wording }: PageContext): ReturnType<typeof html> {
  return html`<p><a href="${INDEX}">${wording.words.html.back}</a></p>`;
}

/** A name by which a person finds the page, and a digest of the path, so that it stays the same from run to run. */
function freeName({ id, path }: ProfileRecord, taken: Set<string>): string {
  const readable = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(-40)
    .replace(/^-/, '');
  const stem = `${readable === '' ? 'profile' : readable}-${sha256(Buffer.from(path)).slice('sha256:'.length, 'sha256:'.length + 10)}`;
  let name = `${stem}.html`;
  for (let count = 2; taken.has(name); count += 1) name = `${stem}-${count}.html`;
  taken.add(name);
  return name;
}

function listPage(lines: readonly ProfileLine[], number: number, link: (line: ProfileLine) => string | null, sheet: PageContext): SiteFile {
  const title = rangeTitle(number, lines.length, sheet);
  const head = html`<p class="kicker">${runTitle(sheet.header, sheet.wording)}</p><h1>${title}</h1><dl>${lawLine(sheet.header, sheet)}</dl>${backLink(sheet)}`;
  const body = html`<section id="profiles">${profilesTable(lines, link, title, sheet)}</section>`;
  return {
    name: `list-${number}.html`,
    text: document(`${title} — ${runTitle(sheet.header, sheet.wording)}`, head, [{ id: 'profiles', title }], body, sheet),
  };
}

function rangeTitle(number: number, count: number, { wording }: PageContext): string {
  const before = (number - 1) * MOST_LINES;
  return wording.words.html.listOf(before + 1, before + count);
}

function listLinks(lists: readonly string[], profiles: number, sheet: PageContext): ReturnType<typeof html> | null {
  if (lists.length === 0) return null;
  const links = lists.map((name, index) => {
    const count = Math.min(MOST_LINES, profiles - index * MOST_LINES);
    return html`<li><a href="${name}">${rangeTitle(index + 1, count, sheet)}</a></li>`;
  });
  return html`<p>${sheet.wording.words.html.onlyWorst(MOST_LINES)}</p><ul>${links}</ul>`;
}

import { createHash } from 'node:crypto';
import { SEVERITIES } from '../../core/rule.js';
import type { Header } from '../../core/run.js';
import { knownLines } from '../say/known.js';
import { SHOWN } from './charts.js';
import { type Content, html, type Markup } from './markup.js';
import { SCRIPT } from './script.js';
import type { PageContext } from './sheet.js';
import { STYLE } from './style.js';

/** A section that a reader can jump to. */
export interface Jump {
  readonly id: string;
  readonly title: string;
}

/**
 * A whole page in one file. Its policy lets nothing load and nothing run but its own style sheet and script, which it
 * names by their digests (CSP level 3, §6.7.2).
 */
export function document(title: string, head: Content, jumps: readonly Jump[], body: Content, sheet: PageContext): string {
  const { wording } = sheet;
  const { html: words } = wording.words;
  const policy = `default-src 'none'; style-src '${digest(STYLE)}'; script-src '${digest(SCRIPT)}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const page = html`<html lang="${wording.lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer"><title>${title}</title><style>${STYLE}</style></head>
    <body><a class="skip" href="#main">${words.skip}</a><header>${head}</header>
    <nav aria-label="${words.contents}"><ul>${jumps.map(({ id, title: to }) => html`<li><a href="#${id}">${to}</a></li>`)}</ul></nav>
    ${filter(sheet)}<main id="main" tabindex="-1">${body}</main><script>${SCRIPT}</script></body></html>`;
  return `<!DOCTYPE html>\n${page}\n`;
}

function digest(text: Markup): string {
  return `sha256-${createHash('sha256').update(String(text)).digest('base64')}`;
}

/** The filter works by script alone, so that without one it stays hidden. */
function filter({ wording }: PageContext): Markup {
  const { words } = wording;
  const { filter: labels } = words.html;
  const choice = (id: string, label: string, options: readonly (readonly [value: string, name: string])[]): Markup =>
    html`<span><label for="${id}">${label}</label><select id="${id}"><option value="">${labels.any}</option>${options.map(
      ([value, name]) => html`<option value="${value}">${name}</option>`,
    )}</select></span>`;
  return html`<search id="filter" hidden>
    ${choice(
      'by-verdict',
      labels.verdict,
      SHOWN.map((each) => [each.charAt(0), words.verdict[each]]),
    )}
    ${choice(
      'by-severity',
      labels.severity,
      SEVERITIES.map((each) => [each.charAt(0), words.severity[each]]),
    )}
    ${choice(
      'by-area',
      labels.area,
      Object.values(wording.catalog.areas).map((title, index) => [String(index), wording.text(title)]),
    )}
    <label for="by-text">${labels.search}</label><input id="by-text" type="search" autocomplete="off">
    <button type="button" id="reset">${labels.reset}</button>
    <output id="filtered" for="by-verdict by-severity by-area by-text" data-text="${words.html.filtered}"></output></search>`;
}

/** By which law and as of which day, for the head of a page. */
export function lawLine(header: Header, { wording }: PageContext): Markup {
  const { packs, asOf } = header;
  const known = knownLines(header, wording);
  const { headings } = wording.words.report;
  return html`<div><dt>${headings.asOf}</dt><dd>${asOf}</dd></div>
    <div><dt>${headings.pack}</dt><dd>${packs.map(({ id, version }, index) => [index > 0 && ', ', `${id} ${version}`])}</dd></div>
    ${known.length > 0 && html`<div><dt>${headings.known}</dt>${known.map((each) => html`<dd>${each}</dd>`)}</div>`}`;
}

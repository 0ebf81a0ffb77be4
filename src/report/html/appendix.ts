import type { Header, ProfileRecord } from '../../core/run.js';
import { optionsOf } from '../say/optionline.js';
import { SHOWN } from './charts.js';
import { type Content, html, type Markup } from './markup.js';
import { declared, entry, type PageContext } from './sheet.js';

/** By what was judged: program, pack, vocabulary, options and digests, the laws cited, how to read the words, the disclaimer. */
export function appendix(record: ProfileRecord | null, sheet: PageContext): Markup {
  const { wording, header } = sheet;
  const { report, html: words } = wording.words;
  const { labels } = words;
  const code = (text: string): Markup => html`<code><bdi>${text}</bdi></code>`;
  return html`<section id="appendix"><h2>${words.appendix}</h2><dl class="wide">
    ${entry(labels.program, [`${header.tool.name} ${header.tool.version}`])}
    ${entry(
      report.headings.pack,
      header.packs.map(({ id, version, digest }) => html`${id} ${version} ${code(digest)}`),
    )}
    ${entry(labels.vocabulary, [html`${header.vocabulary.version} ${code(header.vocabulary.digest)}`])}
    ${entry(report.headings.asOf, [header.asOf])}
    ${entry(labels.options, [code(optionsOf(header))])}
    ${record !== null && ofProfile(record, sheet)}</dl>
    <h3>${words.reading}</h3><dl class="wide">${SHOWN.map((verdict) => entry(wording.words.verdict[verdict], [words.meaning[verdict]]))}</dl>
    <h3>${words.laws}</h3><ul class="lines">${Object.values(wording.catalog.instruments).map((each) => law(each, sheet))}</ul>
    <p class="disclaimer">${report.disclaimer}</p></section>`;
}

function ofProfile({ path, id, digest, factsDigest }: ProfileRecord, { wording }: PageContext): Content {
  const { report, html: words } = wording.words;
  const code = (text: string): Markup => html`<code>${declared(text)}</code>`;
  return [
    entry(report.headings.file, [code(path)]),
    entry(words.labels.identity, [code(id)]),
    digest !== null && entry(words.labels.bytes, [code(digest)]),
    factsDigest !== null && entry(words.labels.factsDigest, [code(factsDigest)]),
  ];
}

function law({ name, number, issuer, officialSource }: Header['catalog']['instruments'][string], { wording }: PageContext): Markup {
  const { officialText } = wording.words.html;
  const said = [number, wording.text(issuer)].filter((each) => each).join(' · ');
  return html`<li>${wording.text(name)} <small>${said}</small>${/^https?:\/\//.test(officialSource) && html` <a href="${officialSource}" rel="noreferrer">${officialText}</a>`}</li>`;
}

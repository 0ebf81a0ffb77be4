import type { Finding, Place } from '../../core/finding.js';
import { factPath } from '../../core/pointer.js';
import { WHOLE_FILE } from '../../core/problem.js';
import type { Wording } from '../say/wording.js';
import { type Content, html, type Markup } from './markup.js';
import { declared } from './sheet.js';

/** Most places of one finding that are shown. */
const SHOWN_PLACES = 5;

/** The places on which a gap rests, each line once, and how many there are besides. */
export function placesOf(finding: Finding): { readonly shown: readonly Place[]; readonly more: number } {
  const all: Place[] = finding.facts.length === 0 ? [finding.at] : finding.facts.map((fact) => ({ ...WHOLE_FILE, ...fact }));
  const lines = all.filter((at, index) => at.line === null || all.findIndex((each) => each.line === at.line) === index);
  return { shown: lines.slice(0, SHOWN_PLACES), more: Math.max(0, lines.length - SHOWN_PLACES) + finding.moreFacts };
}

/** `file:line:column`, or the file and a pointer where lines mean nothing. */
export function placeText(path: string, { line, column, pointer }: Place): string {
  return line === null ? (pointer === '' ? path : `${path} ${pointer}`) : `${path}:${line}:${column}`;
}

/** A place with the line that stands there. */
export function place(path: string, at: Place): Markup {
  return html`<code class="place">${declared(placeText(path, at))}</code>${frame(at)}`;
}

/** Most UTF-16 code units of a line before and after what is marked. */
const BEFORE = 60;
const AFTER = 160;

/** A line of a profile with its number, marked where the problem starts; of a long line, the surroundings. */
function frame({ line, column, source }: Place): Content {
  if (line === null || column === null || source === null) return null;
  const start = Math.min(column - 1, source.length);
  const marked = /^(?:[\w-]+|[\s\S])/u.exec(source.slice(start))?.[0] ?? '';
  const from = start > BEFORE ? wholeCharacter(source, start - BEFORE) : 0;
  const until = start + marked.length + AFTER < source.length ? wholeCharacter(source, start + marked.length + AFTER) : source.length;
  const before = `${from > 0 ? '…' : ''}${source.slice(from, start)}`;
  const after = `${source.slice(start + marked.length, until)}${until < source.length ? '…' : ''}`;
  return html`<pre class="frame"><span class="line">${line}</span> <bdi>${before}<mark>${marked}</mark>${after}</bdi></pre>`;
}

/** The same index, or the one before where it would cut a surrogate pair. */
function wholeCharacter(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff ? index - 1 : index;
}

/** The declared facts on which a verdict rests. */
export function factsSaid(finding: Finding, wording: Wording): string[] {
  const said = finding.facts.map(({ pointer, value }) => {
    const path = factPath(pointer);
    return `${wording.factTitle(path)} = ${wording.value(value, path)}`;
  });
  return finding.moreFacts > 0 ? [...said, wording.words.report.moreFacts(finding.moreFacts)] : said;
}

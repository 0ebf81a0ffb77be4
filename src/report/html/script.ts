import { literal } from './markup.js';

/**
 * The script of a page: a filter over all that has `data-k` (verdict, severity and area of each rule it is about, as
 * three letters and digits each), and folded parts that open where a link leads into them. Without it all can be read.
 */
export const SCRIPT = literal`(() => {
const filter = document.getElementById('filter');
const output = document.getElementById('filtered');
const fields = ['verdict', 'severity', 'area', 'text'].map((name) => document.getElementById('by-' + name));
const entries = [...document.querySelectorAll('[data-k]')].map((at) => ({ at, keys: at.dataset.k.split(' '), text: null }));
const rows = [...document.querySelectorAll('[data-of]')];
const groups = [...document.querySelectorAll('.group')];
let opened = [];
const reveal = (at) => {
  for (let up = at.closest('details'); up; up = up.parentElement.closest('details')) {
    if (!up.open) { up.open = true; opened.push(up); }
  }
};
const matches = (entry, verdict, severity, area, text) => {
  const fits = (key) => (!verdict || key[0] === verdict) && (!severity || key[1] === severity) && (!area || key.slice(2) === area);
  if ((verdict || severity || area) && !entry.keys.some(fits)) return false;
  if (!text) return true;
  entry.text ??= entry.at.textContent.toLowerCase();
  return entry.text.includes(text);
};
const apply = () => {
  const [verdict, severity, area, typed] = fields.map((field) => field.value);
  const text = typed.trim().toLowerCase();
  const active = Boolean(verdict || severity || area || text);
  for (const each of opened) each.open = false;
  opened = [];
  let shown = 0;
  for (const entry of entries) {
    const fits = matches(entry, verdict, severity, area, text);
    entry.at.hidden = !fits;
    if (!fits) continue;
    shown += 1;
    if (active && entry.at.parentElement) reveal(entry.at.parentElement);
  }
  for (const row of rows) row.hidden = document.getElementById(row.dataset.of).hidden;
  for (const group of groups) group.hidden = !group.querySelector('[data-k]:not([hidden])');
  output.textContent = active ? output.dataset.text.replace('{shown}', shown).replace('{all}', entries.length) : '';
};
let waiting = 0;
const soon = () => { clearTimeout(waiting); waiting = setTimeout(apply, entries.length > 300 ? 200 : 0); };
const clear = () => { for (const field of fields) field.value = ''; apply(); };
filter.addEventListener('input', soon);
document.getElementById('reset').addEventListener('click', clear);
filter.hidden = entries.length === 0;
const follow = () => {
  const to = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!to) return;
  if (to.hidden || to.closest('[hidden]')) clear();
  for (let up = to; up; up = up.parentElement) if (up.tagName === 'DETAILS') up.open = true;
  to.scrollIntoView();
};
addEventListener('hashchange', follow);
follow();
})();`;

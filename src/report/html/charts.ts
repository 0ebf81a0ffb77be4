import { VERDICTS, type Verdict } from '../../core/finding.js';
import type { Counts } from '../../core/run.js';
import { html, type Markup } from './markup.js';

/** From left to right: what is good, what is to be done, what a person decides, what is left aside. */
export const SHOWN: readonly Verdict[] = ['pass', 'gap', 'unknown', 'manual', 'not-applicable'];

/** A bar of verdicts by their counts. It only repeats numbers that stand beside it as text, so readers of a screen pass over it. */
export function verdictBar(counts: Counts, verdicts: readonly Verdict[] = SHOWN): Markup {
  const total = verdicts.reduce((sum, verdict) => sum + counts[verdict], 0);
  return bar(
    verdicts.map((verdict) => ({ name: verdict, part: counts[verdict] })).filter(({ part }) => part > 0),
    total,
  );
}

/** A bar filled up to a percentage, or an empty one. */
export function percentBar(percent: number | null, name: string): Markup {
  return bar(percent === null || percent === 0 ? [] : [{ name, part: percent }], 100);
}

/** A bar filled by a part of a whole. */
export function shareBar(part: number, whole: number, name: Verdict): Markup {
  return bar([{ name, part }], whole);
}

function bar(parts: readonly { readonly name: string; readonly part: number }[], whole: number): Markup {
  let left = 0;
  const rects = parts.map(({ name, part }) => {
    const width = whole === 0 ? 0 : (part * 100) / whole;
    const rect = html`<rect class="v-${name}" x="${left.toFixed(2)}" width="${width.toFixed(2)}" height="8"/>`;
    left += width;
    return rect;
  });
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect class="v-none" width="100" height="8"/>${rects}</svg>`;
}

/** Which class of a heat map a percentage falls into; the number itself stands in the cell. */
export function heat(percent: number | null): string {
  if (percent === null) return 'heat-none';
  return `heat-${[100, 90, 80, 60, 0].findIndex((bound) => percent >= bound)}`;
}

/** How many rules have a verdict of those given. */
export function sumOf(counts: Counts, verdicts: readonly Verdict[] = VERDICTS): number {
  return verdicts.reduce((sum, verdict) => sum + counts[verdict], 0);
}

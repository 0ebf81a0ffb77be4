import type { Context } from '../core/context.js';
import { suggest } from '../core/suggest.js';
import type { Language } from '../core/text.js';
import { loadPack } from '../invocation/packs.js';
import { UsageError, usageProblem } from '../invocation/usage.js';
import { renderExplain } from '../report/terminal/explain.js';

export interface RawExplainOptions {
  readonly all?: boolean;
  readonly rules?: readonly string[];
}

/** `hegui explain`: prints what one rule, or every rule, asks and why. */
export async function explain(id: string | undefined, raw: RawExplainOptions, lang: Language, context: Context): Promise<number> {
  const { pack, words } = await loadPack(raw.rules ?? [], lang, context);
  if (id === undefined && raw.all !== true) throw new UsageError([usageProblem('missing-argument', { name: '<rule>' })]);
  const rules = raw.all === true ? pack.rules : pack.rules.filter((rule) => rule.id === id || rule.id.endsWith(`/${id}`));
  if (rules.length === 0) {
    const ids = pack.rules.map((rule) => rule.id);
    const suggestion = suggest(id ?? '', ids) ?? nearestTail(id ?? '', ids);
    throw new UsageError([usageProblem('bad-value', { option: '<rule>', value: id ?? '', expected: 'hegui rules list', suggestion })]);
  }
  const width = Math.min(context.stdout.columns, 120);
  await context.stdout.write(renderExplain(rules, pack, words(), { lang, color: context.stdout.isTTY && !context.env['NO_COLOR'], width }));
  return 0;
}

/** The full id whose last part is nearest: people leave the area out. */
function nearestTail(id: string, ids: readonly string[]): string | null {
  const tail = suggest(
    id,
    ids.map((each) => each.slice(each.indexOf('/') + 1)),
  );
  return ids.find((each) => each.endsWith(`/${tail}`)) ?? null;
}

import type { Coverage } from '../../assess/coverage.js';
import { VERDICTS } from '../../core/finding.js';
import type { Counts } from '../../core/run.js';
import type { Language } from '../../core/text.js';
import type { Sentences } from '../../i18n/sentences.js';

/** The run whose verdicts are shown beside the rules. */
export interface ShownRun {
  readonly path: string;
  readonly profiles: number;
  readonly whole: boolean;
  /** Rules of the run that the pack does not have. */
  readonly foreign: readonly string[];
}

/** What a report of coverage shows. */
export interface ShownCoverage {
  readonly tool: string;
  readonly pack: { readonly id: string; readonly version: string };
  readonly coverage: Coverage;
  readonly run: ShownRun | null;
  readonly lang: Language;
}

/** What the phrases come to, in one sentence. */
export function countsLine({ coverage }: ShownCoverage, { coverage: words, listSeparator }: Sentences): string {
  const { clauses, bearers, statuses } = coverage;
  const say = <T extends string>(counts: Readonly<Record<T, number>>, names: Readonly<Record<T, string>>): string =>
    (Object.entries(counts) as [T, number][])
      .filter(([, count]) => count > 0)
      .map(([each, count]) => words.counted(names[each], count))
      .join(listSeparator);
  return words.counts({
    clauses: clauses.length,
    phrases: clauses.reduce((sum, { phrases }) => sum + phrases.length, 0),
    bearers: say(bearers, words.bearer),
    statuses: say(statuses, words.status),
  });
}

/** The verdicts on the rules of a phrase, those that do not occur left out. */
export function verdictsLine(counts: Counts, { coverage, verdict, listSeparator }: Sentences): string {
  const occurring = VERDICTS.filter((each) => counts[each] > 0);
  return coverage.verdicts(occurring.map((each) => coverage.counted(verdict[each], counts[each])).join(listSeparator));
}

/** Rule ids by area, so that the area stands once. */
export function byArea(rules: readonly string[]): [area: string, names: string[]][] {
  const areas = new Map<string, string[]>();
  for (const id of rules) {
    const cut = id.indexOf('/');
    const area = id.slice(0, cut);
    areas.set(area, [...(areas.get(area) ?? []), id.slice(cut + 1)]);
  }
  return [...areas];
}

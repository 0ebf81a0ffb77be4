import type { Rule } from '../core/rule.js';
import type { Header, ProfileRecord, Summary } from '../core/run.js';
import { headerJson, profileJson } from './json.js';
import type { View } from './view.js';
import { Wording } from './words.js';

/** Makes the lines of a run: a header, a record for each profile, a summary; each a whole JSON object and a newline. */
export interface RunLines {
  readonly header: string;
  profile(record: ProfileRecord): string;
  summary(summary: Summary): string;
}

/** The lines of a run as `-f ndjson` writes them (see `hegui schema run`). */
export function runLines(header: Header, rules: readonly Rule[], view: Pick<View, 'lang' | 'pack' | 'vocabulary'>): RunLines {
  const wording = new Wording(view.lang, view.vocabulary, view.pack.instruments);
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const line = (of: object): string => `${JSON.stringify(of)}\n`;
  return {
    header: line({ record: 'run', ...headerJson(header, rules, view) }),
    profile: (record) => line(profileJson(record, byId, wording)),
    summary: (summary) => line({ record: 'summary', ...summary }),
  };
}

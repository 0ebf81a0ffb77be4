import type { Header } from '../../core/run.js';
import { sayProblem } from '../../i18n/translate.js';
import { type Messages, TerseRecords, terseHeader } from '../../run/terse.js';
import { Wording } from '../say/wording.js';
import type { Report, Reporter } from '../view.js';

/** The run as one JSON document (see `hegui schema run`): what stands before and after the records and each record on a line of its own. */
export const jsonReport: Reporter = (header): Report => {
  const terse = new TerseRecords(header, messagesOf(header));
  const profiles: string[] = [];
  return {
    add: (record) => {
      profiles.push(JSON.stringify(terse.record(record)));
      return '';
    },
    end: (summary) => {
      const fields = Object.entries(terseHeader(header)).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`);
      const records = profiles.map((each) => `\n    ${each}`).join(',');
      return `{\n${fields.join('')}  "profiles": [${records}${records === '' ? '' : '\n  '}],\n  "summary": ${JSON.stringify(summary)}\n}\n`;
    },
  };
};

/** The sentences that a saved run carries, in the run's language. */
export function messagesOf({ lang, catalog }: Header): Messages {
  const wording = new Wording(lang, catalog);
  return {
    problem: (found) => sayProblem(found, wording.words),
    gap: (rule, part) => wording.gap(rule, part),
  };
}

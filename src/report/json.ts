import type { Finding } from '../core/finding.js';
import type { Catalog, ProfileRecord } from '../core/run.js';
import { sayProblem } from '../i18n/translate.js';
import { own } from './own.js';
import type { Report, Reporter } from './view.js';
import { Wording } from './words.js';

/** The run as one JSON document (see `hegui schema run`). */
export const jsonReport: Reporter = (header): Report => {
  const wording = new Wording(header.lang, header.catalog);
  const profiles: object[] = [];
  return {
    add: (record) => {
      profiles.push(withMessages(record, header.catalog, wording));
      return '';
    },
    end: (summary) => `${JSON.stringify({ ...header, profiles, summary }, null, 2)}\n`,
  };
};

/** A record with its problems and gaps in the run's language, for whoever reads the JSON. */
export function withMessages(record: ProfileRecord, catalog: Catalog, wording: Wording): object {
  return {
    ...record,
    problems: record.problems.map((found) => ({ ...found, message: sayProblem(found, wording.words) })),
    findings: record.findings.map((finding) => withMessage(finding, catalog, wording)),
  };
}

function withMessage(finding: Finding, catalog: Catalog, wording: Wording): Finding {
  const rule = own(catalog.rules, finding.rule);
  if (finding.parts.length === 0 || rule === undefined) return finding;
  return { ...finding, parts: finding.parts.map((part) => ({ ...part, message: wording.gap(rule, part) })) };
}

import type { CoverageWords } from './words.js';

const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** English words of the ledger. */
export const coverage: CoverageWords = {
  bearer: { platform: 'platform', government: 'government', encouragement: 'encouraged only' },
  bears: { government: ' (binds the government, not the platform)', encouragement: ' (encouragement only)' },
  status: { automated: 'checked', partial: 'partly checked', manual: 'asked', none: 'no rule', pending: 'to come' },
  title: 'Clauses of the opinion and the rules that rest on them',
  pack: (id, version) => `pack ${id} ${version}`,
  counts: ({ clauses, phrases, bearers, statuses }) =>
    `${many(clauses, 'clause')}, ${many(phrases, 'phrase')}. By bearer: ${bearers}; by state: ${statuses}.`,
  counted: (word, count) => `${word} ${count}`,
  columns: { clause: 'Clause', phrase: 'Phrase', bearer: 'Bearer', status: 'State', count: 'Count', rules: 'Rules', reason: 'Note' },
  run: (path, profiles) => `Verdicts from ${path} (${many(profiles, 'profile')}): each rule counts once in each profile.`,
  runNotWhole: 'This run is not whole; only what it holds is counted.',
  verdicts: (counts) => `Verdicts: ${counts}`,
  notJudged: 'Verdicts: the run did not judge these rules',
  allGrounded: (rules) => (rules === 1 ? 'The one rule rests on the opinion.' : `All ${rules} rules rest on the opinion.`),
  ungrounded: (count, rules) => `Rules that rest on no phrase (${count} of ${rules}; they are judged all the same)`,
  foreign: (count) => `Rules of the run that the pack does not have (${count}; not counted)`,
  textComplete: (path, phrases) => `${path}: all ${many(phrases, 'phrase')} found.`,
  textMissing: (path, missing, phrases) => `${path}: ${missing} of ${many(phrases, 'phrase')} not found:`,
  textHint: 'See whether this is the whole text of that opinion; if it is, correct the phrases of clauses.yaml.',
};

import { many } from '../terms/en.js';
import type { CiWords } from './words.js';

/** English words: reports for pipelines. */
export const ci: CiWords = {
  of: (what, said) => `${what}: ${said}`,
  fact: (title, path) => `${title} (${path})`,
  sentenceSeparator: '; ',
  noSign: 'no sign of a breach in what was declared',
  gate: 'Gate',
  inputs: 'Inputs',
  readable: 'The profile can be judged',
  emptySource: (path) => `${path} holds no profiles`,
  restsOnToo: 'the verdict rests on this too',
  standing: { waived: 'waived', known: 'in the baseline' },
  resultsLeftOut: (left, kept) =>
    `${many(left, 'result')} left out: only the ${kept} worst are kept here. For all of them use -f ndjson, or divide the profiles with --shard.`,
  problemsLeftOut: (left, kept) =>
    `${many(left, 'problem')} of files left out: only ${kept} are kept here, errors first. For all of them use -f ndjson.`,
  annotations: (counts, shown, total) => `hegui: ${counts}; ${total} in all, the ${shown} worst shown (at most ten of each kind)`,
  levels: { error: 'errors', warning: 'warnings', notice: 'notices' },
  why: (reasons) => `Why: ${reasons}`,
  numbers: (compliance, coverage) => `Compliance ${compliance}, coverage ${coverage}`,
  rule: 'Rule',
  id: 'Id',
  status: 'Status',
  profilesWith: 'Profiles with a gap',
  mostMissed: (count) => `Most frequent gaps (${many(count, 'rule')})`,
  notJudged: (count) => `Profiles that could not be judged (${count})`,
  worstFirst: (count) => `Profiles (${count}, the worst first)`,
  cut: (what) => `Left out for want of room: ${what}. The formats html, json and ndjson hold everything.`,
  entries: (title, count) => `${count} of "${title}"`,
};

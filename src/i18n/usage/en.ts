import { list, many, mean } from '../terms/en.js';
import type { UsageWords } from './words.js';

/** English words: what went wrong with a command line or an output. */
export const usage: UsageWords = {
  'unknown-option': ({ option, suggestion }) => `There is no option ${option}.${mean(suggestion)}`,
  'unknown-command': ({ command, suggestion }) => `There is no command "${command}".${mean(suggestion)}`,
  'missing-argument': ({ name }) => `The argument ${name} is missing.`,
  'missing-value': ({ option }) => `The option ${option} needs a value.`,
  'too-many-arguments': () => 'Too many arguments.',
  'bad-value': ({ option, value, expected, suggestion }) =>
    `"${value}" is no value for ${option}; expected: ${expected}.${mean(suggestion)}`,
  'two-stdout': () => 'Only one format can go to standard output.',
  'needs-html': () => '--out-dir goes with -f html.',
  'rule-not-in-force': ({ rule, from, until }) =>
    `The rule ${rule} is not in force on the as-of date (from ${from}${until === null ? '' : `, until ${until}`}). Give a date with --as-of.`,
  'nothing-selected': () => 'The selection leaves no rule in force.',
  'empty-folder': ({ path }) => `${path} holds no profiles (.yaml, .yml, .json).`,
  'link-outside': ({ path }) => `The link ${path} was not followed: it leads out of the folder. Name it itself to have it checked.`,
  'link-back': ({ path }) => `The link ${path} was not followed: it leads back to a folder above.`,
  'link-inside': ({ path }) => `The link ${path} was not followed: what it leads to is in the folder already.`,
  'same-file': ({ path, other }) => `${path} and ${other} are the same file; it is checked once.`,
  'two-stdin': () => 'Standard input can be used for one thing only.',
  'resume-mismatch': ({ path, field }) =>
    field === 'record'
      ? `${path} is no ndjson run of hegui; it was left as it is.`
      : `${path} cannot be continued: its "${field}" differs from that of this run; it was left as it is. Take another file, or the options and pack of then.`,
  'unreadable-list': ({ path, reason }) => `The list of files ${path} cannot be read (${reason}).`,
  'bad-combination': ({ one, other }) => `${one} and ${other} exclude each other.`,
  'needs-stdin': ({ option }) => `${option} only serves a profile on standard input (-).`,
  'nothing-to-check': () => 'There is no profile to check.',
  'output-failed': ({ path, reason }) => `${path} cannot be written (${reason}).`,
  'law-outdated': ({ pack, date }) =>
    `The pack ${pack} knows the law only until ${date}, more than six months before the as-of date; what changed since is not in it. Update the pack.`,
  'as-of-past': ({ date }) => `The as-of date ${date} is in the past: judged by the law of that day.`,
  'pack-broken': ({ folder, count }) => `${folder} has ${many(count, 'error')} and cannot be used.`,
  'rule-exists': ({ rule, place }) => `There is a rule ${rule} already, at ${place}; no file was changed. Choose another id.`,
  'tests-exist': ({ rule, place }) =>
    `There are tests of ${rule} already, at ${place}; no file was changed. Delete them, or choose another id or topic.`,
  'area-inherited': ({ area, pack, place }) =>
    `The area ${area} is that of the pack ${pack}, at ${place}, which this one extends and cannot add to; no file was changed. Choose another area, or add the rule to ${pack}.`,
  'fact-exists': ({ fact, place }) => `There is a fact ${fact} already, at ${place}; no file was changed. Choose another path.`,
  'not-appendable': ({ path }) =>
    `Nothing can be added to ${path}: it cannot be read, has mistakes, or is written in brackets or braces there. No file was changed; mend it first, with an entry on each line.`,
  'pack-unreadable': ({ folder }) => `The pack ${folder} cannot be read (there is no pack.yaml).`,
  'too-many-profiles': ({ format, limit }) =>
    `The format ${format} holds at most ${limit} profiles, and there are more; use ${format === 'html' ? '-f html --out-dir DIR (a page for each), ' : ''}-f ${format === 'xlsx' ? 'csv' : 'ndjson'}, or divide them with --shard.`,
  'run-unreadable': ({ path, reason }) => `Cannot read the saved run ${path} (${reason}).`,
  'run-broken': ({ path, line, reason }) => {
    const at = line === null ? path : `${path}, line ${line}`;
    return {
      'no-run': `${at} is not what hegui check -f ndjson or -f json writes.`,
      'earlier-version': `${at} was written by an earlier version of hegui in another format; run hegui check of this version on the profiles again.`,
      'later-version': `${at} was written by a later version of hegui; open it with that one.`,
      'not-fitting': `${at} does not fit the format of a run (see hegui schema run). Was the file changed?`,
      'too-long': `${at} is too long to be read.`,
    }[reason];
  },
  'run-cut-off': ({ path }) => `${path} was cut off; what it holds was used, and every report made of it says so and does not pass.`,
  'merge-inputs-unknown': () => 'The profiles of these runs came on streams, so it cannot be told whether any is missing.',
  'run-of-other-rules': ({ path }) => `No rule of ${path} is in this pack. Name the pack it was judged by with --rules.`,
  'no-ledger': ({ packs }) => `No ledger of clauses (clauses.yaml) in: ${list(packs)}. There is nothing to set against the rules.`,
  'two-ledgers': ({ packs }) => `There is a ledger of clauses in each of: ${list(packs)}. Give one of them at a time.`,
  'text-unreadable': ({ path, reason }) => `The text of the opinion ${path} cannot be read: ${reason}`,
  'merge-differs': ({ path, other, field }) =>
    `${path} and ${other} differ in "${field}": they are not shards of one run and cannot be merged.`,
  'merge-shard-twice': ({ path, other, index }) => `${path} and ${other} both are shard ${index}. Leave one out.`,
  'merge-shard-missing': ({ index, of }) => `Shard ${index}/${of} is missing. Add it, or merge what there is with --partial.`,
  'merge-unfinished': ({ path }) =>
    `${path} was cut off (it has no summary). Finish it with --resume, or merge what there is with --partial.`,
  'merge-path-twice': ({ path, one, other }) => `${path} stands in both ${one} and ${other}; they cannot be merged.`,
  'merge-not-sorted': ({ path, run }) => `${run} is not in the order of its paths (see ${path}); it cannot be merged.`,
  interrupted: ({ done, of }) =>
    `Interrupted: ${done}${of === null ? '' : ` of ${of}`} profiles judged. Output as ndjson holds them all and can be continued with --resume; other formats were not written.`,
  internal: ({ message }) => `Internal error: ${message}`,
};

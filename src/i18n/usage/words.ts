export interface UsageArgs {
  'unknown-option': { option: string; suggestion: string | null };
  'unknown-command': { command: string; suggestion: string | null };
  'missing-argument': { name: string };
  'missing-value': { option: string };
  'too-many-arguments': Record<never, never>;
  'bad-value': { option: string; value: string; expected: string; suggestion: string | null };
  'two-stdout': Record<never, never>;
  'needs-html': Record<never, never>;
  'rule-not-in-force': { rule: string; from: string; until: string | null };
  'nothing-selected': Record<never, never>;
  'empty-folder': { path: string };
  'link-outside': { path: string };
  'link-back': { path: string };
  'link-inside': { path: string };
  'same-file': { path: string; other: string };
  'two-stdin': Record<never, never>;
  'resume-mismatch': { path: string; field: string };
  'unreadable-list': { path: string; reason: string };
  'bad-combination': { one: string; other: string };
  'needs-stdin': { option: string };
  'nothing-to-check': Record<never, never>;
  'output-failed': { path: string; reason: string };
  'as-of-past': { date: string };
  'law-outdated': { pack: string; date: string };
  'pack-broken': { folder: string; count: number };
  'pack-unreadable': { folder: string };
  'rule-exists': { rule: string; place: string };
  'tests-exist': { rule: string; place: string };
  'area-inherited': { area: string; pack: string; place: string };
  'fact-exists': { fact: string; place: string };
  'not-appendable': { path: string };
  'too-many-profiles': { format: string; limit: number };
  'run-unreadable': { path: string; reason: string };
  'run-broken': { path: string; line: number | null; reason: 'no-run' | 'earlier-version' | 'later-version' | 'not-fitting' | 'too-long' };
  'run-cut-off': { path: string };
  'merge-inputs-unknown': Record<never, never>;
  'run-of-other-rules': { path: string };
  'no-ledger': { packs: readonly string[] };
  'two-ledgers': { packs: readonly string[] };
  'text-unreadable': { path: string; reason: string };
  'merge-differs': { path: string; other: string; field: string };
  'merge-shard-twice': { path: string; other: string; index: number };
  'merge-shard-missing': { index: number; of: number };
  'merge-unfinished': { path: string };
  'merge-path-twice': { path: string; one: string; other: string };
  'merge-not-sorted': { path: string; run: string };
  interrupted: { done: number; of: number | null };
  internal: { message: string };
}

export type UsageCode = keyof UsageArgs;

/** A sentence for each of them. */
export type UsageWords = { readonly [C in UsageCode]: (args: UsageArgs[C]) => string };

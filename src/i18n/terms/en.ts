import { countOf } from '../../core/article.js';
import type { TermWords } from './words.js';

/** Items as a sentence lists them. */
export const list = (items: readonly string[]): string => (items.length === 0 ? '(none)' : items.join(', '));

/** What a misspelt word may have meant; nothing where there is no guess. */
export const mean = (suggestion: string | null): string => (suggestion === null ? '' : ` Did you mean "${suggestion}"?`);

/** A count with its noun. */
export const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

/** English terms. */
export const terms: TermWords = {
  gate: {
    verdicts: ({ verdict, duty, count }) =>
      `${many(count, `${duty === 'encouraged' ? '' : `${duty === 'expected' ? 'mandatory or expected ' : 'mandatory '}`}rule`)} with the verdict "${terms.verdict[verdict]}"`,
    'min-compliance': ({ required, actual }) => `compliance ${actual === null ? '—' : `${actual}%`} is below the required ${required}%`,
    'min-coverage': ({ required, actual }) => `coverage ${actual === null ? '—' : `${actual}%`} is below the required ${required}%`,
    invalid: () => 'the profile has errors and could not be judged',
    unreadable: () => 'the profile could not be read',
    'too-costly': () => 'judging the profile took too many steps',
    'internal-error': () => 'internal error',
    'cut-off': ({ judged, inputs }) =>
      inputs === null
        ? `the run is not finished: it holds ${many(judged, 'record')}, of how many nobody knows`
        : `the run is not finished: it holds ${many(judged, 'record')} of ${many(inputs, 'input')}`,
    'shards-missing': ({ missing, of }) => `shards are missing: ${missing.join(', ')} of ${of}`,
    profiles: ({ failed, total }) => `${failed} of ${many(total, 'profile')} did not pass`,
  },
  verdict: { pass: 'pass', gap: 'gap', unknown: 'unknown', manual: 'manual', 'not-applicable': 'not applicable' },
  reason: {
    applicability: 'not clear whether it applies',
    requirement: 'the facts it needs are not declared',
    condition: 'its condition does not hold',
    'no-parts': 'the condition of none of its parts holds',
    'no-items': 'no declared item falls under it',
  },
  duty: { mandatory: 'mandatory', expected: 'expected', encouraged: 'encouraged' },
  severity: { critical: 'critical', high: 'high', medium: 'medium', low: 'low' },
  status: {
    judged: 'judged',
    invalid: 'invalid',
    unreadable: 'unreadable',
    'too-costly': 'too costly',
    'internal-error': 'internal error',
  },
  type: {
    boolean: 'true or false',
    integer: 'a whole number',
    number: 'a number',
    fraction: 'a fraction',
    text: 'text',
    date: 'a date (year-month-day)',
    choice: 'one of the members',
    checklist: 'a checklist',
    list: 'a list',
    mapping: 'a group of "key: value"',
    empty: 'nothing',
    'number-or-permanent': 'a whole number, or the word permanent',
  },
  kind: {
    boolean: 'yes or no',
    integer: 'whole number',
    number: 'number',
    string: 'text',
    date: 'date',
    choice: 'choice',
    checklist: 'checklist',
    list: 'list',
    object: 'group',
  },
  redacted: (kind) => `[${kind}]`,
  exprType: {
    bool: 'a truth value',
    number: 'a number',
    text: 'text',
    date: 'a date',
    choice: 'a choice',
    checklist: 'a checklist',
    list: 'a list',
    object: 'a group of facts',
  },
  unit: {
    minutes: ' minutes',
    hours: ' hours',
    days: ' days',
    working_days: ' working days',
    months: ' months',
    years: ' years',
    cny: ' yuan',
    percent: '%',
    persons: ' persons',
    count: '',
  },
  article: ({ kind, first, second, item }) => {
    const place =
      kind === 'article'
        ? `art. ${first}${second === null ? '' : ` para. ${second}`}`
        : `part ${countOf(first)}${second === null ? '' : ` (${countOf(second)})`}`;
    return `${place}${item === null ? '' : ` item ${item}`}`;
  },
  liability: ({ law, cny, timesGains, percentTurnover, orderFirst }) => {
    const most = [
      cny === null ? null : `CNY ${cny}`,
      timesGains === null ? null : `${timesGains} times the unlawful gains`,
      percentTurnover === null ? null : `${percentTurnover}% of last year's turnover`,
    ].filter((each) => each !== null);
    const fine = most.length === 0 ? 'penalties as provided there' : `a fine of up to ${most.join(', or ')}`;
    return `${law}: ${orderFirst ? 'first an order to correct; if overdue or serious, ' : ''}${fine}`;
  },
  yes: 'yes',
  no: 'no',
  permanent: 'permanent',
  undeclared: '(not declared)',
  listSeparator: ', ',
  quote: (text) => `"${text}"`,
};

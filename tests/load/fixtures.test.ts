import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judge } from './judge.js';
import { told } from './told.js';

const folder = (name: string): string => new URL(`${name}/`, import.meta.url).pathname;

describe('profiles with nothing wrong', () => {
  test.each(readdirSync(folder('ok')))('%s', (name) => {
    const record = judge(readFileSync(`${folder('ok')}${name}`));
    expect([record.status, ...told(record.problems)]).toEqual(['judged']);
  });
});

/** All that is wrong with a file, and nothing else. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'a-list.yaml': ['not-a-mapping 1:1'],
  'a-text.yaml': ['not-a-mapping 1:1'],
  'hidden-keys.yaml': ['unknown-key 2:1', 'unknown-key 4:3', 'unknown-key 6:5', 'unknown-key 10:7'],
  'keyboard.yaml': ['fullwidth-colon 2:9', 'fullwidth-colon 5:7'],
  'later-version.yaml': ['unsupported-version 1:8'],
  'later-vocabulary.yaml': ['vocabulary-too-new 2:13'],
  'misspelt-version.yaml': ['unknown-key 1:1'],
  'no-version.yaml': ['missing-key 2:1'],
  'null.yaml': ['not-a-mapping 1:1'],
  'same-names.yaml': [
    'uscc-check 2:19',
    'declaration-stale 3:22 warning',
    'date-in-future 6:21 warning',
    'repeated-name 11:13',
    'repeated-name 13:13',
  ],
  'values-with-problems.yaml': [
    'number-not-decimal 1:8',
    'number-imprecise 3:9',
    'yaml-alias 5:9',
    'yaml-tag 6:11',
    'number-not-finite 8:18',
    'wrong-type 9:21',
  ],
  'wrong-values.yaml': [
    'bad-pattern 2:5',
    'too-short 4:9',
    'uscc-check 5:9',
    'bad-date 7:9',
    'not-a-member 9:19',
    'wrong-type 9:30',
    'wrong-type 10:24',
    'unknown-key 10:27',
    'wrong-type 11:18',
    'below-minimum 12:21',
    'wrong-type 13:22',
    'not-a-member 15:18',
    'wrong-type 18:21',
    'missing-key 21:7',
    'wrong-type 22:6',
    'unknown-key 23:1',
  ],
};

describe('profiles with mistakes', () => {
  test.each(readdirSync(folder('err')))('%s', (name) => {
    const record = judge(readFileSync(`${folder('err')}${name}`));
    expect(told(record.problems)).toEqual(EXPECTED[name]);
    expect(record.status).toBe('invalid');
    expect(record.gate.passed).toBe(false);
  });
});

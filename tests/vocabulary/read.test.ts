import { expect, test } from 'vitest';
import { diskReader } from '../../src/io/read.js';
import { packValidators } from '../../src/schema/generated.js';
import { digestOfFacts, readVocabulary } from '../../src/vocabulary/read.js';
import { folderWith } from '../support/cli.js';

const FACTS = `section: keeping
type: object
x-hegui:
  title: { zh: 保存, en: Keeping }
properties:
  years:
    type: integer
    minimum: 0
    x-hegui:
      title: { zh: 年数, en: Years }
      why: { zh: 为什么, en: Why }
      unit: years
  since:
    type: string
    format: date
    x-hegui:
      title: { zh: 起始日, en: Since }
      why: { zh: 为什么, en: Why }
      tense: past
`;
const YEARS = 'integer\n    minimum: 0';
const UNIT = '      unit: years\n';
const SOUND = { 'vocabulary.yaml': 'version: 3\n', 'keeping.yaml': FACTS };

async function found(files: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  const folder = folderWith({ ...SOUND, ...files });
  const read = await readVocabulary(folder, diskReader, packValidators());
  if (!('problems' in read)) return [];
  return read.problems.map(({ file, problem: { code, at } }) => `${file.slice(folder.length + 1)}:${at.line}:${at.column} ${code}`);
}

test('a facts folder is a vocabulary with its version, its facts and their words', async () => {
  const folder = folderWith(SOUND);
  const read = await readVocabulary(folder, diskReader, packValidators());
  if (!('vocabulary' in read)) throw new Error(JSON.stringify(read.problems));
  expect(read.vocabulary.version).toBe(3);
  expect(Object.keys(read.vocabulary.root.properties['keeping']?.properties ?? {})).toEqual(['years', 'since']);
  expect(Object.keys(read.words.facts)).toEqual(['keeping.years', 'keeping.since']);
  expect(read.vocabulary.digest).toBe(await digestOfFacts(folder, diskReader));
  expect(await digestOfFacts(folderWith({ ...SOUND, 'keeping.yaml': `${FACTS}# more\n` }), diskReader)).not.toBe(read.vocabulary.digest);
});

test.each([
  [
    'YAML that is none',
    { 'keeping.yaml': FACTS.replace('  years:', '  years: x') },
    ['keeping.yaml:6:10 yaml-syntax', 'keeping.yaml:7:11 yaml-syntax', 'keeping.yaml:8:14 yaml-syntax'],
  ],
  ['an unknown key', { 'keeping.yaml': FACTS.replace('minimum', 'minimun') }, ['keeping.yaml:8:5 unknown-key']],
  ['a type that there is not', { 'keeping.yaml': FACTS.replace('integer', 'int') }, ['keeping.yaml:7:11 not-a-member']],
  ['a unit that there is not', { 'keeping.yaml': FACTS.replace('unit: years', 'unit: year') }, ['keeping.yaml:12:13 not-a-member']],
  ['a language missing', { 'keeping.yaml': FACTS.replace(', en: Years', '') }, ['keeping.yaml:10:7 missing-key']],
  ['no words', { 'keeping.yaml': FACTS.replace(/ {4}x-hegui:\n(?: {6}.*\n)+(?= {2}since)/, '') }, ['keeping.yaml:6:3 missing-key']],
  ['no reason to ask', { 'keeping.yaml': FACTS.replace('      why: { zh: 为什么, en: Why }\n', '') }, ['keeping.yaml:6:3 fact-shape']],
  ['a date without tense', { 'keeping.yaml': FACTS.replace('      tense: past\n', '') }, ['keeping.yaml:13:3 fact-shape']],
  [
    'a range without a number',
    { 'keeping.yaml': FACTS.replace('minimum: 0', 'minimum: 5\n    maximum: 3') },
    ['keeping.yaml:6:3 fact-shape'],
  ],
  [
    'a text of no length',
    { 'keeping.yaml': FACTS.replace(YEARS, 'string\n    minLength: 201').replace(UNIT, '') },
    ['keeping.yaml:6:3 fact-shape'],
  ],
  ['a group of nothing', { 'keeping.yaml': FACTS.replace(YEARS, 'object').replace(UNIT, '') }, ['keeping.yaml:6:3 fact-shape']],
  [
    'keywords that say nothing of the type',
    {
      'keeping.yaml': FACTS.replace(YEARS, 'boolean\n    minimum: 1\n    minLength: 2').replace(
        'unit: years',
        'unit: years\n      members: { a: { zh: 甲, en: A } }',
      ),
    },
    ['8:5', '9:5', '13:7', '14:7'].map((at) => `keeping.yaml:${at} fact-keyword`),
  ],
  [
    'a format of what is no text',
    { 'keeping.yaml': FACTS.replace('type: string', 'type: integer') },
    ['15:5', '19:7'].map((at) => `keeping.yaml:${at} fact-keyword`),
  ],
  ['a key twice', { 'keeping.yaml': FACTS.replace('  since:', '  years:') }, ['keeping.yaml:13:3 duplicate-key']],
  ['a section of another name', { 'other.yaml': FACTS }, ['other.yaml:1:10 facts-section']],
  ['the section of packs', { 'extensions.yaml': FACTS.replace('keeping', 'extensions') }, ['extensions.yaml:1:10 name-taken']],
  ['no version', { 'vocabulary.yaml': '' }, ['vocabulary.yaml:1:1 file-empty']],
  ['a version that is none', { 'vocabulary.yaml': 'version: one\n' }, ['vocabulary.yaml:1:10 wrong-type']],
  ['bytes that are no UTF-8', { 'keeping.yaml': new Uint8Array([0x61, 0xff]) }, ['keeping.yaml:1:2 not-utf8']],
  ['a file that is no YAML', { 'notes.txt': 'x' }, ['notes.txt:null:null pack-stray']],
  [
    'several things in several files',
    { 'keeping.yaml': FACTS.replace('minimum', 'minimun').replace('format: date', 'format: data'), 'vocabulary.yaml': 'version: 0\n' },
    ['vocabulary.yaml:1:10 below-minimum', 'keeping.yaml:8:5 unknown-key', 'keeping.yaml:15:13 not-a-member'],
  ],
])('%s is said with its place', async (_what, files, problems) => {
  expect(await found(files as Readonly<Record<string, string | Uint8Array>>)).toEqual(problems);
});

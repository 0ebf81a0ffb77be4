import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLAUSE, citationOf, countOf } from '../../src/core/article.js';
import type { Language } from '../../src/core/text.js';
import { sayArticle, sentences } from '../../src/i18n/translate.js';

describe('a citation', () => {
  test.each<[text: string, zh: string, en: string]>([
    ['25', '第25条', 'art. 25'],
    ['25(2)', '第25条第2款', 'art. 25 para. 2'],
    ['16[3]', '第16条第（3）项', 'art. 16 item 3'],
    ['62(1)[2]', '第62条第1款第（2）项', 'art. 62 para. 1 item 2'],
    ['1260', '第1260条', 'art. 1260'],
    ['六', '第六部分', 'part 6'],
    ['三(五)', '第三部分（五）', 'part 3 (5)'],
    ['六[3]', '第六部分第（3）项', 'part 6 item 3'],
    ['二十一(十)[1]', '第二十一部分（十）第（1）项', 'part 21 (10) item 1'],
  ])('%s is said in both languages', (text, zh, en) => {
    const said = (lang: Language): string => sayArticle(text, sentences(lang));
    expect([said('zh'), said('en')]).toEqual([zh, en]);
  });

  test.each([
    '',
    '0',
    '007',
    '25(0)',
    '25[0]',
    '25(2',
    '25()',
    '25[2](1)',
    '25(二)',
    '25.2',
    '第25条',
    ' 25',
    '25-1',
    '六(3)',
    '六(',
    '九九',
    '十十',
    '零',
    '百',
    '6六',
    '123456',
  ])('is not "%s", which is said as it stands', (text) => {
    expect(citationOf(text)).toBeNull();
    expect(sayArticle(text, sentences('zh'))).toBe(text);
  });

  test('gives back its parts', () => {
    const count = fc.integer({ min: 1, max: 9999 }).map(String);
    const numeral = fc.integer({ min: 1, max: 99 }).map(numeralOf);
    const arbitrary = fc.oneof(...[count, numeral].map((part) => fc.tuple(part, fc.option(part), fc.option(count))));
    fc.assert(
      fc.property(arbitrary, ([first, second, item]) => {
        const text = `${first}${second === null ? '' : `(${second})`}${item === null ? '' : `[${item}]`}`;
        expect(citationOf(text)).toEqual({ kind: /\d/.test(first) ? 'article' : 'section', first, second, item });
      }),
    );
  });
});

test('numerals have their values', () => {
  for (let value = 1; value <= 99; value += 1) expect(countOf(numeralOf(value))).toBe(value);
  expect(countOf('154')).toBe(154);
});

test.each([
  ['一', true],
  ['十', true],
  ['三(五)', true],
  ['十二(二十一)', true],
  ['九(九九)', false],
  ['3(5)', false],
  ['三（五）', false],
  ['三(五', false],
  ['三(五)(一)', false],
  ['三五', false],
  ['一一', false],
  ['', false],
])('whether "%s" is a clause', (text, is) => {
  expect(new RegExp(CLAUSE).test(text)).toBe(is);
});

function numeralOf(value: number): string {
  const digit = (of: number): string => ['', ...'一二三四五六七八九'][of] ?? '';
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? digit(tens) : ''}${tens > 0 ? '十' : ''}${digit(value % 10)}`;
}

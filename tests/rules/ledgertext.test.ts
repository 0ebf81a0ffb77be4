import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { missingPhrases } from '../../src/rules/ledgertext.js';
import { ledger, phrase } from '../support/ledger.js';

const LEDGER = ledger({ 一: [phrase('示例平台(含APP)管理')], '二(一)': [phrase('建立示例机制'), phrase('保存示例记录5年')] });
const TEXT = '虚构的意见。一、示例平台(含APP)管理另行规定。（一）请各平台建立示例机制，并保存示例记录5年。';

const missing = (text: string): string[] => missingPhrases(LEDGER, text).map(({ clause, phrase: words }) => `${clause} ${words}`);

describe('the phrases of a text', () => {
  test('are found', () => {
    expect(missing(TEXT)).toEqual([]);
  });

  test('are missing with their clauses, in the order of the ledger', () => {
    expect(missing('')).toEqual(['一 示例平台(含APP)管理', '二(一) 建立示例机制', '二(一) 保存示例记录5年']);
    expect(missing(TEXT.replace('建立示例机制', '建立示例的机制'))).toEqual(['二(一) 建立示例机制']);
  });

  test.each([
    ['a line break', TEXT.replace('示例机制', '示例\n机制')],
    ['blank lines', TEXT.replace('示例机制', '示例\r\n\r\n \r\n机制')],
    ['a form feed', TEXT.replace('示例机制', '示例\f机制')],
    ['a page number', TEXT.replace('示例机制', '示例\n— 3 —\n\f\n机制')],
    ['a bare page number', TEXT.replace('示例机制', '示例\n\n12\n\n机制')],
    ['a numbered page', TEXT.replace('示例机制', '示例\n第 4 页\n机制')],
    ['spaces between characters', TEXT.replace('示例机制', '示 例　机\u00a0制')],
    ['brackets of full width', TEXT.replace('(含APP)', '（含ＡＰＰ）')],
  ])('are found over %s', (_, text) => {
    expect(missing(text)).toEqual([]);
  });

  test('are found wherever white space stands', () => {
    const space = fc.constantFrom('', ' ', '\n', '\r\n', '\t', '\f', '\u3000', '\n\n');
    fc.assert(
      fc.property(fc.array(space, { minLength: TEXT.length, maxLength: TEXT.length }), (spaces) => {
        // The figure of the text would be taken for a page number if it stood alone on its line.
        const text = [...TEXT].map((character, at) => (/[\d录]/.test(character) ? character : `${character}${spaces[at]}`)).join('');
        expect(missing(text)).toEqual([]);
      }),
    );
  });
});

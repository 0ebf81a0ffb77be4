import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeCell, escapeCsv, escapeWorkbook } from '../../src/report/escape.js';
import { HOSTILE } from '../support/hostile.js';
import { readCsv } from '../support/sheets.js';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(...HOSTILE),
  fc.string().map((each) => `=${each}`),
);

describe('a text in a cell', () => {
  it('has no control but tabs, nothing that reorders it, nothing that XML forbids', () => {
    fc.assert(
      fc.property(text, (each) => {
        const escaped = escapeCell(each);
        expect(escaped).not.toMatch(/(?!\t)[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u2028\u2029\ufffd]/u);
        expect(escaped.replace(/<U\+([0-9A-F]{4,6})>/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))).toBe(
          each.replace(/<U\+([0-9A-F]{4,6})>/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16))),
        );
      }),
    );
  });

  it('is left alone where it is harmless', () => {
    expect(escapeCell('示例商城 🛒 a\tb')).toBe('示例商城 🛒 a\tb');
    expect(escapeCell('a\nb\u0001\ud800')).toBe('a<U+000A>b<U+0001><U+D800>');
  });
});

describe('a field of CSV', () => {
  it.each(['=1', '+1', '-1', '@a', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠a', '  =1', '\u3000=1', "'=1"])(
    '%j starts with an apostrophe',
    (each) => {
      expect(readCsv(`${escapeCsv(each)}\r\n`)).toEqual([[`'${each}`]]);
    },
  );

  it.each(['a=1', '1-1', 'a@b', '示例', '5', ''])('%j stays as it is', (each) => {
    expect(escapeCsv(each)).toBe(each);
  });

  it('is read back as the text, after the one apostrophe that says so is taken away', () => {
    fc.assert(
      fc.property(text.map(escapeCell), text.map(escapeCell), (one, other) => {
        const [row = []] = readCsv(`${escapeCsv(one)},${escapeCsv(other)},x\r\n`);
        expect(row.map((cell) => cell.replace(/^'/, ''))).toEqual([one, other, 'x']);
        for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
      }),
    );
  });
});

describe('a string of a workbook', () => {
  it('is what a reader makes of it', () => {
    const decode = (each: string): string =>
      each.replace(/_x([0-9a-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
    const escapes = fc
      .array(fc.constantFrom('_', 'x', '_x0041_', 'x005F_', '_x005f', 'a'), { maxLength: 8 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(text, escapes), (each) => {
        expect(decode(escapeWorkbook(each))).toBe(each);
      }),
    );
  });
});

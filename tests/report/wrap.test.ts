import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeTerminal } from '../../src/report/escape.js';
import { codeFrame } from '../../src/report/terminal/frame.js';
import { cutLeft, graphemes, pad, width, wrap } from '../../src/report/terminal/wrap.js';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        '核验',
        '平台内经营者',
        '，',
        '。',
        '（',
        '）',
        '“',
        '”',
        'merchants.verification.recheck_interval_months',
        ' ',
        '12',
        '个月',
        '👨‍👩‍👧',
        '%',
      ),
    )
    .map((parts) => parts.join('')),
);
const withoutSpace = (of: string): string => of.replace(/\s+/gu, '');

describe('wrap', () => {
  it('loses nothing but spaces at line ends, and keeps to the width', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 10, max: 60 }), (given, cells) => {
        const escaped = escapeTerminal(given);
        const lines = wrap(escaped, cells);
        expect(withoutSpace(lines.join(''))).toBe(withoutSpace(escaped));
        for (const line of lines) expect(width(line)).toBeLessThanOrEqual(cells);
      }),
    );
  });

  it.each([
    ['核验更新间隔为十二个月，超过六个月', 20, ['核验更新间隔为十二个', '月，超过六个月']],
    ['核验更新间隔为十二月，超过', 20, ['核验更新间隔为十二', '月，超过']],
    ['申报（示例）内容', 6, ['申报', '（示', '例）内', '容']],
    ['path a.b.c_d and more', 10, ['path', 'a.b.c_d', 'and more']],
    ['x'.repeat(25), 10, ['xxxxxxxxxx', 'xxxxxxxxxx', 'xxxxx']],
    ['', 10, ['']],
  ])('breaks %s', (given, cells, lines) => {
    expect(wrap(given, cells)).toEqual(lines);
  });
});

describe('pad and cutLeft', () => {
  it('fill or cut to the width in cells', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 60 }), (given, cells) => {
        const escaped = escapeTerminal(given);
        expect(width(cutLeft(escaped, cells))).toBeLessThanOrEqual(cells);
        expect(width(pad(cutLeft(escaped, cells), cells))).toBe(cells);
      }),
    );
    expect(cutLeft('examples/decisions/found.yaml', 12)).toBe('…/found.yaml');
  });
});

describe('escapeTerminal', () => {
  it('leaves no control, bidirectional character or line break, whatever the text', () => {
    const nasty = fc.string({ unit: 'binary', maxLength: 50 });
    fc.assert(
      fc.property(nasty, (given) => {
        for (const character of escapeTerminal(given)) {
          const code = character.codePointAt(0) ?? 0;
          const hidden =
            code < 0x20 ||
            (code >= 0x7f && code <= 0x9f) ||
            [0x061c, 0x200e, 0x200f, 0x2028, 0x2029].includes(code) ||
            (code >= 0x202a && code <= 0x202e) ||
            (code >= 0x2066 && code <= 0x2069);
          expect(hidden || (code >= 0xd800 && code <= 0xdfff)).toBe(false);
        }
      }),
    );
  });

  it.each([
    ['plain 中文 👨‍👩‍👧', 'plain 中文 👨‍👩‍👧'],
    ['\u001b[2J', '<U+001B>[2J'],
    ['a\u202eb', 'a<U+202E>b'],
    ['a\nb', 'a<U+000A>b'],
    ['\ud800', '<U+D800>'],
    ['a\tb', 'a b'],
  ])('%j', (given, escaped) => {
    expect(escapeTerminal(given)).toBe(escaped);
  });
});

describe('graphemes', () => {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
  // More than is looked at together, and long characters among them.
  const piece = fc.constantFrom(
    '中',
    'a',
    '🇨',
    '\u0301',
    '\u200d',
    '👩',
    '🏽',
    '\r',
    '\n',
    '각',
    '\ud800',
    'e'.concat('\u0301'.repeat(600)),
  );
  const long = fc.tuple(fc.nat(300), fc.string({ unit: piece, maxLength: 300 })).map(([count, rest]) => `${'é'.repeat(count)}${rest}`);

  it('are those of the whole text', () => {
    fc.assert(
      fc.property(long, (given) => {
        expect(graphemes(given)).toEqual([...segmenter.segment(given)].map(({ segment }) => segment));
      }),
    );
  });

  it('are those of every neighbourhood of characters', () => {
    for (let block = 0; block < 0x10000; block += 64) {
      const given = Array.from({ length: 64 }, (_, index) => String.fromCharCode(block + index)).join('');
      expect(graphemes(given)).toEqual([...segmenter.segment(given)].map(({ segment }) => segment));
    }
  });

  it.each(['é', '中文🧑‍⚖️', '“很长”', '\u0301'])('of a very long text of %s do not take all memory', (part) => {
    const given = `a${part.repeat(300_000)}`;
    expect(wrap(given, 80).join('')).toBe(given);
  });
});

describe('codeFrame', () => {
  const frame = (source: string, column: number, cells = 76): string[] => codeFrame({ pointer: '', line: 12, column, source }, cells);

  it.each([
    ['ascii', '  a: 1', 3, 2],
    ['after Chinese', '名称: { 值: 1 }', 7, 8],
    ['after an emoji', '👍x: 1', 3, 2],
    ['after a control character, which is written out', 'a\u0007b: 1', 3, 9],
  ])('puts the caret under its column: %s', (_name, source, column, cells) => {
    const [, caret = ''] = frame(source, column);
    expect(width(caret.slice(0, caret.indexOf('^')))).toBe(5 + cells);
  });

  it('shows a long line around its column', () => {
    const source = `${'填'.repeat(300)}key: value`;
    const [line = '', caret = ''] = frame(source, 301, 60);
    expect(width(line)).toBeLessThanOrEqual(60);
    expect(line.slice(caret.indexOf('^') === -1 ? 0 : 0)).toContain('key: value');
    expect(width(caret)).toBeLessThanOrEqual(60);
  });

  it('is empty where there is no line', () => {
    expect(codeFrame({ pointer: '/a', line: null, column: null, source: null }, 80)).toEqual([]);
  });
});

import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { escapePlain, escapeSarif, escapeUri, escapeXml } from '../../src/report/escape.js';
import { HOSTILE, spelt } from '../support/hostile.js';

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '&',
        '"',
        "'",
        ']]>',
        '{',
        '}',
        '](',
        ']',
        '(',
        '\ud800',
        '\u0000',
        '\ufffe',
        '\r\n',
        '\t',
        'a',
        '中',
        '/',
        '..',
        '%41',
        ' ',
        ':',
        '?',
        '#',
      ),
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(...HOSTILE),
);

describe('escapeXml', () => {
  it('makes what a strict parser reads back as the text, in content and in attributes', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const read = { text: '', attribute: '' };
        const parser = new SaxesParser();
        parser.on('error', (error) => {
          throw error;
        });
        parser.on('text', (text) => {
          read.text += text;
        });
        parser.on('opentag', ({ attributes }) => {
          read.attribute = String(attributes['a']);
        });
        parser.write(`<x a="${escapeXml(given)}">${escapeXml(given)}</x>`).close();
        const expected = spelt(given).replace(/[\ufffe\uffff]/g, (found) => `<U+${found.charCodeAt(0).toString(16).toUpperCase()}>`);
        expect(read).toEqual({ text: expected, attribute: expected });
      }),
    );
  });
});

describe('escapeUri', () => {
  it('makes a relative reference that resolves to the path', () => {
    const segment = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 10 })
      .filter((each) => !each.includes('/') && !/^\.{1,2}$/.test(each));
    fc.assert(
      fc.property(fc.array(segment, { minLength: 2, maxLength: 4 }), (segments) => {
        const uri = escapeUri(segments.join('/'));
        expect(uri).toMatch(/^[A-Za-z0-9\-._~!$&'()*+;=@,%/]+$/);
        if (/^[A-Za-z]:$/.test(segments[0] ?? '')) return;
        const { pathname, origin } = new URL(uri, 'http://base/');
        expect(origin).toBe('http://base');
        expect(pathname.slice(1).split('/').map(decodeURIComponent)).toEqual(segments);
      }),
    );
  });

  it.each([
    ['./a/b.yaml', 'a/b.yaml'],
    ['../a b.yaml', '../a%20b.yaml'],
    ['/srv/申报.yaml', 'file:///srv/%E7%94%B3%E6%8A%A5.yaml'],
    ['C:/x/y.yaml', 'file:///C:/x/y.yaml'],
    ['a:b.yaml', 'a%3Ab.yaml'],
    ['100%.yaml', '100%25.yaml'],
    ['-', '-'],
    ['lone \ud800', 'lone%20%EF%BF%BD'],
  ])('%j', (path, uri) => {
    expect(escapeUri(path)).toBe(uri);
  });
});

describe('escapeSarif and escapePlain', () => {
  it('leave no placeholder, no embedded link and no control, and lose nothing', () => {
    fc.assert(
      fc.property(anything, (given) => {
        expect(escapePlain(given)).toBe(spelt(given));
        const escaped = escapeSarif(given);
        expect(escaped).not.toContain('](');
        expect(escaped.replaceAll('{{', '').replaceAll('}}', '')).not.toMatch(/[{}]/);
        expect(escaped.replaceAll('{{', '{').replaceAll('}}', '}').replaceAll('] (', '](')).toBe(spelt(given).replaceAll('] (', ']('));
      }),
    );
  });
});

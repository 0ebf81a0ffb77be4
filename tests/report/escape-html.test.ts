import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../src/report/escape.js';
import { html, literal } from '../../src/report/html/markup.js';

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#39;': "'" };
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);

describe('text in HTML', () => {
  it('holds no markup, no control, no half character, and gives back all that HTML allows', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const escaped = escapeHtml(text);
        expect(escaped.replace(/&(?:lt|gt|amp|quot|#39);/g, '')).not.toMatch(/[<>&"']/);
        expect(escaped).not.toMatch(/[^\P{Cc}\t]|[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\u2028\u2029\ufdd0-\ufdef]|\p{Cs}/u);
        const shown = escaped.replace(/&(?:lt|gt|amp|quot|#39);/g, (entity) => ENTITIES[entity] ?? '');
        const back = shown.replace(/<U\+([0-9A-F]{4,6})>/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
        expect(back).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves Chinese and emoji as they are', () => {
    expect(escapeHtml('示例，“引号”🧑‍⚖️')).toBe('示例，“引号”🧑‍⚖️');
  });
});

describe('a template', () => {
  it('escapes every value but markup', () => {
    const inner = html`<b>${'<i>'}</b>`;
    expect(String(html`<p title="${'a"b'}">${[inner, '&', 3, null, false]}</p>`)).toBe('<p title="a&quot;b"><b>&lt;i&gt;</b>&amp;3</p>');
    expect(() => html`<p>${{ toString: () => '<x>' } as never}</p>`).toThrow(TypeError);
  });

  it('lets its own indentation fall away, and nothing of a literal', () => {
    expect(
      String(html`<p>
      a b
    </p>`),
    ).toBe('<p>a b</p>');
    expect(
      String(literal`a
  b`),
    ).toBe('a\n  b');
  });

  it('refuses a value inside a tag without quotes', () => {
    expect(() => html`<p title=${'x'}></p>`).toThrow('quotes');
    expect(() => html`<p ${'onclick'}="x"></p>`).toThrow('quotes');
  });
});

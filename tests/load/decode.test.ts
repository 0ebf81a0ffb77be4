import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeHost } from '../../src/io/host.js';
import { decode, MAX_BYTES } from '../../src/load/decode.js';
import { judge } from './judge.js';
import { told } from './told.js';

const TEXT = 'hegui: 1\noperator: { name: 示例商城 }\n';
/** `hegui: 1`, a line break, `# 中文` in GB18030. */
const GB18030 = Uint8Array.from([...Buffer.from('hegui: 1\n# '), 0xd6, 0xd0, 0xce, 0xc4]);

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le');
  return order === 'be' ? bytes.swap16() : bytes;
}

function problemOf(bytes: Uint8Array, encoding: 'gb18030' | 'utf-16' | null = null) {
  const decoded = decode(bytes, encoding, nodeHost.isUtf8);
  return 'problem' in decoded ? decoded.problem : null;
}

describe('UTF-8', () => {
  test('is read, whatever encoding is asked for', () => {
    for (const encoding of [null, 'gb18030', 'utf-16'] as const)
      expect(decode(Buffer.from(TEXT), encoding, nodeHost.isUtf8)).toEqual({ text: TEXT });
  });

  test('loses its byte order mark, and places stay right', () => {
    expect(decode(Buffer.from(`\ufeff${TEXT}`), null, nodeHost.isUtf8)).toEqual({ text: TEXT });
    expect(told(judge('\ufeffhegui: 1\nplatfrm: {}\n').problems)).toEqual(['unknown-key 2:1']);
    expect(told(judge('\ufeffhegi: 1\n').problems)).toEqual(['unknown-key 1:1']);
  });
});

describe.each([
  ['GB18030', GB18030, 'gb18030', 'hegui: 1\n# 中文'],
  ['UTF-16 LE with a mark', utf16(TEXT, 'le', true), 'utf-16', TEXT],
  ['UTF-16 LE without', utf16(TEXT, 'le', false), 'utf-16', TEXT],
  ['UTF-16 BE with a mark', utf16(TEXT, 'be', true), 'utf-16', TEXT],
  ['UTF-16 BE without', utf16(TEXT, 'be', false), 'utf-16', TEXT],
  ['UTF-16 that is nearly all Chinese', utf16(`# ${'申报'.repeat(50)}\n`, 'le', false), 'utf-16', `# ${'申报'.repeat(50)}\n`],
  ['UTF-16 that is all ASCII', utf16('hegui: 1\n', 'be', false), 'utf-16', 'hegui: 1\n'],
] as const)('%s', (_name, bytes, encoding, text) => {
  test('is recognised, never guessed', () => {
    expect(problemOf(bytes)).toMatchObject({ code: 'not-utf8', args: { looksLike: encoding } });
  });

  test('is read when asked for', () => {
    expect(decode(bytes, encoding, nodeHost.isUtf8)).toEqual({ text });
  });
});

describe('bytes of no encoding', () => {
  test('have the place where UTF-8 ends', () => {
    expect(told(judge(GB18030).problems)).toEqual(['not-utf8 2:3']);
    expect(told(judge(Uint8Array.from([...Buffer.from('a\r\nb\rc中'), 0xff])).problems)).toEqual(['not-utf8 3:3']);
  });

  test('are named as such', () => {
    expect(problemOf(Uint8Array.of(0x61, 0xff))).toMatchObject({ code: 'not-utf8', args: { looksLike: null } });
    expect(problemOf(Uint8Array.of(0x61, 0xff), 'gb18030')).toMatchObject({ code: 'not-decodable', args: { encoding: 'gb18030' } });
    expect(problemOf(Uint8Array.of(0xff, 0xfe, 0x00, 0xd8), 'utf-16')).toMatchObject({ code: 'not-decodable' });
  });
});

test('one mebibyte is read, one byte more is not', () => {
  const most = Buffer.alloc(MAX_BYTES, '#');
  expect(decode(most, null, nodeHost.isUtf8)).toHaveProperty('text.length', 1_048_576);
  expect(problemOf(Buffer.concat([most, Buffer.from('#')]))).toMatchObject({
    code: 'file-too-large',
    args: { bytes: 1_048_577, limit: 1_048_576 },
  });
});

test('random bytes give a text or a problem, never an exception', () => {
  const encodings = fc.constantFrom(null, 'gb18030' as const, 'utf-16' as const);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), encodings, (bytes, encoding) => {
      const decoded = decode(bytes, encoding, nodeHost.isUtf8);
      expect('text' in decoded ? typeof decoded.text : decoded.problem.level).toMatch(/^(string|error)$/);
    }),
  );
});

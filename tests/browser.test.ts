import { readdirSync, readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { nodeHost } from '../src/io/host.js';
import { type Asked, browser } from './support/browser/entry.js';
import { hegui } from './support/cli.js';

const AS_OF = '2026-11-23';
const EXAMPLES = readdirSync('examples', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => `examples/${name.replaceAll('\\', '/')}`)
  .sort();

/** Judges in a world that has what a browser has and Node has not given: no `require`, `process`, `Buffer` or module of Node. */
let judge: (asked: string, engine: string, words: string) => string;

beforeAll(async () => {
  const entry = `
    import { reportOf } from './tests/support/browser/entry.ts';
    import { profile } from './dist/generated/profile.cjs';
    globalThis.judge = (asked, engine, words) => reportOf(JSON.parse(asked), { ...JSON.parse(engine), words: JSON.parse(words) }, profile);`;
  const bundle = await build({
    stdin: { contents: entry, resolveDir: '.', sourcefile: 'browser.js' },
    bundle: true,
    platform: 'browser',
    format: 'iife',
    write: false,
    logLevel: 'silent',
  });
  const world = createContext({ TextDecoder, TextEncoder });
  for (const { text } of bundle.outputFiles) runInContext(text, world);
  judge = world['judge'];
});

describe('a bundle of the engine for the browser', () => {
  const engine = readFileSync('dist/generated/engine.json', 'utf8');
  const words = readFileSync('dist/generated/words.json', 'utf8');

  test.each(EXAMPLES)('judges %s as the command line does', async (path) => {
    const printed = await hegui(['check', path, '-f', 'json', '--lang', 'zh', '--as-of', AS_OF]);
    const { options, inputs, tool } = JSON.parse(printed.stdout);
    const asked: Asked = { path, bytes: [...readFileSync(path)], asOf: AS_OF, lang: 'zh', version: tool.version, options, inputs };
    expect(judge(JSON.stringify(asked), engine, words)).toBe(printed.stdout);
  });
});

test('what judging takes from a browser is what it takes from Node', () => {
  const texts = ['', '合规', '\ufeffhegui: 1', 'x'.repeat(1_000)].map((each) => new TextEncoder().encode(each));
  const broken = [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80]].map((each) => Uint8Array.from(each));
  for (const bytes of [...texts, ...broken]) {
    expect(browser.sha256(bytes)).toBe(nodeHost.sha256(bytes));
    expect(browser.isUtf8(bytes)).toBe(nodeHost.isUtf8(bytes));
  }
  expect(browser.sha256('合规')).toBe(nodeHost.sha256('合规'));
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/${name.replaceAll('\\', '/')}`);
const rules = readdirSync('rules', { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
/** The files of rules: those of a topic stand in the folder of its area. */
const topics = rules.filter((name) => /^[^/]+\/[^/]+\/[^/]+\.yaml$/.test(name) && !name.endsWith('.test.yaml'));
/** Tables of data, which length does not make harder to read. */

describe('the house', () => {
  it.each(files)('%s stays within 250 lines', (file) => {
    expect(readFileSync(file, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(250);
  });

  it('has no drawer for things without a place', () => {
    expect(files.filter((file) => /(^|\/)(util|utils|helpers?|common|shared|misc)(\/|\.ts$)/.test(file))).toEqual([]);
  });

  it('has no two types of one name', () => {
    const named = files
      .filter((file) => file.startsWith('src/'))
      .flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/^(?:export )?(?:abstract )?(?:interface|type|class) (\w+)/gm)].map(([, name]) => name),
      );
    expect(named.filter((name, index) => named.indexOf(name) !== index)).toEqual([]);
  });

  it('leaves nothing for later and silences no check', () => {
    const marks = new RegExp(['TO' + 'DO', 'FIX' + 'ME', '@ts-' + 'ignore', '@ts-' + 'nocheck', 'biome-' + 'ignore'].join('|'));
    expect(files.filter((file) => marks.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('has a test file beside every file of rules', () => {
    expect(topics.length).toBeGreaterThan(20);
    expect(topics.filter((name) => !rules.includes(name.replace('.yaml', '.test.yaml')))).toEqual([]);
  });

  it.each(topics)('rules/%s stays within 400 lines', (name) => {
    expect(readFileSync(`rules/${name}`, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(400);
  });
});

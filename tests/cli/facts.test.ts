import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { folderWith, hegui } from '../support/cli.js';

/** A checkout of the rules alone, with a file of it changed. */
function checkout(file: string, change: (text: string) => string): string {
  const root = folderWith({});
  cpSync('rules', `${root}/rules`, { recursive: true });
  const before = readFileSync(`${root}/rules/${file}`, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`nothing changed in ${file}`);
  writeFileSync(`${root}/rules/${file}`, after);
  return root;
}

test('a changed fact is judged by the tests of rules without a build', async () => {
  const packageRoot = checkout('facts/complaints.yaml', (text) => text.replace('contact_merchant:', 'contact_the_merchant:'));
  const { exitCode, stderr } = await hegui(['rules', 'test', '--lang', 'en'], { packageRoot });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/disputes\.yaml:\d+:\d+\n.*contact_merchant/);
  const same = checkout('facts/complaints.yaml', (text) => `${text}# changed\n`);
  expect(await hegui(['rules', 'test', '--lang', 'en'], { packageRoot: same })).toMatchObject({ exitCode: 0, stderr: '' });
});

test.each(['lint', 'test'])('rules %s says what is wrong with a facts file, where, and in either language', async (command) => {
  const packageRoot = checkout('facts/complaints.yaml', (text) => text.replace('type: array', 'type: arry'));
  const [zh, en] = await Promise.all(['zh', 'en'].map((lang) => hegui(['rules', command, '--lang', lang], { packageRoot })));
  expect([zh?.exitCode, en?.exitCode]).toEqual([2, 2]);
  expect(en?.stderr).toMatch(/facts\/complaints\.yaml:\d+:\d+\n.*"arry".*\n?.*"array"/);
  expect(zh?.stderr).toMatch(/facts\/complaints\.yaml:\d+:\d+\n.*“arry”.*\n?.*“array”/);
});

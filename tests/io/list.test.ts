import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { listProfiles } from '../../src/io/list.js';
import { freshFolder } from './folder.js';

function tree(...files: readonly string[]): string {
  const root = freshFolder();
  for (const file of files) {
    mkdirSync(`${root}/${file}`.replace(/\/[^/]*$/, ''), { recursive: true });
    if (!file.endsWith('/')) writeFileSync(`${root}/${file}`, '');
  }
  return root;
}

async function filesIn(path: string): Promise<readonly string[]> {
  const listed = await listProfiles(path);
  if (listed.kind !== 'many') throw new Error(`${path} is no folder`);
  return listed.files.map((file) => file.slice(path.replace(/\/+$/, '').length));
}

describe('a folder', () => {
  test('stands for the profiles below it, in code-unit order', async () => {
    const root = tree('b.yaml', 'a/z.yml', 'a/Y.JSON', 'a.yaml', '中.yaml', 'B.YAML', 'a/b/c/d.yaml', 'note.txt', 'yaml', '.hidden/x.yaml');
    const expected = ['/.hidden/x.yaml', '/B.YAML', '/a.yaml', '/a/Y.JSON', '/a/b/c/d.yaml', '/a/z.yml', '/b.yaml', '/中.yaml'];
    expect(await filesIn(root)).toEqual(expected);
    expect(await filesIn(`${root}//`)).toEqual(expected);
  });

  test('may be empty', async () => {
    expect(await filesIn(tree('note.txt', 'sub/'))).toEqual([]);
  });

  test('is not left through links, nor walked in circles', async () => {
    const root = tree('a.yaml', 'sub/b.yaml');
    symlinkSync(root, `${root}/sub/up`);
    symlinkSync(`${root}/a.yaml`, `${root}/link.yaml`);
    expect(await filesIn(root)).toEqual(['/a.yaml', '/sub/b.yaml']);
  });

  test('a folder named like a profile is a folder', async () => {
    expect(await filesIn(tree('odd.yaml/a.yaml'))).toEqual(['/odd.yaml/a.yaml']);
  });
});

test('a file, and what does not exist, stand for themselves', async () => {
  const root = tree('note.txt');
  expect(await listProfiles(`${root}/note.txt`)).toEqual({ kind: 'file', path: `${root}/note.txt` });
  expect(await listProfiles(`${root}/none`)).toEqual({ kind: 'file', path: `${root}/none` });
});

describe('a folder that cannot be listed', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    syncBuiltinESMExports();
  });

  test('is not passed over: it stands among the files, where it cannot be read', async () => {
    const root = tree('a.yaml', 'locked/b.yaml', 'z.yaml');
    const { readdir } = fs;
    vi.spyOn(fs, 'readdir').mockImplementation(((path: string, options: never) =>
      path.endsWith('/locked') ? Promise.reject(Object.assign(new Error(), { code: 'EACCES' })) : readdir(path, options)) as never);
    syncBuiltinESMExports();
    expect(await filesIn(root)).toEqual(['/a.yaml', '/locked', '/z.yaml']);
  });
});

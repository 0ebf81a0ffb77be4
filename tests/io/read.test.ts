import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diskReader } from '../../src/io/read.js';
import { freshFolder } from './folder.js';

async function problemOf(path: string, limit?: number) {
  const read = await diskReader.read(path, limit);
  return 'problem' in read ? read.problem : null;
}

describe('reading a file', () => {
  test('gives its bytes', async () => {
    const path = `${freshFolder()}/申报 #1.yaml`;
    for (const bytes of [Buffer.alloc(0), Buffer.from([0xff, 0, 10]), Buffer.alloc(300_000, 'ab')]) {
      writeFileSync(path, bytes);
      const read = await diskReader.read(path);
      expect('bytes' in read && Buffer.from(read.bytes).equals(bytes)).toBe(true);
    }
  });

  test('follows a link that is given', async () => {
    const folder = freshFolder();
    writeFileSync(`${folder}/a`, 'a');
    symlinkSync(`${folder}/a`, `${folder}/link`);
    expect(await diskReader.read(`${folder}/link`)).toHaveProperty('bytes');
  });

  test('up to a limit, and not one byte more', async () => {
    const path = `${freshFolder()}/a`;
    writeFileSync(path, 'abc');
    expect(await diskReader.read(path, 3)).toHaveProperty('bytes.length', 3);
    expect(await problemOf(path, 2)).toMatchObject({ code: 'file-too-large', args: { bytes: 3, limit: 2 } });
  });

  test('that has no end stops at the limit', async () => {
    const endless = await problemOf('/dev/zero', 1_000_000);
    expect(endless).toMatchObject({ code: 'file-too-large' });
    expect(endless?.code === 'file-too-large' && endless.args.bytes).toBeLessThan(1_100_000);
    expect(await diskReader.read('/dev/null', 10)).toHaveProperty('bytes.length', 0);
  });
});

describe('what cannot be read', () => {
  test('is told with the reason', async () => {
    const folder = freshFolder();
    mkdirSync(`${folder}/sub.yaml`);
    writeFileSync(`${folder}/file`, '');
    symlinkSync('loop', `${folder}/loop`);
    symlinkSync('nowhere', `${folder}/dangling`);
    expect(await problemOf(`${folder}/sub.yaml`)).toMatchObject({ code: 'file-is-folder' });
    expect(await problemOf(`${folder}/none`)).toMatchObject({ code: 'file-missing' });
    expect(await problemOf(`${folder}/file/below`)).toMatchObject({ code: 'file-missing' });
    expect(await problemOf(`${folder}/dangling`)).toMatchObject({ code: 'file-missing' });
    expect(await problemOf(`${folder}/loop`)).toMatchObject({ code: 'file-unreadable', args: { reason: 'ELOOP' } });
    expect(await problemOf(`${folder}/${'x'.repeat(300)}`)).toMatchObject({ code: 'file-unreadable', args: { reason: 'ENAMETOOLONG' } });
    expect(await problemOf('a\u0000b')).toMatchObject({ code: 'file-unreadable' });
  });
});

describe('reading within a folder', () => {
  /** A folder, and one beside it that holds what nobody is to read. */
  const folders = () => {
    const folder = freshFolder();
    const outside = freshFolder();
    writeFileSync(`${outside}/secret`, 'abc');
    mkdirSync(`${folder}/sub`);
    writeFileSync(`${folder}/sub/a`, 'abc');
    return { folder, outside };
  };
  const within = async (folder: string, name: string, limit = 3) => {
    const read = await diskReader.readWithin(folder, name, limit);
    return 'problem' in read ? { code: read.problem.code, ...read.problem.args } : Buffer.from(read.bytes).toString();
  };

  test('gives what lies in it, be the folder itself given by a link', async () => {
    const { folder, outside } = folders();
    symlinkSync('sub/a', `${folder}/inside`);
    symlinkSync(folder, `${outside}/given`);
    for (const given of [folder, `${folder}/`, `${outside}/given`]) expect(await within(given, 'sub/a')).toBe('abc');
    expect(await within(folder, 'inside')).toBe('abc');
  });

  test('follows no link out of it', async () => {
    const { folder, outside } = folders();
    symlinkSync(`${outside}/secret`, `${folder}/leak`);
    symlinkSync(outside, `${folder}/gate`);
    for (const name of ['leak', 'gate/secret']) expect(await within(folder, name)).toEqual({ code: 'file-not-regular', found: 'link' });
  });

  test('waits for no pipe, and reads no folder and not more than the limit', async () => {
    const { folder } = folders();
    execFileSync('mkfifo', [`${folder}/pipe`]);
    expect(await within(folder, 'pipe')).toEqual({ code: 'file-not-regular', found: 'special' });
    expect(await within(folder, 'sub')).toEqual({ code: 'file-is-folder' });
    expect(await within(folder, 'none')).toEqual({ code: 'file-missing' });
    expect(await within(folder, 'sub/a', 2)).toEqual({ code: 'file-too-large', bytes: 3, limit: 2 });
  });
});

test('the names in a folder are sorted by code unit; there are none where there is no folder', async () => {
  const folder = freshFolder();
  for (const name of ['b', 'Z', '中', 'a10', 'a2']) writeFileSync(`${folder}/${name}`, '');
  expect(await diskReader.list(folder)).toEqual(['Z', 'a10', 'a2', 'b', '中']);
  expect(await diskReader.list(`${folder}/none`)).toEqual([]);
  expect(await diskReader.list(`${folder}/b`)).toEqual([]);
});

import { execFileSync, spawn } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openReplacement } from '../../src/io/write.js';
import { freshFolder } from './folder.js';

/** Writes a whole file; gives the system's error code if it cannot. */
async function writeWhole(path: string, ...pieces: (string | Uint8Array)[]): Promise<string | null> {
  try {
    const file = await openReplacement(path);
    for (const piece of pieces) await file.write(piece);
    await file.commit();
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

describe('writing a file', () => {
  test('makes missing folders, replaces what is there, leaves nothing beside it', async () => {
    const folder = freshFolder();
    const path = `${folder}/a/b/报告.json`;
    expect(await writeWhole(path, '旧')).toBeNull();
    expect(await writeWhole(path, 'n', Uint8Array.of(101, 119))).toBeNull();
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(`${folder}/a/b`)).toEqual(['报告.json']);
  });

  test('keeps a link and writes what it points to', async () => {
    const folder = freshFolder();
    writeFileSync(`${folder}/target`, 'old');
    symlinkSync('target', `${folder}/link`);
    expect(await writeWhole(`${folder}/link`, 'new')).toBeNull();
    expect(lstatSync(`${folder}/link`).isSymbolicLink()).toBe(true);
    expect(readFileSync(`${folder}/target`, 'utf8')).toBe('new');
  });

  test('writes into what is no plain file, and never replaces it', async () => {
    const pipe = `${freshFolder()}/pipe`;
    execFileSync('mkfifo', [pipe]);
    const reader = spawn('cat', [pipe]);
    const heard = new Promise<string>((resolve) => reader.stdout.once('data', (data: Buffer) => resolve(data.toString())));
    expect(await writeWhole(pipe, 'through')).toBeNull();
    expect(await heard).toBe('through');
    expect(lstatSync(pipe).isFIFO()).toBe(true);
  });

  test('shows nothing before it is whole, and nothing at all if it is discarded', async () => {
    const folder = freshFolder();
    writeFileSync(`${folder}/file`, 'kept');
    const file = await openReplacement(`${folder}/file`);
    await file.write('half');
    expect(readFileSync(`${folder}/file`, 'utf8')).toBe('kept');
    await file.discard();
    expect(readFileSync(`${folder}/file`, 'utf8')).toBe('kept');
    expect(readdirSync(folder)).toEqual(['file']);
  });

  test('gives the reason if it cannot, and leaves nothing behind', async () => {
    const folder = freshFolder();
    mkdirSync(`${folder}/sub`);
    writeFileSync(`${folder}/file`, 'kept');
    expect(await writeWhole(`${folder}/sub`, 'x')).toBe('EISDIR');
    expect(await writeWhole(`${folder}/file/below`, 'x')).toMatch(/^(ENOTDIR|EEXIST)$/);
    expect(await writeWhole(`${folder}/${'x'.repeat(300)}`, 'x')).toBe('ENAMETOOLONG');
    expect(readdirSync(folder).sort()).toEqual(['file', 'sub']);
    expect(readFileSync(`${folder}/file`, 'utf8')).toBe('kept');
  });
});

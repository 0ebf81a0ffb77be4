import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { folderWith, type Ran } from './cli.js';

/** The documents of a YAML file, which must have no error and no warning. */
export function yamlDocuments(path: string): unknown[] {
  const documents = parseAllDocuments(readFileSync(path, 'utf8'));
  if (!Array.isArray(documents)) throw new Error(`${path} is empty`);
  for (const { errors, warnings } of documents) {
    const [first] = [...errors, ...warnings];
    if (first !== undefined) throw first;
  }
  return documents.map((document) => document.toJS());
}

/** All texts under the given keys, at any depth, in order. */
export function textsUnder(value: unknown, keys: readonly string[]): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each) => textsUnder(each, keys));
  return Object.entries(value).flatMap(([key, each]) => {
    if (!keys.includes(key)) return textsUnder(each, keys);
    if (typeof each === 'string') return [each];
    return Array.isArray(each) ? each.filter((line) => typeof line === 'string') : textsUnder(each, keys);
  });
}

/** Says what a shell finds wrong with a script; empty if nothing. */
export function syntaxErrors(script: string, shell: 'bash' | 'sh' = 'bash'): string {
  return spawnSync(shell, ['-n'], { input: script, encoding: 'utf8' }).stderr;
}

export interface ShellRun {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
}

/** The built command line as `hegui` in a folder of its own, to be put on the PATH. */
function binFolder(): string {
  const bin = folderWith({ hegui: `#!/bin/sh\nexec "${process.execPath}" "${join(process.cwd(), 'bin/hegui.js')}" "$@"\n` });
  chmodSync(`${bin}/hegui`, 0o755);
  return bin;
}

const BIN = binFolder();

/** Runs a shell with `hegui` on its PATH, standard input given. */
export function shell(argv: readonly [string, ...string[]], { cwd, env, stdin }: ShellRun): Ran {
  const [program, ...rest] = argv;
  const { status, stdout, stderr } = spawnSync(program, rest, {
    cwd,
    input: stdin ?? '',
    encoding: 'utf8',
    maxBuffer: 64 * 1_048_576,
    env: { PATH: `${BIN}:${process.env['PATH'] ?? ''}`, HOME: cwd, LC_ALL: 'C.UTF-8', ...env },
  });
  return { exitCode: status ?? -1, stdout, stderr };
}

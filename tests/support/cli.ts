import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../src/cli/main.js';
import type { Context, Output } from '../../src/core/context.js';

export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface World {
  readonly packageRoot?: string;
  readonly today?: string;
  readonly env?: Record<string, string>;
  readonly stdin?: string | Uint8Array;
  readonly columns?: number;
  readonly isTTY?: boolean;
  readonly cores?: number;
  readonly now?: () => number;
  readonly interrupted?: AbortSignal;
}

/** The world in which the command line runs, with every impurity given, and what it has written there. */
export function contextOf(world: World): { readonly context: Context; readonly written: { stdout: string; stderr: string } } {
  const written = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr'): Output => ({
    isTTY: world.isTTY ?? false,
    columns: world.columns ?? 80,
    write: async (text) => {
      written[name] += typeof text === 'string' ? text : new TextDecoder().decode(text);
      return true;
    },
  });
  const context: Context = {
    stdout: output('stdout'),
    stderr: output('stderr'),
    env: world.env ?? {},
    packageRoot: world.packageRoot ?? process.cwd(),
    version: '9.9.9',
    now: world.now ?? (() => 0),
    cores: world.cores ?? 1,
    interrupted: world.interrupted ?? new AbortController().signal,
    endsSoon: async () => undefined,
    today: world.today ?? '2026-11-23',
    stdin: async function* () {
      yield Buffer.from(world.stdin ?? '');
    },
  };
  return { context, written };
}

/** Runs the command line inside this process. */
export async function hegui(argv: readonly string[], world: World = {}): Promise<Ran> {
  const { context, written } = contextOf(world);
  const exitCode = await main(argv, context);
  return { exitCode, ...written };
}

/** A new folder with the given files; gives its path. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'hegui-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder.replaceAll('\\', '/');
}

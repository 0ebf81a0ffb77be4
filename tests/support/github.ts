import { expect } from 'vitest';

/** A workflow command. */
export interface Command {
  readonly kind: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads a line of the log as the runner of GitHub Actions does; null for a line that is no command. */
function readLine(line: string): Command | null {
  if (!line.trimStart().startsWith('::')) {
    expect(line).not.toMatch(/^\s*##\[/);
    return null;
  }
  const [, kind = '', given = '', message = ''] = /^::([a-z-]+)(?: (.*?))?::(.*)$/s.exec(line) ?? [];
  const properties = given.split(',').map((each) => {
    const at = each.indexOf('=');
    const value = each.slice(at + 1);
    return [each.slice(0, at), decode(value.replaceAll('%3A', ':').replaceAll('%2C', ','))] as const;
  });
  expect(new Set(properties.map(([name]) => name)).size).toBe(properties.length);
  for (const [name] of properties) expect(['file', 'line', 'col', 'title']).toContain(name);
  return { kind, properties: Object.fromEntries(properties), message: decode(message) };
}

/** What the runner makes of a message. */
export const decode = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');

/** The commands of a log, and its other lines. */
export function readLog(log: string): { commands: Command[]; plain: string[] } {
  const lines = log.trimEnd().split('\n');
  const commands = lines.flatMap((line) => readLine(line) ?? []);
  return { commands, plain: lines.filter((line) => readLine(line) === null) };
}

export const ofKind = (commands: readonly Command[], kind: string): Command[] => commands.filter((each) => each.kind === kind);

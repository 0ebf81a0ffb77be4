import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folderWith, hegui } from '../support/cli.js';
import { frozenRun, linesOf } from '../support/run.js';

const BIN = join(process.cwd(), 'bin/hegui.js');
const RUN = folderWith({ 'run.ndjson': linesOf(await frozenRun('zh', 'gaps')) });
const ARGV = ['report', `${RUN}/run.ndjson`];
const SERVER = `hegui-test-${process.pid}`;

function tmux(...argv: string[]): string {
  return execFileSync('tmux', ['-L', SERVER, '-f', '/dev/null', ...argv], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
}

/** Runs a shell command in a real terminal of that width and gives its screen. */
function onScreen(command: string, columns: number, escapes: boolean): string {
  const session = `s${columns}`;
  const size = ['-x', String(columns), '-y', '400'];
  tmux('new-session', '-d', '-s', session, ...size, '-c', process.cwd(), `${command}; tmux wait-for -S ${session}; cat`);
  tmux('wait-for', session);
  return tmux('capture-pane', '-p', ...(escapes ? ['-e'] : []), '-t', session);
}

describe('the report in a real terminal', () => {
  afterAll(() => {
    tmux('kill-server');
  });

  it.each([80, 120])('looks at %d columns as it was laid out: no line is folded, no Chinese character is cut', async (columns) => {
    const laidOut = (await hegui(ARGV, { columns })).stdout.trimEnd().split('\n');
    const screen = onScreen(`${process.execPath} ${BIN} ${ARGV.join(' ')} --quiet`, columns, false)
      .split('\n')
      .map((line) => line.trimEnd());
    expect(screen.join('\n').trimEnd()).toBe(laidOut.join('\n'));
  });

  it('is in colour', () => {
    const screen = onScreen(`${process.execPath} ${BIN} ${ARGV.join(' ')} --quiet`, 100, true);
    expect(screen).toContain('\u001b[31m');
  });
});

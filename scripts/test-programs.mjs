// Runs the tests that need programs besides Node. Names every program that is missing, and fails then: no test skips itself.
import { execFileSync, spawnSync } from 'node:child_process';

const programs = ['tmux', 'soffice', 'chromium', 'sarif-multitool', 'parallel', 'python3'];
const missing = programs.filter((program) => spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0);
if (missing.length > 0) {
  for (const program of missing) process.stderr.write(`missing program: ${program}\n`);
  process.exitCode = 1;
} else {
  execFileSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.programs.config.ts'], { stdio: 'inherit' });
}

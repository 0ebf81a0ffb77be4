// Runs a check once and keeps the code that V8 compiled for it beside the parts of the command line (see bin/load.cjs).
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';

const { cachePath, load, makeCache, scripts } = createRequire(import.meta.url)('../bin/load.cjs');

process.argv = [...process.argv.slice(0, 2), 'check', 'examples/marketplace-with-gaps/profile.yaml', '--as-of', '2026-11-23'];
process.stdout.write = (_text, ...rest) => {
  rest.at(-1)?.();
  return true;
};
process.stderr.write = process.stdout.write;
load('hegui');
process.on('exit', () => {
  process.exitCode = 0;
  // The code fits only the flags with which it is loaded: those before the end of a check.
  setFlagsFromString('--opt --incremental-marking');
  for (const name of scripts.keys()) writeFileSync(cachePath(name), makeCache(name));
});

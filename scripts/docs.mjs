// Writes the output of the commands named in the READMEs beneath them; the same commands are run by tests/docs.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const BLOCK = /(<!-- hegui (.+?) -->\n```text\n)([\s\S]*?)(```)/g;
/** Of the pack, and so changed by every rule. */
const DIGEST = /sha256:[0-9a-f]+/g;

for (const file of ['README.md', 'README.zh-CN.md']) {
  const before = readFileSync(file, 'utf8');
  const after = before.replace(BLOCK, (_, head, command, _old, tail) => {
    const { stdout } = spawnSync(process.execPath, ['bin/hegui.js', ...command.split(' ')], { encoding: 'utf8' });
    return `${head}${stdout.replace(DIGEST, 'sha256:…')}${tail}`;
  });
  if (after !== before) writeFileSync(file, after);
}

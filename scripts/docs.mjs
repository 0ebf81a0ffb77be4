// Writes the output of the commands named in the READMEs beneath them, and the table of formats; tests/docs hold both to be true.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { sentences } from '../dist/i18n/translate.js';
import { FORMATS } from '../dist/report/formats.js';

const BLOCK = /(<!-- hegui (.+?) -->\n```text\n)([\s\S]*?)(```)/g;
/** Of the pack, and so changed by every rule. */
const DIGEST = /sha256:[0-9a-f]+/g;

const HEADS = { zh: '| 格式 | 用途 | 至多几份申报 |', en: '| Format | for | Profiles at most |' };

function formatTable(lang) {
  const rows = Object.entries(FORMATS).map(([name, { limit }]) => `| \`${name}\` | ${sentences(lang).formats[name]} | ${limit ?? '—'} |`);
  return `<!-- formats -->\n${HEADS[lang]}\n| --- | --- | --- |\n${rows.join('\n')}\n<!-- /formats -->`;
}

for (const file of ['README.md', 'README.zh-CN.md']) {
  const before = readFileSync(file, 'utf8');
  const after = before.replace(BLOCK, (_, head, command, _old, tail) => {
    const { stdout } = spawnSync(process.execPath, ['bin/hegui.js', ...command.split(' ')], { encoding: 'utf8' });
    return `${head}${stdout.replace(DIGEST, 'sha256:…')}${tail}`;
  });
  const lang = file.includes('zh') ? 'zh' : 'en';
  const whole = after.replace(/<!-- formats -->[\s\S]*<!-- \/formats -->/, formatTable(lang));
  if (whole !== before) writeFileSync(file, whole);
}

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Words that were used, or might be, for what has a better one: in names, comments, sentences and documents. */
const BETTER: readonly (readonly [found: RegExp, better: string])[] = [
  [/\brule ?sets?\b|规则集/i, 'pack, 规则包'],
  [/\bobligations?\b/i, 'duty, 义务'],
  [/\bviolations?\b|\bnon-?compliances?\b/i, 'gap, 缺口'],
  [/\bchapters?\b(?=.*\brules?\b)|章节/i, 'area, 领域'],
  [/\bcatalogue/i, 'catalog'],
  [/\bjudgments?\b/, 'judgement'],
  [/\b(black|white) ?lists?\b/i, 'what is refused, what is allowed'],
  [/申报书|申报表/, '申报'],
  [/打分|得分/, '合规率、覆盖率'],
  [/登陆/, '登录'],
  [/[帐](号|户)/, '账号、账户'],
  [/阀值/, '阈值'],
  [/平台方/, '平台经营者'],
  [/\b(utils?|helpers?|misc)\b/i, 'a name of what it does'],
];

/** Texts of ours in which a word is spelt as the law or another program spells it. */
const NOT_OURS = /\baxe\b|found\.violations|violations: \{|spectral|--ruleset|from '(node:|mdast|@noble)/i;

const FILES = ['src', 'scripts', 'bin', 'tests']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name.replaceAll('\\', '/')}`))
  .filter((name) => /\.(ts|mjs|cjs|js)$/.test(name) && !/tests\/(words|architecture)\.test\.ts$/.test(name))
  .concat(['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'action.yml']);

test.each(BETTER)('%s has a better word: %s', (found) => {
  const said = FILES.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (found.test(line) && !NOT_OURS.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  );
  expect(said).toEqual([]);
});

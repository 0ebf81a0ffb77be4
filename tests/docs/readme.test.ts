import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sentences } from '../../src/i18n/translate.js';
import { parse } from '../../src/load/parse.js';
import { FORMAT_NAMES, FORMATS } from '../../src/report/formats.js';
import { loadEngine, loadWords } from '../../src/rules/builtin.js';
import type { RawRule } from '../../src/rules/source.js';
import { hegui } from '../support/cli.js';
import { compile, SCOPE } from '../support/expression.js';

const READMES = ['README.md', 'README.zh-CN.md'];
const DOCUMENTS = [...READMES, 'CONTRIBUTING.md'];

describe.each(READMES)('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  it('shows reports as the commands named above them print them', async () => {
    const blocks = [...text.matchAll(/<!-- hegui (.+?) -->\n```text\n([\s\S]*?)```/g)];
    expect(blocks.length).toBeGreaterThan(0);
    for (const [, command = '', shown] of blocks) {
      // The digest of the pack changes with every rule.
      const report = (await hegui(command.split(' '))).stdout.replace(/sha256:[0-9a-f]+/g, 'sha256:…');
      expect(report, `${command}: run npm run docs`).toBe(shown);
    }
  });

  it('lists every format with what it is for and how much it takes', () => {
    const { formats } = sentences(file.includes('zh') ? 'zh' : 'en');
    const rows = FORMAT_NAMES.map((name) => `| \`${name}\` | ${formats[name]} | ${FORMATS[name].limit ?? '—'} |`);
    expect(/<!-- formats -->\n(?:.*\n){2}([\s\S]*)\n<!-- \/formats -->/.exec(text)?.[1], 'run npm run docs').toBe(rows.join('\n'));
  });

  it('names the exit codes', () => {
    for (const code of ['0', '1', '2', '3', '130']) expect(text).toMatch(new RegExp(`^\\| ${code} \\|`, 'm'));
  });

  it('calls the set-up lines that CI runs', () => {
    expect(text).toContain('npm ci && node bin/hegui.js check examples/marketplace-with-gaps/profile.yaml');
    expect(text).toContain('npm ci && npm test');
    expect(readFileSync('.ci/run', 'utf8')).toContain('npm ci && npm test');
  });

  it('shows a rule as it stands in the pack', () => {
    const [, block = ''] = /```yaml\n( {2}- id: [\s\S]*?)```/.exec(text) ?? [];
    const [shown] = parse(block).value as unknown as [RawRule];
    const id = `operator-verification/${shown.id}`;
    const rule = loadEngine().pack.rules.find((each) => each.id === id);
    const words = loadWords().rules[id];
    if (rule === undefined) throw new Error(`no rule ${shown.id}`);
    const { kind, duty, severity, params, basis, parts, when } = rule;
    const { id: _, basis: cited, when: condition, require, gap, ...rest } = shown;
    expect(rest).toEqual({ title: words?.title, kind, duty, severity, params, remedy: words?.remedy });
    expect(cited).toEqual(basis.map(({ instrument, article, source }) => ({ instrument, article, source })));
    const scope = { ...SCOPE, vocabulary: loadEngine().vocabulary, conditions: [String(condition)], params };
    expect([compile(String(condition), scope), compile(String(require), scope), gap]).toEqual([when, parts[0]?.that, words?.gaps[0]]);
  });

  it('counts no rules and holds no digest, which the next rule would change', () => {
    expect(text).not.toMatch(/sha256:[0-9a-f]/);
    const counts = [...text.matchAll(/(.*?)(\d+) ?(?:条规则|rules\b)/g)].filter(([, before = '']) => !before.includes('Spectral'));
    expect(counts.map(([line]) => line)).toEqual([]);
  });
});

describe.each(DOCUMENTS)('paths named in %s', (file) => {
  it('exist', () => {
    const text = readFileSync(file, 'utf8');
    const paths = [...text.matchAll(/`((?:src|rules|examples|tests|bin|scripts)\/[\w./-]*)`/g)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });
});

describe('both READMEs', () => {
  it('have the same sections and commands', () => {
    const [en = '', zh = ''] = READMES.map((file) => readFileSync(file, 'utf8'));
    const shape = (text: string): string[] =>
      text
        .replace(/```text[\s\S]*?```/g, '')
        .split('\n')
        .filter((line) => /^(#|```|hegui (schema|check|merge|report|explain|rules)|npm |\| \d)/.test(line))
        .map((line) =>
          line.startsWith('#')
            ? (line.match(/^#+/)?.[0] ?? '')
            : line.startsWith('|')
              ? (line.split('|')[1] ?? '')
              : line.replace(/ +#.*$/, '').replace(/--lang \w+/, ''),
        );
    expect(shape(zh)).toEqual(shape(en));
  });
});

describe('CONTRIBUTING.md', () => {
  it('stays within 60 lines', () => {
    expect(readFileSync('CONTRIBUTING.md', 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(60);
  });
});

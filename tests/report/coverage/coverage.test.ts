import { describe, expect, it } from 'vitest';
import { coverageOf, RuleVerdicts } from '../../../src/assess/coverage.js';
import { isHidden } from '../../../src/core/characters.js';
import type { Finding } from '../../../src/core/finding.js';
import type { Language } from '../../../src/core/text.js';
import { coverageJson } from '../../../src/report/coverage/data.js';
import { coverageMarkdown } from '../../../src/report/coverage/markdown.js';
import { phrasesJson, phrasesMarkdown, phrasesTable } from '../../../src/report/coverage/phrases.js';
import type { ShownCoverage } from '../../../src/report/coverage/shown.js';
import { coverageTable } from '../../../src/report/coverage/table.js';
import { width } from '../../../src/report/terminal/wrap.js';
import { HOSTILE } from '../../support/hostile.js';
import { ledger, phrase } from '../../support/ledger.js';
import { headings, ofType, readMarkdown, rowsOf, textOf } from '../../support/markdown.js';

const MANY = Array.from({ length: 8 }, (_, index) => `keeping/records-of-the-kind-number-${index}-are-kept`);
const RULES = [...MANY, 'selling/prices-are-marked', 'selling/prices-are-true'].map((id) => ({ id, area: id.split('/')[0] ?? '' }));

const LEDGER = ledger({
  一: [
    phrase('推动示例发展', {
      bearer: 'government',
      status: 'none',
      reason: { zh: '由政府推动，没有平台可以核对的行为。', en: 'The government does it; there is no conduct of a platform to check.' },
    }),
  ],
  '三(五)': [
    phrase('保存示例交易记录和日志资料', { areas: ['keeping'] }),
    phrase('标明示例价格', {
      status: 'partial',
      rules: ['selling/prices-are-marked'],
      reason: {
        zh: '现有规则只看有没有标价，是否真实、是否醒目没有数值标准，其余待“示例价格”一章按国家法规编写。',
        en: 'The present rule only sees whether a price is there; the rest will stand in a chapter on sample prices.',
      },
    }),
    phrase('鼓励示例服务', { bearer: 'encouragement', status: 'pending', reason: { zh: '待编写。', en: 'To come.' } }),
  ],
});

function shown(lang: Language, withRun = false): ShownCoverage {
  const verdicts = new RuleVerdicts();
  verdicts.add({ findings: MANY.map((rule, index) => ({ rule, verdict: index < 5 ? 'pass' : 'gap' }) as Finding) });
  verdicts.add({ findings: MANY.map((rule) => ({ rule, verdict: 'unknown' }) as Finding) });
  return {
    tool: '9.9.9',
    pack: { id: 'sample', version: '1.0.0' },
    coverage: coverageOf(LEDGER, RULES, withRun ? verdicts : null),
    run: withRun ? { path: 'run.ndjson', profiles: 2, whole: false, foreign: ['old/rule-of-before'] } : null,
    lang,
  };
}

describe('the table of coverage', () => {
  it.each<[lang: Language, withRun: boolean]>([
    ['zh', false],
    ['zh', true],
    ['en', false],
    ['en', true],
  ])('in %s, with a run: %s', async (lang, withRun) => {
    await expect(coverageTable(shown(lang, withRun), 80, false)).toMatchFileSnapshot(
      `../golden/coverage.${lang}${withRun ? '.run' : ''}.txt`,
    );
  });

  it.each([60, 80, 120])('has no line wider than %d columns', (cells) => {
    for (const lang of ['zh', 'en'] as const) {
      const lines = coverageTable(shown(lang, true), cells, false).split('\n');
      expect(lines.filter((line) => width(line) > cells || line !== line.trimEnd())).toEqual([]);
    }
  });

  it('says where every rule rests on the opinion', () => {
    const { coverage, ...rest } = shown('zh');
    const table = coverageTable({ ...rest, coverage: { ...coverage, ungrounded: [] } }, 80, false);
    expect(table).toMatch(/\n10 条规则都有意见出处。\n$/);
  });
});

describe('coverage in Markdown', () => {
  it.each(['zh', 'en'] as const)('has a row for each phrase and the other rules in a list (%s)', (lang) => {
    const root = readMarkdown(coverageMarkdown(shown(lang)));
    const rows = rowsOf(ofType(root, 'table')[0]);
    expect(rows.map((cells) => cells[1])).toEqual(['推动示例发展', '保存示例交易记录和日志资料', '标明示例价格', '鼓励示例服务']);
    expect(rows.map((cells) => [cells[0], cells[6]])).toEqual(
      [
        ['一 文字', '0'],
        ['三(五) 文字', '8'],
        ['三(五) 文字', '1'],
        ['三(五) 文字', '0'],
      ].map(([clause, count]) => [lang === 'zh' ? clause : clause?.replace('文字', 'Text'), count]),
    );
    expect(rows[1]?.[5]).toBe(MANY.join(' '));
    expect(headings(root)).toHaveLength(2);
    expect(ofType(root, 'listItem').map(textOf)).toEqual(['selling/prices-are-true']);
  });

  it('adds a column for each verdict of a run, and its rules that the pack does not have', () => {
    const root = readMarkdown(coverageMarkdown(shown('en', true)));
    const rows = rowsOf(ofType(root, 'table')[0]);
    expect(rows.map((cells) => cells.slice(7))).toEqual([
      ['', '', '', '', ''],
      ['3', '8', '0', '5', '0'],
      ['', '', '', '', ''],
      ['', '', '', '', ''],
    ]);
    expect(ofType(root, 'listItem').map(textOf)).toEqual(['selling/prices-are-true', 'old/rule-of-before']);
  });
});

describe('coverage as JSON', () => {
  it('holds the matrix with codes and both languages', () => {
    const document = JSON.parse(coverageJson(shown('zh')));
    expect(document).toMatchObject({
      schemaVersion: 1,
      tool: { name: 'hegui', version: '9.9.9' },
      pack: { id: 'sample', version: '1.0.0' },
      complete: false,
      counts: { clauses: 2, phrases: 4, rules: 10, bearers: { platform: 2, government: 1, encouragement: 1 } },
      ungrounded: ['selling/prices-are-true'],
    });
    expect(document.clauses[1].phrases[1]).toEqual({
      phrase: '标明示例价格',
      bearer: 'platform',
      status: 'partial',
      reason: LEDGER.clauses[1]?.phrases[1]?.reason,
      rules: ['selling/prices-are-marked'],
    });
    expect(document).not.toHaveProperty('run');
  });

  it('with a run has its verdicts, null where it judged none of the rules', () => {
    const document = JSON.parse(coverageJson(shown('en', true)));
    expect(document.run).toEqual({ path: 'run.ndjson', profiles: 2, whole: false, foreign: ['old/rule-of-before'] });
    expect(document.clauses[1].phrases.map(({ verdicts }: { verdicts: unknown }) => verdicts)).toEqual([
      { gap: 3, unknown: 8, manual: 0, pass: 5, 'not-applicable': 0 },
      null,
      null,
    ]);
  });
});

describe('what strangers write into a ledger', () => {
  it.each(HOSTILE.map((text) => [text]))('is inert: %j', (text) => {
    const strange = ledger({ [text]: [phrase(text, { rules: [`a/${text}`], reason: { zh: text, en: text } })] });
    const rules = [
      { id: `a/${text}`, area: 'a' },
      { id: `b/${text}`, area: 'b' },
    ];
    const of: ShownCoverage = {
      ...shown('zh'),
      pack: { id: text, version: text },
      coverage: coverageOf(strange, rules, null),
      run: { path: text, profiles: 1, whole: true, foreign: [text] },
    };
    readMarkdown(coverageMarkdown(of));
    readMarkdown(phrasesMarkdown({ path: text, phrases: 1, missing: [{ clause: text, phrase: text }] }, 'zh'));
    for (const table of [
      coverageTable(of, 80, false),
      phrasesTable({ path: text, phrases: 1, missing: [{ clause: text, phrase: text }] }, 'zh', 80),
    ]) {
      expect([...table].filter((each) => each !== '\n' && isHidden(each.codePointAt(0) ?? 0))).toEqual([]);
      expect(table.split('\n').filter((line) => width(line) > 80)).toEqual([]);
    }
    expect(JSON.parse(coverageJson(of)).clauses[0].id).toBe(text);
  });
});

describe('the phrases of a text', () => {
  const whole = { path: 'opinion.txt', phrases: 4, missing: [] };
  const lacking = { ...whole, missing: [{ clause: '三(五)', phrase: '标明示例价格' }] };

  it('that are all found take one line', () => {
    expect(phrasesTable(whole, 'zh', 80)).toBe('opinion.txt：4 处引文全部找到。\n');
    expect(phrasesTable(whole, 'en', 80)).toBe('opinion.txt: all 4 phrases found.\n');
    expect(phrasesMarkdown(whole, 'en')).toBe('opinion.txt: all 4 phrases found.\n');
  });

  it('that are missing are named with their clauses and what to do', () => {
    expect(phrasesTable(lacking, 'zh', 80)).toBe(
      'opinion.txt：4 处引文中有 1 处找不到：\n  三(五) “标明示例价格”\n请核对这是不是同一份意见的全文；是的话，请更正 clauses.yaml 中的引文。\n',
    );
    expect(ofType(readMarkdown(phrasesMarkdown(lacking, 'en')), 'listItem').map(textOf)).toEqual(['三(五) "标明示例价格"']);
  });

  it('as JSON are counted', () => {
    expect(JSON.parse(phrasesJson(lacking, '9.9.9'))).toEqual({
      schemaVersion: 1,
      tool: { name: 'hegui', version: '9.9.9' },
      path: 'opinion.txt',
      phrases: 4,
      found: 3,
      missing: [{ clause: '三(五)', phrase: '标明示例价格' }],
    });
  });
});

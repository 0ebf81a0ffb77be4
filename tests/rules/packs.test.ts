import { describe, expect, it, test } from 'vitest';
import type { Json } from '../../src/core/profile.js';
import type { Language } from '../../src/core/text.js';
import { makeEnv } from '../../src/evaluate/evaluate.js';
import { activate, judgeRule } from '../../src/evaluate/rule.js';
import { renderFileProblems } from '../../src/report/terminal/packproblems.js';
import { lintPacks } from '../../src/rules/lint.js';
import { loadPacks, type PacksLoad } from '../../src/rules/load.js';
import { memoryReader } from '../support/pack.js';
import { AS_OF, factsFrom, VOCABULARY } from '../support/vocabulary.js';

type Files = Readonly<Record<string, string>>;

const RULE = (id: string, require: string, law = 'law') => `  - id: ${id}
    title: { zh: 规则, en: Rule }
    kind: duty
    duty: mandatory
    severity: high
    basis: [{ instrument: ${law}, article: "1", source: text }]
    require: ${require}
    gap: { zh: 缺, en: Lacking }
    remedy: { zh: 补, en: Mend }
`;
const CASES = (id: string, verdicts: readonly string[]) => `  ${id}:\n${verdicts.map((verdict) => `    - verdict: ${verdict}\n`).join('')}`;
const TESTS = (...ids: readonly string[]) =>
  `as_of: 2026-11-23\nbase: {}\ntests:\n${ids.map((id) => CASES(id, ['pass', 'gap', 'unknown'])).join('')}`;
const LAW = (id: string, scope = 'anyone') =>
  `  - { id: ${id}, name: { zh: 法, en: Law }, issuer: { zh: 机关, en: Body }, from: 2019-01-01, scope: ${scope}, official_source: "https://example.com" }\n`;

const BASE: Files = {
  'base/pack.yaml': `id: base
version: 1.0.0
title: { zh: 底, en: Base }
vocabulary: 1
max_age_months: 12
weights: { critical: 8, high: 4, medium: 2, low: 1 }
areas:
  - { id: area, title: { zh: 领域, en: Area }, topics: [one, two] }
conditions:
  is_open: shop.open
`,
  'base/instruments.yaml': `instruments:\n${LAW('law')}`,
  'base/area/one.yaml': `rules:\n${RULE('first', 'shop.big')}`,
  'base/area/one.test.yaml': TESTS('first'),
  'base/area/two.yaml': `rules:\n${RULE('second', 'shop.users > 1')}`,
  'base/area/two.test.yaml': TESTS('second'),
};

const CITY: Files = {
  'city/pack.yaml': `id: the-city
version: 2.0.0
extends: base
title: { zh: 市, en: City }
areas:
  - { id: local, title: { zh: 本地, en: Local }, topics: [fees] }
conditions:
  local_shop: is_open && extensions.the_city.is_local
`,
  'city/instruments.yaml': `instruments:\n${LAW('city-law', 'local_shop')}`,
  'city/facts.yaml': `section: the_city
type: object
x-hegui: { title: { zh: 市, en: City } }
properties:
  is_local: { type: boolean, x-hegui: { title: { zh: 本地, en: Local }, why: { zh: 因, en: Why } } }
  fee: { type: integer, minimum: 0, x-hegui: { title: { zh: 费, en: Fee }, why: { zh: 因, en: Why } } }
`,
  'city/local/fees.yaml': `rules:\n${RULE('low-fee', 'extensions.the_city.fee <= 5 && shop.users > 0', 'city-law')}`,
  'city/local/fees.test.yaml': `as_of: 2026-11-23\nbase: {}\ntests:\n${CASES('low-fee', ['pass', 'gap', 'unknown', 'not-applicable'])}`,
};

const load = (files: Files, ...folders: readonly string[]): Promise<PacksLoad> =>
  loadPacks(folders, memoryReader(files), { vocabulary: VOCABULARY, bases: [] });

async function loaded(files: Files, ...folders: readonly string[]) {
  const found = await load(files, ...folders);
  if (!('pack' in found)) throw new Error(renderFileProblems(found.problems, 'en', 120));
  return found;
}

/** Everything that is wrong with packs, in one language. */
async function said(files: Files, lang: Language, ...folders: readonly string[]): Promise<string> {
  const found = await load(files, ...folders);
  const linted = 'pack' in found ? lintPacks(found.sources, found, false) : [];
  return renderFileProblems([...found.problems, ...linted], lang, 2000).trim();
}

const changed = (files: Files, name: string, from: string, to: string): Files => {
  const text = files[name] ?? '';
  if (!text.includes(from)) throw new Error(`${name} does not hold ${from}`);
  return { ...files, [name]: text.replace(from, to) };
};

const BOTH = { ...BASE, ...CITY };

describe('a pack that extends another one', () => {
  it('judges the rules of both, those of the base first', async () => {
    const { pack } = await loaded(BOTH, 'city', 'base');
    expect(pack.rules.map(({ id }) => id)).toEqual(['area/first', 'area/second', 'local/low-fee']);
    expect(pack.areas.map(({ id }) => id)).toEqual(['area', 'local']);
    expect(pack.packs.map(({ id, version, title }) => [id, version, title.en])).toEqual([
      ['base', '1.0.0', 'Base'],
      ['the-city', '2.0.0', 'City'],
    ]);
    expect(Object.keys(pack.conditions)).toEqual(['is_open', 'local_shop']);
    expect(Object.keys(pack.instruments)).toEqual(['law', 'city-law']);
  });

  it('has nothing for lint to find', async () => {
    expect(await said(BOTH, 'en', 'base', 'city')).toBe('');
  });

  it('inherits title and age, or states its own', async () => {
    const { pack } = await loaded(changed(BOTH, 'city/pack.yaml', 'title: { zh: 市, en: City }\n', ''), 'base', 'city');
    expect([pack.packs[1]?.title.en, pack.maxAgeMonths]).toEqual(['Base', 12]);
    const stricter = changed(BOTH, 'city/pack.yaml', 'extends: base\n', 'extends: base\nmax_age_months: 24\n');
    expect((await loaded(stricter, 'base', 'city')).pack.maxAgeMonths).toBe(24);
  });

  it('judges by its own facts beside those of the vocabulary', async () => {
    const { pack, vocabulary } = await loaded(BOTH, 'base', 'city');
    const [rule] = pack.rules.slice(-1);
    const active = rule === undefined ? null : activate(rule, pack, AS_OF);
    const verdict = (extensions: Json) => {
      const facts = factsFrom({ shop: { open: true, users: 2 }, extensions } as Json, vocabulary);
      return active && judgeRule(active, makeEnv(facts, AS_OF, pack.conditions)).map((each) => [each.verdict, ...each.missing]);
    };
    expect(verdict({ the_city: { is_local: true, fee: 5 } })).toEqual([['pass']]);
    expect(verdict({ the_city: { is_local: true, fee: 6 } })).toEqual([['gap']]);
    expect(verdict({ the_city: { is_local: true } })).toEqual([['unknown', 'extensions.the_city.fee']]);
    expect(verdict({ other: { is_local: true, fee: 5 } })).toEqual([['unknown', 'extensions.the_city.is_local']]);
    expect(verdict(null)).toEqual([['unknown', 'extensions.the_city.is_local']]);
  });

  it('is joined once with a base that two packs extend', async () => {
    const other = Object.fromEntries(
      Object.entries(CITY).map(([name, text]) => [
        name.replace('city/', 'town/').replace('local/', 'near/'),
        text
          .replaceAll('the-city', 'the-town')
          .replaceAll('the_city', 'the_town')
          .replaceAll('local_shop', 'near_shop')
          .replaceAll('city-law', 'town-law')
          .replaceAll('id: local', 'id: near'),
      ]),
    );
    const { pack, vocabulary } = await loaded({ ...BOTH, ...other }, 'town', 'city', 'base');
    expect(pack.packs.map(({ id }) => id)).toEqual(['base', 'the-town', 'the-city']);
    expect(pack.rules.map(({ id }) => id)).toEqual(['area/first', 'area/second', 'near/low-fee', 'local/low-fee']);
    expect(Object.keys(vocabulary.root.properties['extensions']?.properties ?? {})).toEqual(['the_town', 'the_city']);
    const spying = await load({ ...BOTH, ...other, 'town/near/fees.yaml': CITY['city/local/fees.yaml'] ?? '' }, 'town', 'city', 'base');
    expect(renderFileProblems(spying.problems, 'en', 200)).toContain('"extensions.the_city"');
  });

  it('has a digest of its own, which its files and facts change and its tests do not', async () => {
    const digests = async (files: Files) => (await loaded(files, 'base', 'city')).pack.packs.map(({ digest }) => digest);
    const [base, city] = await digests(BOTH);
    expect(base).not.toBe(city);
    for (const name of ['city/pack.yaml', 'city/instruments.yaml', 'city/facts.yaml', 'city/local/fees.yaml']) {
      const [sameBase, other] = await digests({ ...BOTH, [name]: `${BOTH[name]}\n` });
      expect([sameBase === base, other === city], name).toEqual([true, false]);
    }
    expect(await digests({ ...BOTH, 'city/local/fees.test.yaml': `${BOTH['city/local/fees.test.yaml']}\n` })).toEqual([base, city]);
    expect((await digests({ ...BOTH, 'base/area/two.yaml': `${BOTH['base/area/two.yaml']}\n` }))[1]).toBe(city);
  });

  it('may extend a pack that comes with the program, unless that is given too', async () => {
    const { layers } = await loaded(BASE, 'base');
    const ground = { vocabulary: VOCABULARY, bases: layers };
    const resting = await loadPacks(['city'], memoryReader(CITY), ground);
    expect('pack' in resting && resting.pack.rules.length).toBe(3);
    expect('pack' in resting && resting.sources.map(({ folder }) => folder)).toEqual(['city']);
    const given = await loadPacks(['city', 'base'], memoryReader(changed(BOTH, 'base/pack.yaml', '1.0.0', '1.0.1')), ground);
    expect('pack' in given && given.pack.packs.map(({ version }) => version)).toEqual(['1.0.1', '2.0.0']);
    const alone = await loadPacks(['base'], memoryReader(BASE), {
      vocabulary: VOCABULARY,
      bases: (await loaded(BOTH, 'base', 'city')).layers,
    });
    expect('pack' in alone && alone.pack.packs.map(({ id }) => id)).toEqual(['base']);
  });
});

describe('packs without a common base', () => {
  const lone = (id: string, weights: string): Files => ({
    [`${id}/pack.yaml`]: `id: ${id}\nversion: 1.0.0\ntitle: { zh: 包, en: Pack }\nvocabulary: 1\nmax_age_months: 6\nweights: ${weights}\nareas:\n  - { id: area-${id}, title: { zh: 领域, en: Area }, topics: [one] }\n`,
    [`${id}/instruments.yaml`]: `instruments:\n${LAW(`law-${id}`)}`,
    [`${id}/area-${id}/one.yaml`]: `rules:\n${RULE('first', 'shop.big', `law-${id}`)}`,
    [`${id}/area-${id}/one.test.yaml`]: TESTS('first'),
  });
  const SAME = '{ critical: 8, high: 4, medium: 2, low: 1 }';

  it('are judged together if they weigh alike; the strictest says how old a declaration may be', async () => {
    const { pack } = await loaded({ ...BASE, ...lone('x', SAME) }, 'base', 'x');
    expect(pack.rules.map(({ id }) => id)).toEqual(['area/first', 'area/second', 'area-x/first']);
    expect(pack.maxAgeMonths).toBe(6);
  });

  it('cannot weigh differently', async () => {
    const text = await said({ ...BASE, ...lone('x', SAME.replace('8', '9')) }, 'en', 'base', 'x');
    expect(text).toContain('x/pack.yaml:6:1\n  The weights are set in base/pack.yaml:6:1 and cannot be set again');
  });
});

/** What is wrong, and the first words about it in both languages with the place before them. */
const REFUSED: [name: string, files: Files, en: string, zh: string][] = [
  [
    'an unknown base',
    changed(BOTH, 'city/pack.yaml', 'extends: base', 'extends: bsae'),
    'city/pack.yaml:3:10\n  There is no pack "bsae" to extend. Did you mean "base"?',
    'city/pack.yaml:3:10\n  没有可以继承的规则包“bsae”。您是否想写“base”？',
  ],
  [
    'a circle',
    { ...changed(BOTH, 'base/pack.yaml', 'version: 1.0.0\n', 'version: 1.0.0\nextends: the-city\n') },
    'city/pack.yaml:3:10\n  The packs extend each other in a circle: base → the-city → base',
    'city/pack.yaml:3:10\n  规则包互相继承，绕成了圈：base → the-city → base',
  ],
  [
    'a pack that extends itself',
    changed(BOTH, 'city/pack.yaml', 'extends: base', 'extends: the-city'),
    'city/pack.yaml:3:10\n  The packs extend each other in a circle: the-city → the-city',
    'city/pack.yaml:3:10\n  规则包互相继承',
  ],
  [
    'two packs of one id',
    changed(BOTH, 'city/pack.yaml', 'id: the-city', 'id: base'),
    'city/pack.yaml:1:5\n  The id "base" is used twice; the other one stands in base/pack.yaml:1:5',
    'city/pack.yaml:1:5\n  标识“base”重复，另一处在 base/pack.yaml:1:5',
  ],
  [
    'a later vocabulary',
    changed(BOTH, 'base/pack.yaml', 'vocabulary: 1', 'vocabulary: 2'),
    'base/pack.yaml:4:13\n  The pack follows vocabulary 2; this program knows 1',
    'base/pack.yaml:4:13\n  规则包依据第 2 版词表，这个程序只到第 1 版',
  ],
  [
    'weights again',
    changed(BOTH, 'city/pack.yaml', 'extends: base\n', 'extends: base\nweights: { critical: 8, high: 4, medium: 2, low: 1 }\n'),
    'city/pack.yaml:4:1\n  The weights are set in base/pack.yaml:6:1',
    'city/pack.yaml:4:1\n  权重已在 base/pack.yaml:6:1 规定',
  ],
  [
    'a condition again',
    changed(BOTH, 'city/pack.yaml', 'conditions:\n', 'conditions:\n  is_open: shop.big\n'),
    'city/pack.yaml:8:3\n  The condition "is_open" is defined in base/pack.yaml:10:3',
    'city/pack.yaml:8:3\n  条件“is_open”已在 base/pack.yaml:10:3 定义',
  ],
  [
    'an instrument again',
    changed(BOTH, 'city/instruments.yaml', 'instruments:\n', `instruments:\n${LAW('law')}`),
    'city/instruments.yaml:2:11\n  The instrument "law" is defined in base/instruments.yaml:2:11',
    'city/instruments.yaml:2:11\n  法规“law”已在 base/instruments.yaml:2:11 定义',
  ],
  [
    'an area again',
    {
      ...Object.fromEntries(Object.entries(BOTH).map(([name, text]) => [name.replace('/local/', '/area/'), text])),
      'city/pack.yaml': CITY['city/pack.yaml']?.replace('id: local', 'id: area') ?? '',
    },
    'city/pack.yaml:6:11\n  The area "area" is defined in base/pack.yaml:8:11',
    'city/pack.yaml:6:11\n  领域“area”已在 base/pack.yaml:8:11 定义',
  ],
  [
    'an area twice',
    changed(BOTH, 'base/pack.yaml', 'areas:\n', 'areas:\n  - { id: area, title: { zh: 领域, en: Area }, topics: [one] }\n'),
    'base/pack.yaml:9:11\n  The id "area" is used twice; the other one stands in base/pack.yaml:8:11',
    'base/pack.yaml:9:11\n  标识“area”重复，另一处在 base/pack.yaml:8:11',
  ],
  [
    'a topic twice',
    changed(BOTH, 'base/pack.yaml', '[one, two]', '[one, two, one]'),
    'base/pack.yaml:8:65\n  The id "area/one" is used twice; the other one stands in base/pack.yaml:8:55',
    'base/pack.yaml:8:65\n  标识“area/one”重复，另一处在 base/pack.yaml:8:55',
  ],
  [
    'a rule in two topics',
    { ...BOTH, 'base/area/two.yaml': `rules:\n${RULE('first', 'shop.users > 1')}`, 'base/area/two.test.yaml': TESTS('first') },
    'base/area/two.yaml:2:9\n  The id "area/first" is used twice; the other one stands in base/area/one.yaml:2:9',
    'base/area/two.yaml:2:9\n  标识“area/first”重复，另一处在 base/area/one.yaml:2:9',
  ],
  [
    'a stray file',
    { ...BOTH, 'city/instrument.yml': '' },
    'city/instrument.yml\n  The pack would not use instrument.yml',
    'city/instrument.yml\n  规则包不会用到 instrument.yml',
  ],
  [
    'a stray folder',
    { ...BOTH, 'city/locale/fees.yaml': '' },
    'city/locale\n  The pack would not use locale. List the area under "areas"',
    'city/locale\n  规则包不会用到 locale。要用它，请把领域列入',
  ],
  [
    'a topic that is not listed',
    { ...BOTH, 'city/local/rents.yaml': '' },
    'city/local/rents.yaml\n  The pack would not use local/rents.yaml. List the topic',
    'city/local/rents.yaml\n  规则包不会用到 local/rents.yaml。要用它，请把主题列入',
  ],
  [
    'a misspelt file',
    {
      ...Object.fromEntries(Object.entries(BOTH).filter(([name]) => name !== 'city/local/fees.test.yaml')),
      'city/local/fees.tests.yaml': '',
    },
    'city/local/fees.tests.yaml\n  The pack would not use local/fees.tests.yaml. Did you mean "fees.test.yaml"?',
    'city/local/fees.tests.yaml\n  规则包不会用到 local/fees.tests.yaml。您是否想写“fees.test.yaml”？规则写在',
  ],
  [
    'a topic without tests',
    Object.fromEntries(Object.entries(BOTH).filter(([name]) => name !== 'city/local/fees.test.yaml')),
    'city/local/fees.yaml:1:1\n  The file of tests city/local/fees.test.yaml is missing',
    'city/local/fees.yaml:1:1\n  缺少测试文件 city/local/fees.test.yaml',
  ],
  [
    'tests of a rule of another topic',
    { ...BOTH, 'base/area/one.test.yaml': TESTS('first', 'second') },
    'base/area/one.test.yaml:8:3\n  There is no rule "area/second"',
    'base/area/one.test.yaml:8:3\n  没有规则“area/second”',
  ],
  [
    'a condition named like an instrument',
    changed(BOTH, 'city/pack.yaml', 'conditions:\n', 'conditions:\n  law: shop.big\n'),
    'city/pack.yaml:8:3\n  A condition cannot be named "law": the instrument in base/instruments.yaml:2:11 has this id',
    'city/pack.yaml:8:3\n  条件不能叫“law”：base/instruments.yaml:2:11 的法规已用这个标识',
  ],
  [
    'an instrument named like a condition of the base',
    {
      ...changed(changed(BOTH, 'base/pack.yaml', 'is_open:', 'open:'), 'city/pack.yaml', 'is_open &&', 'open &&'),
      'city/instruments.yaml': `instruments:\n${LAW('open')}${LAW('city-law', 'local_shop')}`,
    },
    'city/instruments.yaml:2:11\n  An instrument cannot have the id "open": the condition in base/pack.yaml:10:3 has this name',
    'city/instruments.yaml:2:11\n  法规的标识不能是“open”：base/pack.yaml:10:3 的条件已用这个名字',
  ],
  [
    'a condition named like a section',
    changed(BOTH, 'city/pack.yaml', 'conditions:\n', 'conditions:\n  shop: is_open\n'),
    'city/pack.yaml:8:3\n  A condition cannot be named "shop": that is a fact',
    'city/pack.yaml:8:3\n  条件不能叫“shop”：这是词表中的事实',
  ],
  [
    'a condition named like the scope of anyone',
    changed(BOTH, 'city/pack.yaml', 'conditions:\n', 'conditions:\n  anyone: is_open\n'),
    'city/pack.yaml:8:3\n  A condition cannot be named "anyone": the word means something else',
    'city/pack.yaml:8:3\n  条件不能叫“anyone”：这个词另有含义',
  ],
  [
    'a liability that reaches an expression',
    changed(
      BOTH,
      'base/area/one.yaml',
      '    require:',
      '    liability:\n      - instrument: law\n        article: "2"\n        when: shop.open && shop.big\n    require:',
    ),
    'base/area/one.yaml:11:15\n  The "when" of a liability is the name of a condition or "!name", not "shop.open && shop.big"',
    'base/area/one.yaml:11:15\n  法律责任的 when 只能写一个条件的名字，或者“!名字”',
  ],
  [
    'facts under the name of another pack',
    changed(BOTH, 'city/facts.yaml', 'section: the_city', 'section: the_town'),
    'city/facts.yaml:1:10\n  Expected the section "the_city"',
    'city/facts.yaml:1:10\n  section 应当是“the_city”',
  ],
  [
    'a fact that nothing reads',
    changed(
      BOTH,
      'city/facts.yaml',
      'properties:\n',
      'properties:\n  rent: { type: integer, x-hegui: { title: { zh: 租, en: Rent }, why: { zh: 因, en: Why } } }\n',
    ),
    'city/facts.yaml:5:3\n  No rule or condition reads the fact "extensions.the_city.rent"',
    'city/facts.yaml:5:3\n  没有规则或条件用到事实“extensions.the_city.rent”',
  ],
  [
    'a fact without a reason',
    changed(BOTH, 'city/facts.yaml', 'en: Local }, why: { zh: 因, en: Why } } }', 'en: Local } } }'),
    'city/facts.yaml:5:3\n  the_city.is_local: x-hegui.why is missing',
    'city/facts.yaml:5:3\n  the_city.is_local：缺少 x-hegui.why',
  ],
  [
    'a fact that every object has',
    changed(BOTH, 'city/facts.yaml', '  fee:', '  constructor:'),
    'city/facts.yaml:6:3\n  "constructor" is not well-formed; only small letters',
    'city/facts.yaml:6:3\n  “constructor”的写法不对，只能用小写英文字母',
  ],
];

describe('packs are refused with', () => {
  test.each(REFUSED)('%s', async (_, files, en, zh) => {
    expect(await said(files, 'en', 'base', 'city')).toContain(en);
    expect(await said(files, 'zh', 'base', 'city')).toContain(zh);
  });

  test('all that is wrong with each of them, but not with what rests on a broken one', async () => {
    const broken = changed(BOTH, 'base/area/one.yaml', 'shop.big', 'shop.bag');
    const apart = {
      ...broken,
      'town/pack.yaml':
        'id: town\nversion: 1.0.0\ntitle: { zh: 镇, en: Town }\nvocabulary: 2\nmax_age_months: 1\nweights: { critical: 8, high: 4, medium: 2, low: 1 }\nareas:\n  - { id: near, title: { zh: 近, en: Near }, topics: [one] }\n',
      'town/near/one.yaml': `rules:\n${RULE('first', 'shop.big', 'no-law')}`,
    };
    const text = await said(apart, 'en', 'city', 'base', 'town');
    expect(text.match(/^\S+:\d+:\d+$/gm)).toEqual(['base/area/one.yaml:8:14', 'town/pack.yaml:4:13', 'town/near/one.yaml:7:27']);
  });

  test('a base left to others that are not there', async () => {
    expect(await said(CITY, 'en', 'city')).toContain('To extend another one, give its folder with a --rules of its own');
  });

  test('a rule left out by a pack that does not extend anything', async () => {
    const text = await said(changed(BOTH, 'base/pack.yaml', 'max_age_months: 12\n', ''), 'en', 'base');
    expect(text).toContain('The required key "max_age_months" is missing');
  });

  test('more topics or rules than a bound', async () => {
    const topics = Array.from({ length: 1001 }, (_, index) => `t${index}`).join(', ');
    expect(await said(changed(BASE, 'base/pack.yaml', '[one, two]', `[one, ${topics}]`), 'en', 'base')).toContain(
      'The pack has 1002 topics; at most 1000',
    );
    const rules = Array.from({ length: 400 }, (_, index) => RULE(`r${index}`, 'shop.big')).join('');
    const many = Array.from({ length: 26 }, (_, index) => `m${index}`);
    const files = { ...changed(BASE, 'base/pack.yaml', '[one, two]', `[one, two, ${many.join(', ')}]`) };
    for (const name of many) Object.assign(files, { [`base/area/${name}.yaml`]: `rules:\n${rules}` });
    expect(await said(files, 'zh', 'base')).toContain('规则包有 10402 条规则，至多 10000 条');
  });
});

test('notes for people beside the rules are no strays', async () => {
  const files = {
    ...BOTH,
    'city/README.md': '',
    'city/LICENSE': '',
    'city/.gitignore': '',
    'city/local/.keep': '',
  };
  expect(await said(files, 'en', 'base', 'city')).toBe('');
});

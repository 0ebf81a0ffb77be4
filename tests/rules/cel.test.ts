import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExprType, ProblemArgs, ProblemCode } from '../../src/core/problem.js';
import type { Expr, FactExpr } from '../../src/core/rule.js';
import { compileExpr, placeInFile } from '../../src/rules/cel.js';
import { showExpr } from '../../src/rules/show.js';
import { arbitraryExpression } from '../support/arbitrary-expression.js';
import { compile, SCOPE } from '../support/expression.js';

/** A problem that compiling must find, as it would be marked under the text. */
type Refused = {
  [C in ProblemCode]: [text: string, code: C, args: ProblemArgs[C], start: number];
}[ProblemCode];

function refusedFor<C extends ProblemCode>(text: string, code: C, args: ProblemArgs[C], start: number): void {
  expect(compileExpr(text, SCOPE)).toEqual({ problems: [{ code, args, start }] });
}

describe('constructs outside the dialect are refused with the place where they stand', () => {
  test.each<[text: string, construct: string, start: number]>([
    ['has(shop.open)', 'has', 0],
    ['shop.open && has(shop.big)', 'has', 13],
    ['shop.open ? shop.big : shop.open', '?:', 0],
    ['apps.map(x, x.live)', 'map', 0],
    ['apps.filter(x, x.live)', 'filter', 0],
    ['size(apps.filter(x, x.live)) > 1', 'filter', 5],
    ['apps.exists_one(x, x.live)', 'exists_one', 0],
    ['apps[0].live', '[]', 0],
    ['shop["open"]', '[]', 0],
    ['shop.users * 2 > 1', '*', 0],
    ['shop.users / 2 > 1', '/', 0],
    ['shop.users % 2 == 1', '%', 0],
    ['1 < shop.users * 2', '*', 4],
    ['shop.nickname.matches("a")', 'matches', 0],
    ['matches(shop.nickname, "a")', 'matches', 0],
    ['shop.nickname.startsWith("a")', 'startsWith', 0],
    ['timestamp("2026-11-23T00:00:00Z") > as_of', 'timestamp', 0],
    ['duration("1h") == shop.users', 'duration', 0],
    ['shop.open == null', 'null', 13],
    ['null == shop.open', 'null', 0],
    ['shop.nickname == b"a"', 'literal', 17],
    ['shop.users == 1u', 'literal', 14],
    ['shop.users == 9007199254740993', 'literal', 14],
    ['{"a": 1} == shop.users', 'map', 0],
    ['apps.size() > 1', 'size', 0],
    ['shop.sells.size() > 1', 'size', 0],
    ['size() == 1', 'size', 0],
    ['size(apps, apps) == 1', 'size', 0],
    ['int("1") == shop.users', 'int', 0],
    ['string(shop.users) == "1"', 'string', 0],
    ['dyn(shop.open)', 'dyn', 0],
    ['-shop.users < 0', '-', 0],
    ['shop.open && !(-limit < 0)', '-', 15],
    ['shop.open in [true]', 'list', 14],
    ['shop.users in [1, shop.keep_days]', 'list', 18],
    ['shop.users in [1, limit]', 'list', 18],
    ['has_all(shop.sells, shop.sells)', 'list', 20],
    ['has_all(shop.sells, ["goods", shop.nickname])', 'list', 30],
    ['shop.users in shop.sells', 'list', 0],
    ['has_all(shop.sells)', 'has_all', 0],
    ['has_all(shop.sells, ["goods"], 1)', 'has_all', 0],
    ['shop.sells.has_all(["goods"])', 'has_all', 0],
    ['within(shop.founded)', 'within', 0],
    ['within(shop.founded, shop.nickname)', 'within', 21],
    ['in_year(shop.founded, shop.users)', 'in_year', 22],
    ['in_year(shop.founded, 0.5)', 'in_year', 22],
    ['before(shop.founded)', 'before', 0],
    ['now() > shop.founded', 'now', 0],
    ['apps.all(x, x.live, x.live)', 'all', 0],
    ['apps.exists(i, x, x.live)', 'exists', 0],
  ])('%s', (text, construct, start) => {
    refusedFor(text, 'expression-refused', { construct }, start);
  });

  test('every list in a place where none may stand is named', () => {
    expect(compileExpr('[1, 2] == [1]', SCOPE)).toEqual({
      problems: [0, 10].map((start) => ({ code: 'expression-refused', args: { construct: 'list' }, start })),
    });
  });
});

describe('what is unknown is refused, with what was probably meant', () => {
  test.each<Refused>([
    ['shoq.open', 'unknown-name', { name: 'shoq', suggestion: 'shop' }, 0],
    ['shop.open || is_opne', 'unknown-name', { name: 'is_opne', suggestion: 'is_open' }, 13],
    ['shop.users < limti', 'unknown-name', { name: 'limti', suggestion: 'limit' }, 13],
    ['apps.all(item, itme.live)', 'unknown-name', { name: 'itme', suggestion: 'item' }, 15],
    ['whatever', 'unknown-name', { name: 'whatever', suggestion: null }, 0],
    ['constructor', 'unknown-name', { name: 'constructor', suggestion: null }, 0],
    ['constructor.name == "a"', 'unknown-name', { name: 'constructor', suggestion: null }, 0],
    ['toString == 1', 'unknown-name', { name: 'toString', suggestion: null }, 0],
    ['__proto__.open', 'expression-syntax', { message: 'Reserved identifier: __proto__' }, 0],
    ['x.live', 'unknown-name', { name: 'x', suggestion: null }, 0],
    ['shop.opne', 'unknown-path', { path: 'shop.opne', suggestion: 'shop.open' }, 0],
    ['shop.deep.open', 'unknown-path', { path: 'shop.deep.open', suggestion: null }, 0],
    ['shop.constructor', 'unknown-path', { path: 'shop.constructor', suggestion: null }, 0],
    ['shop.open && apps.all(x, x.lives)', 'unknown-path', { path: 'apps[].lives', suggestion: 'apps[].live' }, 25],
    ['apps.all(x, x.screens.all(y, y.drak))', 'unknown-path', { path: 'apps[].screens[].drak', suggestion: 'apps[].screens[].dark' }, 29],
    ['"god" in shop.sells', 'unknown-member', { member: 'god', path: 'shop.sells', suggestion: 'goods' }, 0],
    ['"toys" in shop.sells', 'unknown-member', { member: 'toys', path: 'shop.sells', suggestion: null }, 0],
    ['has_all(shop.sells, ["goods", "fod"])', 'unknown-member', { member: 'fod', path: 'shop.sells', suggestion: 'food' }, 30],
    ['has_any(shop.sells, ["toString"])', 'unknown-member', { member: 'toString', path: 'shop.sells', suggestion: null }, 21],
    ['shop.tier == "smal"', 'unknown-member', { member: 'smal', path: 'shop.tier', suggestion: 'small' }, 13],
    ['shop.tier != ""', 'unknown-member', { member: '', path: 'shop.tier', suggestion: null }, 13],
    ['shop.tier in ["small", "larg"]', 'unknown-member', { member: 'larg', path: 'shop.tier', suggestion: 'large' }, 23],
    ['apps.all(x, x.tier == "big")', 'unknown-member', { member: 'big', path: 'apps[].tier', suggestion: null }, 22],
  ])('%s', (...[text, code, args, start]) => {
    refusedFor(text, code, args, start);
  });
});

describe('types that do not fit are refused', () => {
  const mismatch = (text: string, expected: ExprType, found: ExprType, start: number): Refused => [
    text,
    'type-mismatch',
    { expected, found },
    start,
  ];
  const apart = (text: string, left: ExprType, by: string, right: ExprType, start = 0): Refused => [
    text,
    'types-not-comparable',
    { left, right, by },
    start,
  ];
  test.each<Refused>([
    mismatch('shop.open && shop.users', 'bool', 'number', 13),
    mismatch('!shop.nickname', 'bool', 'text', 1),
    mismatch('shop.open || shop.sells', 'bool', 'checklist', 13),
    mismatch('shop.open && apps', 'bool', 'list', 13),
    mismatch('shop.open && shop.deep', 'bool', 'object', 13),
    mismatch('shop.users + shop.open > 1', 'number', 'bool', 13),
    mismatch('shop.users + "a" > 1', 'number', 'text', 13),
    mismatch('as_of - 1 > shop.users', 'number', 'date', 0),
    mismatch('-"a" == shop.users', 'number', 'text', 1),
    mismatch('-true == shop.users', 'number', 'bool', 1),
    mismatch('size(shop.sells) > 1', 'list', 'checklist', 5),
    mismatch('size(shop.nickname) > 1', 'list', 'text', 5),
    mismatch('shop.sells.all(x, true)', 'list', 'checklist', 0),
    mismatch('shop.sells.exists(x, true)', 'list', 'checklist', 0),
    mismatch('shop.open.all(x, true)', 'list', 'bool', 0),
    mismatch('apps.all(x, x.stars)', 'bool', 'number', 12),
    mismatch('apps.all(x, x)', 'bool', 'object', 12),
    mismatch('"a" in apps', 'checklist', 'list', 7),
    mismatch('"goods" in shop.tier', 'checklist', 'choice', 11),
    mismatch('has_all(apps, ["a"])', 'checklist', 'list', 8),
    mismatch('shop.users in [1, "a"]', 'number', 'text', 18),
    mismatch('shop.nickname in [1]', 'text', 'number', 18),
    mismatch('shop.founded in ["2026-01-01"]', 'date', 'text', 17),
    mismatch('shop.open.deep', 'object', 'bool', 0),
    mismatch('apps.live', 'object', 'list', 0),
    mismatch('within(shop.users, "6 months")', 'date', 'number', 7),
    mismatch('within(shop.founded, 6)', 'text', 'number', 21),
    mismatch('in_year(shop.nickname, 1)', 'date', 'text', 8),
    mismatch('in_year(shop.founded, "1")', 'number', 'text', 22),
    mismatch('before(shop.founded, shop.users)', 'date', 'number', 21),
    mismatch('before("today", shop.founded)', 'date', 'text', 7),
    mismatch('days_between(shop.founded, shop.open) > 1', 'date', 'bool', 27),
    mismatch('shop.founded > "2026-02-30"', 'date', 'text', 15),
    mismatch('"2026-13-01" < shop.founded', 'date', 'text', 0),
    mismatch('shop.founded > shop.nickname', 'date', 'text', 15),
    apart('shop.users == "1"', 'number', '==', 'text'),
    apart('shop.open != 1', 'bool', '!=', 'number'),
    apart('shop.open < shop.big', 'bool', '<', 'bool'),
    apart('shop.nickname < "b"', 'text', '<', 'text'),
    apart('shop.tier < "large"', 'choice', '<', 'text'),
    apart('shop.tier == shop.tier', 'choice', '==', 'choice'),
    apart('shop.tier == shop.nickname', 'choice', '==', 'text'),
    apart('"small" == shop.tier', 'text', '==', 'choice'),
    apart('shop.tier == 1', 'choice', '==', 'number'),
    apart('apps == apps', 'list', '==', 'list'),
    apart('shop.sells == shop.sells', 'checklist', '==', 'checklist'),
    apart('shop.deep == shop.deep', 'object', '==', 'object'),
    apart('shop.open && as_of >= 2026', 'date', '>=', 'number', 13),
  ])('%s', (...[text, code, args, start]) => {
    refusedFor(text, code, args, start);
  });

  test('in both operands at once', () => {
    expect(compileExpr('shop.users && !apps', SCOPE)).toEqual({
      problems: [
        { code: 'type-mismatch', args: { expected: 'bool', found: 'number' }, start: 0 },
        { code: 'type-mismatch', args: { expected: 'bool', found: 'list' }, start: 15 },
      ],
    });
  });
});

describe('other faults', () => {
  test.each<Refused>([
    ['within(shop.founded, "6 moons")', 'bad-period', { value: '6 moons' }, 21],
    ['within(shop.founded, "0 days")', 'bad-period', { value: '0 days' }, 21],
    ['within(shop.founded, "half a year")', 'bad-period', { value: 'half a year' }, 21],
    ['within(shop.founded, "1001 years")', 'period-too-long', { value: '1001 years', years: 1000 }, 21],
    ['within(shop.founded, "12001 months")', 'period-too-long', { value: '12001 months', years: 1000 }, 21],
    ['within(shop.founded, "366001 days")', 'period-too-long', { value: '366001 days', years: 1000 }, 21],
    ['in_year(shop.founded, 9999)', 'period-too-long', { value: '9999', years: 1000 }, 22],
    ['in_year(shop.founded, -9999)', 'period-too-long', { value: '-9999', years: 1000 }, 22],
    ['has_all(shop.sells, [])', 'constant-expression', {}, 20],
    ['shop.users in []', 'constant-expression', {}, 0],
    ['apps.all(x, x.screens.all(x, x.dark))', 'repeated-id', { id: 'x', other: null }, 26],
    ['apps.all(x, x.live || apps.exists(x, x.live))', 'repeated-id', { id: 'x', other: null }, 34],
  ])('%s', (...[text, code, args, start]) => {
    refusedFor(text, code, args, start);
  });

  test.each([
    ['', 0],
    ['shop.open &&', 12],
    ['(shop.open', 10],
    ['shop.open shop.big', 10],
    ['shop.open & shop.big', 10],
    ['shop.open and shop.big', 10],
    ['shop.开业', 5],
    ['shop.open = true', 10],
    ['apps.all(1, true)', 9],
    ['"goods', 0],
  ])('%j is not well-formed at %i', (text, start) => {
    expect(compileExpr(text, SCOPE)).toMatchObject({ problems: [{ code: 'expression-syntax', start }] });
  });

  test.each([
    ['brackets', `${'('.repeat(10_000)}shop.open${')'.repeat(10_000)}`],
    ['negations', `${'!'.repeat(50_000)}shop.open`],
    ['alternatives', Array(50_000).fill('shop.open').join(' || ')],
    ['sums', `shop.users${' + 1'.repeat(50_000)} > 1`],
  ])('too many %s are a problem, not a crash', (_, text) => {
    expect(compileExpr(text, SCOPE)).toMatchObject({ problems: [{ code: 'expression-syntax' }] });
  });

  test('a name may be bound again where it is not in scope', () => {
    expect(compileExpr('apps.all(x, x.live) && apps.exists(x, x.live)', SCOPE)).toHaveProperty('type', 'bool');
  });

  test('the variable of the rule is not bound again either', () => {
    const scope = { ...SCOPE, variables: { app: { type: SCOPE.vocabulary.root, path: 'apps[]' } } };
    expect(compileExpr('apps.all(app, app.live)', scope)).toMatchObject({
      problems: [{ code: 'repeated-id', args: { id: 'app' }, start: 9 }],
    });
  });
});

function fact(path: string, variable: string | null = null): FactExpr {
  return { op: 'fact', path: path.split('.'), variable };
}

function literal(value: boolean | number | string, param: string | null = null): Expr {
  return { op: 'literal', value, param };
}

describe('accepted expressions', () => {
  test.each<[text: string, type: ExprType, expr: Expr]>([
    ['true', 'bool', literal(true)],
    ['-1', 'number', literal(-1)],
    ['1.50', 'number', literal(1.5)],
    ['0x10', 'number', literal(16)],
    ['"a\\n平台"', 'text', literal('a\n平台')],
    ['limit', 'number', literal(2, 'limit')],
    ['as_of', 'date', { op: 'as_of' }],
    ['is_open', 'bool', { op: 'condition', name: 'is_open' }],
    ['shop', 'object', fact('shop')],
    ['shop.open', 'bool', fact('shop.open')],
    ['shop.deep.a', 'bool', fact('shop.deep.a')],
    ['shop.users', 'number', fact('shop.users')],
    ['shop.ratio', 'number', fact('shop.ratio')],
    ['shop.nickname', 'text', fact('shop.nickname')],
    ['shop.tier', 'choice', fact('shop.tier')],
    ['shop.founded', 'date', fact('shop.founded')],
    ['shop.sells', 'checklist', fact('shop.sells')],
    ['apps', 'list', fact('apps')],
    ['!shop.open', 'bool', { op: 'not', of: fact('shop.open') }],
    ['shop.open && shop.big', 'bool', { op: 'and', of: [fact('shop.open'), fact('shop.big')] }],
    [
      '(shop.open && is_open) && shop.big',
      'bool',
      { op: 'and', of: [fact('shop.open'), { op: 'condition', name: 'is_open' }, fact('shop.big')] },
    ],
    [
      'shop.open || (is_open || shop.big)',
      'bool',
      { op: 'or', of: [fact('shop.open'), { op: 'condition', name: 'is_open' }, fact('shop.big')] },
    ],
    [
      'shop.open || is_open && shop.big',
      'bool',
      { op: 'or', of: [fact('shop.open'), { op: 'and', of: [{ op: 'condition', name: 'is_open' }, fact('shop.big')] }] },
    ],
    ['shop.users <= limit', 'bool', { op: 'compare', by: '<=', left: fact('shop.users'), right: literal(2, 'limit') }],
    ['1 != shop.ratio', 'bool', { op: 'compare', by: '!=', left: literal(1), right: fact('shop.ratio') }],
    ['shop.open == true', 'bool', { op: 'compare', by: '==', left: fact('shop.open'), right: literal(true) }],
    ['shop.tier == "small"', 'bool', { op: 'compare', by: '==', left: fact('shop.tier'), right: literal('small') }],
    ['shop.nickname == "甲"', 'bool', { op: 'compare', by: '==', left: fact('shop.nickname'), right: literal('甲') }],
    ['"2024-02-29" < shop.founded', 'bool', { op: 'compare', by: '<', left: literal('2024-02-29'), right: fact('shop.founded') }],
    [
      'shop.users - 1 - limit > 0',
      'bool',
      {
        op: 'compare',
        by: '>',
        left: {
          op: 'arithmetic',
          by: '-',
          left: { op: 'arithmetic', by: '-', left: fact('shop.users'), right: literal(1) },
          right: literal(2, 'limit'),
        },
        right: literal(0),
      },
    ],
    ['shop.users in [1, 2]', 'bool', { op: 'in', item: fact('shop.users'), values: [1, 2] }],
    ['shop.tier in ["small", "large"]', 'bool', { op: 'in', item: fact('shop.tier'), values: ['small', 'large'] }],
    ['"goods" in shop.sells', 'bool', { op: 'has_all', of: fact('shop.sells'), members: ['goods'] }],
    ['has_any(shop.sells, ["goods"])', 'bool', { op: 'has_all', of: fact('shop.sells'), members: ['goods'] }],
    ['has_all(shop.sells, ["goods", "food"])', 'bool', { op: 'has_all', of: fact('shop.sells'), members: ['goods', 'food'] }],
    ['has_any(shop.sells, ["goods", "food"])', 'bool', { op: 'has_any', of: fact('shop.sells'), members: ['goods', 'food'] }],
    ['size(apps)', 'number', { op: 'size', of: fact('apps') }],
    ['apps.all(x, x.live)', 'bool', { op: 'all', of: fact('apps'), as: 'x', that: fact('live', 'x') }],
    [
      'apps.exists(x, x.screens.all(y, y.dark || x.live))',
      'bool',
      {
        op: 'exists',
        of: fact('apps'),
        as: 'x',
        that: { op: 'all', of: fact('screens', 'x'), as: 'y', that: { op: 'or', of: [fact('dark', 'y'), fact('live', 'x')] } },
      },
    ],
    [
      'within(shop.founded, "1 year")',
      'bool',
      { op: 'within', date: fact('shop.founded'), period: { count: 1, unit: 'years' }, param: null },
    ],
    [
      'within(shop.founded, period)',
      'bool',
      { op: 'within', date: fact('shop.founded'), period: { count: 6, unit: 'months' }, param: 'period' },
    ],
    ['in_year(shop.founded, 1)', 'bool', { op: 'in_year', date: fact('shop.founded'), back: 1, param: null }],
    ['in_year(shop.founded, limit)', 'bool', { op: 'in_year', date: fact('shop.founded'), back: 2, param: 'limit' }],
    ['before(shop.founded, as_of)', 'bool', { op: 'before', left: fact('shop.founded'), right: { op: 'as_of' } }],
    ['days_between("2026-01-01", as_of)', 'number', { op: 'days_between', left: literal('2026-01-01'), right: { op: 'as_of' } }],
  ])('%s', (text, type, expr) => {
    expect(compileExpr(text, SCOPE)).toEqual({ expr, type });
  });
});

describe('showExpr', () => {
  test.each([
    ['(shop.open)&&(shop.big||is_open)', 'shop.open && (shop.big || is_open)'],
    ['shop.open || (shop.big && is_open)', 'shop.open || shop.big && is_open'],
    ['!(shop.open && shop.big)', '!(shop.open && shop.big)'],
    ['!("goods" in shop.sells)', '!("goods" in shop.sells)'],
    ['(shop.users-1)-(limit+1)>0', '(shop.users - 1) - (limit + 1) > 0'],
    ['has_any(shop.sells, [ "goods" ])', '"goods" in shop.sells'],
    ['shop.users in [1,2]', 'shop.users in [1, 2]'],
    ['within( shop.founded , "30 day" )', 'within(shop.founded, "30 days")'],
    ['in_year(shop.founded,limit)', 'in_year(shop.founded, limit)'],
  ])('writes %s as %s', (text, shown) => {
    expect(showExpr(compile(text))).toBe(shown);
  });

  test('writes what compiles to the same expression', () => {
    fc.assert(
      fc.property(arbitraryExpression({ ours: true }), ({ text }) => {
        const expr = compile(text);
        expect(compile(showExpr(expr))).toEqual(expr);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('placeInFile', () => {
  const found = { code: 'unknown-name', args: { name: 'b', suggestion: null }, start: 5 } as const;
  const at = { pointer: '/rules/0/when', line: 7, column: 11, source: "    when: 'a || b'" };

  test('finds the column of the problem in the line of the expression', () => {
    expect(placeInFile(found, 'a || b', at)).toEqual({ code: 'unknown-name', args: found.args, level: 'error', at: { ...at, column: 17 } });
  });

  test('keeps the column of the value where its text is written otherwise', () => {
    expect(placeInFile(found, 'a || b', { ...at, source: '    when: "a ||\\x20b"' }).at.column).toBe(11);
    expect(placeInFile(found, 'a || b', { ...at, source: null }).at.column).toBe(11);
  });
});

import type { TermWords } from './words.js';

/** Items as a sentence lists them. */
export const list = (items: readonly string[]): string => (items.length === 0 ? '（无）' : items.join('、'));

/** What a misspelt word may have meant; nothing where there is no guess. */
export const mean = (suggestion: string | null): string => (suggestion === null ? '' : `您是否想写“${suggestion}”？`);

/** Chinese terms. */
export const terms: TermWords = {
  gate: {
    verdicts: ({ verdict, duty, count }) =>
      `${count} 条${duty === 'mandatory' ? '强制性' : duty === 'expected' ? '强制性或应当做到的' : ''}义务的结论是“${terms.verdict[verdict]}”`,
    'min-compliance': ({ required, actual }) => `合规率 ${actual === null ? '—' : `${actual}%`}，低于要求的 ${required}%`,
    'min-coverage': ({ required, actual }) => `覆盖率 ${actual === null ? '—' : `${actual}%`}，低于要求的 ${required}%`,
    invalid: () => '申报文件有误，无法判断',
    unreadable: () => '申报文件读不了',
    'too-costly': () => '判断步数超限',
    'internal-error': () => '程序内部出错',
    'cut-off': ({ judged, inputs }) =>
      inputs === null
        ? `这次运行没有完成：只有 ${judged} 条记录，原有多少份无从得知`
        : `这次运行没有完成：应有 ${inputs} 份，记录只有 ${judged} 份`,
    'shards-missing': ({ missing, of }) => `缺少分片：共 ${of} 个，缺第 ${missing.join('、')} 个`,
    profiles: ({ failed, total }) => `${total} 份申报中有 ${failed} 份未通过`,
  },
  verdict: { pass: '符合', gap: '缺口', unknown: '未知', manual: '人工', 'not-applicable': '不适用' },
  reason: {
    applicability: '是否适用尚不清楚',
    requirement: '所需事实未申报',
    condition: '条件不成立',
    'no-parts': '各部分的条件都不成立',
    'no-items': '申报的列表中没有适用的条目',
  },
  duty: { mandatory: '强制', expected: '应做', encouraged: '鼓励' },
  severity: { critical: '极重', high: '重', medium: '中', low: '轻' },
  status: { judged: '已判断', invalid: '有误', unreadable: '读不了', 'too-costly': '超限', 'internal-error': '内部出错' },
  type: {
    boolean: '真假值（true 或 false）',
    integer: '整数',
    number: '数字',
    fraction: '小数',
    text: '文字',
    date: '日期（年-月-日）',
    choice: '选项',
    checklist: '清单',
    list: '列表',
    mapping: '“键: 值”的组合',
    empty: '空值',
    'number-or-permanent': '整数，或者 permanent（永久）',
  },
  kind: {
    boolean: '真假值',
    integer: '整数',
    number: '数字',
    string: '文字',
    date: '日期',
    choice: '选项',
    checklist: '清单',
    list: '列表',
    object: '组合',
  },
  redacted: (kind) => `〔${kind}〕`,
  exprType: {
    bool: '真假',
    number: '数字',
    text: '文字',
    date: '日期',
    choice: '选项',
    checklist: '清单',
    list: '列表',
    object: '一组事实',
  },
  unit: {
    minutes: '分钟',
    hours: '小时',
    days: '天',
    working_days: '个工作日',
    months: '个月',
    years: '年',
    cny: '元',
    percent: '%',
    persons: '人',
    count: '个',
  },
  article: ({ kind, first, second, item }) => {
    const place =
      kind === 'article'
        ? `第${first}条${second === null ? '' : `第${second}款`}`
        : `第${first}部分${second === null ? '' : `（${second}）`}`;
    return `${place}${item === null ? '' : `第（${item}）项`}`;
  },
  liability: ({ law, cny, timesGains, percentTurnover, orderFirst }) => {
    const most = [
      cny === null ? null : `${cny} 元`,
      timesGains === null ? null : `违法所得的 ${timesGains} 倍`,
      percentTurnover === null ? null : `上一年度营业额的 ${percentTurnover}%`,
    ].filter((each) => each !== null);
    const fine = most.length === 0 ? '有相应处罚' : `罚款至多${cny === null ? '' : ' '}${most.join('，或者')}`;
    return `${law}：${orderFirst ? '先责令改正；逾期不改或者情节严重的，' : ''}${fine}`;
  },
  yes: '是',
  no: '否',
  permanent: '永久',
  undeclared: '（未申报）',
  listSeparator: '、',
  quote: (text) => `“${text}”`,
};

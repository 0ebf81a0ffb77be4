import type { CoverageWords } from './words.js';

/** Chinese words of the ledger. */
export const coverage: CoverageWords = {
  bearer: { platform: '平台', government: '政府', encouragement: '仅鼓励' },
  bears: { government: '（约束政府，不约束平台）', encouragement: '（仅为鼓励）' },
  status: { automated: '自动核对', partial: '部分核对', manual: '人工判断', none: '不设规则', pending: '尚未编写' },
  title: '意见条款与规则对照',
  pack: (id, version) => `规则包 ${id} ${version}`,
  counts: ({ clauses, phrases, bearers, statuses }) =>
    `${clauses} 个条款，${phrases} 处引文。按责任主体：${bearers}；按核对方式：${statuses}。`,
  counted: (word, count) => `${word} ${count}`,
  columns: { clause: '条款', phrase: '引文', bearer: '主体', status: '核对', count: '规则数', rules: '规则', reason: '说明' },
  run: (path, profiles) => `结论取自 ${path}（${profiles} 份申报）：每条规则在每份申报上的结论各计一次。`,
  runNotWhole: '这份结果不完整，只用到其中有的部分。',
  verdicts: (counts) => `结论：${counts}`,
  notJudged: '结论：这份结果没有核对这些规则',
  allGrounded: (rules) => `${rules} 条规则都有意见出处。`,
  ungrounded: (count, rules) => `没有意见出处的规则（${rules} 条中的 ${count} 条，照常核对）`,
  foreign: (count) => `结果中有而规则包中没有的规则（${count} 条，没有计入）`,
  textComplete: (path, phrases) => `${path}：${phrases} 处引文全部找到。`,
  textMissing: (path, missing, phrases) => `${path}：${phrases} 处引文中有 ${missing} 处找不到：`,
  textHint: '请核对这是不是同一份意见的全文；是的话，请更正 clauses.yaml 中的引文。',
};

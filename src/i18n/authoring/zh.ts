import type { AuthoringWords } from './words.js';

/** What is said to who writes rules, in Chinese. */
export const authoring: AuthoringWords = {
  stub: { rule: '规则', tests: '测试', pack: '主题目录', fact: '事实' },
  written: (place, what) => `已写入 ${place}（${what}）`,
  next: (rule) => `请填写空着的各项：hegui rules lint 逐处指出还缺什么，hegui rules test ${rule} 只运行这条规则的测试。`,
  conditionsLeftOut: '只选了部分规则，没有变异各个条件（conditions）；不带参数时才变异。',
};

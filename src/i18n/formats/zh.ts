import type { FormatWords } from './words.js';

/** What formats are for, in Chinese. */
export const formats: FormatWords = {
  table: '在终端上看',
  html: '在浏览器中看，可以筛选、打印；--out-dir 每份申报一页',
  xlsx: 'Excel 工作簿，交给别人填写、汇总',
  markdown: '合并请求、任务摘要',
  csv: '每条结论一行，用于统计',
  json: '完整的结果，一个 JSON 文件',
  ndjson: '完整的结果，每份申报一行；report 和 merge 读它',
  sarif: '代码扫描平台',
  junit: '流水线的测试报告；当且仅当退出码不为 0 时有失败',
  gitlab: 'GitLab 代码质量',
  github: 'GitHub Actions 注解',
};

import { list, mean } from '../terms/zh.js';
import type { UsageWords } from './words.js';

/** Chinese words: what went wrong with a command line or an output. */
export const usage: UsageWords = {
  'unknown-option': ({ option, suggestion }) => `没有选项 ${option}。${mean(suggestion)}`,
  'unknown-command': ({ command, suggestion }) => `没有命令“${command}”。${mean(suggestion)}`,
  'missing-argument': ({ name }) => `缺少参数 ${name}。`,
  'missing-value': ({ option }) => `选项 ${option} 后面缺少值。`,
  'too-many-arguments': () => '参数太多。',
  'bad-value': ({ option, value, expected, suggestion }) => `${option} 的值“${value}”不对，应为：${expected}。${mean(suggestion)}`,
  'two-stdout': () => '标准输出只能给一种格式。',
  'needs-html': () => '--out-dir 要与 -f html 一起使用。',
  'rule-not-in-force': ({ rule, from, until }) =>
    `规则 ${rule} 在判断日不生效（${from} 起${until === null ? '' : `，至 ${until} 前`}）。可用 --as-of 指定日期。`,
  'nothing-selected': () => '选择条件下没有任何生效的规则。',
  'empty-folder': ({ path }) => `${path} 中没有申报文件（.yaml、.yml、.json）。`,
  'link-outside': ({ path }) => `没有跟随链接 ${path}：它指向文件夹之外。需要检查的话，请直接写明它。`,
  'link-back': ({ path }) => `没有跟随链接 ${path}：它指回上层文件夹。`,
  'link-inside': ({ path }) => `没有跟随链接 ${path}：它指向的内容已在文件夹之中。`,
  'same-file': ({ path, other }) => `${path} 与 ${other} 是同一个文件，只检查一次。`,
  'two-stdin': () => '标准输入只能用于一处。',
  'resume-mismatch': ({ path, field }) =>
    field === 'record'
      ? `${path} 不是 hegui 的 ndjson 结果，没有改动它。`
      : `不能接着写 ${path}：它的“${field}”与本次运行不同，没有改动它。请换一个文件，或者用当时的选项和规则包。`,
  'unreadable-list': ({ path, reason }) => `读不了文件清单 ${path}（${reason}）。`,
  'bad-combination': ({ one, other }) => `${one} 与 ${other} 不能同时使用。`,
  'needs-stdin': ({ option }) => `${option} 只在从标准输入（-）读一份申报时有用。`,
  'nothing-to-check': () => '没有可以检查的申报。',
  'output-failed': ({ path, reason }) => `写不了 ${path}（${reason}）。`,
  'law-outdated': ({ pack, date }) => `规则包 ${pack} 的法规只收录至 ${date}，距判断日已超过半年；此后的法规变化不在其中。请更新规则包。`,
  'as-of-past': ({ date }) => `判断日 ${date} 早于今天：按当日有效的法规判断。`,
  'pack-broken': ({ folder, count }) => `${folder} 有 ${count} 处错误，不能使用。`,
  'rule-exists': ({ rule, place }) => `已经有规则 ${rule}，在 ${place}，没有改动任何文件。请另取一个标识。`,
  'tests-exist': ({ rule, place }) =>
    `已经有规则 ${rule} 的测试，在 ${place}，没有改动任何文件。请删去这些测试，或者另取一个标识、换一个主题。`,
  'area-inherited': ({ area, pack, place }) =>
    `领域 ${area} 属于规则包 ${pack}，在 ${place}；本规则包继承它，不能往里添加，没有改动任何文件。请另取一个领域，或者把规则加进 ${pack}。`,
  'fact-exists': ({ fact, place }) => `已经有事实 ${fact}，在 ${place}，没有改动任何文件。请另取一个路径。`,
  'not-appendable': ({ path }) =>
    `不能在 ${path} 末尾添加：读不了，或者那里有错误，或者写成了方括号、花括号的样子。没有改动任何文件；请先改好这个文件，改成一行一项。`,
  'pack-unreadable': ({ folder }) => `读不了规则包 ${folder}（没有 pack.yaml）。`,
  'too-many-profiles': ({ format, limit }) =>
    `${format} 格式至多容纳 ${limit} 份申报，这里不止；请改用 ${format === 'html' ? '-f html --out-dir 文件夹（每份一页）、' : ''}-f ${format === 'xlsx' ? 'csv' : 'ndjson'}，或按 --shard 分批。`,
  'run-unreadable': ({ path, reason }) => `读不了结果文件 ${path}（${reason}）。`,
  'run-broken': ({ path, line, reason }) => {
    const at = line === null ? path : `${path} 第 ${line} 行`;
    return {
      'no-run': `${at} 不是 hegui check -f ndjson 或 -f json 的结果。`,
      'earlier-version': `${at} 是早先版本的 hegui 写的，格式已经不同；请用现在的版本对原来的申报重新运行 hegui check。`,
      'later-version': `${at} 是更新版本的 hegui 写的，请用那个版本打开。`,
      'not-fitting': `${at} 不符合结果的格式（见 hegui schema run）。请检查文件是否被改动过。`,
      'too-long': `${at} 太长，读不了。`,
    }[reason];
  },
  'run-cut-off': ({ path }) => `${path} 没有写完，只用到已写出的部分；以此写出的报告都会注明，且不会判为通过。`,
  'merge-inputs-unknown': () => '这些运行的申报来自数据流，是否齐全无法核对。',
  'run-of-other-rules': ({ path }) => `${path} 核对的规则都不在这个规则包中。请用 --rules 指明当时的规则包。`,
  'no-ledger': ({ packs }) => `规则包 ${list(packs)} 没有条款台账（clauses.yaml），没有可对照的条款。`,
  'two-ledgers': ({ packs }) => `规则包 ${list(packs)} 各有条款台账。请一次只给其中一个。`,
  'text-unreadable': ({ path, reason }) => `读不了意见文本 ${path}：${reason}`,
  'merge-differs': ({ path, other, field }) => `${path} 与 ${other} 的“${field}”不同，不是同一次核对的分片，不能合并。`,
  'merge-shard-twice': ({ path, other, index }) => `${path} 与 ${other} 都是第 ${index} 个分片。请去掉其中一个。`,
  'merge-shard-missing': ({ index, of }) => `缺少分片 ${index}/${of}。请补上，或者用 --partial 合并现有的分片。`,
  'merge-unfinished': ({ path }) => `${path} 没有写完（没有汇总行）。请用 --resume 写完，或者用 --partial 合并已有的部分。`,
  'merge-path-twice': ({ path, one, other }) => `${path} 在 ${one} 和 ${other} 中都有，不能合并。`,
  'merge-not-sorted': ({ path, run }) => `${run} 不是按路径排序的（见 ${path}），不能合并。`,
  interrupted: ({ done, of }) =>
    `已中断：${of === null ? '' : `共 ${of} 份，`}核对完 ${done} 份。ndjson 结果写到这一份为止，可用 --resume 接着做；其他格式没有写出。`,
  internal: ({ message }) => `程序内部出错：${message}`,
};

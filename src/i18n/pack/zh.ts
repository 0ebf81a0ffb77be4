import type { PhraseStatus } from '../../core/ledger.js';
import { coverage } from '../coverage/zh.js';
import { list, mean, terms } from '../terms/zh.js';
import type { PackWords } from './words.js';

const CONSTRUCT: Readonly<Record<string, string>> = {
  has: '不能用 has()：没有申报本来就是“未知”，否则不填就能躲过义务',
  '?:': '不能用“?:”；请拆成带 when 的几个部分',
  '[]': '不能用下标；请用 all 或 exists',
  map: '不能用 map；请用 all 或 exists',
  filter: '不能用 filter；请在 all、exists 中写条件',
  list: '列表只能写成常量，用在 in、has_all、has_any 之后',
  '*': '不能用乘法；请把数字写进 params',
  '/': '不能用除法；请把数字写进 params',
  '%': '不能用取余；请把数字写进 params',
  matches: '不能用正则表达式；请把可能的值做成选项',
  null: '不能与 null 比较；没有申报就是“未知”',
};

const REASON: Readonly<Record<PhraseStatus, string>> = {
  automated: '理由',
  partial: '哪些内容没有规则，或者要由人回答',
  manual: '为什么要由人回答',
  none: '为什么这里没有规则',
  pending: '还要等什么',
};

/** What is wrong with a rule pack, in Chinese. */
export const pack: PackWords = {
  'pack-stray': ({ file, kind, suggestion }) =>
    `规则包不会用到 ${file}。${mean(suggestion)}${
      {
        topic: '要用它，请把主题列入 pack.yaml 的 areas；不用，请移走。',
        area: '要用它，请把领域列入 pack.yaml 的 areas；不用，请移走。',
        other: '规则写在“领域/主题.yaml”里，测试写在旁边的“主题.test.yaml”里。请改名或移走。',
      }[kind]
    }`,
  'pack-too-large': ({ what, count, limit }) =>
    `规则包有 ${count} ${what === 'rules' ? '条规则' : '个主题'}，至多 ${limit} ${what === 'rules' ? '条' : '个'}。请分成几个规则包。`,
  'pack-vocabulary-too-new': ({ value, known }) => `规则包依据第 ${value} 版词表，这个程序只到第 ${known} 版。请升级 hegui。`,
  'unknown-pack': ({ id, suggestion, known }) =>
    `没有可以继承的规则包“${id}”。${mean(suggestion)}${known.length === 0 ? '' : `可以继承：${list(known)}。`}要继承别的规则包，请用 --rules 一并给出它的文件夹。`,
  'extends-cycle': ({ chain }) => `规则包互相继承，绕成了圈：${chain.join(' → ')}。请删去其中一处 extends。`,
  redefined: ({ what, id, other }) =>
    ({
      weights: `权重已在 ${other} 规定，不能重新规定。请删去 weights。`,
      condition: `条件“${id}”已在 ${other} 定义，不能重新定义。请直接使用它，或者换一个名字。`,
      instrument: `法规“${id}”已在 ${other} 定义，不能重新定义。请直接引用它，或者换一个标识。`,
      area: `领域“${id}”已在 ${other} 定义，不能重新定义。请换一个标识。`,
    })[what],
  'name-taken': ({ name, by, other }) =>
    ({
      instrument: `条件不能叫“${name}”：${other} 的法规已用这个标识。请换一个名字。`,
      condition: `法规的标识不能是“${name}”：${other} 的条件已用这个名字。请换一个标识。`,
      section: `条件不能叫“${name}”：这是词表中的事实。请换一个名字。`,
      word: `条件不能叫“${name}”：这个词另有含义。请换一个名字。`,
    })[by],
  'facts-section': ({ found, expected }) =>
    `section 应当是“${expected}”（规则包的标识，短横线换成下划线），写的却是“${found}”。申报时这些事实写在 extensions.${expected} 之下。`,
  'fact-shape': ({ path, found }) =>
    `${path}：${
      {
        array: '数组要么写 x-hegui.members（清单），要么写 items（列表），二者只写其一。',
        'no-why': '缺少 x-hegui.why。请说明为什么问、怎样算。',
        'no-tense': '日期缺少 x-hegui.tense。请写 past（已经发生）或者 due（到期）。',
        'no-key': 'x-hegui.key 应当是条目中一个文字属性的名字。',
        permanent: '只有整数（integer）可以写 permanent。',
        'no-properties': '分组（object）没有 properties。请写出其中的事实，或者改正类型。',
        range: '没有一个数既不小于 minimum 又不大于 maximum。请改正其中一个。',
        length: '没有一段文字既不短于 minLength 又不长于 maxLength。请改正其中一个；不写 maxLength 时为 200。',
      }[found]
    }`,
  'fact-keyword': ({ path, keyword, kind, kinds }) =>
    `${path}（${terms.kind[kind]}）：这里写 ${keyword} 没有意义；可以写它的类型：${list(kinds.map((each) => terms.kind[each]))}。请删去它，或者改正类型。`,
  'expression-syntax': ({ message }) => `表达式写法有误：${message}`,
  'expression-refused': ({ construct }) => CONSTRUCT[construct] ?? `规则表达式中不能用“${construct}”。`,
  'unknown-path': ({ path, suggestion }) => `词表中没有“${path}”。${mean(suggestion)}`,
  'unknown-name': ({ name, suggestion }) => `没有名为“${name}”的条件、参数或事实。${mean(suggestion)}`,
  'type-mismatch': ({ expected, found }) => `这里应当是${terms.exprType[expected]}，得到的却是${terms.exprType[found]}。`,
  'types-not-comparable': ({ left, right, by }) => `不能用“${by}”比较${terms.exprType[left]}与${terms.exprType[right]}。`,
  'bad-period': ({ value }) => `“${value}”不是期间。请写成“6 months”“30 days”“1 year”这样。`,
  'period-too-long': ({ value, years }) => `“${value}”太长，期间至多 ${years} 年。`,
  'liability-when': ({ text }) =>
    `法律责任的 when 只能写一个条件的名字，或者“!名字”，写的却是“${text}”。请在 pack.yaml 的 conditions 中给它起个名字。`,
  'constant-expression': () => '表达式不含任何事实，结果恒定。',
  'always-decided': ({ truth }) => `按词表的取值范围，这个比较永远为${truth ? '真' : '假'}。`,
  'unknown-member': ({ member, path, suggestion }) => `“${path}”没有“${member}”这个选项。${mean(suggestion)}`,
  'unknown-instrument': ({ id, suggestion }) => `规则包和它继承的规则包的 instruments.yaml 中都没有“${id}”。${mean(suggestion)}`,
  'unknown-condition': ({ name, suggestion }) => `规则包和它继承的规则包的 conditions 中都没有“${name}”。${mean(suggestion)}`,
  'unknown-rule': ({ id, suggestion }) => `没有规则“${id}”。${mean(suggestion)}`,
  'repeated-id': ({ id, other }) => `标识“${id}”重复${other === null ? '' : `，另一处在 ${other}`}。请只留一处，或者换一个标识。`,
  'digit-in-text': ({ text, digits }) => `文字“${text}”中的数字“${digits}”没有写成参数。请放进 params 并用花括号引用。`,
  'unknown-placeholder': ({ name, allowed }) => `文字中的 {${name}} 没有对应的内容。可以用：${list(allowed)}。`,
  'unused-param': ({ name }) => `参数“${name}”没有被用到。`,
  'phrase-too-long': ({ phrase, limit }) => `引文“${phrase}”超过 ${limit} 个字。`,
  'unknown-area': ({ id, suggestion }) => `没有领域“${id}”。${mean(suggestion)}`,
  'bad-clause': ({ clause }) => `“${clause}”不是条款的编号。请写成“一”或者“三(五)”这样：汉字数字，第二层放在半角括号里。`,
  'repeated-clause': ({ clause, firstLine }) => `条款“${clause}”写了两次，第一次在第 ${firstLine} 行。请把引文并到一处。`,
  'repeated-phrase': ({ phrase, firstLine }) => `引文“${phrase}”在这个条款中写了两次，第一次在第 ${firstLine} 行。请只留一个。`,
  'phrase-without-rules': ({ status }) =>
    `状态是 ${status}（${coverage.status[status]}），却没有列出规则。请写上 areas 或者 rules，或者把状态改为 none、pending。`,
  'phrase-with-rules': ({ status }) =>
    `状态是 ${status}（${coverage.status[status]}），却列出了规则。请删去，或者把状态改为 automated、partial、manual。`,
  'reason-missing': ({ status }) => `状态是 ${status}（${coverage.status[status]}），要用 reason 写明${REASON[status]}。`,
  'rule-without-phrase': ({ rule }) => `clauses.yaml 中没有引文列出规则“${rule}”。请在它所依据的引文下写上它，或者写上它的领域。`,
  'rule-not-in-ledger': ({ rule }) =>
    `台账写明 complete: true，却没有引文列出继承来的规则“${rule}”。请列出它或者它的领域，或者去掉 complete。`,
  'basis-not-national': ({ rule, bearer }) =>
    `这处引文${bearer === 'government' ? '只约束政府' : '只是鼓励'}，规则“${rule}”的依据却都是本规则包自己的文件。请补上约束平台的国家法规，或者把规则移到约束平台的引文下。`,
  'article-beyond': ({ article, last }) =>
    typeof last === 'number'
      ? `没有第 ${article} 条：这部法规到第 ${last} 条为止。`
      : `没有第${article}部分：这份文件到第${last}部分为止。`,
  'article-for-section': ({ article, last }) => `这份文件没有条，只有一至${last}各部分，不能写成 ${article}。请写汉字，例如 ${last}。`,
  'section-for-article': ({ article, last }) => `这部法规有第 1 至第 ${last} 条，不能写成“${article}”。请写阿拉伯数字。`,
  'duty-too-strong': () => '所有依据都不是直接读到的条文（source: secondary），义务至多为 expected。',
  'interval-empty': ({ from, until }) => `期间 ${from} 至 ${until} 是空的。`,
  'interval-gap': ({ rule, replaced }) => `${rule} 的生效日与被它取代的 ${replaced} 的失效日不相接。`,
  'rule-shape': ({ found }) =>
    ({
      none: '规则既没有 require 也没有 ask。',
      both: '规则不能同时有 require 和 ask。',
      'no-gap': '规则缺少 gap（缺口的文字）。',
      'stray-gap': 'gap 应写在各部分之内。',
    })[found],
  'unread-fact': ({ path }) => `没有规则或条件用到事实“${path}”。`,
  'unused-condition': ({ name }) => `没有规则用到条件“${name}”。`,
  'no-tests': ({ rule }) => `规则“${rule}”没有测试。`,
  'no-test-file': ({ file }) => `缺少测试文件 ${file}。请在规则旁边写出测试。`,
  'untested-verdict': ({ rule, verdict }) => `规则“${rule}”可能得出“${verdict}”，却没有这样的测试。`,
};

import { ARTICLE } from '../../core/article.js';
import { list, mean, terms } from '../terms/zh.js';
import type { InputWords } from './words.js';

const YAML_DETAIL: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: '缩进用了制表符；YAML 只能用空格缩进',
  BAD_INDENT: '缩进不对；请让同一层的各行左端对齐',
  MISSING_CHAR: '缺少必要的符号（例如冒号、引号、右括号）',
  UNEXPECTED_TOKEN: '这里出现了多余的内容',
  BAD_SCALAR_START: '值不能以这个符号开头；请给它加上引号',
  BLOCK_AS_IMPLICIT_KEY: '同一行里又出现了一个“键: 值”；请换行并缩进，或者给整个值加引号',
  MULTILINE_IMPLICIT_KEY: '这一行缺少冒号，或者冒号后没有空格',
  KEY_OVER_1024_CHARS: '键太长',
  BAD_DQ_ESCAPE: '双引号内的反斜杠转义不对；请改用单引号',
  BLOCK_IN_FLOW: '方括号或花括号之内缺少逗号，或者换成了缩进写法',
  BAD_DIRECTIVE: '以 % 开头的指令不对；请删除这一行',
  RESOURCE_EXHAUSTION: '嵌套太深',
};

const PATTERN: Readonly<Record<string, string>> = {
  [ARTICLE]: '应当像这样：25（条）、25(2)（款）、16[3]（项）、62(1)[2]（款中的项）；没有条的文件写汉字，如 六、三(五)、六[3]',
  '^[A-Za-z0-9._-]+$': '只能用英文字母、数字、点、短横线、下划线',
  '^[a-z0-9]+(-[a-z0-9]+)*$': '只能用小写英文字母、数字，以短横线连接',
  '^[a-z][a-z0-9_]*$': '只能用小写英文字母、数字、下划线，以字母开头',
  '^(?!constructor$)[a-z][a-z0-9_]*$': '只能用小写英文字母、数字、下划线，以字母开头，并且不能是“constructor”',
};

/** What is wrong with an input, in Chinese. */
export const input: InputWords = {
  'file-missing': () => '找不到这个文件。请检查路径。',
  'file-unreadable': ({ reason }) => `读不了这个文件（${reason}）。请检查访问权限。`,
  'file-is-folder': () => '这是文件夹，不是文件。',
  'file-not-regular': ({ found }) =>
    found === 'link' ? '这是指向规则包文件夹之外的链接，没有读它。请换成文件本身。' : '这不是普通文件，没有读它。',
  'file-too-large': ({ bytes, limit }) => `文件有 ${bytes} 字节，超过上限 ${limit} 字节。`,
  'file-empty': () => '文件是空的。请至少写一行“hegui: 1”，再运行一次，报告会告诉您要填什么。',
  'ndjson-too-long': ({ bytes, limit }) => `这一行有 ${bytes} 字节，超过上限 ${limit} 字节。`,
  'ndjson-syntax': () => '这一行不是 JSON。每一行应当是一个完整的 JSON 对象。',
  'ndjson-record': () => '每一行应当是 {"path": 名称, "text": 申报的文字} 或者 {"path": 名称, "profile": 申报的内容}，不能有别的键。',
  'not-utf8': ({ looksLike }) =>
    looksLike === null
      ? '文件不是有效的 UTF-8。请另存为 UTF-8 后再试。'
      : `文件不是 UTF-8，看起来是 ${looksLike === 'gb18030' ? 'GB18030（GBK）' : 'UTF-16'}。请另存为 UTF-8，或者加上 --encoding ${looksLike}。`,
  'not-decodable': ({ encoding }) => `文件也不是有效的 ${encoding}。请另存为 UTF-8。`,
  'yaml-syntax': ({ detail }) => `YAML 写法有误：${YAML_DETAIL[detail] ?? `不符合 YAML 语法（${detail}）`}。`,
  'yaml-documents': () => '一个文件只能有一份申报，这里开始了第二份。请拆成两个文件；如果只是多了一行“---”或者“...”，请删除它。',
  'yaml-alias': ({ name }) => `申报中不能用别名（*${name}）。请把值直接写出来。`,
  'yaml-tag': ({ tag }) => `申报中不能用标签（${tag}）。请删除它。`,
  'yaml-key': () => '键必须是文字；要用数字、true、null 之类作键，请加引号。',
  'yaml-merge': () => '申报中不能用合并键（<<）。请把内容直接写出来。',
  'duplicate-key': ({ key, firstLine }) => `“${key}”写了两次${firstLine === null ? '' : `，第一次在第 ${firstLine} 行`}。请只留一个。`,
  'fullwidth-colon': () => '这里用了全角冒号“：”。请改成半角冒号加空格“: ”。',
  'fullwidth-comma': () => '这里用了全角逗号“，”。请改成半角逗号“,”。',
  'missing-space': () => '冒号后面缺少空格。请写成“键: 值”。',
  'odd-space': ({ code }) =>
    `这里有${code === 'U+3000' ? '全角空格' : `特殊空格（${code}）`}，看起来像空格，但不起空格的作用。请改成普通空格。`,
  'too-deep': ({ limit }) => `嵌套超过 ${limit} 层。`,
  'too-many-values': ({ limit }) => `值的个数超过 ${limit}。`,
  'number-not-finite': ({ text }) => `“${text}”不是有限的数。如果是代码、号码，请加引号。`,
  'number-imprecise': ({ text }) => `“${text}”位数太多，作为数字会失真。如果是代码、号码，请加引号。`,
  'number-leading-zero': ({ text }) => `“${text}”以零开头，作为数字会丢掉前面的零。如果是代码、号码，请加引号。`,
  'number-not-decimal': ({ text }) => `“${text}”会被当作十六进制或者八进制数。请写成十进制；如果是代码、号码，请加引号。`,
  'control-character': ({ code }) => `文字中有看不见的控制字符（${code}）。请删除后重新输入。`,
  'lone-surrogate': ({ code }) => `文字中有残缺的字符（${code}）。请删除后重新输入。`,
  'not-a-mapping': () => '申报应当由“键: 值”组成，第一行通常是“hegui: 1”。',
  'unknown-key': ({ key, suggestion, allowed }) => `没有“${key}”这个键。${mean(suggestion) || `这里可以写：${list(allowed)}。`}`,
  'missing-key': ({ key }) => `缺少必须的键“${key}”。`,
  'wrong-type': ({ expected, found, write, unit }) => {
    const quoted = expected === 'text' && (found === 'number' || found === 'fraction' || found === 'boolean');
    const empty = found === 'empty' ? '请填写，或者删去这一项。' : '';
    const meant = write === null ? empty : `请写成 ${write}${unit ? '：单位已经在键名里，只写数字' : ''}。`;
    return `这里应当是${terms.type[expected]}，写的却是${terms.type[found]}。${quoted ? '请给它加上引号。' : meant}`;
  },
  'permanent-not-allowed': () => '这里不能写 permanent（永久），只能写数字。',
  'not-a-member': ({ value, suggestion, allowed }) => `“${value}”不在可选范围内。${mean(suggestion)}可选：${list(allowed)}。`,
  'below-minimum': ({ limit, value, exclusive }) => `${value} 太小，${exclusive ? '应当大于' : '至少应为'} ${limit}。`,
  'above-maximum': ({ limit, value }) => `${value} 太大，至多为 ${limit}。`,
  'too-short': ({ limit }) => (limit === 1 ? '不能为空。如果还不知道，请把值留空或删去这一行。' : `太短，至少要 ${limit} 个。`),
  'too-long': ({ limit }) => `太长，至多 ${limit} 个字符。`,
  'bad-date': ({ value, write }) =>
    write === null
      ? `“${value}”不是存在的日期。请按“年-月-日”书写，例如 2026-10-01。`
      : `日期要按“年-月-日”书写，月、日各两位。请把“${value}”写成 ${write}。`,
  'bad-pattern': ({ value, pattern }) => `“${value}”的写法不对，${PATTERN[pattern] ?? `应当符合 ${pattern}`}。`,
  'repeated-member': ({ value }) => `“${value}”重复列出。`,
  'repeated-name': ({ key, value, firstLine }) =>
    `${key}“${value}”重复${firstLine === null ? '' : `，第一次在第 ${firstLine} 行`}。同一列表中的${key}不能相同。`,
  'unsupported-version': ({ value, supported }) => `不认识第 ${value} 版的申报格式，这个程序支持第 ${supported} 版。`,
  'vocabulary-too-new': ({ value, known }) => `申报依据第 ${value} 版词表，这个程序只到第 ${known} 版。请升级 hegui。`,
  'uscc-length': ({ length }) => `统一社会信用代码应有十八个字符，这里有 ${length} 个。`,
  'uscc-character': ({ character, position }) =>
    `统一社会信用代码第 ${position} 位不能是“${character}”（只用数字和除 I、O、S、V、Z 以外的大写字母）。${/[a-z]/.test(character) ? '请改成大写字母。' : ''}`,
  'uscc-organisation-check': ({ expected, found }) =>
    `统一社会信用代码第十七位是“${found}”，按校验规则应为“${expected}”。请对照营业执照核对。`,
  'uscc-check': ({ expected, found }) => `统一社会信用代码末位是“${found}”，按校验规则应为“${expected}”。请对照营业执照核对。`,
  'date-in-future': ({ date, asOf }) => `${date} 晚于判断日 ${asOf}，而这里应是已经发生的日期；本次按未申报处理。`,
  'declaration-in-future': ({ date, asOf }) => `申报日期 ${date} 晚于判断日 ${asOf}。`,
  'declaration-stale': ({ date, months }) => `申报日期 ${date} 距判断日已超过 ${months} 个月，内容可能已经过时。`,
  'more-problems': ({ count }) => `从这里起还有 ${count} 处问题没有列出。请先改正上面列出的，再运行一次。`,
  'too-costly': ({ limit }) => `判断这份申报的步数超过 ${limit}，已停止。请减少列表中的条目。`,
  'internal-error': ({ message }) => `程序内部出错：${message}`,
};

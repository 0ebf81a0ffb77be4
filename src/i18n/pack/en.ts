import type { PhraseStatus } from '../../core/ledger.js';
import { list, mean, terms } from '../terms/en.js';
import type { PackWords } from './words.js';

const CONSTRUCT: Readonly<Record<string, string>> = {
  has: 'has() is not allowed: what is not declared is already unknown; otherwise leaving it out would escape the duty.',
  '?:': '"?:" is not allowed; use parts, each with its own "when".',
  '[]': 'Indexing is not allowed; use all or exists.',
  map: 'map is not allowed; use all or exists.',
  filter: 'filter is not allowed; put the condition inside all or exists.',
  list: 'A list can only be a constant after in, has_all or has_any.',
  '*': 'Multiplication is not allowed; put the number into params.',
  '/': 'Division is not allowed; put the number into params.',
  '%': 'Remainders are not allowed; put the number into params.',
  matches: 'Regular expressions are not allowed; make the possible values members.',
  null: 'Nothing is compared with null; what is not declared is unknown.',
};

const REASON: Readonly<Record<PhraseStatus, string>> = {
  automated: 'why',
  partial: 'what has no rule, or is asked of a person',
  manual: 'why a person must answer',
  none: 'why no rule stands here',
  pending: 'what is still to come',
};

/** What is wrong with a rule pack, in English. */
export const pack: PackWords = {
  'pack-stray': ({ file, kind, suggestion }) =>
    `The pack would not use ${file}.${mean(suggestion)}${
      {
        topic: ' List the topic under "areas" in pack.yaml, or move the file away.',
        area: ' List the area under "areas" in pack.yaml, or move it away.',
        other: ' Rules stand in "area/topic.yaml", their tests beside them in "topic.test.yaml". Rename it or move it away.',
      }[kind]
    }`,
  'pack-too-large': ({ what, count, limit }) => `The pack has ${count} ${what}; at most ${limit}. Divide it into several packs.`,
  'pack-vocabulary-too-new': ({ value, known }) => `The pack follows vocabulary ${value}; this program knows ${known}. Upgrade hegui.`,
  'unknown-pack': ({ id, suggestion, known }) =>
    `There is no pack "${id}" to extend.${mean(suggestion)}${known.length === 0 ? '' : ` Possible: ${list(known)}.`} To extend another one, give its folder with a --rules of its own.`,
  'extends-cycle': ({ chain }) => `The packs extend each other in a circle: ${chain.join(' → ')}. Delete one "extends".`,
  redefined: ({ what, id, other }) =>
    ({
      weights: `The weights are set in ${other} and cannot be set again. Delete "weights".`,
      condition: `The condition "${id}" is defined in ${other} and cannot be defined again. Use that one, or choose another name.`,
      instrument: `The instrument "${id}" is defined in ${other} and cannot be defined again. Cite that one, or choose another id.`,
      area: `The area "${id}" is defined in ${other} and cannot be defined again. Choose another id.`,
    })[what],
  'name-taken': ({ name, by, other }) =>
    ({
      instrument: `A condition cannot be named "${name}": the instrument in ${other} has this id. Choose another name.`,
      condition: `An instrument cannot have the id "${name}": the condition in ${other} has this name. Choose another id.`,
      section: `A condition cannot be named "${name}": that is a fact of the vocabulary. Choose another name.`,
      word: `A condition cannot be named "${name}": the word means something else. Choose another name.`,
    })[by],
  'facts-section': ({ found, expected }) =>
    `Expected the section "${expected}" (the id of the pack, "_" for "-"), found "${found}". In a profile these facts stand under extensions.${expected}.`,
  'fact-shape': ({ path, found }) =>
    `${path}: ${
      {
        array: 'an array has either x-hegui.members (a checklist) or items (a list), and not both.',
        'no-why': 'x-hegui.why is missing. Say why it is asked, or how it is counted.',
        'no-tense': 'the date has no x-hegui.tense. Write "past" (done) or "due".',
        'no-key': 'x-hegui.key must name a text property of the items.',
        permanent: 'only an integer can be permanent.',
        'no-properties': 'the object has no properties. Say which facts it holds, or write another type.',
        range: 'no number is both at least minimum and at most maximum. Correct one of them.',
        length: 'no text is as long as minLength and as short as maxLength (200 where none is given). Correct one of them.',
      }[found]
    }`,
  'fact-keyword': ({ path, keyword, kind, kinds }) =>
    `${path} (${terms.kind[kind]}): "${keyword}" means nothing here; it belongs to: ${list(kinds.map((each) => terms.kind[each]))}. Delete it, or correct the type.`,
  'expression-syntax': ({ message }) => `Not well-formed expression: ${message}`,
  'expression-refused': ({ construct }) => CONSTRUCT[construct] ?? `"${construct}" is not allowed in a rule expression.`,
  'unknown-path': ({ path, suggestion }) => `The vocabulary has no "${path}".${mean(suggestion)}`,
  'unknown-name': ({ name, suggestion }) => `There is no condition, parameter or fact "${name}".${mean(suggestion)}`,
  'type-mismatch': ({ expected, found }) => `Expected ${terms.exprType[expected]}, found ${terms.exprType[found]}.`,
  'types-not-comparable': ({ left, right, by }) => `"${by}" cannot compare ${terms.exprType[left]} with ${terms.exprType[right]}.`,
  'bad-period': ({ value }) => `"${value}" is not a period. Write "6 months", "30 days" or "1 year".`,
  'period-too-long': ({ value, years }) => `"${value}" is too long; a period has at most ${years} years.`,
  'liability-when': ({ text }) =>
    `The "when" of a liability is the name of a condition or "!name", not "${text}". Name it under "conditions" in pack.yaml.`,
  'constant-expression': () => 'The expression reads no fact; its result never changes.',
  'always-decided': ({ truth }) => `By the range in the vocabulary this comparison is always ${truth}.`,
  'unknown-member': ({ member, path, suggestion }) => `"${path}" has no member "${member}".${mean(suggestion)}`,
  'unknown-instrument': ({ id, suggestion }) => `No instruments.yaml of the pack or of what it extends has "${id}".${mean(suggestion)}`,
  'unknown-condition': ({ name, suggestion }) => `Neither the pack nor what it extends has the condition "${name}".${mean(suggestion)}`,
  'unknown-rule': ({ id, suggestion }) => `There is no rule "${id}".${mean(suggestion)}`,
  'repeated-id': ({ id, other }) =>
    `The id "${id}" is used twice${other === null ? '' : `; the other one stands in ${other}`}. Keep one, or choose another id.`,
  'digit-in-text': ({ text, digits }) =>
    `The number ${digits} in the text "${text}" is no parameter. Put it into params and refer to it in braces.`,
  'unknown-placeholder': ({ name, allowed }) => `Nothing stands for {${name}} in the text. Possible: ${list(allowed)}.`,
  'unused-param': ({ name }) => `The parameter "${name}" is not used.`,
  'phrase-too-long': ({ phrase, limit }) => `The phrase "${phrase}" is longer than ${limit} characters.`,
  'unknown-area': ({ id, suggestion }) => `There is no area "${id}".${mean(suggestion)}`,
  'bad-clause': ({ clause }) =>
    `"${clause}" is no number of a clause. Write it like "一" or "三(五)": Chinese numerals, the second level in ASCII brackets.`,
  'repeated-clause': ({ clause, firstLine }) =>
    `The clause "${clause}" stands here a second time, first on line ${firstLine}. Put its phrases together.`,
  'repeated-phrase': ({ phrase, firstLine }) =>
    `The phrase "${phrase}" stands twice in this clause, first on line ${firstLine}. Keep one of them.`,
  'phrase-without-rules': ({ status }) =>
    `The status is ${status}, but no rules are named. Add "areas" or "rules", or change the status to none or pending.`,
  'phrase-with-rules': ({ status }) =>
    `The status is ${status}, but rules are named. Take them away, or change the status to automated, partial or manual.`,
  'reason-missing': ({ status }) => `The status is ${status}: say in "reason" ${REASON[status]}.`,
  'rule-without-phrase': ({ rule }) =>
    `No phrase of clauses.yaml names the rule "${rule}". Name it, or its area, under the phrase on which it rests.`,
  'rule-not-in-ledger': ({ rule }) =>
    `The ledger says complete: true, but no phrase names the inherited rule "${rule}". Name it or its area, or drop "complete".`,
  'basis-not-national': ({ rule, bearer }) =>
    `This phrase ${bearer === 'government' ? 'binds the government alone' : 'merely encourages'}, and every basis of the rule "${rule}" is an instrument of this pack. Add a national basis that binds the platform, or name the rule under a phrase that does.`,
  'article-beyond': ({ article, last }) =>
    typeof last === 'number'
      ? `There is no article ${article}: this law ends with article ${last}.`
      : `There is no part ${article}: this document ends with part ${last}.`,
  'article-for-section': ({ article, last }) =>
    `This document has no articles but the parts 一 to ${last}; ${article} cannot be one of them. Write a Chinese numeral, like ${last}.`,
  'section-for-article': ({ article, last }) => `This law has the articles 1 to ${last}; "${article}" is none of them. Write a number.`,
  'duty-too-strong': () => 'No basis was read at first hand (all are "source: secondary"); the duty is at most "expected".',
  'interval-empty': ({ from, until }) => `The interval from ${from} until ${until} is empty.`,
  'interval-gap': ({ rule, replaced }) => `${rule} does not begin on the day on which ${replaced}, which it replaces, ends.`,
  'rule-shape': ({ found }) =>
    ({
      none: 'The rule has neither "require" nor "ask".',
      both: 'A rule cannot have both "require" and "ask".',
      'no-gap': 'The rule lacks "gap", the text of its gap.',
      'stray-gap': '"gap" belongs inside each part.',
    })[found],
  'unread-fact': ({ path }) => `No rule or condition reads the fact "${path}".`,
  'unused-condition': ({ name }) => `No rule uses the condition "${name}".`,
  'no-tests': ({ rule }) => `The rule "${rule}" has no tests.`,
  'no-test-file': ({ file }) => `The file of tests ${file} is missing. Write tests beside the rules.`,
  'untested-verdict': ({ rule, verdict }) => `The rule "${rule}" can give "${verdict}", but no test shows it.`,
};

import { ARTICLE } from '../../core/article.js';
import { list, many, mean, terms } from '../terms/en.js';
import type { InputWords } from './words.js';

const YAML_DETAIL: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'a tab is used for indentation; YAML takes spaces only',
  BAD_INDENT: 'wrong indentation; lines of one level must start in the same column',
  MISSING_CHAR: 'a character is missing (such as a colon, a quote or a bracket)',
  UNEXPECTED_TOKEN: 'something is here that does not belong',
  BAD_SCALAR_START: 'a value cannot start with this character; put it in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a second "key: value" on one line; start a new line, or put the whole value in quotes',
  MULTILINE_IMPLICIT_KEY: 'this line has no colon, or no space after it',
  KEY_OVER_1024_CHARS: 'the key is too long',
  BAD_DQ_ESCAPE: 'wrong backslash escape in double quotes; use single quotes',
  BLOCK_IN_FLOW: 'a comma is missing inside brackets or braces, or indented style stands there',
  BAD_DIRECTIVE: 'wrong directive (a line that starts with %); delete it',
  RESOURCE_EXHAUSTION: 'too deeply nested',
};

const PATTERN: Readonly<Record<string, string>> = {
  [ARTICLE]:
    'like 25 (article), 25(2) (paragraph), 16[3] (item), 62(1)[2] (item of a paragraph); Chinese numerals where there are no articles, like 六, 三(五), 六[3]',
  '^[A-Za-z0-9._-]+$': 'only ASCII letters, digits, dot, hyphen and underscore',
  '^[a-z0-9]+(-[a-z0-9]+)*$': 'only small letters and digits, joined by hyphens',
  '^[a-z][a-z0-9_]*$': 'only small letters, digits and underscores, beginning with a letter',
  '^(?!constructor$)[a-z][a-z0-9_]*$': 'only small letters, digits and underscores, beginning with a letter, and not "constructor"',
};

/** What is wrong with an input, in English. */
export const input: InputWords = {
  'file-missing': () => 'There is no such file. Check the path.',
  'file-unreadable': ({ reason }) => `The file cannot be read (${reason}). Check its permissions.`,
  'file-is-folder': () => 'This is a folder, not a file.',
  'file-not-regular': ({ found }) =>
    found === 'link'
      ? 'A link that leads out of the pack was not followed. Put the file itself here.'
      : 'Not a regular file; it was not read.',
  'file-too-large': ({ bytes, limit }) => `The file has ${bytes} bytes; the limit is ${limit}.`,
  'file-empty': () => 'The file is empty. Write at least the line "hegui: 1" and run again: the report will tell you what to declare.',
  'ndjson-too-long': ({ bytes, limit }) => `The line has ${bytes} bytes; the limit is ${limit}.`,
  'ndjson-syntax': () => 'The line is not JSON. Each line must be one whole JSON object.',
  'ndjson-record': () =>
    'Each line must be {"path": name, "text": text of a profile} or {"path": name, "profile": content of a profile}, without other keys.',
  'not-utf8': ({ looksLike }) =>
    looksLike === null
      ? 'The file is not valid UTF-8. Save it as UTF-8 and try again.'
      : `The file is not UTF-8; it looks like ${looksLike === 'gb18030' ? 'GB18030 (GBK)' : 'UTF-16'}. Save it as UTF-8, or add --encoding ${looksLike}.`,
  'not-decodable': ({ encoding }) => `The file is not valid ${encoding} either. Save it as UTF-8.`,
  'yaml-syntax': ({ detail }) => `Not well-formed YAML: ${YAML_DETAIL[detail] ?? `syntax error (${detail})`}.`,
  'yaml-documents': () =>
    'A file holds one profile; a second one starts here. Split the file, or delete the line "---" or "..." if it is all that is here.',
  'yaml-alias': ({ name }) => `Aliases (*${name}) are not allowed in a profile. Write the value out.`,
  'yaml-tag': ({ tag }) => `Tags (${tag}) are not allowed in a profile. Delete it.`,
  'yaml-key': () => 'A key must be text; quote it if it is a number, true, null or the like.',
  'yaml-merge': () => 'Merge keys (<<) are not allowed in a profile. Write the content out.',
  'duplicate-key': ({ key, firstLine }) => `"${key}" stands twice${firstLine === null ? '' : `, first on line ${firstLine}`}. Keep one.`,
  'fullwidth-colon': () => 'There is a full-width colon "：" here. Use a plain colon and a space ": ".',
  'fullwidth-comma': () => 'There is a full-width comma "，" here. Use a plain comma ",".',
  'missing-space': () => 'There is no space after the colon. Write "key: value".',
  'odd-space': ({ code }) =>
    `There is a ${code === 'U+3000' ? 'full-width space' : `special space (${code})`} here, which looks like a space but does not count as one. Use a plain space.`,
  'too-deep': ({ limit }) => `Nested more than ${limit} levels deep.`,
  'too-many-values': ({ limit }) => `More than ${limit} values.`,
  'number-not-finite': ({ text }) => `"${text}" is not a finite number. Quote it if it is a code.`,
  'number-imprecise': ({ text }) => `"${text}" has too many digits for a number and would be changed. Quote it if it is a code.`,
  'number-leading-zero': ({ text }) => `"${text}" starts with a zero, which a number would lose. Quote it if it is a code.`,
  'number-not-decimal': ({ text }) =>
    `"${text}" would be read as a hexadecimal or octal number. Write it in decimal; quote it if it is a code.`,
  'control-character': ({ code }) => `The text holds an invisible control character (${code}). Delete it and type the text again.`,
  'lone-surrogate': ({ code }) => `The text holds half a character (${code}). Delete it and type the text again.`,
  'not-a-mapping': () => 'A profile consists of "key: value" lines; the first is usually "hegui: 1".',
  'unknown-key': ({ key, suggestion, allowed }) => `There is no key "${key}".${mean(suggestion) || ` Possible here: ${list(allowed)}.`}`,
  'missing-key': ({ key }) => `The required key "${key}" is missing.`,
  'wrong-type': ({ expected, found, write, unit }) => {
    const quoted = expected === 'text' && (found === 'number' || found === 'fraction' || found === 'boolean');
    const empty = found === 'empty' ? ' Fill it in, or delete the entry.' : '';
    const meant = write === null ? empty : ` Write ${write}${unit ? '; the unit stands in the key, so give the number alone' : ''}.`;
    return `Expected ${terms.type[expected]}, found ${terms.type[found]}.${quoted ? ' Put it in quotes.' : meant}`;
  },
  'permanent-not-allowed': () => 'The word "permanent" is not allowed here; write a number.',
  'not-a-member': ({ value, suggestion, allowed }) =>
    `"${value}" is not one of the members.${mean(suggestion)} Possible: ${list(allowed)}.`,
  'below-minimum': ({ limit, value, exclusive }) => `${value} is too small; ${exclusive ? 'more than' : 'at least'} ${limit}.`,
  'above-maximum': ({ limit, value }) => `${value} is too large; at most ${limit}.`,
  'too-short': ({ limit }) =>
    limit === 1 ? 'It must not be empty. If it is not known yet, leave the value out.' : `Too short: at least ${limit}.`,
  'too-long': ({ limit }) => `Too long: at most ${limit} characters.`,
  'bad-date': ({ value, write }) =>
    write === null
      ? `"${value}" is not an existing date. Write year-month-day, such as 2026-10-01.`
      : `A date is written year-month-day with two digits each for month and day. Write ${write} instead of "${value}".`,
  'bad-pattern': ({ value, pattern }) => `"${value}" is not well-formed; ${PATTERN[pattern] ?? `it must match ${pattern}`}.`,
  'repeated-member': ({ value }) => `"${value}" is listed twice.`,
  'repeated-name': ({ key, value, firstLine }) =>
    `${key} "${value}" stands twice${firstLine === null ? '' : `, first on line ${firstLine}`}. It must be unique in its list.`,
  'unsupported-version': ({ value, supported }) => `Profile format ${value} is not known; this program reads format ${supported}.`,
  'vocabulary-too-new': ({ value, known }) => `The profile follows vocabulary ${value}; this program knows ${known}. Upgrade hegui.`,
  'uscc-length': ({ length }) => `A unified social credit code has 18 characters; this has ${length}.`,
  'uscc-character': ({ character, position }) =>
    `Character ${position} of the credit code cannot be "${character}" (digits and capitals but I, O, S, V, Z).${/[a-z]/.test(character) ? ' Use capitals.' : ''}`,
  'uscc-organisation-check': ({ expected, found }) =>
    `Character 17 of the credit code is "${found}"; by its check rule it would be "${expected}". Compare it with the licence.`,
  'uscc-check': ({ expected, found }) =>
    `The last character of the credit code is "${found}"; by its check rule it would be "${expected}". Compare it with the licence.`,
  'date-in-future': ({ date, asOf }) =>
    `${date} lies after the as-of date ${asOf}, but this date must be in the past; it counts as undeclared in this run.`,
  'declaration-in-future': ({ date, asOf }) => `The declaration is dated ${date}, after the as-of date ${asOf}.`,
  'declaration-stale': ({ date, months }) =>
    `The declaration is dated ${date}, more than ${months} months before the as-of date; it may be out of date.`,
  'more-problems': ({ count }) =>
    `${many(count, 'problem')} from here on ${count === 1 ? 'is' : 'are'} not listed. Mend those above first and run again.`,
  'too-costly': ({ limit }) => `Judging this profile took more than ${limit} steps and was stopped. Declare fewer list items.`,
  'internal-error': ({ message }) => `Internal error: ${message}`,
};

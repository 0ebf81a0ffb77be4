import { appended } from '../load/append.js';

/** A file that an author is given to fill in: its whole new text, and the line on which what is new begins. */
export interface Stub {
  readonly path: string;
  readonly what: 'rule' | 'tests' | 'pack' | 'fact';
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
}

/** A file to which nothing can be added without touching what stands there. */
export class NotAppendable extends Error {
  constructor(readonly path: string) {
    super(path);
  }
}

/** Everything that a rule states; what lint then asks to be filled stands empty. */
const RULE = (id: string): string[] => [
  `- id: ${id}`,
  '  title:',
  '    zh:',
  '    en:',
  '  kind:',
  '  duty:',
  '  severity:',
  '  basis:',
  '    - instrument:',
  '      article:',
  '      source:',
  '  require:',
  '    - that:',
  '      gap:',
  '        zh:',
  '        en:',
  '  remedy:',
  '    zh:',
  '    en:',
];

const TEXTS = (name: string): string[] => [`${name}:`, '  zh:', '  en:'];
const indented = (lines: readonly string[], cells: number): string[] => lines.map((line) => `${' '.repeat(cells)}${line}`);

/** A rule in the file of its topic; `before` is null where there is no such file yet. */
export function ruleStub(path: string, before: string | null, id: string): Stub {
  if (before === null) return whole(path, 'rule', ['rules:', ...indented(RULE(id), 2)]);
  return added(path, 'rule', before, ['rules'], ['', ...RULE(id)]);
}

/** The tests of a rule in the file beside its topic, judged on `asOf` where that file is new. */
export function testStub(path: string, before: string | null, id: string, asOf: string): Stub {
  const lines = [`${id}:`, '  - verdict:'];
  if (before === null) return whole(path, 'tests', [`as_of: ${asOf}`, 'base:', 'tests:', ...indented(lines, 2)]);
  return added(path, 'tests', before, ['tests'], lines);
}

/** A topic in the manifest of a pack, below its area, which is `at` the given index or new. */
export function topicStub(path: string, before: string, at: number | null, area: string, topic: string): Stub {
  if (at !== null) return added(path, 'pack', before, ['areas', at, 'topics'], [`- ${topic}`]);
  return added(path, 'pack', before, ['areas'], [`- id: ${area}`, ...indented([...TEXTS('title'), 'topics:', `  - ${topic}`], 2)]);
}

/** A fact by the keys below its section, the last of which is new, in the file of that section. */
export function factStub(path: string, before: string | null, section: string, keys: readonly string[]): Stub {
  const lines = [`${keys.at(-1)}:`, '  type:', '  x-hegui:', ...indented([...TEXTS('title'), ...TEXTS('why')], 4)];
  if (before === null) {
    return whole(path, 'fact', [
      `section: ${section}`,
      'type: object',
      'x-hegui:',
      ...indented(TEXTS('title'), 2),
      'properties:',
      ...indented(lines, 2),
    ]);
  }
  return added(path, 'fact', before, ['properties', ...keys.slice(0, -1).flatMap((key) => [key, 'properties'])], lines);
}

function whole(path: string, what: Stub['what'], lines: readonly string[]): Stub {
  return { path, what, text: `${lines.join('\n')}\n`, line: 1 };
}

function added(path: string, what: Stub['what'], before: string, at: readonly (string | number)[], lines: readonly string[]): Stub {
  const text = appended(before, at, lines);
  if (text === null) throw new NotAppendable(path);
  // What is new is what the texts do not share at their beginnings, from its first line that is not blank.
  let same = 0;
  while (same < before.length && before[same] === text[same]) same += 1;
  const start = text.lastIndexOf('\n', same - 1) + 1;
  const blank = /^[\r\n]*/.exec(text.slice(start))?.[0].length ?? 0;
  return { path, what, text, line: text.slice(0, start + blank).split('\n').length };
}

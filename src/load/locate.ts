import type { Place } from '../core/finding.js';
import { keepMost, type Level, type Problem, type ProblemArgs, type ProblemCode, problem, WHOLE_FILE } from '../core/problem.js';

/** Longest part of a line that a place shows: a file in one line must not be copied into each of its problems. */
const SOURCE_LIMIT = 2000;

/** The lines of a text, to find the place of an offset. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  /** Number of the line in which an offset lies. */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }

  /** The place of an offset. A place far along its line has no source. */
  place(offset: number, pointer: string): Place {
    const line = this.lineOf(offset);
    const start = this.starts[line - 1] ?? 0;
    const end = (this.starts[line] ?? this.text.length + 1) - 1;
    const column = offset - start + 1;
    const shown = this.text.slice(start, Math.min(end, start + SOURCE_LIMIT));
    const source = shown.endsWith('\r') ? shown.slice(0, -1) : shown;
    return { pointer, line, column, source: column > SOURCE_LIMIT ? null : source };
  }
}

interface Noted {
  readonly level: Level;
  readonly offset: number;
  readonly pointer: string;
  readonly problem: Problem;
}

/** Collects what is wrong with a text by its offset. Lines and columns are worked out only for what is kept. */
export class ProblemList {
  private readonly noted: Noted[] = [];

  constructor(private readonly lines: Lines) {}

  add<C extends ProblemCode>(code: C, args: ProblemArgs[C], offset: number, pointer: string, level: Level = 'error'): void {
    this.noted.push({ level, offset, pointer, problem: problem(code, args, WHOLE_FILE, level) });
  }

  /** What was found, in the order of the text; if there is too much, the last says how many more there are. */
  settled(before = Number.POSITIVE_INFINITY): Problem[] {
    const noted = this.noted.filter(({ offset }) => offset < before).sort((a, b) => a.offset - b.offset);
    const { kept, leftOut, firstLeftOut } = keepMost(noted);
    const problems = kept.map((each): Problem => ({ ...each.problem, at: this.lines.place(each.offset, each.pointer) }));
    if (firstLeftOut !== null) {
      const at = this.lines.place(firstLeftOut.offset, firstLeftOut.pointer);
      problems.push(problem('more-problems', { count: leftOut }, at, firstLeftOut.level));
    }
    return problems;
  }
}

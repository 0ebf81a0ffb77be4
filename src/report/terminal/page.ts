import { Chalk, type ChalkInstance } from 'chalk';
import { escapeTerminal } from '../escape.js';
import { pad, width, wrap } from './wrap.js';

/** Collects the lines of a report that fit a width, in colour or without. */
export class Page {
  readonly lines: string[] = [];
  readonly style: ChalkInstance;

  constructor(
    readonly width: number,
    color: boolean,
  ) {
    this.style = new Chalk({ level: color ? 1 : 0 });
  }

  blank(): void {
    if (this.lines.length > 0 && this.lines.at(-1) !== '') this.lines.push('');
  }

  heading(text: string): void {
    this.blank();
    for (const line of wrap(escapeTerminal(text), this.width)) this.lines.push(this.style.bold(line));
  }

  /** A paragraph, each of its lines indented. */
  text(text: string, indent = 0, style: (text: string) => string = (plain) => plain): void {
    for (const line of wrap(escapeTerminal(text), this.width - indent)) this.lines.push(' '.repeat(indent) + style(line));
  }

  /** A paragraph whose first line starts with a mark; the others hang beside it. */
  bullet(mark: string, text: string, indent = 0, style: (text: string) => string = (plain) => plain): void {
    for (const [index, line] of wrap(escapeTerminal(text), this.width - indent - 2).entries()) {
      this.lines.push(`${' '.repeat(indent)}${style(`${index === 0 ? `${mark} ` : '  '}${line}`)}`);
    }
  }

  /** Lines that are already laid out. */
  raw(lines: readonly string[], indent = 0, style: (text: string) => string = (plain) => plain): void {
    for (const line of lines) this.lines.push(' '.repeat(indent) + style(line.trimEnd()));
  }

  /** A label and its text, which hangs beside it. */
  entry(label: string, text: string, labelWidth: number, indent = 0): void {
    const lines = wrap(escapeTerminal(text), this.width - indent - labelWidth - 2);
    for (const [index, line] of lines.entries()) {
      const left = index === 0 ? this.style.dim(pad(label, labelWidth)) : ' '.repeat(labelWidth);
      this.lines.push(`${' '.repeat(indent)}${left}  ${line}`);
    }
  }

  toString(): string {
    return `${this.lines.map((line) => line.trimEnd()).join('\n')}\n`;
  }
}

/** The width of the widest label; 0 of none. */
export function widest(labels: readonly string[]): number {
  return Math.max(0, ...labels.map(width));
}

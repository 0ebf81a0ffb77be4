import type { Command, Help } from 'commander';
import type { CommandWords } from '../i18n/command/words.js';

/** Makes the help of a command and its subcommands speak the chosen language and wrap Chinese. */
export function configureHelp(program: Command, words: CommandWords, width: number): void {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': words.usage,
    'Options:': words.options,
    'Arguments:': words.arguments,
    'Commands:': words.commands,
  };
  program
    .helpOption('-h, --help', words.help)
    .helpCommand('help [command]', words.help)
    .configureHelp({
      helpWidth: width,
      styleTitle: (title) => titles[title] ?? title,
      displayWidth: cellWidth,
      boxWrap: (text, cells) => boxWrap(text, cells),
      subcommandTerm: (command) =>
        [command.name(), ...command.registeredArguments.map((each) => (each.required ? `<${each.name()}>` : `[${each.name()}]`))].join(' '),
    } satisfies Partial<Help>);
}

/** Cells of a help text: it holds only ASCII and Chinese, so that what lies above the Latin and symbol blocks is wide. */
function cellWidth(text: string): number {
  let cells = text.length;
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) >= WIDE_FROM) cells += 1;
  return cells;
}

const WIDE_FROM = 0x2e80;

/** Chinese has no spaces to break at; a line breaks after any wide character, else at spaces. */
function boxWrap(text: string, cells: number): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, cells))
    .join('\n');
}

function wrapLine(text: string, cells: number): string {
  if (cellWidth(text) <= cells) return text;
  const lines: string[] = [];
  let line = '';
  for (const unit of text.match(/[\u2e80-\uffee][，。；：、）”]?|\s+|[^\s\u2e80-\uffee]+[，。；：、）”]?/g) ?? []) {
    if (line !== '' && cellWidth(line + unit.trimEnd()) > cells) {
      lines.push(line.trimEnd());
      line = unit.trimStart();
    } else {
      line += unit;
    }
  }
  return [...lines, line.trimEnd()].join('\n');
}

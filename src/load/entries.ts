const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;

/**
 * The entries of a text that is a JSON object, in order, each value as it is written: what JSON.parse would take in
 * silence (the last of two equal keys, a number beyond all numbers) is left for whoever reads the value.
 */
export function entriesOf(text: string): (readonly [key: string, source: string])[] {
  const entries: (readonly [string, string])[] = [];
  let key: string | null = null;
  let from = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const start = at;
      at = endOfString(text, at);
      if (depth === 1 && key === null) {
        key = JSON.parse(text.slice(start, at + 1)) as string;
        from = text.indexOf(':', at) + 1;
        at = from - 1;
      }
    } else if (isOpening(code)) depth += 1;
    else if (isClosing(code) || (code === COMMA && depth === 1)) {
      if (depth === 1 && key !== null) entries.push([key, text.slice(from, at).trim()]);
      if (depth === 1) key = null;
      if (code !== COMMA) depth -= 1;
    }
  }
  return entries;
}

/** Where the string ends that begins with the quote at `start`: the index of its last quote. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}

/** `{` or `[`. */
function isOpening(code: number): boolean {
  return code === 123 || code === 91;
}

/** `}` or `]`. */
function isClosing(code: number): boolean {
  return code === 125 || code === 93;
}

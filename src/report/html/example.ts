/**
 * The lines of YAML that declare a fact, each level indented beneath its parent: `complaints.feedback_days` as
 * `complaints:` and `  feedback_days: …`. An item of a list is shown by its key.
 */
export function writtenAs(path: string, shape: string): string[] {
  const steps = path.match(STEP) ?? [];
  const lines: string[] = [];
  let indent = '';
  for (const [index, step] of steps.entries()) {
    const [, name = step, key, item = ''] = ITEM.exec(step) ?? [];
    const last = index === steps.length - 1;
    lines.push(`${indent}${name}:${last && key === undefined ? ` ${shape}` : ''}`);
    indent += '  ';
    if (key === undefined) continue;
    lines.push(`${indent}- ${key}: ${plain(item)}`);
    indent += '  ';
  }
  return lines;
}

/** A key, with the item that it names if it is a list; the name of an item may hold any character. */
const STEP = /[a-z][a-z0-9_]*(?:\[\w*=?[\s\S]*?\](?=\.[a-z]|$))?/g;
const ITEM = /^(\w+)\[(\w+)=([\s\S]*)\]$/;

/** A name as YAML takes it for text. */
function plain(name: string): string {
  return /^\p{L}[\p{L}\p{N}_ -]*$/u.test(name) && !/^(?:true|false|null|\s.*|.*\s)$/i.test(name) ? name : JSON.stringify(name);
}

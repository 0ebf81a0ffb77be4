/** A heading with entries, of which as many are shown as there is room for. */
export interface Block {
  readonly title: string;
  /** Markup before the entries and after them, written if any entry is. */
  readonly before: string;
  readonly after: string;
  readonly entries: readonly string[];
}

/** Blocks cut at whole entries to a length, and how many entries each block lost. */
export interface Fitted {
  readonly text: string;
  readonly left: readonly { readonly title: string; readonly count: number }[];
}

/** Fits blocks into a length in the order in which they are given; what is cut in one leaves its room to those after it. */
export function fitInto(blocks: readonly Block[], room: number): Fitted {
  let text = '';
  const left: { title: string; count: number }[] = [];
  for (const { title, before, after, entries } of blocks) {
    const around = before.length + after.length;
    let shown = 0;
    let length = text.length + around;
    for (const entry of entries) {
      if (length + entry.length > room) break;
      length += entry.length;
      shown += 1;
    }
    if (shown < entries.length) left.push({ title, count: entries.length - shown });
    if (shown > 0 || (entries.length === 0 && text.length + around <= room)) text += before + entries.slice(0, shown).join('') + after;
  }
  return { text, left };
}

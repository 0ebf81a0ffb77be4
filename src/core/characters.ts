/** C0 and C1 controls but tab and line breaks, and the bidirectional controls: what can hide or reorder text. */
const HIDDEN_RANGES: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0x061c, 0x061c],
  [0x200e, 0x200f],
  [0x202a, 0x202e],
  [0x2066, 0x2069],
];

/** Most Chinese text lies above. */
const LAST_HIDDEN = 0x2069;

/** Whether a code unit is a control that must not reach a reader raw. */
export function isHidden(codeUnit: number): boolean {
  return HIDDEN_RANGES.some(([first, last]) => codeUnit >= first && codeUnit <= last);
}

/** The first such control in a text, or null. */
export function firstHidden(text: string): number | null {
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x20 || (unit > 0x7e && unit <= LAST_HIDDEN)) if (isHidden(unit)) return unit;
  }
  return null;
}

/** `U+200F` for a code unit. */
export function codeName(codeUnit: number): string {
  return `U+${codeUnit.toString(16).toUpperCase().padStart(4, '0')}`;
}

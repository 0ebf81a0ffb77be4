/** A percentage, or a dash over nothing. */
export function percentText(percent: number | null): string {
  return percent === null ? '—' : `${percent}%`;
}

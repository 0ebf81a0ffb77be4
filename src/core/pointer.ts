/** Keys and list indices that lead from the root of a document to a value. */
export type Steps = readonly (string | number)[];

/** JSON Pointer (RFC 6901) of the given steps; the root is the empty string. */
export function toPointer(steps: Steps): string {
  let pointer = '';
  for (const step of steps) {
    const text = String(step);
    pointer += /[~/]/.test(text) ? `/${text.replaceAll('~', '~0').replaceAll('/', '~1')}` : `/${text}`;
  }
  return pointer;
}

/** Steps of a JSON Pointer, all of them as strings. Inverse of {@link toPointer} for documents of string keys. */
export function fromPointer(pointer: string): string[] {
  if (pointer === '') return [];
  const steps = pointer.slice(1).split('/');
  if (!pointer.includes('~')) return steps;
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Path in the vocabulary of the fact at a pointer; fields of list items are spelt `list[].field`. */
export function factPath(pointer: string): string {
  return fromPointer(pointer)
    .map((step, index) => (/^\d+$/.test(step) ? '[]' : index === 0 ? step : `.${step}`))
    .join('');
}

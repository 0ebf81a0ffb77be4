import type { Layer } from './layer.js';

/** What stands under a name that only one thing may have. */
export type NameKind = 'pack' | 'weights' | 'condition' | 'instrument' | 'area' | 'topic' | 'rule';

/** The names that packs define, each with the place of its definition as `file:line:column`. */
export class DefinedNames {
  private readonly inherited = new Map<string, string>();
  private readonly own = new Map<string, string>();

  /** Starts with the names of other packs. */
  constructor(others: readonly Layer[]) {
    for (const { places } of others) for (const [name, place] of Object.entries(places)) this.inherited.set(name, place);
  }

  /** Where another pack defines the name; null where none does. */
  elsewhere(kind: NameKind, id: string): string | null {
    return this.inherited.get(`${kind} ${id}`) ?? null;
  }

  /** Where this pack has defined the name so far; null where it has not. */
  before(kind: NameKind, id: string): string | null {
    return this.own.get(`${kind} ${id}`) ?? null;
  }

  define(kind: NameKind, id: string, place: string): void {
    this.own.set(`${kind} ${id}`, place);
  }

  /** The names that other packs ask for. Rules and topics cannot meet those of another pack, since areas cannot. */
  get places(): Record<string, string> {
    return Object.fromEntries([...this.own].filter(([name]) => !/^(rule|topic) /.test(name)));
  }
}

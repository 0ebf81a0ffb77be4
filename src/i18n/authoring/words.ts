/** What is said to who writes rules. */
export interface AuthoringWords {
  /** What a stub is of. */
  readonly stub: Readonly<Record<'rule' | 'tests' | 'pack' | 'fact', string>>;
  readonly written: (place: string, what: string) => string;
  readonly next: (rule: string) => string;
  readonly conditionsLeftOut: string;
}

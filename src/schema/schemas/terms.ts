/** A text in both languages. */
export const text = { type: 'object', required: ['zh', 'en'], properties: { zh: { type: 'string' }, en: { type: 'string' } } } as const;
/** A value of a type, or null. */
export const nullable = (type: string) => ({ type: [type, 'null'] });
/** What a rule comes to, as in core/finding.ts. */
export const verdict = { enum: ['pass', 'gap', 'unknown', 'manual', 'not-applicable'] } as const;
/** How binding a rule is, as in core/rule.ts. */
export const duty = { enum: ['mandatory', 'expected', 'encouraged'] } as const;
/** How many. */
export const count = { type: 'integer', minimum: 0 } as const;

import type { Ledger } from '../../src/core/ledger.js';
import { hasErrors } from '../../src/core/problem.js';
import { parse } from '../../src/load/parse.js';
import { ledgerOf, type RawLedger, type RawPhrase } from '../../src/rules/ledger.js';
import type { SourceFile } from '../../src/rules/source.js';
import { packValidators } from '../../src/schema/generated.js';
import { packSchemas } from '../../src/schema/schemas/rule.js';
import { problemsOf } from '../../src/schema/validate.js';

const TEXT = { zh: '文字', en: 'Text' };

/** A phrase that binds the platform and on which one rule rests, unless the test says otherwise. */
export function phrase(words: string, fields: Partial<RawPhrase> = {}): RawPhrase {
  return { phrase: words, bearer: 'platform', status: 'automated', ...fields };
}

/** A ledger of the given phrases by clause. */
function rawLedger(clauses: Readonly<Record<string, readonly RawPhrase[]>>, complete?: boolean): RawLedger {
  return {
    ...(complete === undefined ? {} : { complete }),
    clauses: Object.entries(clauses).map(([id, phrases]) => ({ id, title: TEXT, phrases: [...phrases] })),
  };
}

/** The same, read. */
export function ledger(clauses: Readonly<Record<string, readonly RawPhrase[]>>, complete?: boolean): Ledger {
  return ledgerOf(rawLedger(clauses, complete));
}

/** The file `clauses.yaml` of a text. @throws Error with the problems of one that its schema does not admit */
export function ledgerFile(text: string): SourceFile<RawLedger> {
  const parsed = parse(text);
  const problems = [...parsed.problems, ...problemsOf(packValidators().ledger, () => packSchemas.ledger, parsed.value, parsed.place)];
  if (hasErrors(problems)) throw new Error(JSON.stringify(problems, null, 1));
  return { file: 'pack/clauses.yaml', digest: '', parsed, value: parsed.value as unknown as RawLedger };
}

import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Log, Result } from 'sarif';
import { expect } from 'vitest';

const SCHEMA = 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
// It says draft 04 but uses nothing that later drafts changed.
const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(SCHEMA, 'utf8'));
const validate = ajv.compile(schema);

/** Reads a log of one run, which must be as its schema says. */
export function readSarif(sarif: string): Log['runs'][0] {
  const log: Log = JSON.parse(sarif);
  expect(validate(log), JSON.stringify(validate.errors?.slice(0, 5))).toBe(true);
  expect(log.runs.length).toBe(1);
  const [run] = log.runs;
  for (const result of run?.results ?? []) {
    const rule = run?.tool.driver.rules?.[result.ruleIndex ?? -1];
    expect(rule?.id).toBe(result.ruleId);
    expect(result.level === 'none').toBe(result.kind !== 'fail');
    const region = result.locations?.[0]?.physicalLocation?.region;
    expect(region?.startLine).toBeGreaterThan(0);
    expect(region?.startColumn).toBeGreaterThan(0);
  }
  for (const rule of run?.tool.driver.rules ?? []) expect(rule.properties?.tags?.length).toBeLessThanOrEqual(10);
  return run as Log['runs'][0];
}

export const resultsOf = (run: Log['runs'][0]): Result[] => run.results ?? [];
export const printOf = (result: Result): string => result.partialFingerprints?.['hegui/v1'] ?? '';
export const notesOf = (run: Log['runs'][0]) => run.invocations?.[0]?.toolExecutionNotifications ?? [];

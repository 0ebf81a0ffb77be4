import { UnreadableRun } from '../run/read.js';
import { UsageError, usageProblem } from './usage.js';

/** A saved run that cannot be read as what a person is told of it; any other error as it is. */
export function asUsageError(error: unknown): unknown {
  if (!(error instanceof UnreadableRun)) return error;
  const { path, line, reason } = error;
  if (typeof reason === 'object') return new UsageError([usageProblem('run-unreadable', { path, reason: reason.system })]);
  return new UsageError([usageProblem('run-broken', { path, line: line === 0 ? null : line, reason })]);
}

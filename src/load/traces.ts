/** Runs something without stack traces: the parser makes an error object for each of a million stray brackets, and most of the time goes into traces that nobody sees. */
export function withoutTraces<T>(run: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

import type { Header } from '../../core/run.js';

/** The options of a run as they would stand on a command line. */
export function optionsOf({ options, asOf, shard }: Header): string {
  const each = (flag: string, values: readonly (string | number | null)[]): string[] =>
    values.flatMap((value) => (value === null ? [] : [`--${flag} ${value}`]));
  return [
    ...each('as-of', [asOf]),
    ...each('horizon', [options.horizonDays]),
    ...each('area', options.areas),
    ...each('rule', options.rules),
    ...each('duty', options.duties),
    ...each('fail-on', [options.failOn.length === 0 ? 'never' : options.failOn.join(',')]),
    ...each('fail-duty', [options.failDuty]),
    ...each('min-compliance', [options.minCompliance]),
    ...each('min-coverage', [options.minCoverage]),
    ...each('on-invalid', [options.onInvalid]),
    ...each('encoding', [options.encoding]),
    ...(options.redact ? ['--redact'] : []),
    ...each('shard', [shard === null ? null : `${shard.index}/${shard.of}`]),
  ].join(' ');
}

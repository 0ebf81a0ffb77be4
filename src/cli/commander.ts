import type { CommanderError } from 'commander';
import { type UsageProblem, usageProblem } from '../invocation/usage.js';

/** What commander found wrong, as a problem of ours that can be said in either language. */
export function commanderProblem(error: CommanderError): UsageProblem {
  const [, quoted = ''] = /'([^']*)'/.exec(error.message) ?? [];
  const [, suggestion = null] = /Did you mean (?:one of )?([^,?]+)/.exec(error.message) ?? [];
  switch (error.code) {
    case 'commander.unknownOption':
      return usageProblem('unknown-option', { option: quoted, suggestion });
    case 'commander.unknownCommand':
      return usageProblem('unknown-command', { command: quoted, suggestion });
    case 'commander.missingArgument':
      return usageProblem('missing-argument', { name: quoted });
    case 'commander.optionMissingArgument':
      return usageProblem('missing-value', { option: quoted });
    case 'commander.excessArguments':
      return usageProblem('too-many-arguments', {});
    default:
      return usageProblem('internal', { message: error.message });
  }
}

import { loadGenerated } from '../io/host.js';
import type { Validator } from './validate.js';

/** The validator of profiles that the build generated. */
export function profileValidator(): Validator {
  return (loadGenerated('#generated/profile.cjs') as { readonly profile: Validator }).profile;
}

/** The validators of the parts of a saved run that the build generated. */
export function runValidators(): Readonly<Record<'header' | 'profile' | 'summary', Validator>> {
  return loadGenerated('#generated/run.cjs') as ReturnType<typeof runValidators>;
}

/** The validators of the files of a pack that the build generated. */
export function packValidators(): Readonly<
  Record<'rules' | 'tests' | 'pack' | 'instruments' | 'facts' | 'vocabulary' | 'ledger', Validator>
> {
  return loadGenerated('#generated/pack.cjs') as ReturnType<typeof packValidators>;
}

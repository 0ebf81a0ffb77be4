import { createRequire } from 'node:module';
import type { Validator } from './validate.js';

// Loaded by require: importing CommonJS from a module makes Node scan its whole text for names, which takes longer than running it.
const load = createRequire(import.meta.url);

/** The validator of profiles that the build generated. */
export function profileValidator(): Validator {
  return (load('#generated/profile.cjs') as { readonly profile: Validator }).profile;
}

/** The validators of the parts of a saved run that the build generated. */
export function runValidators(): Readonly<Record<'header' | 'profile' | 'summary', Validator>> {
  return load('#generated/run.cjs');
}

/** The validators of the files of a pack that the build generated. */
export function packValidators(): Readonly<Record<'rules' | 'tests' | 'pack' | 'instruments' | 'facts' | 'ledger', Validator>> {
  return load('#generated/pack.cjs');
}

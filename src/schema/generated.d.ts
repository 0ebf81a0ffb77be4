declare module '#generated/profile.cjs' {
  import type { Validator } from './validate.js';

  const validators: { readonly profile: Validator };
  export default validators;
}

declare module '#generated/pack.cjs' {
  import type { Validator } from './validate.js';

  const validators: Readonly<Record<'area' | 'tests' | 'pack' | 'instruments', Validator>>;
  export default validators;
}

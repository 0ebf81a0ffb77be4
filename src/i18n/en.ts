import { authoring } from './authoring/en.js';
import { ci } from './ci/en.js';
import { command } from './command/en.js';
import { coverage } from './coverage/en.js';
import { formats } from './formats/en.js';
import { html } from './html/en.js';
import { input } from './input/en.js';
import { pack } from './pack/en.js';
import { report } from './report/en.js';
import type { Sentences } from './sentences.js';
import { sheets } from './sheets/en.js';
import { terms } from './terms/en.js';
import { usage } from './usage/en.js';

/** English sentences. */
export const en: Sentences = {
  ...terms,
  problem: { ...input, ...pack },
  usage,
  report,
  sheets,
  ci,
  html,
  command,
  authoring,
  formats,
  coverage,
};

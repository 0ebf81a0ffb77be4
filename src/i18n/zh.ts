import { authoring } from './authoring/zh.js';
import { ci } from './ci/zh.js';
import { command } from './command/zh.js';
import { coverage } from './coverage/zh.js';
import { formats } from './formats/zh.js';
import { html } from './html/zh.js';
import { input } from './input/zh.js';
import { pack } from './pack/zh.js';
import { report } from './report/zh.js';
import type { Sentences } from './sentences.js';
import { sheets } from './sheets/zh.js';
import { terms } from './terms/zh.js';
import { usage } from './usage/zh.js';

/** Chinese sentences. */
export const zh: Sentences = {
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

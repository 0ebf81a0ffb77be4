import type { Verdict } from '../core/finding.js';
import type { Pack } from '../core/rule.js';
import type { Run } from '../core/run.js';
import type { Language } from '../core/text.js';
import type { Vocabulary } from '../core/vocabulary.js';

/** How a run is shown. None of it changes a verdict, a number or the exit code. */
export interface View {
  readonly lang: Language;
  readonly show: readonly Verdict[];
  readonly color: boolean;
  /** Terminal cells of a line. */
  readonly width: number;
  readonly pack: Pack;
  readonly vocabulary: Vocabulary;
}

/** Turns a run into the text of one format. Reporters judge nothing and write nowhere. */
export type Reporter = (run: Run, view: View) => string;

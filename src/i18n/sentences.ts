import type { AuthoringWords } from './authoring/words.js';
import type { CiWords } from './ci/words.js';
import type { CommandWords } from './command/words.js';
import type { CoverageWords } from './coverage/words.js';
import type { FormatWords } from './formats/words.js';
import type { HtmlWords } from './html/words.js';
import type { InputWords } from './input/words.js';
import type { PackWords } from './pack/words.js';
import type { ReportWords } from './report/words.js';
import type { SheetWords } from './sheets/words.js';
import type { TermWords } from './terms/words.js';
import type { UsageWords } from './usage/words.js';

/** Every sentence and word that a reader can see, by topics. Both languages are of this type: a missing one does not compile. */
export interface Sentences extends TermWords {
  readonly problem: InputWords & PackWords;
  readonly usage: UsageWords;
  readonly report: ReportWords;
  readonly sheets: SheetWords;
  readonly ci: CiWords;
  readonly html: HtmlWords;
  readonly command: CommandWords;
  readonly authoring: AuthoringWords;
  readonly formats: FormatWords;
  readonly coverage: CoverageWords;
}

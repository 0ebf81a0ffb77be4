import type { Verdict } from '../../core/finding.js';
import type { Level } from '../../core/problem.js';

export type SheetName = 'summary' | 'findings' | 'questions' | 'manual' | 'upcoming' | 'profiles' | 'problems' | 'about';

export type SheetColumn =
  | Verdict
  | 'profile'
  | 'identity'
  | 'operator'
  | 'uscc'
  | 'platform'
  | 'area'
  | 'rule'
  | 'title'
  | 'duty'
  | 'severity'
  | 'verdict'
  | 'reason'
  | 'item'
  | 'message'
  | 'declared'
  | 'missing'
  | 'place'
  | 'law'
  | 'grounds'
  | 'cost'
  | 'remedy'
  | 'fact'
  | 'path'
  | 'write'
  | 'rules'
  | 'alone'
  | 'value'
  | 'question'
  | 'from'
  | 'declaration'
  | 'status'
  | 'gate'
  | 'gateReasons'
  | 'compliance'
  | 'coverage'
  | 'encouraged'
  | 'errors'
  | 'warnings'
  | 'digest'
  | 'factsDigest'
  | 'level'
  | 'problem'
  | 'source';

export interface SheetWords {
  readonly names: Readonly<Record<SheetName, string>>;
  readonly columns: Readonly<Record<SheetColumn, string>>;
  readonly level: Readonly<Record<Level, string>>;
  readonly labels: Readonly<Record<'gate' | 'options' | 'profiles' | 'statuses' | 'noInputs' | 'tool' | 'vocabulary' | 'cells', string>>;
  /** Stands at the end of a text that is longer than a cell can hold. */
  readonly cut: (characters: number) => string;
  /** Stands in the last row of a sheet that cannot hold all rows. */
  readonly leftOut: (rows: number) => string;
  readonly leftOutOf: (sheet: string, rows: number) => string;
  readonly cells: string;
}

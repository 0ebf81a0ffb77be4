import type { Citation } from '../../core/article.js';
import type { Reason, Verdict } from '../../core/finding.js';
import type { ExprType, TypeName } from '../../core/problem.js';
import type { Duty, Severity } from '../../core/rule.js';
import type { GateReason, Status } from '../../core/run.js';
import type { FactKind, Unit } from '../../core/vocabulary.js';

/** Words that occur everywhere: verdicts, kinds of value, units, articles. */
export interface TermWords {
  readonly gate: { readonly [C in GateReason['code']]: (reason: Extract<GateReason, { code: C }>) => string };
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly reason: Readonly<Record<Reason, string>>;
  readonly duty: Readonly<Record<Duty, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly status: Readonly<Record<Status, string>>;
  readonly type: Readonly<Record<TypeName, string>>;
  readonly exprType: Readonly<Record<ExprType, string>>;
  readonly kind: Readonly<Record<FactKind, string>>;
  /** Stands where a declared value was left out. */
  readonly redacted: (kind: string) => string;
  readonly unit: Readonly<Record<Unit, string>>;
  readonly article: (citation: Citation) => string;
  readonly liability: (liability: LiabilityWords) => string;
  readonly yes: string;
  readonly no: string;
  readonly permanent: string;
  readonly undeclared: string;
  readonly listSeparator: string;
  readonly quote: (text: string) => string;
}

export interface LiabilityWords {
  readonly law: string;
  readonly cny: string | null;
  readonly timesGains: number | null;
  readonly percentTurnover: number | null;
  readonly orderFirst: boolean;
}

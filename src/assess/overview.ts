import { type Finding, VERDICTS, type Verdict } from '../core/finding.js';
import type { Problem } from '../core/problem.js';
import type { ProfileRecord, Score, Status, Weights } from '../core/run.js';
import { percent } from './score.js';

/** One profile among many. */
export interface ProfileLine extends Pick<ProfileRecord, 'path' | 'id' | 'status' | 'compliance' | 'coverage' | 'counts' | 'areas'> {
  /** Where it stands among the inputs, counted from 1. */
  readonly position: number;
  readonly passed: boolean;
  /** Weight of the rules that are gaps, and of those that are unknown. */
  readonly missed: number;
  readonly open: number;
}

/** An input that could not be judged, with the first of its problems. */
export interface NotJudged extends Pick<ProfileRecord, 'path'> {
  readonly status: Exclude<Status, 'judged'>;
  readonly first: Problem | null;
  readonly problems: number;
}

/** How many profiles something happened to. */
export interface Often {
  /** Id of a rule, or path of a fact in the vocabulary. */
  readonly name: string;
  readonly profiles: number;
}

/** Lower bounds of the groups in a distribution, in percent; the last holds those without a number. */
export const BINS = [100, 90, 80, 60, 0, null] as const;

/** Most inputs that are kept by name; beyond it they are counted. */
const MOST_NAMED = 1000;

/**
 * What many profiles come to together. It is made while they go by and holds no record, so that its size depends on
 * rules and facts but not on the number of profiles.
 */
export class Overview {
  profiles = 0;
  passed = 0;
  notJudgedCount = 0;
  readonly notJudged: NotJudged[] = [];
  private readonly lines: ProfileLine[] = [];
  private readonly gaps = new Map<string, number>();
  private readonly undeclared = new Map<string, number>();
  private readonly byArea = new Map<string, MutableScore>();
  private readonly all = emptyScore();
  private readonly distribution = { compliance: BINS.map(() => 0), coverage: BINS.map(() => 0) };

  add(record: ProfileRecord): void {
    this.profiles += 1;
    if (record.gate.passed) this.passed += 1;
    if (record.status === 'judged') this.addJudged(record);
    else this.addNotJudged(record, record.status);
    this.addLine(record);
  }

  /** Up to so many profiles: those that did not pass first, the greatest missed weight before the smaller. */
  worst(most: number): ProfileLine[] {
    return this.lines.sort(compareLines).slice(0, Math.min(most, MOST_NAMED));
  }

  /** The rules that are gaps in most profiles; encouraged ones are not counted. */
  get rulesMissed(): Often[] {
    return mostOften(this.gaps);
  }

  /** The facts that most profiles leave undeclared though a rule waits for them. */
  get factsUndeclared(): Often[] {
    return mostOften(this.undeclared);
  }

  /** Verdicts and weights of an area, or of all, summed over the profiles. */
  score(area: string | null): Score {
    const { weights, counts } = (area === null ? this.all : this.byArea.get(area)) ?? emptyScore();
    const { passed, decided, applicable } = weights;
    return { weights, counts, compliance: percent(passed, decided), coverage: percent(decided, applicable) };
  }

  /** How many judged profiles lie in each of the {@link BINS}. */
  binned(number: 'compliance' | 'coverage'): readonly number[] {
    return this.distribution[number];
  }

  private addJudged(record: ProfileRecord): void {
    const { weights, counts, compliance, coverage, areas, findings } = record;
    addScore(this.all, { weights, counts });
    for (const [area, score] of Object.entries(areas)) {
      const sum = this.byArea.get(area) ?? emptyScore();
      addScore(sum, score);
      this.byArea.set(area, sum);
    }
    const gaps = findings.filter(({ verdict, duty }) => verdict === 'gap' && duty !== 'encouraged');
    for (const rule of new Set(gaps.map((each) => each.rule))) count(this.gaps, rule);
    for (const path of new Set(openPaths(findings).map(vocabularyPath))) count(this.undeclared, path);
    for (const [bins, value] of [
      [this.distribution.compliance, compliance],
      [this.distribution.coverage, coverage],
    ] as const) {
      const bin = binOf(value);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
  }

  private addNotJudged({ path, problems }: ProfileRecord, status: NotJudged['status']): void {
    this.notJudgedCount += 1;
    const errors = problems.filter(({ level }) => level === 'error');
    if (this.notJudged.length < MOST_NAMED) this.notJudged.push({ path, status, first: errors[0] ?? null, problems: errors.length });
  }

  private addLine(record: ProfileRecord): void {
    this.lines.push(lineOf(record, this.profiles));
    if (this.lines.length >= 2 * MOST_NAMED) this.lines.sort(compareLines).splice(MOST_NAMED);
  }
}

/** The facts that unknown rules wait for; a rule with a gap among its items is a gap. */
function openPaths(findings: readonly Finding[]): string[] {
  const gaps = new Set(findings.flatMap(({ rule, verdict }) => (verdict === 'gap' ? [rule] : [])));
  return findings.flatMap(({ rule, verdict, missing }) => (verdict === 'unknown' && !gaps.has(rule) ? missing : []));
}

/** What an overview keeps of the record at a position among the inputs. */
export function lineOf(record: ProfileRecord, position: number): ProfileLine {
  const { path, id, status, compliance, coverage, counts, areas, weights, gate } = record;
  const missed = weights === null ? 0 : weights.decided - weights.passed;
  const open = weights === null ? 0 : weights.applicable - weights.decided;
  return { position, path, id, status, compliance, coverage, counts, areas, passed: gate.passed, missed, open };
}

interface MutableScore {
  readonly weights: { -readonly [K in keyof Weights]: number };
  readonly counts: Record<Verdict, number>;
}

function emptyScore(): MutableScore {
  return { weights: { passed: 0, decided: 0, applicable: 0 }, counts: { pass: 0, gap: 0, unknown: 0, manual: 0, 'not-applicable': 0 } };
}

function addScore(sum: MutableScore, { weights, counts }: Pick<ProfileRecord, 'weights' | 'counts'>): void {
  for (const key of ['passed', 'decided', 'applicable'] as const) sum.weights[key] += weights?.[key] ?? 0;
  for (const verdict of VERDICTS) sum.counts[verdict] += counts?.[verdict] ?? 0;
}

function binOf(value: number | null): number {
  return BINS.findIndex((bound) => (value === null ? bound === null : bound !== null && value >= bound));
}

function count(of: Map<string, number>, name: string): void {
  of.set(name, (of.get(name) ?? 0) + 1);
}

function mostOften(of: ReadonlyMap<string, number>): Often[] {
  const often = [...of].map(([name, profiles]) => ({ name, profiles }));
  return often.sort((a, b) => b.profiles - a.profiles || byCodeUnit(a.name, b.name));
}

/** What could not be judged comes before what failed, and this before what passed. */
function compareLines(a: ProfileLine, b: ProfileLine): number {
  const rank = ({ status, passed }: ProfileLine): number => (status !== 'judged' ? 0 : passed ? 2 : 1);
  return rank(a) - rank(b) || b.missed - a.missed || b.open - a.open || byCodeUnit(a.path, b.path);
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `list[key=name].field`, which names one item, as `list[].field`. */
function vocabularyPath(path: string): string {
  return path.replace(/\[\w+=.*?\](?=\.[a-z]|$)/gs, '[]');
}

/** A record without what an overview of many does not read: that is nearly all of it. */
export function forOverview(record: ProfileRecord): ProfileRecord {
  const read = record.findings.filter(({ verdict }) => verdict === 'gap' || verdict === 'unknown');
  const findings = read.map((finding) => ({ ...finding, facts: [], parts: [] }));
  return { ...record, findings, upcoming: [] };
}

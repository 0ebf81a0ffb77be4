import type { Finding, Place } from '../core/finding.js';
import type { Rule } from '../core/rule.js';
import type { Header, ProfileRecord, Run, Score } from '../core/run.js';
import { factsOf } from '../core/vocabulary.js';
import { sayProblem } from '../i18n/translate.js';
import type { View } from './view.js';
import { Wording } from './words.js';

/** The run as one JSON document (see `hegui schema run`). */
export function renderJson(run: Run, view: View): string {
  const wording = new Wording(view.lang, view.vocabulary, view.pack.instruments);
  const rules = new Map(run.rules.map((rule) => [rule.id, rule]));
  const document = {
    ...headerJson(run.header, run.rules, view),
    profiles: run.profiles.map((record) => profileJson(record, rules, wording)),
    summary: run.summary,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** The header of a run: what was asked, by which law, and the words of all rules and facts. */
export function headerJson(header: Header, rules: readonly Rule[], { vocabulary, pack }: Pick<View, 'vocabulary' | 'pack'>): object {
  const instruments = new Set(rules.flatMap((rule) => [...rule.basis, ...rule.liability].map((each) => each.instrument)));
  return {
    schemaVersion: 1,
    tool: { name: 'hegui', version: header.toolVersion },
    asOf: header.asOf,
    lang: header.lang,
    packs: header.packs,
    vocabulary: header.vocabulary,
    options: header.options,
    partial: header.partial,
    catalog: {
      rules: Object.fromEntries(rules.map((rule) => [rule.id, ruleJson(rule)])),
      facts: Object.fromEntries(
        factsOf(vocabulary).map(({ path, type }) => [
          path,
          {
            kind: type.kind,
            title: type.title,
            unit: type.unit,
            ...(Object.keys(type.members).length === 0
              ? {}
              : { members: Object.fromEntries(Object.entries(type.members).map(([id, { title }]) => [id, title])) }),
          },
        ]),
      ),
      instruments: Object.fromEntries(
        Object.values(pack.instruments)
          .filter(({ id }) => instruments.has(id))
          .map(({ id, name, number, issuer, officialSource }) => [id, { name, number, issuer, officialSource }]),
      ),
    },
  };
}

function ruleJson(rule: Rule): object {
  const { area, title, kind, duty, severity, grounds, basis, liability, params, ask, remedy } = rule;
  return { area, title, kind, duty, severity, grounds, basis, liability, params, gaps: rule.parts.map((part) => part.gap), ask, remedy };
}

/** The record of one profile. */
export function profileJson(record: ProfileRecord, rules: ReadonlyMap<string, Rule>, wording: Wording): object {
  return {
    record: 'profile',
    path: record.path,
    id: record.identity.value,
    idFrom: record.identity.from,
    digest: record.digest,
    factsDigest: record.factsDigest,
    status: record.status,
    operator: record.envelope?.operator ?? { name: null, uscc: null },
    platform: record.envelope?.platform ?? { name: null, kinds: [] },
    declaration: record.envelope?.declared ?? { date: null, by: null, title: null },
    problems: record.problems.map((found) => ({ ...found, message: sayProblem(found, wording.words) })),
    gate: record.gate,
    ...scoreJson(record.score),
    encouraged: record.encouraged,
    areas: Object.fromEntries(Object.entries(record.areas).map(([area, score]) => [area, scoreJson(score)])),
    findings: record.findings.map((finding) => findingJson(finding, record, rules, wording)),
    questions: record.questions,
    upcoming: record.upcoming,
  };
}

function scoreJson(score: Score | null): object {
  return {
    weights: score?.weights ?? null,
    compliance: score?.compliance ?? null,
    coverage: score?.coverage ?? null,
    counts: score?.counts ?? null,
  };
}

function findingJson(finding: Finding, record: ProfileRecord, rules: ReadonlyMap<string, Rule>, wording: Wording): object {
  const { pointer, parts, facts, moreFacts, ...rest } = finding;
  const rule = rules.get(finding.rule);
  return {
    ...rest,
    at: placeOf(finding, record),
    facts: facts.map(({ pointer: at, value }) => ({ pointer: at, value })),
    moreFacts,
    parts: parts.map((part) => ({ ...part, message: rule === undefined ? '' : wording.gap(rule, part) })),
  };
}

/** Lines are looked up only where a reader is sent to them: for gaps and unknowns. */
function placeOf(finding: Finding, record: ProfileRecord): Place {
  const wanted = finding.verdict === 'gap' || finding.verdict === 'unknown';
  return wanted ? record.place(finding.pointer) : { pointer: finding.pointer, line: null, column: null, source: null };
}

import type { Location, Region, Result } from 'sarif';
import type { Place } from '../../core/finding.js';
import { factPath } from '../../core/pointer.js';
import type { ProfileRecord } from '../../core/run.js';
import { escapePlain, escapeSarif, escapeUri } from '../escape.js';
import type { Weighed } from '../say/decided.js';
import { sayFact, sayFinding, titleOf } from '../say/messages.js';
import type { Wording } from '../say/wording.js';
import type { View } from '../view.js';
import { LEVELS, RANKS } from './sarif-rule.js';

/** The name of the fingerprint; its number changes if what it is made from does. */
const FINGERPRINT = 'hegui/v1';

/** GitHub takes no more locations of one result. */
const MAX_RELATED = 99;

/** A code host places every result on some line; where none is known it is the first. */
const WHOLE_FILE_LINE = 1;

/** No file system knows a longer path, and readers refuse a URI of 65,520 characters. */
const MAX_PATH = 4096;

const KINDS = { pass: 'pass', gap: 'fail', unknown: 'open', manual: 'review', 'not-applicable': 'notApplicable' } as const;

/** A finding as a result of SARIF (§3.27), still without the index of its rule. */
export function sarifResult(each: Weighed, record: ProfileRecord, fingerprint: string, view: View, wording: Wording): Result {
  const { finding, rule } = each;
  const { verdict, duty, standing, item } = finding;
  // Without the kinds, a reader such as GitHub goes by the level, and what fails the gate must not look harmless.
  const kind = view.sarifAllKinds ? KINDS[verdict] : 'fail';
  const related = relatedLocations(each, record, wording);
  const text = wording.words.ci.of(titleOf(each, wording), sayFinding(each, wording));
  return {
    ruleId: finding.rule,
    kind,
    level: kind === 'fail' ? LEVELS[duty] : 'none',
    ...(kind === 'fail' ? { rank: RANKS[rule.severity] } : {}),
    message: { text: escapeSarif(text) },
    locations: [placed(record.path, { ...finding.at, line: finding.at.line ?? WHOLE_FILE_LINE }, item)],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    partialFingerprints: { [FINGERPRINT]: fingerprint },
    ...(standing === 'open'
      ? {}
      : { suppressions: [{ kind: 'external', status: 'accepted', justification: wording.words.ci.standing[standing] }] }),
    properties: {
      profile: escapePlain(record.id),
      verdict,
      duty,
      severity: rule.severity,
      ...(finding.missing.length === 0 ? {} : { missing: finding.missing.map(escapePlain) }),
    },
  };
}

/** The further facts on which a gap rests. */
function relatedLocations({ finding }: Weighed, record: ProfileRecord, wording: Wording): Location[] {
  const further = finding.facts.filter(({ line, pointer }) => line != null && pointer !== finding.at.pointer);
  return further.slice(0, MAX_RELATED).map((fact, index) => ({
    id: index + 1,
    ...placed(record.path, fact, null),
    message: { text: escapeSarif(wording.words.ci.of(wording.words.ci.restsOnToo, sayFact(fact.pointer, fact.value, wording))) },
  }));
}

/** A place in a file, with the path of the fact and the item that stand there. */
export function placed(path: string, at: Partial<Place> & Pick<Place, 'pointer'>, item: string | null): Location {
  const region = regionOf(at);
  const logical = [
    ...(item === null ? [] : [{ name: escapePlain(item), fullyQualifiedName: escapePlain(item), kind: 'object' }]),
    ...(at.pointer === '' ? [] : [{ fullyQualifiedName: escapePlain(factPath(at.pointer)), kind: 'property' }]),
  ];
  return {
    physicalLocation: { artifactLocation: { uri: escapeUri(path.slice(0, MAX_PATH)) }, ...(region === null ? {} : { region }) },
    ...(logical.length === 0 ? {} : { logicalLocations: logical }),
  };
}

function regionOf({ line, column, source }: Partial<Place>): Region | null {
  if (line == null) return null;
  const snippet = source == null ? {} : { snippet: { text: escapePlain(source) } };
  return { startLine: line, startColumn: column ?? 1, ...snippet };
}

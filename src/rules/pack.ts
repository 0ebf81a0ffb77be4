import type { FileProblem } from '../core/problem.js';
import { hasErrors, problem, WHOLE_FILE } from '../core/problem.js';
import { suggest } from '../core/suggest.js';
import { nodeHost } from '../io/host.js';
import type { Reader } from '../io/read.js';
import { decode, MAX_BYTES } from '../load/decode.js';
import { parse } from '../load/parse.js';
import { packValidators } from '../schema/generated.js';
import { packSchemas } from '../schema/schemas/rule.js';
import { problemsOf } from '../schema/validate.js';
import { type FactsFile, factProblems } from '../vocabulary/vocabulary.js';
import type { RawLedger } from './ledger.js';
import type { PackSource, RawInstrument, RawPack, RawRules, RawTests, SourceFile, Topic } from './source.js';

type FileKind = keyof typeof packSchemas;
export type PackRead =
  | { readonly source: PackSource; readonly problems: readonly FileProblem[] }
  | { readonly problems: readonly FileProblem[] };

/** Most topics and rules of a pack; packs come from strangers. */
const MAX_TOPICS = 1_000;
const MAX_RULES = 10_000;

/** Files of a pack beside its areas. */
const OF_PACK: readonly string[] = ['pack.yaml', 'instruments.yaml', 'facts.yaml', 'clauses.yaml'];

/**
 * Reads a pack folder: `pack.yaml`, and as far as they are there `instruments.yaml`, `clauses.yaml` and `facts.yaml`; of each topic
 * `<area>/<topic>.yaml` and the tests beside it. All problems of all files are found at once; there is a source only if
 * every file is valid.
 */
export async function readPack(folder: string, reader: Reader): Promise<PackRead> {
  const reading = new PackReading(folder, reader);
  const manifest = await reading.file<RawPack>('pack.yaml', 'pack');
  const listed = await reader.list(folder);
  const optional = async <T>(name: string, kind: FileKind): Promise<SourceFile<T> | null> =>
    listed.includes(name) ? reading.file<T>(name, kind) : null;
  const instruments = await optional<{ instruments: RawInstrument[] }>('instruments.yaml', 'instruments');
  const ledger = await optional<RawLedger>('clauses.yaml', 'ledger');
  const facts = await optional<FactsFile>('facts.yaml', 'facts');
  if (facts !== null) reading.add(facts.file, factProblems(facts.value, facts.parsed.place));
  const topics = manifest === null ? await reading.allTopics(listed) : await reading.topics(manifest, listed);
  if (manifest === null || hasErrors(reading.problems.map(({ problem: found }) => found))) return { problems: reading.problems };
  return { source: { folder, manifest, instruments, ledger, facts, topics }, problems: reading.problems };
}

class PackReading {
  readonly problems: FileProblem[] = [];

  constructor(
    private readonly folder: string,
    private readonly reader: Reader,
  ) {}

  add(file: string, problems: readonly FileProblem['problem'][]): void {
    this.problems.push(...problems.map((each) => ({ file, problem: each })));
  }

  async file<T>(name: string, kind: FileKind): Promise<SourceFile<T> | null> {
    const file = `${this.folder}/${name}`;
    const read = await this.reader.readWithin(this.folder, name, MAX_BYTES);
    const decoded = 'problem' in read ? read : decode(read.bytes, null, nodeHost.isUtf8);
    if ('problem' in decoded || 'problem' in read) {
      this.add(file, ['problem' in decoded ? decoded.problem : problem('file-missing', {}, WHOLE_FILE)]);
      return null;
    }
    const parsed = parse(decoded.text);
    const problems = [...parsed.problems];
    if (!hasErrors(problems)) problems.push(...problemsOf(packValidators()[kind], () => packSchemas[kind], parsed.value, parsed.place));
    this.add(file, problems);
    return hasErrors(problems) ? null : { file, digest: nodeHost.sha256(read.bytes), parsed, value: parsed.value as T };
  }

  /** The topics that the manifest lists, in its order, each once. */
  async topics(manifest: SourceFile<RawPack>, inPack: readonly string[]): Promise<Topic[]> {
    const areas = new Map<string, Set<string>>();
    for (const { id, topics } of manifest.value.areas ?? []) {
      const wanted = areas.get(id) ?? new Set();
      for (const topic of topics) wanted.add(topic);
      areas.set(id, wanted);
    }
    this.reportStrays('', inPack, OF_PACK, [...areas.keys()]);
    const count = [...areas.values()].reduce((sum, { size }) => sum + size, 0);
    if (count > MAX_TOPICS) {
      const tooLarge = problem('pack-too-large', { what: 'topics', count, limit: MAX_TOPICS }, manifest.parsed.place('/areas', 'key'));
      this.add(manifest.file, [tooLarge]);
      return [];
    }
    const read: Topic[] = [];
    for (const [area, wanted] of areas) read.push(...(await this.area(area, [...wanted])));
    const rules = read.reduce((sum, topic) => sum + topic.rules.value.rules.length, 0);
    if (rules > MAX_RULES) {
      this.add(manifest.file, [
        problem('pack-too-large', { what: 'rules', count: rules, limit: MAX_RULES }, manifest.parsed.place('/areas', 'key')),
      ]);
    }
    return read;
  }

  /** Where no manifest says which topics there are, all that look like one, so that all their problems are found. */
  async allTopics(inPack: readonly string[]): Promise<Topic[]> {
    const read: Topic[] = [];
    for (const area of inPack.filter((name) => !name.includes('.'))) {
      const names = (await this.reader.list(`${this.folder}/${area}`)).filter((name) => /^[^.]+\.yaml$/.test(name));
      read.push(
        ...(await this.area(
          area,
          names.slice(0, MAX_TOPICS).map((name) => name.replace(/\.yaml$/, '')),
        )),
      );
    }
    return read;
  }

  private async area(area: string, topics: readonly string[]): Promise<Topic[]> {
    const listed = await this.reader.list(`${this.folder}/${area}`);
    const files = topics.flatMap((topic) => [`${topic}.yaml`, `${topic}.test.yaml`]);
    this.reportStrays(`${area}/`, listed, files, []);
    const read = await Promise.all(
      topics.map(async (id) => {
        const tests = `${id}.test.yaml`;
        const [rules, beside] = await Promise.all([
          this.file<RawRules>(`${area}/${id}.yaml`, 'rules'),
          listed.includes(tests) ? this.file<RawTests>(`${area}/${tests}`, 'tests') : null,
        ]);
        return rules === null ? null : { area, id, rules, tests: beside };
      }),
    );
    return read.filter((each) => each !== null);
  }

  /** What would not be read, though someone may believe that it counts. Notes for people and hidden files are no such thing. */
  private reportStrays(inside: string, listed: readonly string[], files: readonly string[], folders: readonly string[]): void {
    const known = [...files, ...folders];
    for (const name of listed) {
      if (known.includes(name) || /^\.|\.md$|^LICENSE/.test(name)) continue;
      const kind = inside === '' ? (name.includes('.') ? 'other' : 'area') : /^[^.]+\.yaml$/.test(name) ? 'topic' : 'other';
      const near = suggest(name, known);
      const suggestion = near === null || listed.includes(near) ? null : near;
      this.add(`${this.folder}/${inside}${name}`, [problem('pack-stray', { file: `${inside}${name}`, kind, suggestion }, WHOLE_FILE)]);
    }
  }
}

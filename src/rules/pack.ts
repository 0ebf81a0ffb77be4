import { hasErrors, problem, WHOLE_FILE } from '../core/problem.js';
import type { Reader } from '../io/read.js';
import { decode } from '../load/decode.js';
import { parse } from '../load/parse.js';
import { sha256 } from '../schema/digest.js';
import { packValidators } from '../schema/generated.js';
import { packSchemas } from '../schema/schemas/rule.js';
import { problemsOf } from '../schema/validate.js';
import type { FileProblem, PackSource, RawArea, RawInstrument, RawPack, RawTests, SourceFile } from './source.js';

type Kind = keyof typeof packSchemas;
export type PackRead =
  | { readonly source: PackSource; readonly problems: readonly FileProblem[] }
  | { readonly problems: readonly FileProblem[] };

/**
 * Reads a pack folder: `pack.yaml`, an area file and a test file per area, `instruments.yaml` if there is one there or
 * at `sharedInstruments`. All problems of all files are found at once; there is a source only if every file is valid.
 */
export async function readPack(folder: string, reader: Reader, sharedInstruments: string | null): Promise<PackRead> {
  const reading = new PackReading(reader);
  const manifest = await reading.file<RawPack>(`${folder}/pack.yaml`, 'pack');
  const listed = (await reader.list(folder)).filter((name) => name.endsWith('.yaml'));
  // Where the manifest does not say which areas there are, all files are read, so that all their problems are found.
  const wanted = manifest?.value.areas ?? areasIn(listed);
  reading.reportStrays(folder, listed, wanted);
  const areas = await reading.all<RawArea>(
    wanted.map((area) => `${folder}/${area}.yaml`),
    'area',
  );
  const tests = await reading.all<RawTests>(
    wanted.filter((area) => listed.includes(`${area}.test.yaml`)).map((area) => `${folder}/${area}.test.yaml`),
    'tests',
  );
  const instrumentFiles = [
    ...(sharedInstruments === null ? [] : [sharedInstruments]),
    ...(listed.includes('instruments.yaml') ? [`${folder}/instruments.yaml`] : []),
  ];
  const instruments = await reading.all<{ instruments: RawInstrument[] }>(instrumentFiles, 'instruments');
  if (manifest === null || reading.problems.some(({ problem: found }) => found.level === 'error')) return { problems: reading.problems };
  return { source: { manifest, instruments, areas, tests }, problems: reading.problems };
}

/** Files of a pack that are no areas. */
const NO_AREAS: readonly string[] = ['pack.yaml', 'instruments.yaml', 'clauses.yaml'];

function areasIn(names: readonly string[]): string[] {
  return names.filter((name) => !NO_AREAS.includes(name) && !name.endsWith('.test.yaml')).map((name) => name.replace(/\.yaml$/, ''));
}

class PackReading {
  readonly problems: FileProblem[] = [];

  constructor(private readonly reader: Reader) {}

  async file<T>(file: string, kind: Kind): Promise<SourceFile<T> | null> {
    const read = await this.reader.read(file);
    const decoded = 'problem' in read ? read : decode(read.bytes, null);
    if ('problem' in decoded || 'problem' in read) {
      const found = 'problem' in decoded ? decoded.problem : problem('file-missing', {}, WHOLE_FILE);
      this.problems.push({ file, problem: found });
      return null;
    }
    const parsed = parse(decoded.text);
    const problems = [...parsed.problems];
    if (!hasErrors(problems)) problems.push(...problemsOf(packValidators()[kind], () => packSchemas[kind], parsed.value, parsed.place));
    this.problems.push(...problems.map((each) => ({ file, problem: each })));
    if (hasErrors(problems)) return null;
    return { file, digest: sha256(read.bytes), parsed, value: parsed.value as T };
  }

  async all<T>(files: readonly string[], kind: Kind): Promise<SourceFile<T>[]> {
    const read = await Promise.all(files.map((file) => this.file<T>(file, kind)));
    return read.filter((each) => each !== null);
  }

  reportStrays(folder: string, listed: readonly string[], areas: readonly string[]): void {
    const known = new Set([...NO_AREAS, ...areas.flatMap((area) => [`${area}.yaml`, `${area}.test.yaml`])]);
    for (const name of listed) {
      if (known.has(name)) continue;
      const file = `${folder}/${name}`;
      this.problems.push({
        file,
        problem: problem('pack-unknown-area', { area: name.replace(/(\.test)?\.yaml$/, ''), file: name }, WHOLE_FILE),
      });
    }
  }
}

import type { Context } from '../core/context.js';
import { type Json, objectOf } from '../core/profile.js';
import type { Language } from '../core/text.js';
import { EXTENSIONS } from '../core/vocabulary.js';
import { sentences } from '../i18n/translate.js';
import { UsageError, usageProblem } from '../invocation/usage.js';
import { nodeHost } from '../io/host.js';
import { diskReader } from '../io/read.js';
import { openReplacement, type Replacement } from '../io/write.js';
import { decode, MAX_BYTES } from '../load/decode.js';
import { parse } from '../load/parse.js';
import type { Parsed } from '../load/parsed.js';
import { BUILTIN_FACTS, BUILTIN_FOLDERS } from '../rules/builtin.js';
import { factStub, NotAppendable, ruleStub, type Stub, testStub, topicStub } from '../rules/stub.js';

export interface RawNewOptions {
  readonly rules?: readonly string[];
  readonly topic?: string;
  readonly fact?: string;
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const KEY = /^[a-z][a-z0-9_]*$/;
/** Byte order mark. */
const MARK = '\ufeff';

/** The pack for which stubs are written: its folder, its manifest as text and as far as it could be read. */
interface Target {
  readonly folder: string;
  readonly manifest: string;
  readonly areas: readonly ListedArea[];
}

interface ListedArea {
  readonly id: string;
  readonly topics: readonly string[];
}

/**
 * `hegui rules new`: writes a rule, its tests and if asked for a fact, in which everything that an author must decide stands
 * empty, so that lint asks for it. Files that are there keep all their bytes; nothing is written where something is amiss.
 */
export async function newRule(id: string, raw: RawNewOptions, lang: Language, context: Context): Promise<number> {
  const [area = '', rule = '', ...more] = id.split('/');
  if (!ID.test(area) || !ID.test(rule) || more.length > 0) throw badValue('<area>/<rule>', id, 'fee-notices/fees-announced');
  const target = await targetOf(raw.rules ?? [], context);
  const topic = topicOf(raw.topic, target, area);
  await refuseInherited(area, target, context);
  await refuseExisting(area, rule, topic, target);
  const stubs = [...(await ruleStubs(area, rule, topic, target, context.today)), ...(await factStubs(raw.fact, target, context))];
  await writeAll(stubs);
  const words = sentences(lang).authoring;
  const written = stubs.map(({ path, line, what }) => words.written(`${path}:${line}`, words.stub[what]));
  await context.stdout.write(`${[...written, words.next(id)].join('\n')}\n`);
  return 0;
}

/** Writes all files or none: each is whole beside its place before the first is put there. Fails with the system's error. */
async function writeAll(stubs: readonly Stub[]): Promise<void> {
  const open: Replacement[] = [];
  try {
    for (const { path, text } of stubs) {
      const file = await openReplacement(path);
      open.push(file);
      await file.write(text);
    }
    for (const file of open) await file.commit();
  } catch (error) {
    for (const file of open) await file.discard();
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UsageError([usageProblem('output-failed', { path: path ?? '', reason: code })]);
  }
}

async function targetOf(folders: readonly string[], context: Context): Promise<Target> {
  const [folder = `${context.packageRoot}/rules/china`, other] = folders.map((each) => each.replace(/(?<=.)\/+$/, ''));
  if (other !== undefined) throw badValue('--rules', other, 'DIR');
  const manifest = await textOf(`${folder}/pack.yaml`);
  if (manifest === null) throw new UsageError([usageProblem('pack-unreadable', { folder })]);
  return { folder, manifest, areas: areasOf(parse(manifest)) };
}

function areasOf({ value }: Parsed): ListedArea[] {
  return listOf(objectOf(value)['areas']).map((each) => ({
    id: String(objectOf(each)['id']),
    topics: listOf(objectOf(each)['topics']).map(String),
  }));
}

/** The topic asked for, or the only one of the area. */
function topicOf(asked: string | undefined, { areas }: Target, area: string): string {
  const topics = areas.find(({ id }) => id === area)?.topics ?? [];
  const [only] = topics;
  if (asked === undefined && only !== undefined && topics.length === 1) return only;
  if (asked === undefined)
    throw new UsageError([usageProblem('missing-argument', { name: ['--topic', topics.join(' | ')].join(' ').trim() })]);
  if (!ID.test(asked)) throw badValue('--topic', asked, topics.length > 0 ? topics.join(' | ') : 'fees');
  return asked;
}

/** Refuses an area of a built-in pack that the target extends: lint would, but only once all stubs are filled. */
async function refuseInherited(area: string, { manifest }: Target, { packageRoot }: Context): Promise<void> {
  let pack = objectOf(parse(manifest).value)['extends'];
  for (const folder of BUILTIN_FOLDERS.toReversed()) {
    const path = `${packageRoot}/rules/${folder}/pack.yaml`;
    const text = folder === pack ? await textOf(path) : null;
    if (text === null) continue;
    const parsed = parse(text);
    const index = areasOf(parsed).findIndex(({ id }) => id === area);
    const place = placed(path, parsed, `/areas/${index}/id`);
    if (index !== -1) throw new UsageError([usageProblem('area-inherited', { area, pack: folder, place })]);
    pack = objectOf(parsed.value)['extends'];
  }
}

/** Refuses a rule of which there is something: in a topic of the area, or in files of its own topic that no manifest lists. */
async function refuseExisting(area: string, rule: string, topic: string, { folder, areas }: Target): Promise<void> {
  const full = `${area}/${rule}`;
  for (const each of new Set([topic, ...(areas.find(({ id }) => id === area)?.topics ?? [])])) {
    const path = `${folder}/${area}/${each}.yaml`;
    const parsed = parse((await textOf(path)) ?? '');
    const index = listOf(objectOf(parsed.value)['rules']).findIndex((found) => objectOf(found)['id'] === rule);
    if (index === -1) continue;
    throw new UsageError([usageProblem('rule-exists', { rule: full, place: placed(path, parsed, `/rules/${index}/id`) })]);
  }
  const path = `${folder}/${area}/${topic}.test.yaml`;
  const parsed = parse((await textOf(path)) ?? '');
  if (!Object.hasOwn(objectOf(objectOf(parsed.value)['tests']), rule)) return;
  throw new UsageError([usageProblem('tests-exist', { rule: full, place: placed(path, parsed, `/tests/${rule}`, 'key') })]);
}

function placed(path: string, { place }: Parsed, pointer: string, aspect: 'key' | 'value' = 'value'): string {
  const { line, column } = place(pointer, aspect);
  return `${path}:${line}:${column}`;
}

async function ruleStubs(area: string, rule: string, topic: string, target: Target, today: string): Promise<Stub[]> {
  const { folder, manifest, areas } = target;
  const path = `${folder}/${area}/${topic}`;
  const at = areas.findIndex(({ id }) => id === area);
  const isListed = areas[at]?.topics.includes(topic) ?? false;
  const [rules, tests] = [await textOf(`${path}.yaml`), await textOf(`${path}.test.yaml`)];
  return orRefuse(() => [
    ruleStub(`${path}.yaml`, rules, rule),
    testStub(`${path}.test.yaml`, tests, rule, today),
    ...(isListed ? [] : [topicStub(`${folder}/pack.yaml`, manifest, at === -1 ? null : at, area, topic)]),
  ]);
}

/** The stub of a fact: a pack's own in its `facts.yaml`, any other in the facts that come with hegui. */
async function factStubs(path: string | undefined, { folder }: Target, { packageRoot }: Context): Promise<Stub[]> {
  if (path === undefined) return [];
  const steps = path.split('.');
  const isOwn = steps[0] === EXTENSIONS;
  const [section = '', ...keys] = isOwn ? steps.slice(1) : steps;
  if (keys.length === 0 || ![section, ...keys].every((key) => KEY.test(key))) throw badValue('--fact', path, 'complaints.feedback_days');
  const file = isOwn ? `${folder}/facts.yaml` : `${packageRoot}/rules/${BUILTIN_FACTS}/${section}.yaml`;
  const before = await textOf(file);
  const parsed = parse(before ?? '');
  if (hasFact(parsed.value, keys)) {
    const pointer = keys.map((key) => `/properties/${key}`).join('');
    throw new UsageError([usageProblem('fact-exists', { fact: path, place: placed(file, parsed, pointer, 'key') })]);
  }
  return orRefuse(() => [factStub(file, before, section, keys)]);
}

function hasFact(file: Json, keys: readonly string[]): boolean {
  let at: Json | undefined = file;
  for (const key of keys) at = objectOf(objectOf(at)['properties'])[key];
  return at !== undefined;
}

function orRefuse(make: () => Stub[]): Stub[] {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof NotAppendable)) throw error;
    throw new UsageError([usageProblem('not-appendable', { path: error.path })]);
  }
}

/** The text of a file, or null if there is none. @throws UsageError if there is one that cannot be read */
async function textOf(path: string): Promise<string | null> {
  const read = await diskReader.read(path, MAX_BYTES);
  if ('problem' in read && read.problem.code === 'file-missing') return null;
  const decoded = 'problem' in read ? read : decode(read.bytes, null, nodeHost.isUtf8);
  if ('bytes' in read && 'text' in decoded) return `${startsWithMark(read.bytes) ? MARK : ''}${decoded.text}`;
  throw new UsageError([usageProblem('not-appendable', { path })]);
}

/** Whether bytes start with the mark that decoding drops; a file that has one keeps it. */
function startsWithMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function badValue(option: string, value: string, expected: string): UsageError {
  return new UsageError([usageProblem('bad-value', { option, value, expected, suggestion: null })]);
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

// Makes of this project one with five times its rules and facts: `node scripts/fivefold.mjs FOLDER`. The folder then holds a
// built hegui whose built-in rules are the present ones and four copies of them under other names, so that what a much
// larger pack costs is measured on the program as it would be shipped. Works from the files found below rules/ by what they hold.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';

export const TIMES = 5;
const COPIES = Array.from({ length: TIMES - 1 }, (_, index) => index + 2);
/** What all chapters are about: its facts stand in the conditions that they share. */
const SHARED = 'platform';

const areaName = (area, copy) => `x${copy}-${area}`;
const factName = (name, copy) => `${name}_${copy}`;

/** The YAML files below a folder, each with what it holds. */
function yamlFiles(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ path, value: parse(readFileSync(join(folder, path), 'utf8')) }));
}

/** The sections whose facts stand in a file of their own. */
function sectionsIn(files) {
  return files.flatMap(({ path, value }) => (value?.section !== SHARED && path.endsWith(`/${value?.section}.yaml`) ? [value.section] : []));
}

/** The sections of profiles of which there are copies. */
export function copiedSections(rules = 'rules') {
  return sectionsIn(yamlFiles(rules));
}

/** Renames what a copy has for itself: sections and conditions in expressions and paths, and areas. */
class Copy {
  constructor(number, sections, areas, conditions) {
    this.number = number;
    this.areas = areas;
    this.conditions = conditions;
    this.facts = new RegExp(`(?<![\\w.])(${sections.join('|')})(?=\\.|$)`, 'g');
    this.names = new RegExp(`(?<![\\w.])(${[...conditions, '(?!)'].join('|')})(?![\\w.(])`, 'g');
  }

  path(text) {
    return text.replace(this.facts, (name) => factName(name, this.number));
  }

  /** Texts in quotation marks are members, not facts. */
  expression(value) {
    if (typeof value !== 'string') return value;
    const outside = (text) => this.path(text).replace(this.names, (name) => factName(name, this.number));
    return value.replace(/("(?:[^"\\]|\\.)*")|([^"]+)/g, (_, quoted, rest) => quoted ?? outside(rest));
  }

  /** An area, also as the first part of the full name of a rule. */
  area(text) {
    const [area, ...rest] = text.split('/');
    return this.areas.includes(area) ? [areaName(area, this.number), ...rest].join('/') : text;
  }

  filePath(path) {
    return path
      .split('/')
      .map((step) => step.replace(/^[^.]+/, (stem) => (this.areas.includes(stem) ? areaName(stem, this.number) : stem)))
      .join('/');
  }

  /** A file of rules or of their tests, whatever of what is listed here it holds. */
  value(value, key = '') {
    if (typeof value === 'string') return this.text(value, key);
    if (Array.isArray(value)) return value.map((each) => this.value(each, key));
    if (typeof value !== 'object' || value === null) return value;
    const paths = key === 'set' || key === 'base';
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [paths ? this.path(name) : name, paths ? each : this.value(each, name)]),
    );
  }

  text(text, key) {
    if (['when', 'that', 'require', 'in'].includes(key)) return this.expression(text);
    if (['missing', 'each_member_of'].includes(key)) return this.path(text);
    if (['area', 'replaces'].includes(key)) return this.area(text);
    return text.replace(/\{[\w.]+\}/g, (shown) => `{${this.path(shown.slice(1, -1))}}`);
  }
}

/** A manifest with the areas of all copies, and the conditions that read facts of which there are copies. */
function manifest(value, copies) {
  const areas = copies.flatMap((copy) =>
    (value.areas ?? []).map((area) => (typeof area === 'string' ? copy.area(area) : { ...area, id: copy.area(area.id) })),
  );
  const conditions = copies.flatMap((copy) =>
    Object.entries(value.conditions ?? {}).flatMap(([name, text]) =>
      copy.conditions.includes(name) ? [[factName(name, copy.number), copy.expression(text)]] : [],
    ),
  );
  return {
    ...value,
    ...(value.areas && { areas: [...value.areas, ...areas] }),
    ...(value.conditions && { conditions: { ...value.conditions, ...Object.fromEntries(conditions) } }),
  };
}

/** A ledger that names beside each area and rule its copies. */
function ledger(value, copies, key = '') {
  if (Array.isArray(value)) {
    const own = value.map((each) => ledger(each, copies));
    const named = (key === 'rules' || key === 'areas') && value.every((each) => typeof each === 'string');
    return named ? [...own, ...copies.flatMap((copy) => value.map((each) => copy.area(each)))] : own;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, ledger(each, copies, name)]));
}

/** The conditions that read sections of which there are copies, themselves or through others. */
function conditionsOn(sections, conditions) {
  const found = [];
  for (const [name, text] of Object.entries(conditions)) {
    const probe = new Copy(0, sections, [], found);
    if (probe.expression(text) !== text) found.push(name);
  }
  return found;
}

/** Writes the rules of a folder and their copies into another. */
function writeRules(from, to) {
  const files = yamlFiles(from);
  const sections = sectionsIn(files);
  const manifests = files.flatMap(({ path, value }) => (path.endsWith('pack.yaml') ? [value] : []));
  const areas = manifests.flatMap(({ areas: own = [] }) => own.map((area) => area.id ?? area));
  const conditions = conditionsOn(sections, Object.assign({}, ...manifests.map((each) => each.conditions ?? {})));
  const copies = COPIES.map((number) => new Copy(number, sections, areas, conditions));
  const write = (path, value) => {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    writeFileSync(join(to, path), stringify(value, { aliasDuplicateObjects: false }));
  };
  for (const { path, value } of files) {
    const isManifest = path.endsWith('pack.yaml');
    const isLedger = path.endsWith('clauses.yaml');
    write(path, isManifest ? manifest(value, copies) : isLedger ? ledger(value, copies) : value);
    for (const copy of copies) {
      if (sections.includes(value?.section)) {
        const section = factName(value.section, copy.number);
        write(path.replace(`${value.section}.yaml`, `${section}.yaml`), { ...copy.value(value), section });
      } else if (copy.filePath(path) !== path) write(copy.filePath(path), copy.value(value));
    }
  }
}

/** A profile in which the copied sections are filled alike. */
export function fivefoldProfile(text, sections) {
  const blocks = text.split(/^(?=[a-z]\w*:)/m);
  const copies = COPIES.flatMap((copy) =>
    blocks.flatMap((block) => {
      const [, name] = /^(\w+):/.exec(block) ?? [];
      return sections.includes(name) ? [block.replace(name, factName(name, copy)).replace(/\n*$/, '\n')] : [];
    }),
  );
  return [text.replace(/\n*$/, '\n'), ...copies].join('');
}

/** Makes the project in a folder that is empty or does not exist, builds it there and lets it lint its rules. */
export function makeFivefold(folder) {
  for (const part of ['bin', 'scripts', 'src', 'examples', 'package.json', 'tsconfig.json', 'node_modules']) {
    if (part === 'node_modules') symlinkSync(resolve(part), join(folder, part));
    else cpSync(part, join(folder, part), { recursive: true });
  }
  writeRules('rules', join(folder, 'rules'));
  const sections = copiedSections();
  for (const name of readdirSync('examples', { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('profile.yaml') || name.startsWith('invalid')) continue;
    const path = join(folder, 'examples', name);
    writeFileSync(path, fivefoldProfile(readFileSync(path, 'utf8'), sections));
  }
  const run = (...argv) => execFileSync(process.execPath, argv, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  run('scripts/build.mjs');
  run('bin/hegui.js', 'rules', 'lint');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , folder] = process.argv;
  if (folder === undefined) throw new Error('which folder? node scripts/fivefold.mjs FOLDER');
  mkdirSync(folder, { recursive: true });
  makeFivefold(folder);
}

import type { Json } from '../../src/core/profile.js';
import type { FactType } from '../../src/core/vocabulary.js';

type JsonObject = { readonly [key: string]: Json };

/**
 * Everything that a full profile declares, one path for each fact that could be left out: scalars, whole checklists
 * written as lists, single members of those written as maps, lists of objects, fields of their items. Paths are spelt
 * as findings spell missing facts.
 */
export function declarationsOf(type: FactType, full: Json): string[] {
  const paths: string[] = [];
  part(type, full, '', (path) => {
    paths.push(path);
    return true;
  });
  return paths;
}

/** The part of a full profile that declares only these facts. */
export function declaring(type: FactType, full: Json, declared: ReadonlySet<string>): JsonObject {
  return (part(type, full, '', (path) => declared.has(path)) ?? {}) as JsonObject;
}

/** A value with only what `keep` keeps; undefined where nothing is left to declare. */
function part(type: FactType, value: Json, path: string, keep: (path: string) => boolean): Json | undefined {
  switch (type.kind) {
    case 'object':
      return fields(type, value as JsonObject, path, keep);
    case 'list': {
      const kept = keep(path);
      const items = (value as readonly JsonObject[]).map((item) => {
        const name = item[type.key ?? ''] ?? null;
        const inItem = `${path}[${type.key}=${String(name)}]`;
        return { [type.key ?? '']: name, ...fields(type, item, inItem, keep) };
      });
      return kept ? items : undefined;
    }
    case 'checklist': {
      if (Array.isArray(value)) return keep(path) ? value : undefined;
      const members = Object.entries(value as JsonObject).filter(([member]) => keep(`${path}.${member}`));
      return members.length > 0 ? Object.fromEntries(members) : undefined;
    }
    default:
      return keep(path) ? value : undefined;
  }
}

function fields(type: FactType, value: JsonObject, path: string, keep: (path: string) => boolean): JsonObject {
  const kept: Record<string, Json> = {};
  for (const [key, property] of Object.entries(type.properties)) {
    const declared = value[key];
    if (declared === undefined || key === type.key) continue;
    const made = part(property, declared, path === '' ? key : `${path}.${key}`, keep);
    if (made !== undefined) kept[key] = made;
  }
  return kept;
}

// Loads a part of the built command line with the code cache that the build made for this version of V8. Compiling the
// parts takes longer than all else that a check of one profile does.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

/** The scripts of the loaded parts by name; the build makes their caches after it has run them. */
const scripts = new Map();
const loaded = new Map();

function partPath(name) {
  return join(__dirname, '../dist/bin', `${name}.cjs`);
}

/** Path of the code cache of a part; another version of V8 finds none, and compiles. */
function cachePath(name) {
  return join(__dirname, '../dist/bin', `${name}.${process.versions.v8}-${process.arch}.cache`);
}

/**
 * The content of the cache of a loaded part. V8 itself looks only at the length of the text and at the head of the code:
 * it would run the code of another text of that length, and break down over damaged code. So the text stands in the
 * cache, and the code twice; to compare bytes takes less time than to load what could digest them.
 */
function makeCache(name) {
  const code = scripts.get(name).createCachedData();
  return Buffer.concat([code, readFileSync(partPath(name)), code]);
}

/** The code of exactly this text; undefined where there is no whole cache of it. */
function readCode(name, text) {
  let cache;
  try {
    cache = readFileSync(cachePath(name));
  } catch {
    return undefined;
  }
  const size = (cache.length - text.length) / 2;
  if (!Number.isInteger(size) || size <= 0) return undefined;
  const code = cache.subarray(0, size);
  const whole = cache.subarray(size, -size).equals(text) && cache.subarray(-size).equals(code);
  return whole ? code : undefined;
}

/** What a part of `dist/bin` exports. */
function load(name) {
  const before = loaded.get(name);
  if (before !== undefined) return before.exports;
  const filename = partPath(name);
  const text = readFileSync(filename);
  // The build writes nothing but ASCII, which is read as it is.
  const source = `(function (exports, require, module, __filename) {${text.latin1Slice()}\n})`;
  const script = new Script(source, { filename, cachedData: readCode(name, text) });
  scripts.set(name, script);
  const ownRequire = createRequire(filename);
  const module = { exports: {} };
  loaded.set(name, module);
  const requirePart = (id) => (id.startsWith('./') ? load(id.slice(2, -4)) : ownRequire(id));
  script.runInThisContext()(module.exports, requirePart, module, filename);
  return module.exports;
}

module.exports = { cachePath, load, makeCache, scripts };

// Loads a part of the built command line with the code cache that the build made for this version of V8. Compiling the
// parts takes longer than all else that a check of one profile does.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

/** The scripts of the loaded parts by name; the build makes their caches after it has run them. */
const scripts = new Map();
const loaded = new Map();

/** Path of the code cache of a part; another version of V8 finds none, and compiles. */
function cachePath(name) {
  return join(__dirname, '../dist/bin', `${name}.${process.versions.v8}-${process.arch}.cache`);
}

function readCache(name) {
  try {
    return readFileSync(cachePath(name));
  } catch {
    return undefined;
  }
}

/** What a part of `dist/bin` exports. */
function load(name) {
  const before = loaded.get(name);
  if (before !== undefined) return before.exports;
  const filename = join(__dirname, '../dist/bin', `${name}.cjs`);
  const source = `(function (exports, require, module, __filename) {${readFileSync(filename, 'utf8')}\n})`;
  const script = new Script(source, { filename, cachedData: readCache(name) });
  scripts.set(name, script);
  const ownRequire = createRequire(filename);
  const module = { exports: {} };
  loaded.set(name, module);
  const requirePart = (id) => (id.startsWith('./') ? load(id.slice(2, -4)) : ownRequire(id));
  script.runInThisContext()(module.exports, requirePart, module, filename);
  return module.exports;
}

module.exports = { cachePath, load, scripts };

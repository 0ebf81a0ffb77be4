// Builds what `npm ci` needs: types and library by tsc, validators by ajv, the compiled pack, the bundled command line.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';

const generated = 'dist/generated';

execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], { stdio: 'inherit' });
mkdirSync(generated, { recursive: true });

// commander asks for child_process at its start but uses it only for subcommands that are programs of their own, of which
// hegui has none; loading it takes as long as all of commander.
const lazyChildProcess = {
  name: 'lazy-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      importer.includes('/commander/') ? { path, namespace: 'lazy' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => ({
      contents: `module.exports = { get spawn() { return require('${path}').spawn; } };`,
    }));
  },
};

// The command line is four files: what --help and a wrong option need, what `check` needs, what reads rule packs, and what
// writes workbooks. Each holds all it needs, since to find and link a module takes longer than to skip over unused text.
const parts = {
  check: ['commands/check', 'commands/explain', 'commands/schema', 'batch/worker'],
  saved: ['commands/merge', 'commands/report', 'commands/coverage'],
  rules: ['commands/rules', 'commands/rulesnew', 'rules/load', 'schema/ajv', 'vocabulary/read'],
  workbook: ['sheet/workbook'],
};
const partsApart = {
  name: 'parts-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\/.*\.js$/ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      const module = relative('src', join(resolveDir, path)).replace(/\.js$/, '');
      const [part] = Object.entries(parts).find(([, modules]) => modules.includes(module)) ?? [];
      return part === undefined ? undefined : { path: `./${part}.cjs`, external: true };
    });
  },
};

// In the bundles the validators are part of the code, so that they are cached with it; elsewhere they are loaded from their files.
const validatorsInside = {
  name: 'validators-inside',
  setup({ onLoad }) {
    onLoad({ filter: /\/schema\/generated\.ts$/ }, () => ({
      contents: `export const profileValidator = () => require('./profile.cjs').profile;
        export const packValidators = () => require('./pack.cjs');
        export const runValidators = () => require('./run.cjs');`,
      resolveDir: generated,
    }));
  },
};

async function writeModule(name, source) {
  await build({
    stdin: { contents: source, resolveDir: '.', loader: 'js' },
    outfile: `${generated}/${name}.cjs`,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    minify: true,
    logLevel: 'warning',
  });
}

/** What the build of the rules gives; where it cannot, all that is wrong with them is said, and nothing more is built. */
function made(built) {
  if (!('failure' in built)) return built;
  process.stderr.write(built.failure);
  process.exit(1);
}

const { buildPacks, buildVocabulary } = await import('../dist/rules/build.js');
const { BUILTIN_FACTS, BUILTIN_FOLDERS } = await import('../dist/rules/builtin.js');
const { vocabulary, words, validators } = made(await buildVocabulary(`rules/${BUILTIN_FACTS}`, process.env));
for (const [name, source] of Object.entries(validators)) await writeModule(name, source);
const folders = BUILTIN_FOLDERS.map((name) => `rules/${name}`);
const built = made(await buildPacks(folders, vocabulary, words, process.env));

const ascii = (text) => text.replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
writeFileSync(`${generated}/engine.json`, ascii(JSON.stringify(built.engine)));
for (const name of ['words', 'bases']) writeFileSync(`${generated}/${name}.json`, JSON.stringify(built[name]));
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
rmSync('dist/bin', { recursive: true, force: true });
const bundle = {
  outdir: 'dist/bin',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  define: { HEGUI_VERSION: JSON.stringify(version), 'import.meta.url': 'importMetaUrl' },
  supported: { 'dynamic-import': false },
  logLevel: 'warning',
};
await build({ ...bundle, entryPoints: { hegui: 'src/cli/bin.ts' }, plugins: [lazyChildProcess, partsApart] });
for (const [part, modules] of Object.entries(parts)) {
  const contents = modules.map((module) => `export * from './src/${module}.js';`).join('\n');
  await build({ ...bundle, stdin: { contents, resolveDir: '.', sourcefile: `${part}.js` }, plugins: [partsApart, validatorsInside] });
  renameSync('dist/bin/stdin.cjs', `dist/bin/${part}.cjs`);
}
execFileSync(process.execPath, ['scripts/cache.mjs'], { stdio: 'inherit' });

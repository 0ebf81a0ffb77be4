// Builds what `npm ci` needs: types and library by tsc, validators by ajv, the compiled pack, the bundled command line.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

async function writeModule(name, source) {
  await build({
    stdin: { contents: source, resolveDir: '.', loader: 'js' },
    outfile: `${generated}/${name}.cjs`,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    minify: true,
    logLevel: 'warning',
    plugins: [lazyChildProcess],
  });
}

const { makeGenerated } = await import('../dist/schema/generate.js');
const { packValidators, profileValidators, vocabulary } = await makeGenerated('rules/facts');
await writeModule('pack', packValidators);
await writeModule('profile', profileValidators);

const { buildPack } = await import('../dist/rules/build.js');
const built = await buildPack('rules/chongqing-2020-16', 'rules/instruments.yaml', vocabulary);
if ('failure' in built) {
  process.stderr.write(built.failure);
  process.exitCode = 1;
} else {
  writeFileSync(`${generated}/builtin.json`, JSON.stringify(built.builtin));
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  rmSync('dist/bin', { recursive: true, force: true });
  await build({
    entryPoints: { hegui: 'src/cli/bin.ts' },
    outdir: 'dist/bin',
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    minify: true,
    // CommonJS libraries inside the bundle still ask for Node's own modules by require.
    banner: { js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);" },
    define: { HEGUI_VERSION: JSON.stringify(version) },
    logLevel: 'warning',
    plugins: [lazyChildProcess],
  });
}

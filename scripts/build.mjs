// Builds what `npm ci` needs: types and library by tsc, validators by ajv, the compiled pack, the bundled command line.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const generated = 'dist/generated';

execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], { stdio: 'inherit' });
mkdirSync(generated, { recursive: true });

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
  // A literal inside JSON.parse is read much faster than the same data as source.
  const literal = JSON.stringify(JSON.stringify(built.builtin)).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  writeFileSync(`${generated}/builtin.cjs`, `module.exports = JSON.parse(${literal});\n`);
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  await build({
    entryPoints: ['src/cli/bin.ts'],
    outfile: 'dist/hegui.cjs',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minifySyntax: true,
    define: { HEGUI_VERSION: JSON.stringify(version) },
    logLevel: 'warning',
    plugins: [
      {
        name: 'lazy-data',
        setup({ onResolve }) {
          onResolve({ filter: /^#generated\/(builtin|pack)\.cjs$/ }, ({ path }) => ({ path: path.replace('#', './'), external: true }));
        },
      },
    ],
    supported: { 'dynamic-import': false },
  });
}

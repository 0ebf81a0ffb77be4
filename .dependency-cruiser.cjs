/** The floors of the house, from the lowest: a module imports from its own floor or from lower ones. */
const floors = [
  ['core'],
  ['i18n', 'io', 'load', 'sheet'],
  ['vocabulary', 'schema', 'rules'],
  ['evaluate', 'assess'],
  ['pipeline', 'trial', 'run'],
  ['report'],
  ['batch'],
  ['invocation'],
  ['commands'],
  ['cli'],
];
const folder = (names) => `^src/(${names.join('|')})(/|\\.ts$)`;

const upward = floors.slice(0, -1).map((names, index) => ({
  name: `floor-${index}-imports-nothing-above`,
  severity: 'error',
  from: { path: folder(names) },
  to: { path: folder(floors.slice(index + 1).flat()) },
}));

/** Each library and each impurity has one door. */
const door = (name, library, doors) => ({
  name: `${name}-has-one-door`,
  severity: 'error',
  from: { path: '^src/', pathNot: doors },
  to: { path: library },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...upward,
    { name: 'core-imports-nothing', severity: 'error', from: { path: '^src/core/' }, to: { pathNot: ['^src/core/', '^node_modules/fastest-levenshtein/'] } },
    { name: 'runs-in-a-browser', severity: 'error', from: { path: '^src/', pathNot: folder(['io', 'report', 'batch', 'invocation', 'commands', 'cli']) }, to: { dependencyTypes: ['core'] } },
    { name: 'words-only-at-the-edge', severity: 'error', from: { path: folder(['core', 'io', 'load', 'sheet', 'vocabulary', 'schema', 'evaluate', 'assess', 'pipeline', 'trial', 'run']) }, to: { path: '^src/i18n/' } },
    { name: 'i18n-reads-core-alone', severity: 'error', from: { path: '^src/i18n/' }, to: { pathNot: '^src/(i18n|core)/' } },
    { name: 'reports-write-nothing', severity: 'error', from: { path: '^src/report/' }, to: { path: ['^src/io/(?!host\\.ts)', '^src/evaluate/', '^src/pipeline'] } },
    { name: 'commands-stand-alone', severity: 'error', from: { path: '^src/commands/' }, to: { path: '^src/commands/' } },
    door('yaml', '^node_modules/yaml/', '^src/load/(full|append)\\.ts$'),
    door('js-yaml', '^node_modules/js-yaml/', '^src/load/plain\\.ts$'),
    door('cel', '^node_modules/@marcbachmann/cel-js/', '^src/rules/ast\\.ts$'),
    door('ajv', '^node_modules/ajv', '^src/schema/'),
    door('commander', '^node_modules/commander/', '^src/cli/'),
    door('chalk', '^node_modules/chalk/', '^src/report/terminal/page\\.ts$'),
    door('cli-table3', '^node_modules/cli-table3/', '^src/report/terminal/areas\\.ts$'),
    door('string-width', '^node_modules/fast-string-width/', '^src/report/terminal/wrap\\.ts$'),
    door('levenshtein', '^node_modules/fastest-levenshtein/', '^src/core/suggest\\.ts$'),
    door('write-excel-file', '^node_modules/write-excel-file/', '^src/sheet/workbook\\.ts$'),
    door('tinyglobby', '^node_modules/tinyglobby/', '^src/io/list\\.ts$'),
    door('file-system', '^(node:)?fs(/promises)?$', '^src/io/'),
    door('workers', '^(node:)?worker_threads$', '^src/batch/'),
    { name: 'no-test-libraries', severity: 'error', from: { path: '^src/' }, to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], pathNot: '^node_modules/(@types|json-schema-to-ts)/' } },
    { name: 'no-missing', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'dist'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};

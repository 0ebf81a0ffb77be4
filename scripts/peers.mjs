// The programs with which the bench compares batches: bare parsers, Spectral and ajv-cli.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const BIN = join(process.cwd(), 'bin/hegui.js');
const PACKAGES = ['@stoplight/spectral-cli@6.16.3', 'ajv-cli@5.0.0', 'ajv-formats@3.0.1'];

/** A program that does nothing but parse each file of a folder with a library; what is not well-formed costs it an exception. */
export function bareParse(library, name, folder) {
  const program = `import { ${name} } from '${library}'; import { readdirSync, readFileSync } from 'node:fs';
    for (const name of readdirSync(process.argv[1])) try { ${name}(readFileSync(process.argv[1] + '/' + name, 'utf8')); } catch {}`;
  return ['--input-type=module', '--eval', program, folder];
}

/** Seventeen duties of the pack that need one fact each, as JSON Schemas of that fact. */
const SEVENTEEN = {
  'merchants.verification.recheck_interval_months': { maximum: 6 },
  'merchants.verification.recheck_overdue_count': { const: 0 },
  'merchants.verification.forged_count': { const: 0 },
  'merchants.verification.items': { allOf: ['identity', 'address', 'contact', 'licences'].map((each) => ({ contains: { const: each } })) },
  'merchants.permits.missing_count': { const: 0 },
  'merchants.permits.stale_count': { const: 0 },
  'merchants.reporting.months': { minItems: 2 },
  'merchants.reporting.recipient': { const: 'province_of_domicile' },
  'merchants.reporting.missed_count': { const: 0 },
  'merchants.unregistered.reminder_threshold_cny': { maximum: 100_000 },
  'merchants.unregistered.over_limit_unreminded_count': { const: 0 },
  'merchants.premises_material_unmet_count': { const: 0 },
  'licences.home_page_items': { contains: { const: 'business_licence' } },
  'complaints.excluded_remedies': { maxItems: 0 },
  'complaints.overdue.forwarded_count': { const: 0 },
  'complaints.assistance.unanswered_count': { const: 0 },
  'complaints.evidence.not_supplied_count': { const: 0 },
};

/** The seventeen duties as rules of Spectral; with the schema of profiles in place of the last, as hegui checks that too. */
export function spectralRules(withSchema) {
  const rules = Object.entries(SEVENTEEN).map(([fact, schema]) => {
    const path = fact.split('.');
    const field = path.pop();
    const then = { field, function: 'schema', functionOptions: { schema } };
    return [fact.replaceAll('.', '-'), { given: ['$', ...path].join('.'), severity: 'error', then }];
  });
  if (withSchema) {
    const { $id: _, ...schema } = JSON.parse(execFileSync(process.execPath, [BIN, 'schema', 'profile'], { encoding: 'utf8' }));
    rules.splice(-1, 1, ['profile', { given: '$', severity: 'error', then: { function: 'schema', functionOptions: { schema } } }]);
  }
  return JSON.stringify({ rules: Object.fromEntries(rules) });
}

/** Installs the peers for this run of the bench; gives their programs, or null where they cannot be installed. */
export function installPeers(home) {
  mkdirSync(home);
  try {
    execFileSync('npm', ['install', '--prefix', home, '--no-audit', '--no-fund', ...PACKAGES], { stdio: 'ignore' });
  } catch {
    return null;
  }
  return {
    spectral: join(home, 'node_modules/@stoplight/spectral-cli/dist/index.js'),
    ajv: join(home, 'node_modules/ajv-cli/dist/index.js'),
  };
}

/** Writes the profiles of a folder that are well-formed as JSON into another. */
export function writeAsJson(folder, to) {
  mkdirSync(to);
  for (const name of readdirSync(folder)) {
    try {
      writeFileSync(join(to, name.replace('.yaml', '.json')), JSON.stringify(parse(readFileSync(join(folder, name), 'utf8'))));
    } catch {
      // Not well-formed.
    }
  }
}

/** Writes the schema of profiles into a file; gives the arguments by which ajv-cli finds all errors of all files of a folder. */
export function ajvArguments(scratch, folder) {
  const schema = join(scratch, 'profile.schema.json');
  writeFileSync(schema, execFileSync(process.execPath, [BIN, 'schema', 'profile']));
  return [
    'validate',
    '--spec=draft2020',
    '--strict=false',
    '--all-errors',
    '-c',
    'ajv-formats',
    '-s',
    schema,
    '-d',
    join(folder, '*.json'),
  ];
}

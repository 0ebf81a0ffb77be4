import { readFileSync } from 'node:fs';

const read = (name: string): string => readFileSync(`examples/${name}/profile.yaml`, 'utf8');

/** Profiles of every outcome under names that a shell or an engine could take for something else, in a folder. */
export function profilesOf(folder: string): Record<string, string | Uint8Array> {
  return Object.fromEntries(
    Object.entries({
      'good.yaml': read('compliant-marketplace'),
      'with spaces.yaml': read('marketplace-with-gaps'),
      '{}{.}{#}.yaml': 'hegui: 1\n',
      '$(touch touched) `touch touched`.yaml': read('half-filled'),
      'quotes\'".yaml': read('invalid-file'),
      'empty.yaml': '',
      'binary.yaml': new Uint8Array([0xff, 0x00, 0xc3]),
      '甲/乙.yaml': read('live-commerce'),
    }).map(([name, content]) => [`${folder}/${name}`, content]),
  );
}

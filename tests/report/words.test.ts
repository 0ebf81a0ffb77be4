import { describe, expect, it } from 'vitest';
import { Wording } from '../../src/report/say/wording.js';
import { frozenRun } from '../support/run.js';

const { catalog } = (await frozenRun('en')).header;
const wording = new Wording('en', catalog);

/** Names that items of a stranger's list may have. */
const NAMES = ['甲', '', ']', '[', 'a]b', '[2025] leak', 'a].name', '=', 'a.b', 'a\nb]'];

describe('the title of a fact', () => {
  const title = catalog.facts['parcels.sites[].labels']?.title.en ?? '';

  it.each(NAMES)('is found in an item named %j', (name) => {
    expect(wording.factTitle(`parcels.sites[name=${name}].labels`)).toBe(title);
  });

  it.each(NAMES)('is found with a member of a checklist in an item named %j', (name) => {
    const [member, words] = Object.entries(catalog.facts['parcels.sites[].labels']?.members ?? {})[0] ?? [];
    expect(wording.factTitle(`parcels.sites[name=${name}].labels.${member}`)).toBe(`${title}: ${words?.en}`);
  });

  it('is the path where the vocabulary has no such fact', () => {
    expect(wording.factTitle('parcels.sites[name=a].nothing')).toBe('parcels.sites[name=a].nothing');
  });
});

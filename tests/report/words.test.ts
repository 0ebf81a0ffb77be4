import { describe, expect, it } from 'vitest';
import { Wording } from '../../src/report/words.js';
import { runOf } from '../support/run.js';

const { catalog } = (await runOf('examples/marketplace-with-gaps/profile.yaml')).header;
const wording = new Wording('en', catalog);

/** Names that items of a stranger's list may have. */
const NAMES = ['甲', '', ']', '[', 'a]b', '[2025] leak', 'a].name', '=', 'a.b', 'a\nb]'];

describe('the title of a fact', () => {
  const title = catalog.facts['data.incidents[].response']?.title.en ?? '';

  it.each(NAMES)('is found in an item named %j', (name) => {
    expect(wording.factTitle(`data.incidents[name=${name}].response`)).toBe(title);
  });

  it.each(NAMES)('is found with a member of a checklist in an item named %j', (name) => {
    const [member, words] = Object.entries(catalog.facts['data.incidents[].response']?.members ?? {})[0] ?? [];
    expect(wording.factTitle(`data.incidents[name=${name}].response.${member}`)).toBe(`${title}: ${words?.en}`);
  });

  it('is the path where the vocabulary has no such fact', () => {
    expect(wording.factTitle('data.incidents[name=a].nothing')).toBe('data.incidents[name=a].nothing');
  });
});

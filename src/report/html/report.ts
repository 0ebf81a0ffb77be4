import { Overview } from '../../assess/overview.js';
import type { ProfileRecord } from '../../core/run.js';
import { gateOfOnly, runTitle } from '../say/messages.js';
import { Wording } from '../say/wording.js';
import type { Report, Reporter } from '../view.js';
import { batchPage } from './batch.js';
import { briefProfile } from './brief.js';
import type { Markup } from './markup.js';
import { profilePage } from './profile.js';
import type { PageContext } from './sheet.js';

/** The report as one page for a browser and for paper: of one profile all in full, of several what they come to and each in short. */
export const htmlReport: Reporter = (header, view): Report => {
  const sheet: PageContext = { wording: new Wording(view.lang, header.catalog), header, view };
  const overview = new Overview();
  const details: Markup[] = [];
  let only: ProfileRecord | null = null;
  return {
    add: (record) => {
      only = overview.profiles === 0 ? record : null;
      overview.add(record);
      details.push(briefProfile(record, idAt(overview.profiles), sheet));
      return '';
    },
    end: (summary) => {
      const title = runTitle(header, sheet.wording, summary);
      if (only !== null) return profilePage(only, { title, gate: gateOfOnly(only, summary) }, sheet);
      return batchPage(overview, summary, { link: ({ position }) => `#${idAt(position)}`, lists: null, details }, sheet);
    },
  };
};

/** The anchor of the profile at a position among the inputs. */
function idAt(position: number): string {
  return `profile-${position}`;
}

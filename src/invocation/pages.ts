import type { ProfileRecord, Summary } from '../core/run.js';
import { openReplacement } from '../io/write.js';
import type { Site, SiteFile } from '../report/html/site.js';

/** Writes the pages of a report into a folder as they come, each whole or not at all. Pages of earlier runs stay. */
export class Pages {
  constructor(
    private readonly folder: string,
    private readonly site: Site,
  ) {}

  async add(record: ProfileRecord): Promise<void> {
    await this.write(this.site.add(record));
  }

  async finish(summary: Summary): Promise<void> {
    await this.write(this.site.end(summary));
  }

  private async write(files: readonly SiteFile[]): Promise<void> {
    for (const { name, text } of files) {
      const target = await openReplacement(`${this.folder}/${name}`);
      try {
        await target.write(text);
        await target.commit();
      } catch (error) {
        await target.discard().catch(() => undefined);
        throw error;
      }
    }
  }
}

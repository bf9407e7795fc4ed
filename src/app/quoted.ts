/** What is set up of quotes: the materials that markets quote, and the feeds file. */
import type { Catalog } from '#src/domain/asking/catalog.ts';
import type { Quoted } from '#src/quotes/quote-desk.ts';
import { FeedsFileError } from '#src/quotes/feeds/feed.ts';
import { readFeedSettings } from '#src/quotes/feeds/feeds-file.ts';
import { loadMaterials } from '#src/platform/data-files.ts';
import { followMaterials } from '#src/platform/follow-materials.ts';
import type { Config } from '#src/platform/settings/config.ts';
import { StartError } from '#src/platform/errors.ts';

/** @throws StartError naming file, field and reason */
export async function loadQuoted(
  { dataDir, feedsFile, secret }: Pick<Config, 'dataDir' | 'feedsFile' | 'secret'>,
  catalog: Pick<Catalog, 'materials' | 'metals'>,
): Promise<Quoted> {
  const { vat } = await loadMaterials(dataDir);
  const materialsNow = await followMaterials(dataDir, catalog);
  try {
    const settings = await readFeedSettings(feedsFile);
    return { settings, vat, materials: catalog.materials, materialsNow, secret };
  } catch (cause) {
    if (!(cause instanceof FeedsFileError)) throw cause;
    const fix = 'Mend what is named, or move the file away to run without feeds.';
    throw new StartError(
      cause.faults.map((fault) => {
        const at = fault.indexOf(': ');
        return { subject: fault.slice(0, at), reason: fault.slice(at + 2), fix };
      }),
      { cause },
    );
  }
}

/** The values of the secrets that feeds name: never to be logged. */
export function feedSecrets({ settings, secret }: Quoted): readonly string[] {
  return settings.feeds
    .flatMap(({ from }) =>
      'url' in from ? [...Object.values(from.headers), ...Object.values(from.query)] : [],
    )
    .flatMap((value) => (typeof value === 'string' ? [] : (secret(value.env) ?? [])));
}

/** What is set up of quotes: the materials that markets quote, and the feeds file. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ZodError } from 'zod';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import { materialsOf, materialsSchema } from '#src/domain/series/material.ts';
import type { Quoted } from '#src/quotes/desk.ts';
import { FeedsFileError, readFeedSettings } from '#src/quotes/feeds/feed-settings.ts';
import type { Config } from '#src/platform/config.ts';
import { StartError } from '#src/platform/errors.ts';

/** @throws StartError naming file, field and reason */
export async function loadQuoted(
  { dataDir, feedsFile, secret }: Pick<Config, 'dataDir' | 'feedsFile' | 'secret'>,
  catalog: Pick<Catalog, 'metals'>,
): Promise<Quoted> {
  const { vat, ...file } = await readMaterials(join(dataDir, 'quoted', 'materials.json'));
  try {
    const settings = await readFeedSettings(feedsFile);
    return { settings, vat, materials: materialsOf(catalog.metals, { ...file, vat }), secret };
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

/** Data of another folder may know no other materials than its metals. */
async function readMaterials(file: string) {
  const text = await readFile(file, 'utf8').catch(() => '{"source":"none"}');
  try {
    return materialsSchema.parse(JSON.parse(text));
  } catch (cause) {
    const issues = cause instanceof ZodError ? cause.issues : [];
    const [issue] = issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    const reason = issue ?? (cause instanceof Error ? cause.message : String(cause));
    throw new StartError([{ subject: file, reason, fix: 'Mend what is named.' }], { cause });
  }
}

/** The values of the secrets that feeds name: never to be logged. */
export function feedSecrets({ settings, secret }: Quoted): readonly string[] {
  return settings.feeds
    .flatMap(({ from }) =>
      'url' in from ? [...Object.values(from.headers), ...Object.values(from.query)] : [],
    )
    .flatMap(({ env }) => secret(env) ?? []);
}

/** The shipped data and FAQ within the bundle, read and checked when it was made: a start from the bundle that finds the same files checks none of them again. */
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { CatalogFaq } from '#src/domain/faq/entry.ts';
import type { MaterialsFile, TableNames } from '#src/domain/series/material.ts';
import type { Pack } from '#src/domain/series/metal.ts';
import type { PeriodRates } from '#src/domain/series/rates/period-rates.ts';
import { isAsNoted, note, ROOT, type Noted } from './bundle.ts';

declare global {
  interface ImportMeta {
    /** The folder of the bundle, in what `npm run bundle` writes. */
    readonly bundled?: string;
  }
}

/** What the files of both folders hold. */
export interface CheckedData {
  readonly packs: readonly Pack[];
  readonly materials: MaterialsFile;
  readonly names: TableNames;
  readonly faq: readonly CatalogFaq[];
  readonly rates: PeriodRates | undefined;
}

const FILE = 'data.bin';
const SHIPPED = { dataDir: join(ROOT, 'data'), faqDir: join(ROOT, 'faq') };
type Folders = typeof SHIPPED;

/** Below the root: what stands in these folders is read, whatever it is called. */
const shippedFiles = (): readonly string[] =>
  ['data', 'data/quoted', 'data/rates', 'faq'].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith('.json'))
      .map((name) => `${folder}/${name}`),
  );

/** `undefined` where the sources are run, the folders are others, or a file has changed, has come or is gone since. */
export function readBundledData({ dataDir, faqDir }: Folders): CheckedData | undefined {
  if (import.meta.bundled === undefined) return undefined;
  if (dataDir !== SHIPPED.dataDir || faqDir !== SHIPPED.faqDir) return undefined;
  try {
    const kept: { noted: Noted; data: CheckedData } = deserialize(
      readFileSync(join(import.meta.bundled, FILE)),
    );
    const isWhole = shippedFiles().toSorted().join('\n') === kept.noted.files.join('\n');
    return isWhole && isAsNoted(kept.noted) ? kept.data : undefined;
  } catch {
    return undefined;
  }
}

/** @param read Reads and checks what is in the folders. */
export async function bundleData(
  folder: string,
  read: (folders: Folders) => Promise<CheckedData>,
): Promise<void> {
  const noted = note(shippedFiles());
  await writeFile(join(folder, FILE), serialize({ noted, data: await read(SHIPPED) }));
}

/** The shipped data and FAQ within the bundle, read and checked when it was made: a start from the bundle that finds the same files checks none of them again. */
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Vocabulary } from '#src/domain/reading/vocabulary.ts';
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
type Options = Folders & { readonly defaultMetal: string };
/** With the vocabulary, where it was built for the same default. */
type Bundled = CheckedData & { readonly vocabulary?: Vocabulary };

/** Below the root: what stands in these folders is read, whatever it is called. */
const shippedFiles = (): readonly string[] =>
  ['data', 'data/quoted', 'data/rates', 'faq'].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith('.json'))
      .map((name) => `${folder}/${name}`),
  );

/** What is kept. */
interface Kept {
  readonly noted: Noted;
  readonly data: CheckedData;
  /** Of all names in it, with this metal as the one that is meant where none is named. */
  readonly vocabulary: Vocabulary;
  readonly defaultMetal: string;
}

/**
 * `undefined` where the sources are run, the folders are others, or a file has changed, has come or is gone since.
 * @param options Without a folder of the FAQ where only figures are wanted
 */
export function readBundledData({
  dataDir,
  faqDir = SHIPPED.faqDir,
  defaultMetal,
}: Pick<Options, 'dataDir'> & Partial<Options>): Bundled | undefined {
  if (import.meta.bundled === undefined) return undefined;
  if (dataDir !== SHIPPED.dataDir || faqDir !== SHIPPED.faqDir) return undefined;
  try {
    const kept: Kept = deserialize(readFileSync(join(import.meta.bundled, FILE)));
    const isWhole = shippedFiles().toSorted().join('\n') === kept.noted.files.join('\n');
    if (!isWhole || !isAsNoted(kept.noted)) return undefined;
    return { ...kept.data, ...(kept.defaultMetal === defaultMetal ? { vocabulary: kept.vocabulary } : {}) };
  } catch {
    return undefined;
  }
}

/** Reads, checks and keeps what is in the shipped folders. */
export async function bundleData(
  folder: string,
  {
    defaultMetal,
    readData,
    vocabularyOf,
  }: Pick<Options, 'defaultMetal'> & {
    readonly readData: (folders: Folders) => Promise<CheckedData>;
    readonly vocabularyOf: (data: CheckedData, defaultMetal: string) => Vocabulary;
  },
): Promise<void> {
  const noted = note(shippedFiles());
  const data = await readData(SHIPPED);
  const kept: Kept = { noted, data, vocabulary: vocabularyOf(data, defaultMetal), defaultMetal };
  await writeFile(join(folder, FILE), serialize(kept));
}

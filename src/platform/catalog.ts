/** Makes the catalog of what `data/` and `faq/` hold. A bad file stops the start with file, path and reason. */
import type { Catalog } from '#src/domain/asking/catalog.ts';
import { materialsOf } from '#src/domain/series/material.ts';
import { withTables } from '#src/domain/series/packs/with-tables.ts';
import { buildVocabulary, type Vocabulary } from '#src/domain/reading/vocabulary.ts';
import { createReader } from '#src/domain/reading/readings.ts';
import { readBundledData, type CheckedData } from './bundled-data.ts';
import { loadMatcher, type MatcherCacheOptions } from './matcher-cache.ts';
import { loadWordVectors } from './word-vectors.ts';
import { dataError, loadMaterials, loadTableNames, readPacks, loadRates, loadFaq } from './data-files.ts';

const DEFAULT_PRECISION = 0.95;

interface CatalogOptions extends MatcherCacheOptions {
  readonly dataDir: string;
  readonly faqDir: string;
  /** Id of the metal that is meant when none is named. */
  readonly defaultMetal: string;
}

/** The figures alone, without FAQ and matcher. @throws StartError naming every fault found, not only the first. */
export async function loadFigures(dataDir: string): Promise<Pick<Catalog, 'metals' | 'materials'>> {
  const bundled = readBundledData({ dataDir });
  if (bundled !== undefined) return figuresOf(bundled);
  const faults: string[] = [];
  const metals = (await readPacks(dataDir, faults)).map(withTables);
  if (faults.length > 0) throw dataError(faults);
  const [file, names] = [await loadMaterials(dataDir), await loadTableNames(dataDir)];
  return { metals, materials: materialsOf(metals, file, names) };
}

/**
 * Reads all `*.json` of both folders and checks them against each other.
 * @throws StartError naming every fault found, not only the first.
 */
export async function readData({
  dataDir,
  faqDir,
}: Pick<CatalogOptions, 'dataDir' | 'faqDir'>): Promise<CheckedData> {
  const faults: string[] = [];
  const packs = await readPacks(dataDir, faults);
  if (faults.length > 0) throw dataError(faults);
  const [materials, names] = [await loadMaterials(dataDir), await loadTableNames(dataDir)];
  const faq = await loadFaq(faqDir, packs.map(withTables), faults);
  const rates = await loadRates(dataDir, faults);
  if (faults.length > 0) throw dataError(faults);
  return { packs, materials, names, faq, rates };
}

function figuresOf({ packs, ...read }: CheckedData): Pick<Catalog, 'metals' | 'materials'> {
  const metals = packs.map(withTables);
  return { metals, materials: materialsOf(metals, read.materials, read.names) };
}

/** All that the names in the data are read by. */
export const vocabularyOf = (data: CheckedData, defaultMetal: string): Vocabulary =>
  buildVocabulary({ ...figuresOf(data), defaultMetal });

/** @throws StartError naming every fault found, not only the first. */
export async function loadCatalog(options: CatalogOptions): Promise<Catalog> {
  const { dataDir, defaultMetal } = options;
  const bundled = readBundledData(options);
  const read = bundled ?? (await readData(options));
  const { faq, rates } = read;
  const { metals, materials } = figuresOf(read);
  if (!metals.some((m) => m.id === defaultMetal)) {
    const known = metals.map((m) => m.id).join(', ');
    throw dataError([
      `DEFAULT_METAL: there is no "${defaultMetal}" in ${dataDir}; there are: ${known || 'none'}`,
    ]);
  }
  const wordVectors = loadWordVectors();
  return {
    metals: metals.toSorted((a, b) => Number(b.id === defaultMetal) - Number(a.id === defaultMetal)),
    materials,
    faq,
    defaultMetal,
    rates,
    matcher: await loadMatcher(
      faq.map((f) => f.entry),
      options,
      wordVectors,
    ),
    precision: options.precision ?? DEFAULT_PRECISION,
    ...createReader(
      { metals, materials, defaultMetal },
      bundled?.vocabulary,
      (word) => wordVectors.rowOf(word) !== undefined,
    ),
  };
}

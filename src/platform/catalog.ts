/** Loads `data/` and `faq/` into a catalog. A bad file stops the start with file, path and reason. */
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import type { CatalogFaq } from '#src/domain/faq/entry.ts';
import { checkMetal, type Problem } from '#src/domain/series/packs/check-metal.ts';
import { faqFileSchema } from '#src/domain/faq/entry.ts';
import { checkFaqText } from '#src/domain/faq/faq-text.ts';
import {
  materialsOf,
  materialsSchema,
  tableNamesSchema,
  type MaterialsFile,
  type TableNames,
} from '#src/domain/series/material.ts';
import { metalSchema, type Metal, type Pack } from '#src/domain/series/metal.ts';
import { periodRatesSchema, type PeriodRates } from '#src/domain/series/rates/period-rates.ts';
import { withTables } from '#src/domain/series/packs/with-tables.ts';
import { buildVocabulary, type Vocabulary } from '#src/domain/reading/vocabulary.ts';
import { createReader } from '#src/domain/reading/readings.ts';
import { readBundledData, type CheckedData } from './bundled-data.ts';
import { StartError } from './errors.ts';
import { jsonFiles, readJson } from './json-files.ts';
import { loadMatcher, type MatcherCacheOptions } from './matcher-cache.ts';
import { loadWordVectors } from './word-vectors.ts';

const DEFAULT_PRECISION = 0.95;

const FIX = 'Mend what is named; `npm run data:check` checks the files alone.';

/** Each fault is "file: path: reason". */
function dataError(faults: readonly string[]): StartError {
  return new StartError(
    faults.map((fault) => {
      const at = fault.indexOf(': ');
      return { subject: fault.slice(0, at), reason: fault.slice(at + 2), fix: FIX };
    }),
  );
}

interface CatalogOptions extends MatcherCacheOptions {
  readonly dataDir: string;
  readonly faqDir: string;
  /** Id of the metal that is meant when none is named. */
  readonly defaultMetal: string;
}

/** The figures alone, without FAQ and matcher. @throws StartError naming every fault found, not only the first. */
export async function loadFigures(dataDir: string): Promise<Pick<Catalog, 'metals' | 'materials'>> {
  const faults: string[] = [];
  const metals = (await readPacks(dataDir, faults)).map(withTables);
  if (faults.length > 0) throw dataError(faults);
  const [file, names] = [await loadMaterials(dataDir), await loadTableNames(dataDir)];
  return { metals, materials: materialsOf(metals, file, names) };
}

export const MATERIALS = join('quoted', 'materials.json');
export const TABLE_NAMES = join('quoted', 'names.json');

/** What is traded and what VAT is put on it; data of another folder may know no other materials than its metals. */
export async function loadMaterials(dataDir: string): Promise<MaterialsFile> {
  const read = await readIfThere(join(dataDir, MATERIALS), materialsSchema);
  return read ?? materialsSchema.parse({ source: 'none' });
}

/** What tables call it in other languages; data of another folder may know none. */
export async function loadTableNames(dataDir: string): Promise<TableNames> {
  return (await readIfThere(join(dataDir, TABLE_NAMES), tableNamesSchema)) ?? tableNamesSchema.parse({});
}

/** @throws StartError naming every fault of the file; `undefined` where there is no such file */
async function readIfThere<S extends z.ZodType>(file: string, schema: S): Promise<z.output<S> | undefined> {
  const faults: string[] = [];
  const isThere = await stat(file).then(
    () => true,
    () => false,
  );
  const read = isThere ? await readJson(file, schema, faults) : undefined;
  if (faults.length > 0) throw dataError(faults);
  return read;
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

async function readPacks(dataDir: string, faults: string[]): Promise<Pack[]> {
  const packs: Pack[] = [];
  const files = await jsonFiles(dataDir, faults);
  if (files.length === 0 && faults.length === 0) faults.push(`${dataDir}: no data file (*.json) in it`);
  const read = await Promise.all(files.map((file) => readJson(file, metalSchema, faults)));
  for (const [at, metal] of read.entries()) {
    const file = files[at];
    if (metal === undefined || file === undefined) continue;
    const problems: Problem[] = [...checkMetal(metal)];
    if (basename(file, '.json') !== metal.id) {
      problems.push({ path: 'id', reason: `"${metal.id}" must be the file's name without .json` });
    }
    faults.push(...problems.map((p) => `${file}: ${p.path}: ${p.reason}`));
    packs.push(metal);
  }
  faults.push(...nameClashes(packs, dataDir));
  for (const { id, group } of packs) {
    if (group !== undefined && !packs.some((m) => m.id === group)) {
      faults.push(`${join(dataDir, `${id}.json`)}: group: no metal "${group}" in ${dataDir}`);
    }
  }
  return packs;
}

/** A name that two metals share would make every question with it ambiguous. */
function nameClashes(metals: readonly Pack[], dataDir: string): string[] {
  const owner = new Map<string, string>();
  return metals.flatMap((metal) =>
    [metal.name, metal.symbol ?? '', ...metal.aliases].flatMap((name) => {
      const key = name.toLowerCase();
      const other = owner.get(key);
      owner.set(key, metal.id);
      return key === '' || other === undefined || other === metal.id
        ? []
        : [`${join(dataDir, `${metal.id}.json`)}: aliases: "${name}" already names ${other}`];
    }),
  );
}

/** Exchange rates of years and months; data of another folder may have none. */
async function loadRates(dataDir: string, faults: string[]): Promise<PeriodRates | undefined> {
  const file = join(dataDir, 'rates', 'federal-reserve.json');
  const isThere = await stat(file).then(
    () => true,
    () => false,
  );
  return isThere ? readJson(file, periodRatesSchema, faults) : undefined;
}

async function loadFaq(faqDir: string, metals: readonly Metal[], faults: string[]): Promise<CatalogFaq[]> {
  const faq: CatalogFaq[] = [];
  for (const file of await jsonFiles(faqDir, faults)) {
    const metal = metals.find((m) => m.id === basename(file, '.json'));
    if (metal === undefined) {
      faults.push(`${file}: there is no data file for this metal`);
      continue;
    }
    const parsed = await readJson(file, faqFileSchema, faults);
    for (const [i, entry] of (parsed?.entries ?? []).entries()) {
      const at = `${file}: entries[${i}] (${entry.id})`;
      if (faq.some((f) => f.entry.id === entry.id)) faults.push(`${at}: id: "${entry.id}" is used twice`);
      for (const { id } of [...(entry.source === undefined ? [] : [entry.source]), ...entry.alsoSources]) {
        if (metal.sources[id] === undefined)
          faults.push(`${at}: source: no source "${id}" in the data of ${metal.id}`);
      }
      faults.push(
        ...checkFaqText(entry.answer, metal, { metals }).map((reason) => `${at}: answer: ${reason}`),
      );
      faq.push({ metal: metal.id, entry });
    }
  }
  return faq;
}

/** Reads the files of `data/` and `faq/`, each checked; what is wrong is told with file, path and reason. */
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { type CatalogFaq, faqFileSchema } from '#src/domain/faq/entry.ts';
import { checkMetal, type Problem } from '#src/domain/series/packs/check-metal.ts';
import { checkFaqText } from '#src/domain/faq/faq-text.ts';
import {
  materialsSchema,
  tableNamesSchema,
  type MaterialsFile,
  type TableNames,
} from '#src/domain/series/material.ts';
import { metalSchema, type Metal, type Pack } from '#src/domain/series/metal.ts';
import { periodRatesSchema, type PeriodRates } from '#src/domain/series/rates/period-rates.ts';
import { StartError } from './errors.ts';
import { jsonFiles, readJson } from './json-files.ts';

const FIX = 'Mend what is named; `npm run data:check` checks the files alone.';

/** Each fault is "file: path: reason". */
export function dataError(faults: readonly string[]): StartError {
  return new StartError(
    faults.map((fault) => {
      const at = fault.indexOf(': ');
      return { subject: fault.slice(0, at), reason: fault.slice(at + 2), fix: FIX };
    }),
  );
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

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

/** @throws StartError naming every fault of the file; `undefined` where there is no such file */
async function readIfThere<S extends z.ZodType>(file: string, schema: S): Promise<z.output<S> | undefined> {
  const faults: string[] = [];
  const read = (await isThere(file)) ? await readJson(file, schema, faults) : undefined;
  if (faults.length > 0) throw dataError(faults);
  return read;
}

/** The packs of a folder. @param faults Takes what is wrong with them. */
export async function readPacks(dataDir: string, faults: string[]): Promise<Pack[]> {
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

/** Exchange rates of years and months; data of another folder may have none. @param faults Takes what is wrong with them. */
export async function loadRates(dataDir: string, faults: string[]): Promise<PeriodRates | undefined> {
  const file = join(dataDir, 'rates', 'federal-reserve.json');
  return (await isThere(file)) ? readJson(file, periodRatesSchema, faults) : undefined;
}

/** The FAQ of a folder, checked against the metals. @param faults Takes what is wrong with it. */
export async function loadFaq(
  faqDir: string,
  metals: readonly Metal[],
  faults: string[],
): Promise<CatalogFaq[]> {
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

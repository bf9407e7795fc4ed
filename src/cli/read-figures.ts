/** The figures of a data folder, for drawing charts in a terminal, where nothing else of the catalog is needed. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { metalSchema, type Metal } from '#src/domain/series/metal.ts';
import { withTables } from '#src/domain/series/packs/with-tables.ts';
import type { Figures } from '#src/charts/spec.ts';

/** @throws Error naming the file, the field and the reason. */
export async function readFigures(folder: string): Promise<Figures> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  const metals: Metal[] = [];
  for (const name of names) {
    const path = join(folder, name);
    try {
      metals.push(withTables(metalSchema.parse(JSON.parse(await readFile(path, 'utf8')))));
    } catch (error) {
      const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
      throw new Error(`${path}: ${reason}`, { cause: error });
    }
  }
  if (metals.length === 0) throw new Error(`${folder} has no data files`);
  return { metals };
}

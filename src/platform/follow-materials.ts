/** Materials and their names as their files say now: whoever mends a name there need not start anything anew to have a table read by it. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { materialsOf, type Material } from '#src/domain/series/material.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { loadMaterials, loadTableNames, MATERIALS, TABLE_NAMES } from './data-files.ts';

interface Known {
  readonly metals: readonly Metal[];
  readonly materials: readonly Material[];
}

/**
 * @param known What was loaded at the start, and holds while neither file changes.
 * @returns What holds now; of files that can't be read the last that could, and `told` hears why.
 */
export async function followMaterials(
  dataDir: string,
  { metals, materials }: Known,
): Promise<(told?: (fault: unknown) => void) => Promise<readonly Material[]>> {
  const files = [MATERIALS, TABLE_NAMES].map((file) => join(dataDir, file));
  const stamp = async () => {
    const found = await Promise.all(files.map((file) => stat(file).catch(() => undefined)));
    return found.map((one) => `${one?.mtimeMs ?? 0} ${one?.size ?? 0}`).join(' ');
  };
  let [seen, now] = [await stamp(), materials];
  return async (told) => {
    const found = await stamp();
    if (found === seen) return now;
    try {
      now = materialsOf(metals, await loadMaterials(dataDir), await loadTableNames(dataDir));
      seen = found;
    } catch (fault) {
      told?.(fault);
    }
    return now;
  };
}

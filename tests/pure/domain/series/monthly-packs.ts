/** Packs whose prices are replaced, or followed, by series made for a test: by years, or by months. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';

interface Pack {
  readonly sources: object;
  readonly series: readonly { readonly metric: string }[];
}

/** A series of prices as a pack's file has it. @param points By year, or by month as "2026-06" */
export function priceSeries(
  id: string,
  { source, ...more }: { readonly source: string; readonly label?: string; readonly market?: string },
  points: readonly (readonly [string | number, number])[],
) {
  return {
    id: `${id}-${source}`,
    family: id,
    metric: 'price',
    role: 'headline',
    label: 'Average',
    unit: 'USD/kg',
    basis: 'oxide',
    section: 'prices',
    source,
    ...more,
    points: points.map(([at, value]) => ({ [typeof at === 'number' ? 'year' : 'month']: at, value })),
  };
}

/**
 * A catalog of the tests' packs with more series in some of them.
 * @param only Whether a pack has no other prices than these
 */
export async function catalogWith(
  packs: Readonly<Record<string, { readonly sources: object; readonly series: readonly object[] }>>,
  { only = false } = {},
) {
  const dataDir = await mkdtemp(join(tmpdir(), 'packs-'));
  await cp('tests/pure/packs', dataDir, { recursive: true });
  for (const [id, { sources, series }] of Object.entries(packs)) {
    const path = join(dataDir, `${id}.json`);
    const pack: Pack = JSON.parse(await readFile(path, 'utf8'));
    const kept = pack.series.filter(({ metric }) => !only || metric !== 'price');
    const changed = { ...pack, sources: { ...pack.sources, ...sources }, series: [...kept, ...series] };
    await writeFile(path, JSON.stringify(changed));
  }
  try {
    return await loadCatalog({ ...readDataOptions({ DATA_DIR: 'tests/pure/packs' }), dataDir });
  } finally {
    await rm(dataDir, { recursive: true });
  }
}

const bank = { publisher: 'World Bank', title: 'Pink Sheet', dated: '2026-11-03' };
export const BANK = {
  'wb-2025': { ...bank, edition: 'Nov 2025', editionYear: 2025 },
  'wb-2026': { ...bank, edition: 'Nov 2026', editionYear: 2026 },
};

/** Ten months of 2026, $900/kg in January and $10 more in each. */
export const TEN_MONTHS = Array.from(
  { length: 10 },
  (_, at) => [`2026-${String(at + 1).padStart(2, '0')}`, 900 + 10 * at] as const,
);

/** What the bank prints of terbium by the month. */
export const bankPrices = (source: keyof typeof BANK, points: readonly (readonly [string, number])[]) => ({
  ...priceSeries('wb-tb', { source, label: 'Monthly average', market: 'FOB China' }, points),
  purity: '99.5 %',
});

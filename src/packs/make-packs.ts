/** Makes every pack from the source files and the map. */
import { z } from 'zod';
import type { Row, SourceFolder } from './source-files.ts';
import { mapSchema, type Commodity, type PackMap } from './map.ts';
import { historyTables } from './history-tables.ts';
import { readMcs, type McsRow } from './mcs.ts';
import { MCS_SOURCE, type TableDraft } from './mcs-draft.ts';
import { isOf, mcsTables } from './mcs-tables.ts';
import { endUseTables, intensityTable, mcs2025Tables, yearbookTable } from './other-sources.ts';
import { pinkTables, readPinkSheet, type PinkSheet } from './pink-sheet.ts';
import { sourcesOf } from './sources.ts';
import { writePack } from './write.ts';

/** A pack to be written as `data/<id>.json`. */
interface MadePack {
  readonly id: string;
  readonly text: string;
}

/** All that packs are made from, read once. */
interface Read {
  readonly map: PackMap;
  readonly mcs: readonly McsRow[];
  readonly pink: PinkSheet;
  readonly uses: readonly Row[];
  readonly intensities: readonly Row[];
  readonly rareEarths: readonly Row[];
}

export async function readSources(folder: SourceFolder): Promise<Read> {
  const map = mapSchema.parse(await folder.json('map/commodities.json'));
  return {
    map,
    mcs: await readMcs(folder, map),
    pink: await readPinkSheet(folder),
    uses: await folder.csv('usgs/mcs2025-end-uses.csv'),
    intensities: await folder.csv('batpac/battery-kg-per-kwh.csv'),
    rareEarths: await folder.csv('usgs/rare-earths-mcs2025-mcs2026.csv'),
  };
}

/** The packs, in the order of the map. @throws Error naming the commodity that could not be made, and why. */
export async function makePacks(folder: SourceFolder, read: Read): Promise<readonly MadePack[]> {
  const packs: MadePack[] = [];
  for (const commodity of read.map.commodities) {
    try {
      packs.push({ id: commodity.id, text: writePack(await packOf(folder, read, commodity)) });
    } catch (cause) {
      throw new Error(`${commodity.id}: ${cause instanceof Error ? cause.message : String(cause)}`, {
        cause,
      });
    }
  }
  return packs;
}

/** What is written by hand goes into the pack as it is; the pack's own schema checks it. */
const handSchema = z.looseObject({ sources: z.record(z.string(), z.unknown()) }).partial();

async function packOf(folder: SourceFolder, read: Read, commodity: Commodity) {
  const { id, name, symbol, aliases, words, kind, group, families, description, byHand } = commodity;
  const tables = await tablesOf(folder, read, commodity);
  const own = read.mcs.filter((row) => isOf(commodity, row));
  const listed = own.find(({ critical }) => critical !== undefined)?.critical;
  const hand = byHand === undefined ? {} : handSchema.parse(await folder.json(`by-hand/${byHand}`));
  const used = new Set(tables.map(({ source }) => source));
  return {
    id,
    name,
    ...(symbol === undefined ? {} : { symbol }),
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(words.length === 0 ? {} : { words }),
    kind,
    ...(group === undefined ? {} : { group }),
    ...(families.length === 0 ? {} : { families }),
    ...(listed === undefined
      ? {}
      : { critical: { listed: listed === 'Yes', source: MCS_SOURCE, section: 'Is critical mineral 2025' } }),
    ...(description === undefined ? {} : { description }),
    ...hand,
    sources: { ...sourcesOf(commodity, own, used), ...hand.sources },
    tables,
  };
}

/** The rare earths' tables under ids that name their edition, and one family over the editions. */
function inEditions(
  { id, symbol, byHand }: Commodity,
  mcs: readonly TableDraft[],
  older: readonly TableDraft[],
): readonly TableDraft[] {
  const price = `usgs-${(symbol ?? id).toLowerCase()}-oxide`;
  // Where figures by hand answer, the USGS stands beside them.
  const role = byHand === undefined ? ('headline' as const) : ('benchmark' as const);
  let form: Partial<TableDraft> = {};
  const newer = mcs.map((table): TableDraft => {
    if (id === 'rare-earths' && table.family === 'production-mine') return { ...table, family: 'production' };
    if (table.role === 'other' || table.scope !== undefined) return table;
    if (table.metric === 'price') {
      form = { ...(table.purity === undefined ? {} : { purity: table.purity }), basis: table.basis };
      return id === 'rare-earths' ? table : { ...table, id: `${price}-mcs-2026`, family: price, role };
    }
    const world =
      !table.section.startsWith('Salient') && (table.metric === 'production' || table.metric === 'reserves');
    return world && id === 'rare-earths'
      ? { ...table, id: `${table.metric}-mcs-2026`, family: table.metric }
      : table;
  });
  return [
    ...newer,
    ...older.map((table) => ({ ...table, id: `${price}-mcs-2025`, family: price, role, ...form })),
  ];
}

async function tablesOf(
  folder: SourceFolder,
  read: Read,
  commodity: Commodity,
): Promise<readonly TableDraft[]> {
  const { id, name, worldBank, endUses, intensity, chapter } = commodity;
  const mcs = mcsTables(commodity, read.mcs);
  const isRare = chapter?.startsWith('RARE EARTHS') === true;
  const oxide =
    isRare && id !== 'rare-earths'
      ? mcs2025Tables(read.rareEarths, { price: new RegExp(`: ${name}\\b`, 'u') })
      : [];
  return [
    ...(worldBank === undefined ? [] : pinkTables(read.pink, worldBank)),
    ...(isRare ? inEditions(commodity, mcs, oxide) : mcs),
    ...(id === 'rare-earths'
      ? [
          ...mcs2025Tables(read.rareEarths, 'world').map((table) => ({
            ...table,
            id: `${table.metric}-mcs-2025`,
            family: table.metric,
          })),
          await yearbookTable(folder),
          ...(await historyTables(folder, 'usgs/ds140-rare-earths-2020.xlsx', 'Rare earths')),
        ]
      : []),
    ...(id === 'lithium'
      ? await historyTables(folder, 'usgs/ds140-lithium-2021.xlsx', 'Lithium statistics')
      : []),
    ...(endUses === undefined ? [] : endUseTables(read.uses, endUses)),
    ...(intensity === undefined ? [] : [intensityTable(read.intensities, intensity)]),
  ];
}

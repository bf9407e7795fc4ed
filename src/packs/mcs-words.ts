/** What the words of a USGS chapter say: the metric, the stage, the form and the basis of a statistic. */
import type { PackTable } from '#src/domain/series/packs/pack-table.ts';
import { WORLD } from '#src/domain/series/packs/with-tables.ts';
import type { McsRow } from './mcs.ts';

/** The metric of a statistic as the release names it. */
export const METRIC_OF: Readonly<Record<string, PackTable['metric']>> = {
  Production: 'production',
  'Sold or used': 'production',
  Reserves: 'reserves',
  Capacity: 'capacity',
  Price: 'price',
  Import: 'imports',
  Export: 'exports',
  Consumption: 'consumption',
  Supply: 'consumption',
  Stock: 'stocks',
  Shipment: 'shipments',
  Sales: 'shipments',
  Sold: 'shipments',
  Employment: 'employment',
  'Net import reliance': 'import-reliance',
  'Import sources 2021-2024': 'import-sources',
};

/** "Mine production: rounded" is the total of "Mine production". */
export const baseOf = (detail: string): string => detail.replace(/[:,]\s*rounded$/u, '').trim();

/** A place as packs name it. */
export const placeName = (place: string): string =>
  place === 'World total' ? WORLD : place === 'Other countries' ? 'Other' : place;

const STAGES: readonly (readonly [RegExp, string])[] = [
  [/second|scrap(?! and flake)|recovered from old/iu, 'secondary'],
  [/smelter/iu, 'smelter'],
  [/refiner|refined/iu, 'refinery'],
  [/\bplant production/iu, 'plant'],
  [/sponge/iu, 'sponge'],
  [/\bmine\b|mined|mines/iu, 'mine'],
  [/primary/iu, 'primary'],
  [/sold or used/iu, 'sold or used'],
];
/** At which stage of its making a metal is counted; `undefined` where the words name none. */
export const stageOf = (text: string): string | undefined =>
  STAGES.find(([pattern]) => pattern.test(text))?.[1];

/** What a detail says beside the statistic: "Usable ore", "oxide"; nothing where it is the statistic alone. */
export function formOf(detail: string): string | undefined {
  const after = /[:—]\s*([^:]+)$/u.exec(detail)?.[1];
  const inside = /^(?:Mica )?\(([^)]+)\)/u.exec(detail)?.[1];
  const plain =
    /^(Ferrosilicon|Silicon metal|Pig iron|Raw steel|Fused aluminum oxide|Silicon carbide)\b/u.exec(
      detail,
    )?.[1];
  const form = inside ?? after ?? plain;
  return form === undefined || /^(?:Mine|Total|Production|Refinery|Primary|All forms)$/iu.test(form)
    ? undefined
    : lower(form);
}

const GROSS = /^gross weight\b|\breported in gross weight/iu;

/** What a tonne is of. @param notes Those below the table: "mine production and ore reserves are reported in gross weight" */
export function basisOf(
  row: McsRow | undefined,
  detail: string,
  notes: readonly string[] = [],
): PackTable['basis'] {
  if (/gross weight/iu.test(detail) || notes.some((note) => GROSS.test(note))) return 'gross weight';
  const about = row?.about ?? '';
  if (/rare-earth-oxide \(REO\)/u.test(about)) return 'rare-earth oxide equivalent';
  if (/\bore\b/iu.test(detail)) return 'ore';
  return /content, unless|content unless/u.test(about) ? 'contained metal' : 'unstated';
}

const lower = (text: string): string =>
  (/^[A-Z][a-z]/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text).trim();
/** A note as a sentence. */
export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** A name as an id of a table: at most 70 characters. */
export const slug = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
    .slice(0, 70)
    .replace(/-$/u, '');

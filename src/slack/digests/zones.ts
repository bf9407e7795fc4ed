/** Time zones by a part of their name, for a field that is typed into. */
import { knownZone } from '#src/domain/watching/schedules/schedule.ts';

/** Newer names, by which people look for zones that this machine's list may have under the older ones. */
const RENAMED = [
  'Africa/Asmara',
  'America/Argentina/Buenos_Aires',
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Europe/Kyiv',
  'Pacific/Chuuk',
  'Pacific/Pohnpei',
];

interface Zones {
  readonly all: readonly string[];
  /** A city alone may be the newer name of a zone: the list has Asia/Calcutta, and people type Kolkata. */
  readonly regions: readonly string[];
}
let known: Zones | undefined;

/** Listed when the first of them is looked for. */
function zones(): Zones {
  if (known !== undefined) return known;
  const renamed = RENAMED.filter((zone) => knownZone(zone) !== undefined);
  const all = [...new Set(['UTC', ...renamed, ...Intl.supportedValuesOf('timeZone')])];
  const regions = new Set(all.flatMap((zone) => /^\w+\//.exec(zone)?.[0].toLowerCase() ?? []));
  return (known = { all, regions: ['', ...regions] });
}

/** @example findZones('kolk', 100) // ["Asia/Kolkata"]; also under names that the list of this machine does not have */
export function findZones(typed: string, most: number): readonly string[] {
  const wanted = typed.trim().toLowerCase().replaceAll(/\s+/g, '_');
  const { all, regions } = zones();
  const found = all.filter((zone) => zone.toLowerCase().includes(wanted));
  const named = regions.map((region) => knownZone(`${region}${wanted}`)).find((zone) => zone !== undefined);
  return [...new Set([...(named === undefined ? [] : [named]), ...found])].slice(0, most);
}

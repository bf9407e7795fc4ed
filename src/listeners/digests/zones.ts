/** Time zones by a part of their name, for a field that is typed into. */
import { knownZone } from '#src/delivery/schedule.ts';

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** @example findZones('kolk', 100) // ["Asia/Kolkata"]; also under names that the list of this machine does not have */
export function findZones(typed: string, most: number): readonly string[] {
  const wanted = typed.trim().toLowerCase().replaceAll(/\s+/g, '_');
  const found = ZONES.filter((zone) => zone.toLowerCase().includes(wanted));
  const named = REGIONS.map((region) => knownZone(`${region}${wanted}`)).find((zone) => zone !== undefined);
  return [...new Set([...(named === undefined ? [] : [named]), ...found])].slice(0, most);
}

/** A city alone may be the newer name of a zone: the list has Asia/Calcutta, and people type Kolkata. */
const REGIONS = ['', ...new Set(ZONES.flatMap((zone) => /^\w+\//.exec(zone)?.[0].toLowerCase() ?? []))];

/** Clocks as people name them: abbreviations, each with the zones that it may be of, and cities. */
import { knownZone } from './schedule.ts';
import ZONES from './zone-names.json' with { type: 'json' };

/** CET and ET are the wall clock there, in summer too. More than one zone: the person's own, or asked. */
export const SHORT_ZONES: Readonly<Record<string, readonly string[]>> = ZONES.short;

export const CITY_ZONES: Readonly<Record<string, string>> = ZONES.cities;

/** Zones by the place that each is called after: "ljubljana". */
const PLACES: ReadonlyMap<string, string> = new Map(
  Intl.supportedValuesOf('timeZone')
    .filter((zone) => zone.includes('/') && !zone.startsWith('Etc/'))
    .map((zone) => [zone.slice(zone.lastIndexOf('/') + 1).toLowerCase(), zone]),
);

/** A clock that was named: a zone, or what must be asked first, in a sentence that says what to type. */
type NamedZone = { readonly zone: string } | { readonly ask: string };

/**
 * The zone that a name is of. An abbreviation of several is the person's own where that is among them, else asked.
 * @param own The person's zone, where it is known.
 * @returns `undefined` where it names no clock
 * @example zoneNamed('CET') // { zone: 'Europe/Berlin' }
 */
export function zoneNamed(name: string, own?: string): NamedZone | undefined {
  // "São Paulo", "Zürich".
  const plain = name.trim().toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
  const city = CITY_ZONES[plain];
  if (city !== undefined) return { zone: city };
  const zones = SHORT_ZONES[plain];
  if (zones !== undefined) return zoneOfShort(name, zones, own);
  if (OFFSET.test(plain))
    return {
      ask: `“${name}” is an offset, which changes with the season in many places. Say the zone of a place, such as \`Europe/Berlin\`, or \`UTC\`.`,
    };
  if (plain === 'utc' || plain === 'gmt') return { zone: 'UTC' };
  const place = PLACES.get(plain.replaceAll(/[\s-]+/gu, '_'));
  if (place !== undefined) return { zone: place };
  if (!PLACE.test(plain)) return undefined;
  const zone = knownZone(name.trim());
  return zone === undefined
    ? {
        ask: `I don’t know the time zone “${name}”. Say one such as Europe/Berlin or America/New_York.`,
      }
    : { zone };
}

const OFFSET = /^(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?$/u;
const PLACE = /^[a-z_]+\/[\w/+-]+$/u;

function zoneOfShort(name: string, zones: readonly string[], own: string | undefined): NamedZone {
  const [only] = zones;
  if (only !== undefined && zones.length === 1) return { zone: only };
  if (own !== undefined && zones.includes(own)) return { zone: own };
  const choices = zones.map((zone) => `\`${zone}\``).join(zones.length === 2 ? ' or ' : ', ');
  return {
    ask: `“${name}” may be the time of more than one place: which? Say ${choices} or another place’s zone in its stead.`,
  };
}

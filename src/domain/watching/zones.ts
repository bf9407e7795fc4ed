/** Clocks as people name them: abbreviations, each with the zones that it may be of, and cities. */
import { knownZone } from './schedule.ts';

/** CET and ET are the wall clock there, in summer too. More than one zone: the person's own, or asked. */
export const SHORT_ZONES: Readonly<Record<string, readonly string[]>> = {
  ist: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
  cst: ['America/Chicago', 'Asia/Shanghai', 'America/Havana'],
  bst: ['Europe/London', 'Asia/Dhaka'],
  ast: ['America/Halifax', 'Asia/Riyadh', 'America/Puerto_Rico'],
  sst: ['Asia/Singapore', 'Pacific/Pago_Pago'],
  cet: ['Europe/Berlin'],
  cest: ['Europe/Berlin'],
  mez: ['Europe/Berlin'],
  mesz: ['Europe/Berlin'],
  eet: ['Europe/Helsinki'],
  eest: ['Europe/Helsinki'],
  wet: ['Europe/Lisbon'],
  msk: ['Europe/Moscow'],
  est: ['America/New_York'],
  edt: ['America/New_York'],
  et: ['America/New_York'],
  cdt: ['America/Chicago'],
  ct: ['America/Chicago'],
  mst: ['America/Denver'],
  mdt: ['America/Denver'],
  mt: ['America/Denver'],
  pst: ['America/Los_Angeles'],
  pdt: ['America/Los_Angeles'],
  pt: ['America/Los_Angeles'],
  jst: ['Asia/Tokyo'],
  kst: ['Asia/Seoul'],
  sgt: ['Asia/Singapore'],
  hkt: ['Asia/Hong_Kong'],
  wib: ['Asia/Jakarta'],
  aest: ['Australia/Sydney'],
  aedt: ['Australia/Sydney'],
  acst: ['Australia/Adelaide'],
  awst: ['Australia/Perth'],
  nzst: ['Pacific/Auckland'],
  nzdt: ['Pacific/Auckland'],
  brt: ['America/Sao_Paulo'],
  gst: ['Asia/Dubai'],
  pkt: ['Asia/Karachi'],
  sast: ['Africa/Johannesburg'],
  eat: ['Africa/Nairobi'],
  wat: ['Africa/Lagos'],
  cat: ['Africa/Maputo'],
};

export const CITY_ZONES: Readonly<Record<string, string>> = {
  london: 'Europe/London',
  uk: 'Europe/London',
  dublin: 'Europe/Dublin',
  berlin: 'Europe/Berlin',
  frankfurt: 'Europe/Berlin',
  munich: 'Europe/Berlin',
  german: 'Europe/Berlin',
  paris: 'Europe/Paris',
  french: 'Europe/Paris',
  madrid: 'Europe/Madrid',
  rome: 'Europe/Rome',
  milan: 'Europe/Rome',
  vienna: 'Europe/Vienna',
  zurich: 'Europe/Zurich',
  brussels: 'Europe/Brussels',
  amsterdam: 'Europe/Amsterdam',
  rotterdam: 'Europe/Amsterdam',
  stockholm: 'Europe/Stockholm',
  oslo: 'Europe/Oslo',
  copenhagen: 'Europe/Copenhagen',
  helsinki: 'Europe/Helsinki',
  warsaw: 'Europe/Warsaw',
  prague: 'Europe/Prague',
  moscow: 'Europe/Moscow',
  istanbul: 'Europe/Istanbul',
  'central european': 'Europe/Berlin',
  'new york': 'America/New_York',
  boston: 'America/New_York',
  toronto: 'America/Toronto',
  eastern: 'America/New_York',
  central: 'America/Chicago',
  mountain: 'America/Denver',
  chicago: 'America/Chicago',
  houston: 'America/Chicago',
  denver: 'America/Denver',
  'los angeles': 'America/Los_Angeles',
  'san francisco': 'America/Los_Angeles',
  pacific: 'America/Los_Angeles',
  mexico: 'America/Mexico_City',
  'sao paulo': 'America/Sao_Paulo',
  santiago: 'America/Santiago',
  dubai: 'Asia/Dubai',
  mumbai: 'Asia/Kolkata',
  delhi: 'Asia/Kolkata',
  kolkata: 'Asia/Kolkata',
  bangalore: 'Asia/Kolkata',
  india: 'Asia/Kolkata',
  indian: 'Asia/Kolkata',
  singapore: 'Asia/Singapore',
  'kuala lumpur': 'Asia/Kuala_Lumpur',
  jakarta: 'Asia/Jakarta',
  bangkok: 'Asia/Bangkok',
  hanoi: 'Asia/Ho_Chi_Minh',
  'hong kong': 'Asia/Hong_Kong',
  shanghai: 'Asia/Shanghai',
  beijing: 'Asia/Shanghai',
  china: 'Asia/Shanghai',
  taipei: 'Asia/Taipei',
  tokyo: 'Asia/Tokyo',
  japan: 'Asia/Tokyo',
  seoul: 'Asia/Seoul',
  sydney: 'Australia/Sydney',
  melbourne: 'Australia/Melbourne',
  perth: 'Australia/Perth',
  auckland: 'Pacific/Auckland',
  johannesburg: 'Africa/Johannesburg',
  nairobi: 'Africa/Nairobi',
  lagos: 'Africa/Lagos',
  cairo: 'Africa/Cairo',
  casablanca: 'Africa/Casablanca',
  accra: 'Africa/Accra',
  'cape town': 'Africa/Johannesburg',
  hamburg: 'Europe/Berlin',
  cologne: 'Europe/Berlin',
  dusseldorf: 'Europe/Berlin',
  düsseldorf: 'Europe/Berlin',
  stuttgart: 'Europe/Berlin',
  geneva: 'Europe/Zurich',
  swiss: 'Europe/Zurich',
  barcelona: 'Europe/Madrid',
  lisbon: 'Europe/Lisbon',
  athens: 'Europe/Athens',
  budapest: 'Europe/Budapest',
  bucharest: 'Europe/Bucharest',
  kyiv: 'Europe/Kyiv',
  edinburgh: 'Europe/London',
  glasgow: 'Europe/London',
  manchester: 'Europe/London',
  washington: 'America/New_York',
  philadelphia: 'America/New_York',
  pittsburgh: 'America/New_York',
  detroit: 'America/Detroit',
  atlanta: 'America/New_York',
  miami: 'America/New_York',
  montreal: 'America/Toronto',
  ottawa: 'America/Toronto',
  dallas: 'America/Chicago',
  austin: 'America/Chicago',
  phoenix: 'America/Phoenix',
  seattle: 'America/Los_Angeles',
  vancouver: 'America/Vancouver',
  bogota: 'America/Bogota',
  lima: 'America/Lima',
  'buenos aires': 'America/Argentina/Buenos_Aires',
  rio: 'America/Sao_Paulo',
  brasilia: 'America/Sao_Paulo',
  brazil: 'America/Sao_Paulo',
  brisbane: 'Australia/Brisbane',
  adelaide: 'Australia/Adelaide',
  wellington: 'Pacific/Auckland',
  shenzhen: 'Asia/Shanghai',
  guangzhou: 'Asia/Shanghai',
  baotou: 'Asia/Shanghai',
  ganzhou: 'Asia/Shanghai',
  chinese: 'Asia/Shanghai',
  osaka: 'Asia/Tokyo',
  japanese: 'Asia/Tokyo',
  korea: 'Asia/Seoul',
  korean: 'Asia/Seoul',
  busan: 'Asia/Seoul',
  manila: 'Asia/Manila',
  saigon: 'Asia/Ho_Chi_Minh',
  'ho chi minh': 'Asia/Ho_Chi_Minh',
  vietnam: 'Asia/Ho_Chi_Minh',
  chennai: 'Asia/Kolkata',
  pune: 'Asia/Kolkata',
  hyderabad: 'Asia/Kolkata',
  karachi: 'Asia/Karachi',
  dhaka: 'Asia/Dhaka',
  riyadh: 'Asia/Riyadh',
  doha: 'Asia/Qatar',
  'abu dhabi': 'Asia/Dubai',
  'tel aviv': 'Asia/Jerusalem',
  jerusalem: 'Asia/Jerusalem',
};

/** A clock that was named: a zone, or what must be asked first, in a sentence that says what to type. */
type NamedZone = { readonly zone: string } | { readonly ask: string };

/**
 * The zone that a name is of. An abbreviation of several is the person's own where that is among them, else asked.
 * @param own The person's zone, where it is known.
 * @returns `undefined` where it names no clock
 * @example zoneNamed('CET') // { zone: 'Europe/Berlin' }
 */
export function zoneNamed(name: string, own?: string): NamedZone | undefined {
  const plain = name.trim().toLowerCase();
  const city = CITY_ZONES[plain];
  if (city !== undefined) return { zone: city };
  const zones = SHORT_ZONES[plain];
  if (zones !== undefined) return zoneOfShort(name, zones, own);
  if (OFFSET.test(plain))
    return {
      ask: `“${name}” is an offset, which changes with the season in many places. Say the zone of a place, such as \`Europe/Berlin\`, or \`UTC\`.`,
    };
  if (plain === 'utc' || plain === 'gmt') return { zone: 'UTC' };
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

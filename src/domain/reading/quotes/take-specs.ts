/**
 * What tables say of a good behind its name, the words of `table-specs.json`: its shape and limits ("lump", "max 100 ppm Bi", "-10 mm"),
 * which are kept as its grade; where it lies; and for which day of an exchange it is priced. Questions know none of them.
 */
import office from './office-words.json' with { type: 'json' };
import words from './table-specs.json' with { type: 'json' };
import type { Form } from '#src/domain/series/quote.ts';
import type { Taken } from './read-basis.ts';

/** Writing that parts no words. */
const UNPARTED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u;

function anyOf(list: readonly string[]): RegExp {
  const sorted = list
    .toSorted((a, b) => b.length - a.length)
    .map((word) => [word, word.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)] as const);
  const parted = sorted.flatMap(([word, pattern]) => (UNPARTED.test(word) ? [] : [pattern]));
  const unparted = sorted.flatMap(([word, pattern]) => (UNPARTED.test(word) ? [pattern] : []));
  const latin = `(?<![\\p{L}\\d])(?:${parted.join('|')})(?![\\p{L}\\d])`;
  return new RegExp([...(parted.length === 0 ? [] : [latin]), ...unparted].join('|'), 'giu');
}

/** Words that are kept as one of them, whatever the language: "primär" is "primary". */
function namedBy(...lists: readonly Readonly<Record<string, string>>[]): {
  readonly pattern: RegExp;
  readonly nameOf: (word: string) => string;
} {
  const all = lists.flatMap(Object.entries<string>).map(([name, list]) => [name, list.split('|')] as const);
  const byWord: ReadonlyMap<string, string> = new Map(
    all.flatMap(([name, list]) => list.map((word) => [word, name] as const)),
  );
  return {
    pattern: anyOf(all.flatMap(([, list]) => list)),
    nameOf: (word) => byWord.get(word.toLowerCase()) ?? word,
  };
}

const SHAPE = anyOf([...words.shapes.split('|'), ...office.shapes.split('|')]);
const OF_METAL: ReadonlySet<string> = new Set(words.ofMetal.split('|'));
/** A form of a metal that is named as such, "Kobaltmetall Bruch"; behind a metal's name alone it may be scrap. */
const BROKEN = new RegExp(`(?<![\\p{L}\\d])(?:${words.broken})(?![\\p{L}\\d])`, 'giu');
const QUIET = anyOf([...words.quiet.split('|'), ...office.quiet.split('|')]);
const [SITE, KIND] = [namedBy(words.sites, office.sites), namedBy(words.kinds)];

/** Words that stand before a name as one word with it: "Elektrolytkupfer", "Primäraluminium". */
export const BEFORE_NAME: readonly string[] = words.before.split('|');

/** "max 100 ppm Bi", "Fe < 50 ppm": another metal's symbol in it is none that is priced. */
const LIMIT =
  /(?:(?<!\p{L})(?:max(?:imum)?|min(?:imum)?)\.?\s?|[<≤>≥]\s?)?(?<![\d.,])\d{1,6}(?:[.,]\d{1,3})?\s?pp[mb]\.?(?:\s?(?:max|min)\.?)?(?:\s(?:of\s)?[A-Z][a-z]?(?!\p{L}))?|(?<![\p{L}\d])[A-Z][a-z]?\s?(?:[<≤>≥:]|max\.?|min\.?)\s?\d{1,6}(?:[.,]\d{1,3})?\s?pp[mb](?!\p{L})/gu;
/** "6,000 kcal/kg NAR", "NAR 5500", "Q5500", "less than 1% sulfur, 14% ash": what a coal holds. */
const HEAT =
  /(?<![\d.,])\d{1,2}[,.']?\d{3}-?\s?(?:(?:btu|k?cal|kc|ккал|大卡|千卡)(?:\s?\/\s?(?:lb|pound|kg|кг|千克))?(?:\s\(?(?:nar|gar|ncv|gcv|adb)\)?)?|(?:nar|gar|ncv|gcv))(?!\p{L})|(?<![\p{L}\d])(?:(?:nar|gar|ncv|gcv)\s?|q)\d{1,2}[,.']?\d{3}(?:\s?(?:kcal|大卡))?(?:\/\s?kg)?(?![\p{L}\d])|(?:(?:less than|max\.?|below|under|[<≤])\s?)?\d{1,2}(?:[.,]\d)?\s?%\s?(?:sul(?:f|ph)ur|ash|moisture|volatiles?|phos(?:phorus)?)(?!\p{L})/giu;
/** "(Mo content)", "contained Mo": what its price is counted by. */
const CONTENT =
  /(?<!\p{L})(?:[A-Z][a-z]?(?:\d?O\d?)?\s(?:content|contained|basis)|contained\s[A-Z][a-z]?)(?!\p{L})/gu;
const SIZE =
  /(?<![\d.,\p{L}])[-–+<>]?\s?\d{1,4}(?:[.,]\d{1,3})?(?:\s?[-–x×]\s?\d{1,4}(?:[.,]\d{1,3})?){0,2}\s?(?:mm|cm|mesh|µm|μm|um|microns?|目|inch|in\.|Ω[·.]?cm|ohm[·.-]?cm)(?!\p{L})/giu;
/** Of an exchange's price: for delivery in so many months. A span that prices are looked at over is none. */
const TENOR =
  /(?<!(?<!\p{L})(?:last|past|previous|next|over|within|letzten|derniers|últimos|过去|近)\s?)(?<![\p{L}\d.,])(3|15|27)[\s-]{0,2}(?:m|mo|mos|mths?|months?|monate?|monats(?:kurs|preis|notiz)?|mois|meses|mesi|мес(?:\.|яц(?:а|ев))?|个?月期?|ヶ月|か月|개월)(?![\p{L}\d])|(?<!\p{L})three[\s-]months?(?!\p{L})|(?<!\p{L})drei[\s-]?monats\p{L}{0,8}|三个月期?/iu;

/** Of a price that is fixed twice a day: which of the two. A clock's hour before it is none. */
const FIXING =
  /(?<![\p{L}\d.:]|\d ?)(?:(A\.?M|P\.?M)(?!\p{L})\.?|([ap]\.?m)\.?(?=\s?fix))(?:[\s-]?fix(?:ing)?(?!\p{L}))?/iu;

/** Takes all matches out. */
function takeAll(
  text: string,
  pattern: RegExp,
): { readonly found: readonly string[]; readonly rest: string } {
  const found = (text.match(pattern) ?? []).map((one) => one.trim().replaceAll(/\s+/gu, ' '));
  return { found, rest: found.length === 0 ? text : text.replaceAll(pattern, ' ') };
}

/** Limits and sizes, which may name other metals: before the good's own name is looked for. */
export function takeLimits(text: string): Taken<string> {
  const counted = takeAll(text, CONTENT);
  const heat = takeAll(counted.rest, HEAT);
  const limits = takeAll(heat.rest, LIMIT);
  const sizes = takeAll(limits.rest, SIZE);
  const all = [...counted.found, ...heat.found, ...limits.found, ...sizes.found];
  return { value: all.length === 0 ? undefined : all.join(', '), rest: sizes.rest };
}

/** @example takeTenor('LME Cu 3M').value // "3-month" */
export function takeTenor(text: string): Taken<string> {
  const match = TENOR.exec(text);
  return match === null
    ? { value: undefined, rest: text }
    : { value: `${match[1] ?? '3'}-month`, rest: text.replace(match[0], ' ') };
}

/** @example takeFixing('Gold PM (USD/oz)').value // "PM" */
export function takeFixing(text: string): Taken<'AM' | 'PM'> {
  const match = FIXING.exec(text);
  // In small letters "am" is a word; "Am" and "Pm" are elements.
  if (match === null || !/^(?:[AP]\.?M|[ap]\.m|[ap]\.?m\.?\s?fix)/u.test(match[0]))
    return { value: undefined, rest: text };
  return { value: /^a/iu.test(match[0]) ? 'AM' : 'PM', rest: text.replace(match[0], ' ') };
}

interface Specs {
  /** Shapes and grades, as they stand there. */
  readonly shape: string;
  /** Where it lies, or is traded. */
  readonly site: string;
  readonly rest: string;
  /** Whether its shape is one that metals alone are sold in: flakes, slabs. */
  readonly isOfMetal: boolean;
}

/** What stands beside a good's name, which is taken out already. @param form What the name says of it. */
export function takeSpecs(text: string, form?: Form): Specs {
  if (!/\p{L}/u.test(text)) return { shape: '', site: '', rest: text, isOfMetal: false };
  const sites = takeAll(text, SITE.pattern);
  const kinds = takeAll(sites.rest, KIND.pattern);
  const broken = form === 'metal' ? takeAll(kinds.rest, BROKEN) : { found: [], rest: kinds.rest };
  const shapes = takeAll(broken.rest, SHAPE);
  const named = [
    ...kinds.found.map(KIND.nameOf),
    ...broken.found.map(() => 'broken'),
    ...shapes.found.map((one) => one.toLowerCase()),
  ];
  return {
    shape: [...new Set(named)].join(', '),
    site: [...new Set(sites.found.map(SITE.nameOf))].join(' '),
    rest: shapes.rest.replaceAll(QUIET, ' '),
    isOfMetal: shapes.found.some((one) => OF_METAL.has(one.toLowerCase())),
  };
}

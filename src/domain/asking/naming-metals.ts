/** The names of metals that a question points at by their place: "the first", "5 kg of each", "the latter". */
import type { Question } from '#src/domain/reading/question.ts';
import { tradedOf, type MetalCatalog } from '#src/domain/series/figures.ts';

const PLACES = ['first', 'second', 'third', 'fourth'];
const ORDINAL =
  /\bthe (first|second|third|fourth|1st|2nd|3rd|4th|former|latter)\b(?: one| metal| oxide)?(?! ?(?:quarter|half|year|month|week|day|time|source|report|largest|biggest|most|place|country|two|three|\d))/giu;
const NUMBERED: Readonly<Record<string, string>> = {
  '1st': 'first',
  '2nd': 'second',
  '3rd': 'third',
  '4th': 'fourth',
};
const OF_EACH = /(\d[\d.,]{0,12} ?\p{L}{1,8}) (?:of )?(?:each|both)(?: of (?:them|these|those))?\b/iu;

const UNIT = /\d ?(?<unit>kg|kilos?|kilograms?|g|grams?|t|tons?|tonnes?|lbs?|pounds?|oz|ounces?) of /iu;
const BARE = /(?<![\d.,])\d[\d.,]{0,12}(?= of \p{L})/giu;

/** The metals that were spoken of, in order. */
function spokenOf(previous: Question): readonly string[] {
  if (previous.metals.length > 1) return previous.metals;
  const turns = [...(previous.turns ?? []), previous].flatMap(({ metals }) => metals);
  return [...new Set(turns)];
}

/** The words with those names in them; `undefined` where nothing is pointed at, or fewer than two metals were spoken of. */
export function namingPlaces(
  { text, metals, amounts }: Question,
  previous: Question | undefined,
  catalog: MetalCatalog,
): string | undefined {
  // "100 magnets of 5 g each" are of each magnet.
  const counted = amounts.some(({ pieces, product }) => (pieces ?? product) !== undefined);
  if (previous === undefined || counted || metals.length > 0 || text.length > 200) return undefined;
  const spoken = spokenOf(previous);
  // Who is second is of countries.
  if (spoken.length < 2 || (previous.allCountries && previous.metals.length < 2)) return undefined;
  const names = spoken.map((id) => tradedOf(catalog, id).name.toLowerCase());
  const named = text
    .replace(OF_EACH, (_whole, amount: string) => names.map((name) => `${amount} of ${name}`).join(' and '))
    .replaceAll(ORDINAL, (whole: string, place: string) => {
      const said = place.toLowerCase();
      const [former, latter] = names.slice(-2);
      if (said === 'former' || said === 'latter') return (said === 'former' ? former : latter) ?? whole;
      return names[PLACES.indexOf(NUMBERED[said] ?? said)] ?? whole;
    });
  if (named === text) return undefined;
  // "10 kg of the first and 5 of the second": as many of the same.
  const unit = UNIT.exec(named)?.groups?.['unit'];
  return unit === undefined ? named : named.replaceAll(BARE, (number) => `${number} ${unit}`);
}

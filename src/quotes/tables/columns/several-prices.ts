/** Prices of one day's trade in columns beside one another: the settlement counts before the last trade. */
import type { ColumnSaid, PriceField } from '../layout.ts';
import { isClosing } from './headings/heading-words.ts';

type Places = readonly (readonly [PriceField, number])[];

const [SETTLED, CLOSED, TRADED] = [
  /(?<!\p{L})(?:settle(?:ment|d)?|setl|stl|official|uzlaşma|расч[её]тная|liquidaci[oó]n|ajuste)(?!\p{L})|结算|結算|清算|정산/iu,
  /(?<!\p{L})(?:clos(?:e|ing))(?!\p{L})|收盘|收盤|終値|종가/iu,
  /(?<!\p{L})(?:last|latest|current)(?!\p{L})|最新|现价|現値|현재가/iu,
];

/** How much a heading counts among prices of one day; `undefined` of one that is none of those. */
function rankOf(heading: string): number | undefined {
  if (SETTLED.test(heading)) return 3;
  if (CLOSED.test(heading)) return 2;
  // Words of other tongues for the last price may mean that of the close.
  return TRADED.test(heading) || isClosing(heading) ? 1 : undefined;
}

/** Of prices of one day's trade, side by side, the one that counts: what was settled before the close, and that before the last trade. */
export function withoutLesser(places: Places, columns: readonly ColumnSaid[]): Places {
  const prices = places
    .filter(([field]) => field === 'price')
    .map((place) => ({ place, rank: rankOf(columns[place[1]]?.heading ?? '') }));
  const [best, second] = prices.toSorted((a, b) => (b.rank ?? 0) - (a.rank ?? 0));
  if (best === undefined || second === undefined || prices.some(({ rank }) => rank === undefined))
    return places;
  return best.rank === second.rank
    ? places
    : places.filter((place) => place[0] !== 'price' || place === best.place);
}

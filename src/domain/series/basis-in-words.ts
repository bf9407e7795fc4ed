/** A price's basis in words: "99.5 %, ex works China, VAT included". */
import { type Terms, PERIODS, type Span, type QuotePeriod, type Basis } from './quote.ts';

const TERMS_IN_WORDS: Readonly<Record<Terms, string>> = {
  'ex-works': 'ex works',
  fca: 'FCA',
  fob: 'FOB',
  cif: 'CIF',
  delivered: 'delivered',
  'in warehouse': 'in warehouse',
  unstated: '',
};

/** @example termsInWords({ terms: 'ex-works', place: 'China' }) // "ex works China" */
function termsInWords({ terms, place }: Pick<Basis, 'terms' | 'place'>): string {
  return [TERMS_IN_WORDS[terms], place].filter((word) => word !== '').join(' ');
}

const SPAN_IN_WORDS: Readonly<Record<Span, string>> = {
  day: 'daily',
  week: 'weekly',
  month: 'monthly',
  quarter: 'quarterly',
  half: 'half-yearly',
  year: 'yearly',
};

/** @example periodInWords('month mean') // "monthly mean" */
export function periodInWords(period: QuotePeriod): string {
  const [span, taken] = period.split(' ');
  const length = PERIODS.find((one) => one === span) ?? 'day';
  return `${SPAN_IN_WORDS[length]} ${taken ?? 'price'}`;
}

/** @example marketInWords(quote) // "ex works China, VAT included"; what the source does not say is said to be unstated */
export function marketInWords({
  terms,
  place,
  vat,
  payment,
}: Pick<Basis, 'terms' | 'place' | 'vat' | 'payment'>): string {
  const where = termsInWords({ terms, place });
  return [
    terms === 'unstated' ? `terms unstated${place === '' ? '' : ` (${place})`}` : where,
    vat === 'unstated' ? 'VAT unstated' : `VAT ${vat}`,
    ...(payment === undefined ? [] : [payment]),
  ].join(', ');
}

/** The same after its period and the purity, where they are said. @example "99.5 %, ex works China, VAT included" */
export const basisInWords = (basis: Basis): string =>
  [
    ...(basis.period === undefined ? [] : [periodInWords(basis.period)]),
    ...(basis.purity === '' ? [] : [basis.purity]),
    marketInWords(basis),
  ].join(', ');

/** Of what an amount is: a product, oxide, or metal. */
import type { Amount } from './asked-amounts.ts';
import { turnedOf } from './oxide-and-metal.ts';
import type { AmountRead } from './masses/amount-parts.ts';
import type { Findings } from '#src/domain/reading/findings.ts';
import type { ContentRead } from './contents.ts';
import { wordAt } from '#src/domain/reading/reading.ts';

/** Of what the amount is: the metal where it is named first ("250 kg of neodymium for magnets"), else the product. */
export function substanceOf(
  findings: Findings,
  { at }: AmountRead,
  index: number,
  contents: readonly ContentRead[],
): Pick<Amount, 'product' | 'oxide'> {
  const {
    subjects: { product, ours },
    amounts,
    has,
    reading,
  } = findings;
  const next = amounts.amounts[index]?.next ?? at;
  const until = amounts.amounts[index + 1]?.at ?? reading.tokens.length;
  // The metal of "30 % Nd" is in the goods: it is not what the amount is of.
  const isShare = (from: number) => contents.some(({ named }) => named === from);
  const behind = ours
    .filter(({ from }) => from >= at && from < until && !isShare(from))
    .toSorted((a, b) => a.from - b.from);
  const [nearest] = behind;
  // "3 t of neodymium", but not "magnets 3 t, nd value inside" and not "magnets 5 t nd content".
  const own =
    nearest !== undefined &&
    nearest.from <= next + 2 &&
    !(product !== null && leadsTo(reading, product.to, at) && isInside(reading, next, nearest));
  // "5 t N42 and 3 t N52": each grade is one of magnets.
  const graded = wordAt(reading, next) === 'of' ? next + 1 : next;
  const isProduct =
    product !== null &&
    (nearest === product ||
      reading.slots[graded] === 'grade' ||
      (product.from >= at && product.to <= next) ||
      (!own && (amounts.amounts.length === 1 || product.to <= at)));
  if (isProduct) return { product: product.id };
  const single = amounts.amounts.length === 1;
  // "How much oxide for 400 kg of neodymium": the mass is of metal.
  if (single && turnedOf(findings) === 'oxide for metal') return { oxide: false };
  for (let i = next; i < until; i += 1) {
    if (isOxide(reading, i)) return { oxide: true };
    // "10 kg of metal", "10 kg of dysprosium metal", but not "what metal".
    if (wordAt(reading, i) === 'metal' && i <= next + METAL_REACH) return { oxide: false };
  }
  return single && has('oxide') ? { oxide: true } : {};
}

/** "Magnets 3 t", "magnets: 60 kg", "N38UH magnets, 60 kg": goods with their mass right behind them. */
function leadsTo({ tokens, slots }: Findings['reading'], from: number, to: number): boolean {
  const between = tokens.slice(from, to);
  const isListed = between.every(({ word }, i) => LEADING.test(word) || GRADED.test(slots[from + i] ?? ''));
  return from <= to && isListed;
}
/** "Magnets: 70 % N42 and 30 % N48 of 10 t". */
const GRADED = /^(?:grade|percent)$/u;
const LEADING =
  /^(?:weight|weighing|mass|of|a|is|about|around|total|order|lot|qty|quantity|with|and|magnets?)$/u;

/** "3 t, nd value", "5 t: what is the nd worth", "5 t nd content": a metal that is in the goods, and not what is weighed. */
function isInside(
  reading: Findings['reading'],
  next: number,
  metal: { readonly from: number; readonly to: number },
) {
  if (reading.tokens.slice(next, metal.from).some(({ word }) => word === 'of')) return false;
  const apart = reading.tokens.slice(next, metal.from + 1).some(({ gap }) => /[,:;.?-]/u.test(gap));
  return apart || IN_IT.test(wordAt(reading, metal.to));
}
const IN_IT =
  /^(?:content|contents|inside|part|portion|share|fraction|value|worth|cost|costs|price|bill|money|metal)$/u;

function isOxide(reading: Findings['reading'], at: number): boolean {
  return (
    reading.slots[at] === 'oxide' || /^(?:oxides?|[a-z]{1,2}(?:2o3|4o7|6o11|o2))$/u.test(wordAt(reading, at))
  );
}

/** Words between a mass and "metal": "10 kg of the dysprosium metal". */
const METAL_REACH = 3;

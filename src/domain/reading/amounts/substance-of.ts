/** Of what an amount is: a product, oxide, or metal. */
import type { Amount } from './asked-amounts.ts';
import type { AmountRead } from './amount-parts.ts';
import type { Findings } from '#src/domain/reading/findings.ts';
import type { ContentRead } from './contents.ts';
import { wordAt } from '#src/domain/reading/reading.ts';

/** Of what the amount is: the metal where it is named first ("250 kg of neodymium for magnets"), else the product. */
export function substanceOf(
  { subjects: { product, ours }, amounts, has, reading }: Findings,
  { at }: AmountRead,
  index: number,
  contents: readonly ContentRead[],
): Pick<Amount, 'product' | 'oxide'> {
  const next = amounts.amounts[index]?.next ?? at;
  const until = amounts.amounts[index + 1]?.at ?? reading.tokens.length;
  // The metal of "30 % Nd" is in the goods: it is not what the amount is of.
  const isShare = (from: number) => contents.some(({ named }) => named === from);
  const behind = ours
    .filter(({ from }) => from >= at && from < until && !isShare(from))
    .toSorted((a, b) => a.from - b.from);
  const [nearest] = behind;
  const isProduct =
    product !== null &&
    (nearest === product ||
      (!(nearest !== undefined && nearest.from <= next + 2) &&
        (amounts.amounts.length === 1 || product.to <= at)));
  if (isProduct) return { product: product.id };
  const single = amounts.amounts.length === 1;
  for (let i = next; i < until; i += 1) {
    if (isOxide(reading, i)) return { oxide: true };
    // "10 kg of metal", "10 kg of dysprosium metal", but not "what metal".
    if (wordAt(reading, i) === 'metal' && i <= next + METAL_REACH) return { oxide: false };
  }
  return single && has('oxide') ? { oxide: true } : {};
}

function isOxide(reading: Findings['reading'], at: number): boolean {
  return (
    reading.slots[at] === 'oxide' || /^(?:oxides?|[a-z]{1,2}(?:2o3|4o7|6o11|o2))$/u.test(wordAt(reading, at))
  );
}

/** Words between a mass and "metal": "10 kg of the dysprosium metal". */
const METAL_REACH = 3;

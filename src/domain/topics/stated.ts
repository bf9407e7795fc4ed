/** What a source states besides its series, as the origin of a number: what it claims, and how much metal is in something. */
import type { Stated } from '#src/domain/answer.ts';
import { exactly, scale, type Range } from '#src/domain/measure/figure.ts';
import type { Oxide } from '#src/domain/measure/substances.ts';
import { citationOf, type Traded } from '#src/domain/series/figures.ts';
import type { Citation, Claim, Metal, Product } from '#src/domain/series/metal.ts';

/** A claim that states a percentage. */
export type StatedClaim = Exclude<Claim, { kind: 'two-series' }>;

/** What a source claims. */
export function claimed(metal: Metal, claim: StatedClaim): Stated {
  const qualifier = 'qualifier' in claim && claim.qualifier === 'over' ? ('more than' as const) : undefined;
  return {
    material: metal.id,
    stated: claim.kind === 'country-share' ? 'share' : 'change',
    place: claim.kind === 'country-share' ? claim.country : undefined,
    item:
      claim.kind === 'change'
        ? claim.metric
        : claim.kind === 'sector-growth'
          ? `demand of ${metal.sectors.find(({ id }) => id === claim.sector)?.name.toLowerCase() ?? claim.sector}, a year`
          : 'production',
    at:
      claim.kind === 'country-share'
        ? undefined
        : claim.kind === 'change' && claim.from !== undefined
          ? `${claim.from}/${claim.to}`
          : String(claim.to),
    quantity: { range: claim.percent, unit: '%', ...(qualifier === undefined ? {} : { qualifier }) },
    citation: citationOf(metal, claim),
  };
}

/** Where the mass fraction of an oxide is from that no data file has. */
const ATOMIC_WEIGHTS: Citation = {
  id: 'atomic-weights',
  source: {
    publisher: 'IUPAC',
    title: 'Standard atomic weights',
    edition: '2021',
    dated: '2021',
    url: 'https://www.ciaaw.org/atomic-weights.htm',
  },
  section: 'Abridged values',
};

/** How much of a metal is in its oxide, by mass: by its data file, else by chemistry. */
export function oxideContent(metal: Traded, { formula, metalMassFraction }: Oxide): Stated {
  const { oxide: own } = metal;
  const isCited = own !== undefined && 'source' in own && own.formula === formula;
  return {
    ...content(metal.id, formula, exactly(metalMassFraction)),
    citation: isCited ? citationOf(metal, own) : ATOMIC_WEIGHTS,
  };
}

/** How much of a metal is in a product of it, by mass. */
export function productContent(metal: Pick<Traded, 'id' | 'sources'>, product: Product): Stated {
  return {
    ...content(metal.id, product.name, product.metalMassFraction),
    citation: citationOf(metal, product),
  };
}

const content = (material: string, item: string, fraction: Range) =>
  ({ material, stated: 'content', item, quantity: { range: scale(fraction, 100), unit: '%' } }) as const;

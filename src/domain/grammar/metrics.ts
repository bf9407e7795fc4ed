/** Which metrics a question asks for. */
import type { Metric } from '../metal.ts';
import type { Hit } from './vocabulary.ts';

export type AskedMetric = Metric | 'demand';

const METRICS: readonly AskedMetric[] = [
  'price',
  'production',
  'share',
  'demand',
  'supply-status',
  'reserves',
];

export interface MetricContext {
  readonly hits: readonly Hit[];
  readonly sectors: readonly string[];
  readonly countries: readonly string[];
  readonly allCountries: boolean;
  readonly hasYears: boolean;
  readonly hasAmount: boolean;
  /** "tonnes", "in kg": a mass is wanted. */
  readonly massWanted: boolean;
  /** A currency or "per kilo" is named: a price is wanted. */
  readonly priced: boolean;
  /** "nd now": a metal and today, and nothing else. */
  readonly metalNow: boolean;
  /** A metal or a product is named. */
  readonly named: boolean;
  /** A few words, all of them understood. */
  readonly short: boolean;
  readonly current: boolean;
  readonly word: (at: number) => string;
  /** A change is asked for, so "how much" and "%" measure it. */
  readonly changing: boolean;
}

/** The metrics asked for, in the question's order. Empty where none is named: the topic then takes its usual one. */
export function readMetrics(context: MetricContext): readonly AskedMetric[] {
  const strong = inOrder(context.hits.filter((hit) => hit.kind === 'metric'));
  const named = strong.length > 0 ? refine(strong, context) : weakMetrics(context);
  const place = context.countries.length > 0 || context.allCountries;
  // "China's share of output" is about output.
  if (place && named.includes('production')) return named.filter((m) => m !== 'share' && m !== 'demand');
  return named;
}

function inOrder(hits: readonly Hit[]): readonly AskedMetric[] {
  const found = hits
    .toSorted((a, b) => a.from - b.from)
    .flatMap((hit) => METRICS.find((m) => m === hit.id) ?? []);
  return [...new Set(found)];
}

function refine(strong: readonly AskedMetric[], context: MetricContext): readonly AskedMetric[] {
  const { sectors, massWanted, hits } = context;
  if (strong.includes('share') && strong.includes('demand')) {
    const dropped = massWanted && !strong.includes('price') ? 'share' : 'demand';
    return strong.filter((metric) => metric !== dropped);
  }
  if (sectors.length === 0 || strong.includes('share') || strong.includes('demand')) return strong;
  const sector = hits.find((hit) => hit.kind === 'sector');
  // "renewable tonnage" is the tonnes that the sector takes.
  const metrics = hits.filter((hit) => hit.kind === 'metric');
  if (metrics.every((hit) => context.word(hit.from).startsWith('tonnage'))) return ['demand'];
  // "price and electronics share": the sector brings its share, unless the price itself is "for electronics".
  const price = metrics.find((hit) => hit.id === 'price');
  const forSector = price !== undefined && sector !== undefined && sector.from === price.to + 1;
  return forSector ? strong : [...strong, 'share'];
}

function weakMetrics(context: MetricContext): readonly AskedMetric[] {
  const { hits, sectors, changing, massWanted, hasYears, hasAmount } = context;
  const weak = hits.filter((hit) => hit.kind === 'weak' || (hit.kind === 'loose' && isAnchored(context)));
  const has = (id: AskedMetric) => weak.some((hit) => hit.id === id);
  if (sectors.length > 0) return [massWanted ? 'demand' : 'share'];
  const place = placeMetric(context, has);
  if (place !== undefined) return [place];
  if (asksForContent(context)) return [];
  const pricing = weak.some((hit) => hit.id === 'price' && !isHowMuch(hit));
  // "what can purchasing do against price spikes" and the like are the FAQ's.
  if (!hasYears && !hasAmount && hits.some((hit) => hit.kind === 'other')) return [];
  if (changing) return pricing ? ['price'] : [];
  if (has('production') && !pricing && !hasAmount) return ['production'];
  if (has('supply-status')) return ['supply-status'];
  if (pricing || (context.priced && !massWanted) || context.metalNow) return ['price'];
  const howMuch = weak.some(isHowMuch);
  if (has('demand') && howMuch) return ['demand'];
  const superlative = hits.some((hit) => hit.kind === 'highest' || hit.kind === 'lowest');
  if (superlative && has('demand') && !hasYears) return [];
  if (has('share') && !hasAmount) return ['share'];
  if (has('demand') && hasYears) return ['demand'];
  const pointed =
    context.short && (hasYears || context.current || context.word(2) === 'it' || context.word(2) === '');
  return (howMuch && (isAnchored(context) || pointed)) || context.priced ? ['price'] : [];
}

/** Whether the question is about a metal or a mass of it, so that everyday words are about it too. */
function isAnchored({ named, hasAmount, priced, sectors }: MetricContext): boolean {
  return named || hasAmount || priced || sectors.length > 0;
}

/** A country alone asks for its output, but only where something says that output is meant: "is China far" does not. */
function placeMetric(
  { hits, countries, allCountries, named, hasYears, short }: MetricContext,
  has: (id: AskedMetric) => boolean,
): AskedMetric | undefined {
  if (countries.length === 0 && !allCountries) return undefined;
  if (has('reserves')) return 'reserves';
  if (has('production') || hits.some((hit) => hit.kind === 'loose' && hit.id === 'production' && short))
    return 'production';
  const aside = hits.some((hit) => hit.kind === 'other' || hit.kind === 'reason');
  return (named && (hasYears || !aside)) || (short && !aside) ? 'production' : undefined;
}

/** "how much neodymium is in a motor": no price, and no figure of ours. */
function asksForContent({ hits, word }: MetricContext): boolean {
  return hits.some(({ kind, to }) => {
    if (kind !== 'metal' || !/^(?:is|are)$/u.test(word(to))) return false;
    const inside = word(to + 1) === 'there' ? to + 2 : to + 1;
    return /^(?:in|inside|within|contained|needed|used|required)$/u.test(word(inside));
  });
}

/** "how much" asks for a price only where nothing else is measured. */
function isHowMuch(hit: Hit): boolean {
  return hit.id === 'price' && hit.to - hit.from === 2;
}

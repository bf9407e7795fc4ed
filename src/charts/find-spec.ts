/** The spec of any subject: of yearly figures from the catalog, of quotes from wherever they are kept. */
import { createHash } from 'node:crypto';
import type { ChartSubject, CatalogSubject } from '#src/domain/series/chart-subject.ts';
import type { QuotesSubject } from '#src/domain/series/chart-subject.ts';
import type { ChartSpec, Figures } from './spec.ts';
import { changesSpec } from './specs/changes.ts';
import { countriesSpec } from './specs/countries.ts';
import { metalsSpec } from './specs/metals.ts';
import { monthsSpec } from './specs/months.ts';
import { outputSpec } from './specs/output.ts';
import { priceSpec } from './specs/price.ts';
import { historySpec, type QuoteHistory } from './specs/quotes.ts';
import { sectorsOverTimeSpec } from './specs/sectors-over-time.ts';
import { sectorsSpec } from './specs/sectors.ts';
import { sparklineSpec } from './specs/sparkline.ts';

/** Looks up the quotes of a subject, on its basis; `undefined` where there is none. */
type FindHistory = (subject: QuotesSubject) => Promise<QuoteHistory | undefined>;

/** What charts are drawn from. */
export interface ChartData extends Figures {
  /** Without it, no quotes are drawn. */
  readonly findHistory?: FindHistory | undefined;
  /** The workspace that a series of quotes is of; empty or `undefined` for what feeds bring everybody. */
  readonly findOwner?: ((series: string) => Promise<string | undefined>) | undefined;
}

/**
 * The chart of a subject of the catalog, from its figures.
 * @returns `undefined` where the catalog lacks the metal, or all of the figures.
 */
export function chartSpec(subject: CatalogSubject, catalog: Figures): ChartSpec | undefined {
  if (subject.kind === 'compare-metals') return metalsSpec(subject, catalog);
  if (subject.kind === 'months') return monthsSpec(subject, catalog);
  const metal = catalog.metals.find((m) => m.id === subject.metal);
  if (metal === undefined) return undefined;
  switch (subject.kind) {
    case 'price':
      return priceSpec(subject, metal);
    case 'sectors':
      return sectorsSpec(subject, metal);
    case 'sectors-over-time':
      return sectorsOverTimeSpec(subject, metal);
    case 'production':
      return outputSpec(subject, metal);
    case 'countries':
      return countriesSpec(subject, metal, catalog);
    case 'compare-years':
      return changesSpec(subject, metal);
    default:
      return sparklineSpec(metal);
  }
}

/**
 * @returns `undefined` where there is nothing to draw.
 * @throws What looking up quotes throws.
 */
export async function findSpec(subject: ChartSubject, data: ChartData): Promise<ChartSpec | undefined> {
  if (subject.kind !== 'quotes') return chartSpec(subject, data);
  const history = await data.findHistory?.(subject);
  return history && historySpec({ ...history, threshold: subject.threshold });
}

/** Eight characters that change when anything that a chart says does. */
export function specEdition(spec: ChartSpec): string {
  return createHash('sha256').update(JSON.stringify(spec)).digest('hex').slice(0, 8);
}

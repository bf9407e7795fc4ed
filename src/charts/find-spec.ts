/** The spec of any subject: of yearly figures from the catalog, of quotes from wherever they are kept. */
import { createHash } from 'node:crypto';
import type { ChartSubject } from '#src/domain/answer.ts';
import type { QuotesSubject } from '#src/domain/series/quotes-subject.ts';
import { chartSpec, type ChartSpec, type Figures } from './spec.ts';
import { historySpec, type QuoteHistory } from './specs/quotes.ts';

/** Looks up the quotes of a subject, on its basis; `undefined` where there is none. */
export type FindHistory = (subject: QuotesSubject) => Promise<QuoteHistory | undefined>;

/** What charts are drawn from. */
export interface ChartData extends Figures {
  /** Without it, no quotes are drawn. */
  readonly findHistory?: FindHistory | undefined;
  /** The workspace that a series of quotes is of; empty or `undefined` for what feeds bring everybody. */
  readonly findOwner?: ((series: string) => Promise<string | undefined>) | undefined;
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

/** Names a chart of quotes: of which series, which days, on which basis. The prices are looked up when it is drawn. */
import type { Target } from './convert.ts';

export interface QuotesSubject {
  readonly kind: 'quotes';
  /** The series' id, which only those are told who may see the series. */
  readonly series: string;
  /** ISO dates, both included. */
  readonly from: string;
  readonly to: string;
  /** Left out where prices are drawn as they are quoted. */
  readonly target?: Target | undefined;
  /** An alert's, in the unit that is drawn. */
  readonly threshold?: Threshold | undefined;
}

export interface Threshold {
  readonly direction: 'above' | 'below';
  readonly value: number;
}

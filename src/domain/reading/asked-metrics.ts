/** What may be asked for: metrics of the data, and what is worked out from several of them; each has words that name it. */
import { METRIC_PHRASES } from './words/asks/metric-words.ts';

/** Uses are asked for in words that only count beside a metal: `USE_PHRASES`. */
const WORDLESS = 'end-use';

export type AskedMetric = keyof typeof METRIC_PHRASES | typeof WORDLESS;

export const isAskedMetric = (id: string): id is AskedMetric =>
  Object.hasOwn(METRIC_PHRASES, id) || id === WORDLESS;

export const ASKED_METRICS: readonly AskedMetric[] = [...Object.keys(METRIC_PHRASES), WORDLESS].filter(
  isAskedMetric,
);

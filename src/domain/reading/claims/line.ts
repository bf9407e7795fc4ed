/** A line that a figure may be past: "above $100", and what it alone says is asked about. */
import type { Findings } from '#src/domain/reading/findings.ts';
import type { ThresholdRead } from '#src/domain/reading/amounts/threshold.ts';
import type { Threshold } from '#src/domain/reading/frame.ts';
import type { AskedMetric } from '#src/domain/reading/asked-metrics.ts';

/** What is held against a line is said, or is of a time. */
export function isOfFigures({ subjects, times, hits, has }: Findings): boolean {
  const named = subjects.ours.length + subjects.sectors.length > 0 || has('current');
  return named || times.years.length > 0 || hits.some(({ kind }) => kind === 'metric');
}

/** What a line alone says of the metric: money of a price, a mass of output. */
export function ofLine(line: ThresholdRead | null, metrics: readonly AskedMetric[]): readonly AskedMetric[] {
  if (line === null || metrics.length > 0) return metrics;
  return [line.unit === '%' ? 'share' : line.mass === undefined ? 'price' : 'production'];
}

export function thresholdOf({ mass: _mass, ...threshold }: ThresholdRead): Threshold {
  return threshold;
}

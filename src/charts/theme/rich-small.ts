/** A sparkline, and a history of quotes with a threshold, in the rich style. */
import { midpoint } from '#src/domain/figure.ts';
import type { HistorySpec, SparklineSpec } from '../spec.ts';
import { dayText } from '../specs/quotes.ts';
import { compactText, rangeText } from '../words.ts';
import { categoryAxis, spanOf, tickStyle, valueAxis } from './axes.ts';
import type { ChartConfig, Json } from './config.ts';
import { frameOf, LABEL_SIZE, type KeyItem } from './frame.ts';
import type { LabelItem } from './labels.ts';
import type { Palette } from './palette.ts';
import { richConfig } from './rich-config.ts';
import { richLine, type Dataset } from './rich-lines.ts';
import { yearsBetween } from './rich-trend.ts';
import { textWidth } from './text-width.ts';

/** CSS px. */
export const SPARKLINE = { width: 240, height: 64 };
/** Dates on the axis of a history. */
const MOST_DATES = 6;

export function richSparkline(spec: SparklineSpec, colours: Palette): ChartConfig {
  const years = yearsBetween(spec.points.map((p) => p.year));
  const line = richLine(spec.points, years, { color: colours.main, paper: colours.paper, fine: true }, 0);
  const last = spec.points.at(-1);
  const stated = years.indexOf(spec.points.findLast((p) => p.mark !== 'projected')?.year ?? 0);
  const text = last === undefined ? '' : rangeText(last.range);
  const span = spanOf(
    spec.points.flatMap((p) => [p.range.low, p.range.high]),
    0.05,
  );
  return richConfig({
    type: 'line',
    labels: years.map(String),
    datasets: line.datasets.map((dataset) =>
      Object.assign({}, dataset, { pointRadius: ends(dataset, stated) }),
    ),
    frame: {
      texts: [],
      marks: [],
      top: 0,
      bottom: 0,
      padding: { top: 9, bottom: 9, left: 6, right: endRoom(text) },
    },
    labelItems: [
      { d: line.datasets.length - 1, i: years.length - 1, text, color: colours.ink, place: 'end' },
    ],
    colours,
    options: {
      scales: {
        x: { display: false, offset: years.length === 1 },
        y: { display: false, min: span.min, max: span.max },
      },
      clip: false,
    },
  });
}

/** Right of the plot, for a figure at its line's end. */
function endRoom(text: string): number {
  return textWidth(text, LABEL_SIZE, 600) + 24;
}

/** Only the last stated and the last figure have a mark. */
function ends(dataset: Dataset, stated: number): Json {
  const radii = dataset['pointRadius'];
  if (!Array.isArray(radii)) return radii ?? 0;
  return radii.map((radius: Json, i) => (i === stated || i === radii.length - 1 ? radius : 0));
}

export function richHistory(spec: HistorySpec, colours: Palette, height: number): ChartConfig {
  const lasts = spec.buckets.map((b) => midpoint(b.last));
  const thinned = spec.buckets.some((b) => b.from !== b.to);
  const banded = spec.buckets.some((b) => b.range.low !== b.range.high);
  const edge = { borderWidth: 0, pointRadius: 0, order: 4 };
  const { threshold } = spec;
  const key: readonly KeyItem[] = [
    { mark: 'line', color: colours.main, text: thinned ? 'last quote of each stretch' : 'quote' },
    ...(banded
      ? [{ mark: 'band' as const, color: colours.main, text: thinned ? 'lowest to highest' : 'range' }]
      : []),
    ...(threshold ? [{ mark: 'dash' as const, color: colours.warn, text: threshold.label }] : []),
  ];
  const values = [
    ...spec.buckets.flatMap((b) => [b.range.low, b.range.high]),
    ...(threshold ? [threshold.value] : []),
  ];
  const lone = spec.buckets.length === 1;
  const frame = frameOf(spec, key, colours, height);
  return richConfig({
    type: 'line',
    labels: dateLabels(spec),
    datasets: [
      { ...edge, data: spec.buckets.map((b) => b.range.low), fill: false },
      { ...edge, data: spec.buckets.map((b) => b.range.high), fill: '-1', backgroundColor: colours.band },
      {
        data: lasts,
        borderColor: colours.main,
        backgroundColor: colours.main,
        borderWidth: 2.25,
        borderJoinStyle: 'round',
        pointRadius: lasts.map((_, i) => (lone || i === lasts.length - 1 ? 4.5 : 0)),
        order: 1,
      },
      ...(threshold
        ? [
            {
              data: lasts.map(() => threshold.value),
              borderColor: colours.warn,
              borderWidth: 2,
              borderDash: [7, 5],
              pointRadius: lone ? 3 : 0,
              order: 2,
            },
          ]
        : []),
    ],
    frame: { ...frame, padding: { ...frame.padding, right: endRoom(quoteText(lasts.at(-1) ?? 0, lasts)) } },
    labelItems: historyLabels(lasts, threshold?.value, colours),
    colours,
    options: {
      scales: {
        x: categoryAxis(colours, {
          offset: lone,
          ticks: { ...tickStyle(colours.ink), maxRotation: 0, autoSkip: false },
        }),
        y: valueAxis(spanOf(values, 0.12), colours),
      },
    },
  });
}

/** The last, the highest and the lowest quote, and the threshold. */
function historyLabels(
  lasts: readonly number[],
  threshold: number | undefined,
  colours: Palette,
): readonly LabelItem[] {
  const top = lasts.indexOf(Math.max(...lasts));
  const bottom = lasts.indexOf(Math.min(...lasts));
  const shown = [...new Set([lasts.length - 1, top, bottom, 0])];
  const quotes = shown.map((i): LabelItem => ({
    d: 2,
    i,
    text: quoteText(lasts[i] ?? 0, lasts),
    color: colours.main,
    // The newest one is never left out.
    place: i === lasts.length - 1 ? 'end' : 'point',
  }));
  if (threshold === undefined) return quotes;
  return [...quotes, { d: 3, i: 0, text: compactText(threshold), color: colours.warn, place: 'above' }];
}

/** All with two decimals where one needs them. */
function quoteText(value: number, all: readonly number[]): string {
  return Math.max(...all) < 1000 && all.some((v) => !Number.isInteger(v))
    ? value.toFixed(2)
    : compactText(value);
}

/** A few dates, evenly; the others stay blank. */
function dateLabels(spec: HistorySpec): readonly string[] {
  const count = spec.buckets.length;
  const [first, last] = [spec.buckets[0]?.from ?? '', spec.buckets[count - 1]?.to ?? ''];
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000;
  const dates = Math.min(MOST_DATES, count);
  const shown = new Set(
    Array.from({ length: dates }, (_, i) => Math.round(((i + 0.5) * count) / dates - 0.5)),
  );
  const part = (date: string) => {
    const [day, month, year] = dayText(date).split('\u00A0');
    return days > 150 ? `${month} ${year}` : `${day} ${month}`;
  };
  return spec.buckets.map((b, i) => (shown.has(i) ? part(b.to) : ''));
}

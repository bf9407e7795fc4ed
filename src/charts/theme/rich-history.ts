/** A history of quotes, with an alert's threshold, in the rich style. */
import { isExact, midpoint, type Range } from '#src/domain/measure/figure.ts';
import type { HistorySpec } from '#src/charts/spec.ts';
import { dayText } from '#src/charts/specs/quotes.ts';
import { numberText } from '#src/charts/words.ts';
import { categoryAxis, spanOf, tickStyle, valueAxis } from './axes.ts';
import type { ChartConfig } from './config.ts';
import { frameOf, type KeyItem } from './frame.ts';
import type { LabelItem } from './labels.ts';
import type { Palette } from './palette.ts';
import { richConfig } from './rich-config.ts';
import type { Dataset } from './rich-lines.ts';
import { endRoom } from './rich-sparkline.ts';

/** Dates on the axis. */
const MOST_DATES = 6;

export function richHistory(spec: HistorySpec, colours: Palette, height: number): ChartConfig {
  const { buckets, threshold } = spec;
  const lasts = buckets.map((b) => midpoint(b.last));
  const lone = buckets.length === 1;
  // One quote stands in the middle, its range as a bar and the threshold across.
  const padded = <T>(items: readonly T[], edge: T) => (lone ? [edge, ...items, edge] : items);
  const values = [
    ...buckets.flatMap((b) => [b.range.low, b.range.high]),
    ...(threshold ? [threshold.value] : []),
  ];
  const frame = frameOf(spec, historyKey(spec, colours), colours, height);
  const right = lone ? frame.padding.right : endRoom(quoteText(lasts.at(-1) ?? 0, lasts));
  return richConfig({
    type: 'line',
    labels: padded(dateLabels(spec), ''),
    datasets: [
      ...(lone ? loneRange(buckets, colours) : bandOf(buckets, colours)),
      {
        data: padded<number | null>(lasts, null),
        borderColor: colours.main,
        backgroundColor: colours.main,
        borderWidth: 2.25,
        borderJoinStyle: 'round',
        pointRadius: padded(
          lasts.map((_, i) => (i === lasts.length - 1 ? 4.5 : 0)),
          0,
        ),
        order: 1,
      },
      ...(threshold
        ? [
            {
              data: padded(lasts, 0).map(() => threshold.value),
              borderColor: colours.warn,
              borderWidth: 2,
              borderDash: [7, 5],
              pointRadius: 0,
              order: 2,
            },
          ]
        : []),
    ],
    frame: { ...frame, padding: { ...frame.padding, right } },
    labelItems: lone ? loneLabels(spec, colours) : historyLabels(lasts, threshold?.value, colours),
    colours,
    options: {
      scales: {
        x: categoryAxis(colours, {
          offset: false,
          ticks: { ...tickStyle(colours.ink), maxRotation: 0, autoSkip: false },
        }),
        y: valueAxis(spanOf(values, 0.12), colours),
      },
    },
  });
}

/** Says which of a range the line goes through, and what a thinned history's line and band are. */
function historyKey({ buckets, threshold }: HistorySpec, colours: Palette): readonly KeyItem[] {
  const thinned = buckets.some((b) => b.from !== b.to);
  const ranges = buckets.some((b) => !isExact(b.last));
  const banded = buckets.some((b) => !isExact(b.range));
  const quote = thinned
    ? ranges
      ? 'midpoint, last of each stretch'
      : 'last quote of each stretch'
    : ranges
      ? 'midpoint'
      : 'quote';
  return [
    { mark: buckets.length === 1 ? 'circle' : 'line', color: colours.main, text: quote },
    ...(banded
      ? [{ mark: 'band' as const, color: colours.main, text: thinned ? 'lowest to highest' : 'low to high' }]
      : []),
    ...(threshold ? [{ mark: 'dash' as const, color: colours.warn, text: threshold.label }] : []),
  ];
}

function bandOf(buckets: HistorySpec['buckets'], colours: Palette): readonly Dataset[] {
  const edge = { borderWidth: 0, pointRadius: 0, order: 4 };
  return [
    { ...edge, data: buckets.map((b) => b.range.low), fill: false },
    { ...edge, data: buckets.map((b) => b.range.high), fill: '-1', backgroundColor: colours.band },
  ];
}

/** As many datasets as a band has, so that the quote's own keeps its place. */
function loneRange([bucket]: HistorySpec['buckets'], colours: Palette): readonly Dataset[] {
  const range = bucket === undefined ? null : [bucket.range.low, bucket.range.high];
  const bar = {
    type: 'bar',
    data: [null, range, null],
    backgroundColor: colours.band,
    barThickness: 26,
    order: 4,
  };
  return [{ data: [], order: 5 }, bar];
}

function loneLabels({ buckets: [bucket], threshold }: HistorySpec, colours: Palette): readonly LabelItem[] {
  const text = bucket === undefined ? '' : figuresText(bucket.range);
  return [
    { d: 1, i: 1, text, color: colours.main, place: 'above' },
    ...(threshold
      ? [{ d: 3, i: 0, text: numberText(threshold.value), color: colours.warn, place: 'above' as const }]
      : []),
  ];
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
  return [...quotes, { d: 3, i: 0, text: numberText(threshold), color: colours.warn, place: 'above' }];
}

/** In full: quotes move by less than what is left of "557k". */
function figuresText({ low, high }: Range): string {
  const [first, last] = [numberText(low), numberText(high)];
  return first === last ? first : `${first}–${last}`;
}

/** All with two decimals where one needs them. */
function quoteText(value: number, all: readonly number[]): string {
  return Math.max(...all) < 1000 && all.some((v) => !Number.isInteger(v))
    ? value.toFixed(2)
    : numberText(value);
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

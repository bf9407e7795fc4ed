/**
 * A spec as little config as a link can carry, for a Chart.js 4 server that we know nothing about. It relies on no
 * plugin, so figures stand in the names of places, and where there is no room, places are left out, and it is said.
 */
import { isExact, type Range } from '#src/domain/measure/figure.ts';
import type { ChartSpec, Firmness, Mark, Place, ValueAxis } from '#src/charts/spec.ts';
import { dateText } from '#src/charts/days.ts';
import type { ChartConfig, Json } from '#src/charts/theme/config.ts';
import { leanDatasets } from './lean-marks.ts';
import { keptOf, type Kept } from './lean-places.ts';
import { ascii, leanWords, short } from './lean-text.ts';

/** How much a link has room for. */
export interface Room {
  /** Places kept at the most; more are left out, and the subtitle says so. */
  readonly most: number;
  /** Lines as midpoints only: the subtitle says which are estimates and projections, and that ranges are left out. */
  readonly plain: boolean;
}

const ORDER: readonly Mark['kind'][] = ['line', 'rule', 'range', 'band', 'bar', 'arc', 'label'];
const SIZE = { width: 600, height: 380 };
const BARE = { width: 240, height: 64 };
/** Of a row with one line, and with two; around rows. */
const ROW_HEIGHTS = [18, 36] as const;
const ROWS_MARGIN = 190;
/** Up to so many years carry their figures below the axis. */
const MOST_WITH_FIGURES = 8;
/** Dates below an axis of days. */
const MOST_DATES = 5;
/** Names of rows take room from the plot, and so from the foot below it; in letters. */
const ROWS_FOOT = 64;
const FOOT = 88;

/** The size that its places want; CSS px. */
export function leanSize({ bare, x }: ChartSpec): { readonly width: number; readonly height: number } {
  if (bare === true) return BARE;
  if (x.of !== 'rows') return SIZE;
  const row = ROW_HEIGHTS[x.places.some(({ detail }) => detail !== undefined) ? 1 : 0];
  return { ...SIZE, height: Math.max(SIZE.height, ROWS_MARGIN + row * x.places.length) };
}

export function leanConfig(spec: ChartSpec, room: Room): ChartConfig {
  const { x, marks, bare } = spec;
  const kept = keptOf(spec, room.most);
  const words = leanWords(spec, notesOf(spec, kept, room).join(' · '), x.of === 'rows' ? ROWS_FOOT : FOOT);
  const ring = x.of === 'ring';
  const legend = ring
    ? { position: 'right' }
    : x.of === 'rows'
      ? { display: false }
      : {
          align: 'start',
          ...(spec.marks.some(({ kind }) => kind === 'bar') ? {} : { labels: { usePointStyle: true } }),
        };
  return {
    type: ring ? 'doughnut' : marks.some(({ kind }) => kind === 'bar') ? 'bar' : 'line',
    data: {
      labels: labelsOf(spec, kept, room),
      // The first is drawn upon the others.
      datasets: marks
        .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
        .flatMap((mark) => leanDatasets(mark, spec, kept, room.plain)),
    },
    options: {
      ...(x.of === 'rows' ? { indexAxis: 'y' } : {}),
      layout: { padding: bare === true ? 8 : 16 },
      ...(x.of === 'years' && bare !== true ? { elements: { point: { radius: 5, borderWidth: 2 } } } : {}),
      plugins:
        bare === true
          ? { legend: { display: false } }
          : {
              title: words.title,
              subtitle: ring
                ? { ...words.subtitle, text: [...words.subtitle.text, ...words.foot] }
                : words.subtitle,
              legend,
              ...(ring ? { datalabels: { display: false } } : {}),
            },
      ...(ring ? {} : { scales: scalesOf(spec, kept, words.axisFoot) }),
    },
  };
}

/** Each with its figure, where there is room; positions where places are not named. */
function labelsOf({ x, marks }: ChartSpec, kept: Kept, { plain }: Room): ChartConfig['data']['labels'] {
  if (kept.positions !== undefined) return kept.positions;
  const change = marks.some((mark) => mark.kind === 'bar' && mark.look === 'change');
  return kept.places.map(({ name, text, detail, firmness }) => {
    if (x.of === 'years') {
      const year = `${name}${firmText(firmness)}`;
      return text === undefined || plain || kept.places.length > MOST_WITH_FIGURES
        ? year
        : [year, ascii(text)];
    }
    return change ? [short(name), ascii(detail ?? '')] : `${short(name)}: ${ascii(text ?? '')}`;
  });
}

function firmText(firmness: Firmness | undefined): string {
  if (firmness === undefined || firmness === 'reported') return '';
  return firmness === 'projected' ? ' proj.' : ' est.';
}

function ranged(mark: Mark): boolean {
  return 'points' in mark && mark.points.some(({ range }: { readonly range: Range }) => !isExact(range));
}

/** What a reader can't see for want of room. */
function notesOf({ x, marks }: ChartSpec, kept: Kept, { plain }: Room): readonly string[] {
  const left = kept.of - kept.count;
  const bars = marks.filter((mark) => mark.kind === 'bar' && mark.look !== 'stack');
  return [
    ...(left > 0 && x.of === 'years' ? [`${kept.count} of ${kept.of} years shown`] : []),
    ...(left > 0 && x.of === 'rows' ? [`${left} smaller ones left out`] : []),
    ...(left > 0 && x.of === 'days' ? [`drawn as ${kept.count} stretches`] : []),
    ...(plain || kept.positions !== undefined ? firmNote(kept.places) : []),
    ...(plain && marks.some((mark) => mark.kind === 'line' && ranged(mark)) ? ['ranges as midpoints'] : []),
    ...(bars.some(ranged) ? ['pale: from the low to the high end of a range'] : []),
  ];
}

/** Which places are not simply reported, where names can't say it. @example ["estimated: 2019-2025", "projected: 2026"] */
function firmNote(places: readonly Place[]): readonly string[] {
  return (['estimated', 'projected'] as const).flatMap((firmness) => {
    const there = places.flatMap((place, i) => (place.firmness === firmness ? [i] : []));
    const spans = there
      .filter((i) => !there.includes(i - 1))
      .map((from) => {
        const to = there.find((i) => i >= from && !there.includes(i + 1)) ?? from;
        return from === to ? places[from]?.name : `${places[from]?.name}-${places[to]?.name}`;
      });
    return spans.length === 0 ? [] : [`${firmness}: ${spans.join(', ')}`];
  });
}

function scalesOf(spec: ChartSpec, kept: Kept, foot: Json): { readonly [key: string]: Json } {
  const { x, y, right, marks, bare } = spec;
  if (x.of === 'rows')
    return { x: { ...(y.zero === true ? { min: 0 } : {}), title: foot }, y: { ticks: { autoSkip: false } } };
  const stack = marks.some((mark) => mark.kind === 'bar' && mark.look === 'stack');
  const values = valueScale(y, bare === true, stack);
  if (x.of === 'days') {
    const [min, max] = x.first === x.last ? [-1, 1] : [0, x.last - x.first];
    return {
      x: { type: 'linear', min, max, offset: false, display: false },
      // Dates at even distances of days, below the axis of days itself.
      d: { axis: 'x', type: 'category', labels: datesOf(x), offset: x.first === x.last, title: foot },
      y: values,
    };
  }
  const years =
    kept.positions === undefined
      ? {}
      : {
          type: 'linear',
          min: kept.positions[0],
          max: kept.positions.at(-1),
          ticks: { includeBounds: false, precision: 0, format: { useGrouping: false } },
        };
  return {
    x:
      bare === true
        ? { display: false, offset: true }
        : { ...years, offset: true, ...(stack ? { stacked: true } : {}), title: foot },
    y: values,
    ...(right ? { p: { position: 'right', beginAtZero: true, grid: { display: false } } } : {}),
  };
}

function valueScale({ log, zero, max }: ValueAxis, bare: boolean, stack: boolean): Json {
  if (log === true) return { type: 'logarithmic' };
  if (stack) return { stacked: true, ...(max === undefined ? {} : { max }) };
  const from = zero === true ? { min: 0 } : { beginAtZero: false };
  return { ...(bare ? { display: false } : {}), ...from, grace: '10%' };
}

/** Days at even distances, the first and the last among them. */
function datesOf({ first, last }: { readonly first: number; readonly last: number }): readonly string[] {
  const count = Math.min(MOST_DATES, last - first + 1);
  return Array.from({ length: count }, (_, i) =>
    dateText(first + Math.round(((last - first) * i) / Math.max(1, count - 1)), last - first),
  );
}

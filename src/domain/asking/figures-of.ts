/** The numbers of an answer as data: the figures of its sources, each with what it is of, and what was worked out from them. */
import type { Answer, Line, Origin, Part, Span } from '#src/domain/answer.ts';
import type { Quantity } from '#src/domain/measure/figure.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { Citation, Metric } from '#src/domain/series/metal.ts';

/** A figure that an answer shows, or works something out from. */
export interface ShownFigure {
  /** Id of a metal or a material. */
  readonly material: string;
  readonly metric: Exclude<Metric, 'supply-status'> | 'change' | 'content';
  /** A country, or whose figure it is; null where it is of the world, or of no place. */
  readonly place: string | null;
  /** The sector, use or chemistry that it is of. */
  readonly item: string | null;
  readonly quantity: Quantity;
  /** What it is a price or mass of, and on which terms; "unstated" where the source does not say. */
  readonly basis: string;
  /** "2024", "2026-06", "2026-11-20"; of a mean, the first and the last with a slash between. */
  readonly period: string;
  readonly citation: Citation;
}

/** A number that was worked out. */
export interface WorkedOut {
  /** A change is in percent. */
  readonly kind: 'amount' | 'change';
  readonly quantity: Quantity;
  /** Which of the figures it was worked out from, by their place in the list. */
  readonly from: readonly number[];
}

export interface Numbers {
  /** In the order in which they are shown, each once. */
  readonly figures: readonly ShownFigure[];
  readonly workedOut: readonly WorkedOut[];
}

/** All numbers of an answer that come from its sources. */
export function numbersIn({ parts }: Pick<Answer, 'parts'>): Numbers {
  const figures = new Map<string, { readonly at: number; readonly figure: ShownFigure }>();
  const workedOut = new Map<string, WorkedOut>();
  const place = (origin: Origin, quantity: Quantity): number => {
    const figure = shownOf(origin, quantity);
    const key = keyOf(figure);
    const known = figures.get(key) ?? { at: figures.size, figure };
    figures.set(key, known);
    return known.at;
  };
  for (const span of parts.flatMap(spansOfPart)) {
    const { from = [] } = span;
    const [only, ...others] = from;
    if (only === undefined) continue;
    if ('quantity' in span && others.length === 0 && isItself(span.quantity, only)) {
      place(only, span.quantity);
      continue;
    }
    const quantity: Quantity = 'quantity' in span ? span.quantity : { range: span.change.percent, unit: '%' };
    const kind = 'quantity' in span ? 'amount' : 'change';
    const made = { kind, quantity, from: from.map((origin) => place(origin, origin.quantity)) } as const;
    workedOut.set(JSON.stringify([kind, quantity.range, quantity.unit, made.from]), made);
  }
  return { figures: [...figures.values()].map(({ figure }) => figure), workedOut: [...workedOut.values()] };
}

type NumberSpan = Extract<Span, { readonly quantity: Quantity } | { readonly change: unknown }>;

function spansOfPart({ headline, body, table, cautions }: Part): readonly NumberSpan[] {
  const lines = [headline, ...body, ...(table?.rows.flat() ?? []), ...cautions];
  return lines.flatMap((line: Line) => line.flatMap(numbersOf));
}

/** The numbers of a span, in order. */
function numbersOf(span: Span): readonly NumberSpan[] {
  if (typeof span === 'string') return [];
  return 'strong' in span ? span.strong.flatMap(numbersOf) : [span];
}

/** Whether a number is a figure as it stands, and is not worked out from it. */
function isItself({ range, unit }: Quantity, { quantity }: Origin): boolean {
  return quantity.unit === unit && quantity.range.low === range.low && quantity.range.high === range.high;
}

/** What a figure is of, in a unit that it is shown in. */
export function shownOf(origin: Origin, quantity = origin.quantity): ShownFigure {
  if ('stated' in origin) {
    const { material, stated: metric, place, sector, at, citation } = origin;
    return {
      material,
      metric,
      place: place ?? null,
      item: sector ?? null,
      quantity,
      basis: UNSTATED,
      period: at ?? UNSTATED,
      citation,
    };
  }
  const { metal, series, at, over, citation } = origin;
  return {
    material: metal.id,
    metric: series.metric,
    place: series.country ?? series.scope ?? null,
    item: series.sector ?? series.item ?? null,
    quantity,
    basis: basisOf(origin),
    period: over === undefined ? at : `${over.from}/${over.to}`,
    citation,
  };
}

const UNSTATED = 'unstated';

function basisOf({ series, basis: quoted, over }: Figure): string {
  const { basis, form, purity, market, terms, stage, real } = series;
  const said = [
    stage,
    form,
    basis === UNSTATED ? undefined : basis,
    form === undefined ? purity : undefined,
    market,
    terms,
    real === undefined ? undefined : `in dollars of ${real}`,
    quoted,
    over === undefined ? undefined : 'mean',
  ].filter((one) => one !== undefined);
  return said.length === 0 ? UNSTATED : [...new Set(said)].join(', ');
}

function keyOf({ citation, quantity, ...figure }: ShownFigure): string {
  return JSON.stringify([figure, quantity.range, quantity.unit, citation.id, citation.section]);
}

/** The numbers of an answer as data: the figures of its sources, each with what it is of, and what was worked out from them. */
import type { Answer, Line, Origin, Part, Span } from '#src/domain/answer.ts';
import type { Quantity } from '#src/domain/measure/figure.ts';
import type { Change } from '#src/domain/measure/changes.ts';
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
interface WorkedOut {
  /** A change is in percent. */
  readonly kind: 'amount' | 'change';
  readonly quantity: Quantity;
  /** Of a change: that between the midpoints, and what rounding leaves open. */
  readonly change?: Pick<Change, 'midpoint' | 'printed'> | undefined;
  /** Which of the figures it was worked out from, by their place in the list. */
  readonly from: readonly number[];
}

interface Numbers {
  /** In the order in which they are shown, each once. */
  readonly figures: readonly ShownFigure[];
  readonly workedOut: readonly WorkedOut[];
  /** What the asker said, as it is shown: an amount, a price, a share. */
  readonly given: readonly Quantity[];
}

/** All numbers of an answer: those of its sources, what was worked out from them, and the asker's own. */
export function numbersIn({ parts }: Pick<Answer, 'parts'>): Numbers {
  const figures = new Map<string, { readonly at: number; readonly figure: ShownFigure }>();
  const workedOut = new Map<string, WorkedOut>();
  const given = new Map<string, Quantity>();
  const place = (origin: Origin): number => {
    const figure = shownOf(origin);
    const key = keyOf(figure);
    const known = figures.get(key) ?? { at: figures.size, figure };
    figures.set(key, known);
    return known.at;
  };
  for (const span of parts.flatMap(spansOfPart)) {
    const quantity: Quantity = 'quantity' in span ? span.quantity : { range: span.change.percent, unit: '%' };
    if (span.given === true) {
      given.set(JSON.stringify([quantity.range, quantity.unit]), quantity);
      continue;
    }
    const [only, ...others] = span.from;
    if (only !== undefined && others.length === 0 && 'quantity' in span && isItself(quantity, only)) {
      place(only);
      continue;
    }
    const kind = 'quantity' in span ? 'amount' : 'change';
    const change = 'change' in span ? span.change : undefined;
    const made = { kind, quantity, change, from: [...new Set(span.from.map(place))] } as const;
    workedOut.set(JSON.stringify([kind, quantity.range, quantity.unit, made.from]), made);
  }
  return {
    figures: [...figures.values()].map(({ figure }) => figure),
    workedOut: [...workedOut.values()],
    given: [...given.values()],
  };
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

/** What a figure is of. */
export function shownOf(origin: Origin): ShownFigure {
  if ('stated' in origin) {
    const { material, stated: metric, place, item, at, quantity, citation } = origin;
    return {
      material,
      metric,
      place: place ?? null,
      item: item ?? null,
      quantity,
      basis: UNSTATED,
      period: at ?? UNSTATED,
      citation,
    };
  }
  const { metal, series, at, over, quantity, citation } = origin;
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

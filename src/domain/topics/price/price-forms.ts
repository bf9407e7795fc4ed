/** Two prices of one metal side by side, each as it is sold: "quicklime vs hydrated lime", "LME against COMEX copper". */
import type { Line, Span } from '#src/domain/answer.ts';
import type { MassUnit } from '#src/domain/measure/figure.ts';
import type { PackTable } from '#src/domain/series/packs/pack-table.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { pricesNamed } from '#src/domain/series/narrow.ts';
import { newestObserved, type Series } from '#src/domain/series/series.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import { massOf } from '#src/domain/series/one-unit.ts';
import { seriesOfTable } from '#src/domain/series/packs/with-tables.ts';
import {
  cite,
  firmness,
  makePart,
  nameOf,
  show,
  yearsInWords,
  type TopicContext,
  type TopicResult,
} from '#src/domain/topics/topic.ts';
import { askHistory } from '#src/domain/topics/suggestions.ts';

/** `undefined` where the words name fewer than two prices, or these have no year in common. */
export function compareForms({ metal, question, thisYear }: TopicContext): TopicResult | undefined {
  if (question.metrics.some((metric) => metric !== 'price') || question.countries.length > 0)
    return undefined;
  const named = pricesNamed(metal, question.text);
  if (named.length < 2) return undefined;
  const trackOf = (table: PackTable, mass: MassUnit | null): Series | undefined => {
    const series = seriesOfTable(table).map((one) => ({ ...one, role: 'headline' as const }));
    return seriesIn({ ...metal, series }, { metric: 'price' }, mass)[0];
  };
  const isOf = (track: Series) =>
    question.years.length === 0 || question.years.some((year) => track.at(year) !== undefined);
  // One unit for all: that which is asked for, else that of the first.
  const first = named.flat().flatMap((table) => trackOf(table, null) ?? [])[0];
  const unit = question.perUnit ?? massOf(first?.unit) ?? null;
  const tracks = named.flatMap(
    (tables) => tables.flatMap((table) => trackOf(table, unit) ?? []).find(isOf) ?? [],
  );
  if (tracks.length < 2) return undefined;
  const known = commonYears(tracks);
  const newest = known.findLast((year) =>
    tracks.every((track) => year <= (newestObserved(track, thisYear) ?? 0)),
  );
  const wanted = question.years.filter((year) => known.includes(year));
  const years = question.years.length > 0 ? wanted : newest === undefined ? [] : [newest];
  const rows = years.map((year) => tracks.flatMap((track) => track.at(year) ?? []));
  const last = rows.at(-1);
  if (last === undefined || last.length < 2) return undefined;
  return {
    found: true,
    part: makePart('compare', {
      headline: [{ strong: [`${metal.name}, ${yearsInWords(years.slice(-1))}: `, ...besides(last)] }],
      body: [['They are of different forms or markets, so no ratio is worked out.']],
      ...(rows.length > 1
        ? {
            table: {
              columns: ['Year', ...last.map((figure) => nameOf(figure))],
              rows: rows.map((row, at): Line[] => [
                [String(years[at])],
                ...row.map((figure): Line => [show(figure), firmness(figure)]),
              ]),
            },
          }
        : {}),
      citations: cite(rows.flat()),
    }),
    suggestions: [askHistory(metal)],
  };
}

const commonYears = ([first, ...others]: readonly Series[]): readonly number[] =>
  (first?.years ?? []).filter((year) => others.every((track) => track.years.includes(year)));

/** "Lime, quicklime $184.60/t; lime, hydrated $234.60/t". */
const besides = (figures: readonly Figure[]): Span[] =>
  figures.flatMap((figure, at): Span[] => [
    at === 0 ? '' : '; ',
    `${nameOf(figure)} `,
    show(figure),
    firmness(figure),
  ]);

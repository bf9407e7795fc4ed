/** Prices over several years, with other sources beside them. */
import type { Line, Span } from '#src/domain/answer.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { isExact } from '#src/domain/measure/figure.ts';
import { currencyCaution } from './price-cautions.ts';
import { basesCaution } from '#src/domain/topics/disagreement.ts';
import type { Prices } from './prices.ts';
import { figuresIn, whenOf } from '#src/domain/series/series.ts';
import {
  against,
  capitalised,
  cite,
  firmness,
  listInWords,
  makePart,
  nameOf,
  show,
  yearsInWords,
  type TopicContext,
  type TopicResult,
} from '#src/domain/topics/topic.ts';
import { askChange } from '#src/domain/topics/suggestions.ts';

/** The figures of several years as a table. @param years Those asked for, also where there is no figure. */
export function manyYears(
  context: TopicContext,
  prices: Prices,
  figures: readonly [Figure, ...Figure[]],
  years: readonly number[],
): TopicResult {
  const { metal, question } = context;
  const [first] = figures;
  const last = figures.at(-1) ?? first;
  const others = prices.others.filter((s) => figures.some((f) => s.at(f.year) !== undefined));
  const later = newestLater(context, last);
  const lacking = years.filter((y) => !figures.some((f) => f.year === y));
  const cautions: Line[] = [];
  if (lacking.length > 0)
    cautions.push([
      later === undefined
        ? `No figure for ${yearsInWords(lacking)}.`
        : `No figure for the whole of ${yearsInWords(lacking)}.`,
    ]);
  if (figures.some((f) => f.quantity.firmness === 'projected')) {
    cautions.push([
      `${yearsInWords(figures.filter((f) => f.quantity.firmness === 'projected').map((f) => f.year))} is a projection.`,
    ]);
  }
  cautions.push(...currencyCaution(question.currency));
  cautions.push(
    ...basesCaution([...figures, ...others.flatMap((s) => figures.flatMap((f) => s.at(f.year) ?? []))]),
  );
  return {
    found: true,
    part: makePart('price', {
      headline: [
        {
          strong: [
            `${nameOf(first)}, ${yearsInWords(figures.map((f) => f.year))}: `,
            ...(first === last ? [show(first)] : fromTo(first, last)),
          ],
        },
        firmness(last),
      ],
      body: [
        ...(first !== last && first.series === last.series
          ? [[...capitalised(against(last, first)), '.']]
          : []),
        ...(later === undefined ? [] : [[`The newest is of ${whenOf(later)}: `, show(later), '.']]),
      ],
      table: {
        columns: [
          'Year',
          columnName(figures),
          ...others.map((s) =>
            columnName(
              figuresIn(
                s,
                figures.map((f) => f.year),
              ),
            ),
          ),
        ],
        rows: figures.map((f) => [
          [String(f.year)],
          [show(f), firmness(f)],
          ...others.map((s): Line => {
            const other = s.at(f.year);
            return other === undefined ? ['no figure'] : [show(other), firmness(other)];
          }),
        ]),
      },
      cautions,
      citations: cite([
        ...figures,
        ...others.flatMap((s) => figures.map((f) => s.at(f.year))),
        ...(later === undefined ? [] : [later]),
      ]),
      chart: historyChart(
        metal.id,
        figures.map((f) => f.year),
      ),
      chartWanted: question.chart || figures.length > 2,
    }),
    suggestions: first.year === last.year ? [] : [askChange(metal, { from: first.year, to: last.year })],
  };
}

/** The newest price of a month or a day, where it is of a year after all of those and that year is asked for, or none is. */
function newestLater(
  { metal, question, library, today }: TopicContext,
  { year }: Figure,
): Figure | undefined {
  const { years, source, form, perUnit, currency } = question;
  if (library === undefined || today === undefined || currency !== null || source !== null || form !== null)
    return undefined;
  if (years.length > 0 && (years.at(-1) ?? year) <= year) return undefined;
  const all = library.dated({ of: metal.id, target: {}, per: perUnit, live: true });
  return all.flatMap((one) => one.newest(today) ?? []).find((one) => one.year > year);
}

/** "$75/kg to $110/kg"; a range at either end gets its year, or one "to" would run into the other. */
function fromTo(first: Figure, last: Figure): Span[] {
  const exact = isExact(first.quantity.range) && isExact(last.quantity.range);
  return exact
    ? [show(first), ' to ', show(last)]
    : [show(first), ` in ${first.year}, `, show(last), ` in ${last.year}`];
}

/** "Farmonaut report", "USGS MCS 2026, oxide": short enough for the head of a column; each edition in it is named. */
function columnName(figures: readonly Figure[]): string {
  const editions = new Set(figures.map(({ citation: { source } }) => source.edition ?? 'report'));
  const [first] = figures;
  if (first === undefined) return 'Other';
  const basis = first.series.basis === 'unstated' ? '' : `, ${first.series.basis}`;
  return `${first.citation.source.publisher} ${listInWords([...editions])}${basis}`;
}

/** The chart of a price over these years. */
export function historyChart(metal: string, years: readonly number[]) {
  const [from, to] = [years[0], years.at(-1)];
  return from === undefined || to === undefined ? undefined : ({ kind: 'price', metal, from, to } as const);
}

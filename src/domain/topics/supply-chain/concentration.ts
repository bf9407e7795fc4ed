/** How much of the world's output a few countries have: the first, the first three, and the Herfindahl index. */
import type { Line, Span } from '#src/domain/answer.ts';
import { exactly } from '#src/domain/measure/figure.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import { alike } from '#src/domain/series/one-unit.ts';
import { holderOf, withGroupCaution } from '#src/domain/topics/group.ts';
import { cite, countedAs, firmness, makePart, missing, show, type Topic } from '#src/domain/topics/topic.ts';
import { askProducers } from '#src/domain/topics/suggestions.ts';

/** Above these a market is called concentrated in merger guidelines of the United States (2023): moderately, highly. */
const MODERATE = 1000;
const HIGH = 1800;

export const answerConcentration: Topic = (context) => {
  const { metal, question } = context;
  const holder = holderOf(context, (m) => countries(m).length > 0);
  const years = holder === undefined ? [] : yearsIn(holder);
  const year =
    question.years.findLast((one) => years.includes(one)) ??
    (question.years.length === 0 ? years.at(-1) : undefined);
  const figures = holder === undefined || year === undefined ? [] : outputs(holder, year);
  const world =
    holder === undefined || year === undefined
      ? undefined
      : seriesIn(holder, { metric: 'production' })[0]?.at(year);
  const total = world?.quantity.range.low;
  const [first, second, third] = figures;
  if (holder === undefined || first === undefined || total === undefined || total <= 0 || year === undefined)
    return missing(
      'concentration',
      [
        `I can’t say how concentrated the output of ${metal.name.toLowerCase()} is: no source here has it by country and in all.`,
      ],
      years.length === 0 ? [] : [[`I have ${years[0]} to ${years.at(-1)}.`]],
      [askProducers(metal)],
    );
  const share = ({ quantity }: Figure) => (quantity.range.low / total) * 100;
  const made = (of: readonly Figure[]) => (world === undefined ? of : [...of, world]);
  const three = [first, second, third].filter((one) => one !== undefined);
  const sum = three.reduce((all, one) => all + share(one), 0);
  const index = figures.reduce((all, one) => all + share(one) ** 2, 0);
  const left = Math.max(0, 100 - figures.reduce((all, one) => all + share(one), 0));
  const names = three.map(({ series: { country } }) => country ?? '');
  return withGroupCaution(context, holder, {
    found: true,
    part: makePart('concentration', {
      headline: [
        {
          strong: [
            `${holder.name}, ${first.series.stage ?? ''} output ${year}: ${first.series.country} has `.replace(
              '  ',
              ' ',
            ),
            percent(share(first), made([first])),
            ' of the world’s',
          ],
        },
        firmness(first),
      ],
      body: [
        [`The first three, ${names.join(', ')}: `, percent(sum, made(three)), '.'],
        [
          'Herfindahl index (the sum of the squares of the shares, at most 10,000): ',
          {
            quantity: { range: exactly(Math.round(index)), unit: 'index points', qualifier: 'about' },
            from: made(figures),
          },
          ...(left > 1
            ? [
                '; ',
                { quantity: { range: exactly(Math.round(left)), unit: '%' }, from: made(figures) } as const,
                ' is of other countries, whose own shares are not given and are left out',
              ]
            : []),
          `. ${level(index)}`,
        ],
      ],
      table: {
        columns: ['Country', 'Output', 'Share'],
        rows: figures
          .slice(0, 10)
          .map((one): Line[] => [
            [one.series.country ?? ''],
            [show(one), firmness(one)],
            [percent(share(one), made([one]))],
          ]),
      },
      cautions: [
        ['World total: ', ...(world === undefined ? [] : [show(world), firmness(world)]), '.'],
        ...[countedAs(first), ...(world?.series.notes ?? [])]
          .filter((note) => note !== '')
          .map((note): Line => [note]),
      ],
      citations: cite([...figures, world]),
    }),
    suggestions: [askProducers(holder)],
  });
};

const percent = (value: number, from: readonly Figure[]): Span => ({
  quantity: { range: exactly(Number(value.toFixed(1))), unit: '%', qualifier: 'about' },
  from,
});

function level(index: number): string {
  if (index > HIGH) return 'Above 1,800 a market counts as highly concentrated.';
  return index > MODERATE
    ? 'From 1,000 to 1,800 a market counts as moderately concentrated.'
    : 'Below 1,000 a market counts as not concentrated.';
}

const countries = (metal: Metal): readonly string[] =>
  metal.countries
    .map(({ name }) => name)
    .filter(
      (country) => country !== 'Other' && seriesIn(metal, { metric: 'production', country }).length > 0,
    );

function yearsIn(metal: Metal): readonly number[] {
  const [first] = countries(metal);
  return first === undefined
    ? []
    : (seriesIn(metal, { metric: 'production', country: first })[0]?.years ?? []);
}

/** The countries' outputs of a year in the unit of the world's total, largest first. */
function outputs(metal: Metal, year: number): readonly Figure[] {
  const world = seriesIn(metal, { metric: 'production' })[0]?.at(year);
  return countries(metal)
    .flatMap((country) => seriesIn(metal, { metric: 'production', country })[0]?.at(year) ?? [])
    .filter(({ series }) => series.source === world?.series.source)
    .flatMap((figure) => (world === undefined ? [] : (alike([world, figure])?.[1] ?? [])))
    .toSorted((a, b) => b.quantity.range.high - a.quantity.range.high);
}

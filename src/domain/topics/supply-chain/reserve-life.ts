/** How many years of today's output the reserves are; no forecast, for both change. */
import type { Line } from '#src/domain/answer.ts';
import { divide, exactly } from '#src/domain/measure/figure.ts';
import { newestYear } from '#src/domain/series/series.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import { alike } from '#src/domain/series/one-unit.ts';
import { holderOf, withGroupCaution } from '#src/domain/topics/group.ts';
import { cite, countedAs, firmness, makePart, missing, show, type Topic } from '#src/domain/topics/topic.ts';
import { askCountries, askFor } from '#src/domain/topics/suggestions.ts';

function floorTo(value: number, digits: number): number {
  const place = 10 ** (Math.floor(Math.log10(value)) + 1 - digits);
  return Math.floor(value / place) * place;
}

export const answerReserveLife: Topic = (context) => {
  const { metal, question, thisYear } = context;
  const [country] = question.countries;
  const where = country === undefined ? {} : { country };
  const holder = holderOf(context, (m) => seriesIn(m, { metric: 'reserves', ...where }).length > 0);
  const reserves = holder && seriesIn(holder, { metric: 'reserves', ...where })[0];
  const output = holder && seriesIn(holder, { metric: 'production', ...where })[0];
  const held = reserves?.at(reserves.years.at(-1) ?? 0);
  const mined = output?.at(newestYear(output, thisYear) ?? 0);
  const [stock, flow] = (held && mined && alike([held, mined])) ?? [];
  if (
    holder === undefined ||
    stock === undefined ||
    flow === undefined ||
    held === undefined ||
    mined === undefined ||
    flow.quantity.range.low <= 0
  ) {
    const have = held === undefined ? 'reserves' : 'output in the same unit';
    return missing(
      'reserve-life',
      [
        `I can’t say for how many years the reserves of ${metal.name.toLowerCase()} are enough: I have no ${have}${country === undefined ? '' : ` of ${country}`}.`,
      ],
      [],
      [askFor(metal, 'reserves', { label: 'Reserves' })],
    );
  }
  const years = divide(stock.quantity.range, flow.quantity.range);
  const digits = years.low >= 10 ? 2 : 1;
  const more = held.quantity.qualifier === 'more than' ? 'more than' : 'about';
  // Rounded up, "more than" would say what nobody printed.
  const rounded = more === 'about' ? Number(years.low.toPrecision(digits)) : floorTo(years.low, digits);
  const line: Line = [
    'Reserves ',
    show(held),
    ` (${held.citation.source.edition}), output `,
    show(mined),
    firmness(mined),
    ` in ${mined.year}.`,
  ];
  return withGroupCaution(context, holder, {
    found: true,
    part: makePart('reserve-life', {
      headline: [
        {
          strong: [
            `${holder.name}${country === undefined ? '' : `, ${country}`}: reserves are `,
            {
              quantity: { range: exactly(rounded), unit: 'years', qualifier: more },
              from: [stock, flow],
            },
            ' of output',
          ],
        },
      ],
      body: [line],
      cautions: [
        [
          'Reserves are what can be mined at a profit today: they grow with prices and exploration, so this is no date at which it ends.',
        ],
        ...[countedAs(held), ...mined.series.notes.slice(0, 2)]
          .filter((note) => note !== '')
          .map((note): Line => [note]),
      ],
      citations: cite([held, mined]),
    }),
    suggestions: [
      askCountries('Reserves by country', `${holder.name} reserves by country`, 'reserves', holder),
    ],
  });
};

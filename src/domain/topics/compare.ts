/** Two or more things side by side: metals, years, sectors, sources. */
import type { Line, Span } from '../answer.ts';
import { metalOf, type Figure } from '../catalog.ts';
import { changeBetween, divide, type Quantity } from '../figure.ts';
import type { Metal } from '../metal.ts';
import { disagreements } from './disagreement.ts';
import { pricesOf, type Prices } from './prices.ts';
import { answerProduction } from './production.ts';
import { answerReserves } from './reserves.ts';
import { answerSectors } from './sectors.ts';
import { answerSummary } from './summary.ts';
import { tracksOf } from './track.ts';
import {
  cite,
  firmness,
  listInWords,
  makePart,
  missing,
  show,
  yearsInWords,
  type Topic,
  type TopicContext,
  type TopicResult,
} from './topic.ts';

export const answerCompare: Topic = (context) => {
  const { question } = context;
  if (question.metals.length > 1) return compareMetals(context);
  if (
    question.sectors.length > 1 ||
    question.metrics.includes('share') ||
    question.metrics.includes('demand')
  )
    return answerSectors(context);
  if (question.metrics.includes('reserves')) return answerReserves(context);
  if (question.countries.length > 0 || question.allCountries) return answerProduction(context);
  if (question.years.length > 1) return compareYears(context);
  return answerSummary(context);
};

function compareYears(context: TopicContext): TopicResult {
  const { metal, question } = context;
  const [from, to] = [question.years[0] ?? 0, question.years.at(-1) ?? 0];
  const production = question.metrics.includes('production');
  const prices: Prices = pricesOf(metal, question);
  const track = production ? tracksOf(metal, { metric: 'production' }, question.perUnit)[0] : prices.main;
  const figures = (question.span === null ? question.years : [from, to]).flatMap((y) => track?.at(y) ?? []);
  const [a, b] = [figures[0], figures.at(-1)];
  if (track === undefined || a === undefined || b === undefined || a === b) {
    const lacking = question.years.filter((y) => track?.at(y) === undefined);
    return missing(
      'compare',
      [`I can't compare those years: I have no figure for ${yearsInWords(lacking)}.`],
      [[`I have ${yearsInWords(track?.years ?? [])}.`]],
      [{ label: 'History', ask: `${metal.name} ${production ? 'production' : 'price'} history` }],
    );
  }
  const what = production ? 'production' : 'price';
  const noted = production ? [] : [a, b].map((f) => disagreements(f, prices));
  const rows = figures.map((f, i): Line[] => {
    const before = figures[i - 1];
    const change: Span =
      before?.series === f.series ? { change: changeBetween(before.quantity.range, f.quantity.range) } : '';
    return [[String(f.year)], [show(f), firmness(f)], [change]];
  });
  return {
    found: true,
    part: makePart('compare', {
      headline: [
        { strong: [`${metal.name} ${what}, ${a.year} against ${b.year}: `, show(a), ' and ', show(b)] },
        firmness(b),
      ],
      body: [
        a.series === b.series
          ? [
              'From the first to the last: ',
              { change: changeBetween(a.quantity.range, b.quantity.range) },
              '.',
            ]
          : ['The years come from different editions, so no change is worked out between them.'],
      ],
      ...(figures.length > 2 ? { table: { columns: ['Year', 'Figure', 'Change'], rows } } : {}),
      cautions: noted.flatMap((n) => n.lines),
      citations: cite([...figures, ...noted.flatMap((n) => n.figures)]),
      chart: production
        ? ({ kind: 'production', metal: metal.id, from: a.year, to: b.year } as const)
        : ({ kind: 'compare-years', metal: metal.id, years: [a.year, b.year] } as const),
      chartWanted: question.chart,
    }),
    suggestions: [{ label: `All about ${b.year}`, ask: `tell me about ${metal.name} in ${b.year}` }],
  };
}

interface Priced {
  readonly metal: Metal;
  at(year: number): Figure | undefined;
  readonly years: readonly number[];
}

/** Prices of several metals over the years that all of them have, from sources of one kind where there are such. */
function compareMetals(context: TopicContext): TopicResult {
  const { question, catalog, thisYear } = context;
  const metals = question.metals.map((id) => metalOf(catalog, id));
  const priced = metals.flatMap((metal) => comparable(metal, metals, question) ?? []);
  const names = listInWords(metals.map((m) => m.name));
  const [first, second] = priced;
  const shared = (first?.years ?? []).filter((y) => priced.every((p) => p.at(y) !== undefined));
  const wanted = question.years.length > 0 ? shared.filter((y) => question.years.includes(y)) : shared;
  const year = wanted.findLast((y) => y <= thisYear);
  if (first === undefined || second === undefined || priced.length < metals.length || year === undefined) {
    return missing(
      'compare',
      [
        `I can't compare prices of ${names}${question.years.length > 0 ? ` for ${yearsInWords(question.years)}` : ''}.`,
      ],
      shared.length > 0 ? [[`I have both for ${yearsInWords(shared)}.`]] : [],
      metals.slice(0, 3).map((m) => ({ label: `${m.name} price`, ask: `${m.name} price` })),
    );
  }
  const figures = priced.flatMap((p) => p.at(year) ?? []);
  const headline = figures.flatMap((f, i): Span[] => [`${i > 0 ? '; ' : ''}${f.metal.name} `, show(f)]);
  const bases = new Set(figures.map((f) => f.series.basis));
  const rows = wanted.map((y): Line[] => [
    [String(y)],
    ...priced.map((p): Line => {
      const figure = p.at(y);
      return figure === undefined ? ['no figure'] : [show(figure), firmness(figure)];
    }),
  ]);
  return {
    found: true,
    part: makePart('compare', {
      headline: [
        { strong: [`${year}${bases.size === 1 ? formOf(figures) : ''}: `, ...headline] },
        figures[0] === undefined ? '' : firmness(figures[0]),
      ],
      body: [timesLine(figures)],
      table: { columns: ['Year', ...priced.map((p) => p.metal.name)], rows },
      cautions: bases.size > 1 ? [['The prices are of different forms, so compare with care.']] : [],
      citations: cite(figures),
      chart: {
        kind: 'compare-metals',
        metals: metals.map((m) => m.id),
        from: wanted[0] ?? year,
        to: wanted.at(-1) ?? year,
      },
      chartWanted: question.chart || wanted.length > 2,
    }),
    suggestions: priced
      .slice(0, 3)
      .map((p) => ({ label: `${p.metal.name} price`, ask: `${p.metal.name} price ${year}` })),
  };
}

/** A price that is of the same form as the other metals' where there is one: oxide beside oxide. */
function comparable(
  metal: Metal,
  metals: readonly Metal[],
  question: TopicContext['question'],
): Priced | undefined {
  const oxide = metals.every(
    (m) => pricesOf(m, { source: question.source, form: 'oxide', perUnit: null }).main !== undefined,
  );
  const { main } = pricesOf(metal, {
    source: question.source,
    form: oxide ? 'oxide' : question.form,
    perUnit: question.perUnit,
  });
  return main && { metal, years: main.years, at: (year) => main.at(year) };
}

function timesLine(figures: readonly Figure[]): Line {
  const sorted = figures.toSorted((a, b) => b.quantity.range.low - a.quantity.range.low);
  const [top, bottom] = [sorted[0], sorted.at(-1)];
  if (top === undefined || bottom === undefined || bottom.quantity.range.low <= 0) return [''];
  const [most, least] = [top.quantity.range, bottom.quantity.range];
  if (most.low === least.low && most.high === least.high) return ['The prices are the same.'];
  const ratio = divide(most, least);
  const quantity: Quantity = { range: ratio, unit: 'times' };
  return [`${top.metal.name} is `, { quantity }, ` ${bottom.metal.name.toLowerCase()}.`];
}

function formOf([figure]: readonly Figure[]): string {
  return figure === undefined || figure.series.basis === 'unstated' ? '' : `, ${figure.series.basis}`;
}

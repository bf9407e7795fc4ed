/** How several metals or countries moved between the same two times, set against each other: who rose or fell most. */
import type { Line, Span } from '#src/domain/answer.ts';
import type { Race } from '#src/domain/reading/frame.ts';
import { metalOf, type Figure } from '#src/domain/series/figures.ts';
import type { Series } from '#src/domain/series/series.ts';
import { runOf, verdictOfBoth, type Entered, type Run } from './race-run.ts';
import { pricesOf } from '../price/prices.ts';
import { countedAsked, countedIn, type Counted } from '../supply-chain/counted.ts';
import { holderOf } from '../group.ts';
import {
  basisOf,
  cite,
  firmness,
  listInWords,
  makePart,
  show,
  type TopicContext,
  type TopicResult,
} from '../topic.ts';
import { askFor } from '#src/domain/topics/suggestions.ts';

type EndsOf = (context: TopicContext, track: Series | undefined) => readonly [Figure, Figure] | undefined;

/**
 * By years and, where it is asked how it stands today, by months.
 * @param endsOf The years that the question means of a track.
 * @returns `undefined` where no race is asked for, or less than two have figures of the same two times: each is then told by itself
 */
export function answerRace(context: TopicContext, endsOf: EndsOf): TopicResult | undefined {
  const { question, thisYear } = context;
  const { race = null } = question;
  if (race === null) return undefined;
  const metric =
    countedAsked(question.metrics) ?? (question.countries.length > 1 ? 'production' : ('price' as const));
  const all = enteredIn(context, metric);
  const yearly = byYears(context, race, all, endsOf);
  const isOpen = (question.span?.to ?? question.years.at(-1)) === thisYear;
  const monthly = isOpen && metric === 'price' ? byMonths(context, race) : undefined;
  const main = yearly ?? monthly;
  if (main === undefined) return undefined;
  const both = yearly !== undefined && monthly !== undefined;
  const lacking = all.filter(({ name }) => !main.moved.some((one) => one.name === name));
  const asked = question.span?.from;
  const what = metric === 'price' ? 'price' : metric.replace('-', ' ');
  const figures = main.moved.flatMap(({ pair }) => pair);
  return {
    found: true,
    part: makePart('change', {
      headline: [
        {
          strong: [
            both ? verdictOfBoth(yearly, monthly) : main.verdict,
            `${what.charAt(0).toUpperCase()}${what.slice(1)}, ${main.from} to ${main.to}: `,
            ...sides(main),
          ],
        },
      ],
      body: both ? [[`By months, ${monthly.from} to ${monthly.to}: `, ...sides(monthly), '.']] : [],
      table: {
        columns: ['', main.from, main.to, 'Change', ...(metric === 'price' ? ['Of'] : [])],
        rows: main.moved.map(({ name, pair: [first, last], change }): Line[] => [
          [name],
          [show(first), firmness(first)],
          [show(last), firmness(last)],
          [{ change, from: [first, last] }],
          ...(metric === 'price' ? [[basisOf(last) || 'form not stated']] : []),
        ]),
      },
      cautions: [
        ...(asked !== undefined && Number(main.moved[0]?.pair[0].year) > asked
          ? [[`I have nothing before ${main.from} for all of them: it is told from there on.`]]
          : []),
        ...(metric === 'price' && yearly !== undefined
          ? [['By the yearly price of one source each, the one that answers first.']]
          : []),
        ...(lacking.length === 0
          ? []
          : [
              [
                `I have no such change of ${listInWords(
                  lacking.map(({ name }) => name),
                  'or',
                )}.`,
              ],
            ]),
      ],
      citations: cite([...figures, ...(both ? monthly.moved.flatMap(({ pair }) => pair) : [])]),
      chartWanted: false,
    }),
    suggestions: main.moved.slice(0, 3).map(({ pair: [first] }) => askFor(first.metal, metric)),
  };
}

/** Each metal, or each country of the one that is named. */
function enteredIn(context: TopicContext, metric: 'price' | Counted): readonly Entered[] {
  const { question, catalog } = context;
  if (question.countries.length > 1 && metric !== 'price') {
    const holder = holderOf(context, (metal) => countedIn(metal, metric, question) !== undefined);
    return question.countries.map((country) => ({
      name: country,
      track: holder && countedIn(holder, metric, { ...question, countries: [country] }),
    }));
  }
  const metals = question.metals.map((id) => metalOf(catalog, id));
  // Like for like: oxide beside oxide, where all have it.
  const oxide = { ...question, form: 'oxide' as const };
  const isOxide = metals.every((metal) => pricesOf(metal, oxide).main !== undefined);
  return metals.map((metal) => ({
    name: metal.name,
    track:
      metric === 'price'
        ? pricesOf(metal, isOxide ? oxide : question).main
        : countedIn(metal, metric, question),
  }));
}

/** Between the first and the last year that all of them have of those asked for. */
function byYears(
  context: TopicContext,
  race: Race,
  all: readonly Entered[],
  endsOf: EndsOf,
): Run | undefined {
  const found = all.flatMap(({ track }) => {
    const pair = endsOf(context, track);
    return pair === undefined ? [] : [pair];
  });
  const to = Math.min(...found.map(([, last]) => last.year));
  // "Is zinc beating lead", with no time: the newest year on the one before it.
  const from = context.question.years.length === 0 ? to - 1 : Math.max(...found.map(([first]) => first.year));
  return from < to ? runOf(race, all, String(from), String(to)) : undefined;
}

/** From the first month asked for to the newest that all of them have; `undefined` where one has no months. */
function byMonths({ question, library, catalog }: TopicContext, race: Race): Run | undefined {
  const year = question.span?.from ?? question.years[0];
  const all = question.metals.map((of) => ({
    name: metalOf(catalog, of).name,
    track: library?.dated({ of, target: {}, live: true }).find(({ cadence }) => cadence === 'month'),
  }));
  const to = all
    .map(({ track }) => track?.periods.at(-1) ?? '')
    .toSorted()
    .at(0);
  if (year === undefined || to === undefined || to <= `${year}-01`) return undefined;
  const run = runOf(race, all, `${year}-01`, to);
  return run?.moved.length === all.length ? run : undefined;
}

const sides = ({ moved }: Run): Span[] =>
  moved.flatMap(({ name, change, pair }, at): Span[] => [
    `${at > 0 ? '; ' : ''}${name} `,
    { change, from: pair },
  ]);

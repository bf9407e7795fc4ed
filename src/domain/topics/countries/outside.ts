/** "Gallium production outside China": the world's less what the countries that are left out have, of one edition and year. */
import type { Line, Span } from '#src/domain/answer.ts';
import type { Quantity, Range } from '#src/domain/measure/figure.ts';
import { asCertain, shareOf } from '#src/domain/measure/rounding.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import { alike } from '#src/domain/series/one-unit.ts';
import { sumOfFigures } from '../combined.ts';
import { holderOf, withGroupCaution } from '../group.ts';
import { answerRanking } from './ranking.ts';
import {
  cite,
  countedAs,
  figureLabel,
  firmness,
  isBound,
  listInWords,
  makePart,
  show,
  type TopicContext,
  type TopicResult,
} from '../topic.ts';

/** The rest of the world; where it can't be told, the other countries in order. */
export function answerOutside(context: TopicContext, metric: 'production' | 'reserves'): TopicResult {
  const { question } = context;
  const { without = [], metrics } = question;
  const holder = holderOf(context, (metal) =>
    [undefined, ...without].every((country) => tracksOf(context, metal, metric, country).length > 0),
  );
  const rest = holder && restOf(context, holder, metric);
  if (holder === undefined || rest === undefined) return answerRanking(context, metric);
  const { world, left, others, quantity, isListed } = rest;
  const made = isListed ? others : [world, ...left];
  const share = isListed ? undefined : shareOf(quantity, world.quantity);
  const told: Span = { quantity, from: made };
  const ofWorld: Span[] = share === undefined ? [] : [{ quantity: share, from: made }];
  const leads = metrics.includes('share') && share !== undefined;
  const what = leads ? `share of world ${metric}` : metric;
  const name = `${holder.name}, ${what} outside ${listInWords(without)}, ${figureLabel(world)}: `;
  const listed = sumOfFigures(others);
  const result: TopicResult = {
    found: true,
    part: makePart(metric, {
      headline: [
        {
          strong: [name, ...(leads ? ofWorld : [told]), isListed ? ', as far as the source lists it' : ''],
        },
        firmness({ quantity }),
      ],
      body: [
        [
          'The world’s ',
          show(world),
          firmness(world),
          ' less ',
          ...left.flatMap((one, at): Line => [
            at === 0 ? '' : ' and ',
            `${one.series.country ?? ''}’s `,
            show(one),
            firmness(one),
          ]),
          ...(isListed
            ? [' leaves nothing, for the total is rounded.']
            : leads
              ? [', which leaves ', told, '.']
              : ['.']),
        ],
        ...(leads || share === undefined ? [] : [['That is ', ...ofWorld, ' of the world’s.']]),
        ...(isListed || listed === undefined
          ? []
          : [
              ['The others that the source lists come to ', { quantity: listed, from: others } as const, '.'],
            ]),
      ],
      table: {
        columns: ['Country', metric === 'reserves' ? 'Reserves' : 'Production'],
        rows: others.map((one): Line[] => [[one.series.country ?? ''], [show(one), firmness(one)]]),
      },
      cautions: [...new Set([countedAs(world), ...world.series.notes])]
        .filter((note) => note !== '')
        .map((note): Line => [note]),
      citations: cite([world, ...left, ...others]),
    }),
    suggestions: [],
  };
  return withGroupCaution(context, holder, result);
}

type Metric = 'production' | 'reserves';

const tracksOf = ({ question }: TopicContext, metal: Metal, metric: Metric, country?: string) =>
  seriesIn(metal, { metric, ...(country === undefined ? {} : { country }) }, question.perUnit);

interface Rest {
  readonly world: Figure;
  readonly left: readonly Figure[];
  /** The other countries, largest first. */
  readonly others: readonly Figure[];
  readonly quantity: Quantity;
  /** It is the sum of the others, for the total is too coarse to take anything from it. */
  readonly isListed: boolean;
}

/** `undefined` where one of the countries has no figure in the year and edition of the world's. */
function restOf(context: TopicContext, holder: Metal, metric: Metric): Rest | undefined {
  const { without = [], years: asked } = context.question;
  const [total] = tracksOf(context, holder, metric);
  const parts = without.map((country) => tracksOf(context, holder, metric, country)[0]);
  const years = (total?.years ?? []).filter((year) => parts.every((part) => part?.at(year) !== undefined));
  const newest = metric === 'reserves' || asked.length === 0;
  const year = newest ? years.at(-1) : years.findLast((one) => asked.includes(one));
  if (year === undefined) return undefined;
  const found = alike([total, ...parts].flatMap((track) => track?.at(year) ?? []));
  const [world, ...left] = found ?? [];
  if (world === undefined || left.length < without.length || [world, ...left].some(isBound)) return undefined;
  if (left.some(({ series }) => series.source !== world.series.source)) return undefined;
  const others = holder.countries
    .filter(({ name }) => !without.includes(name))
    .flatMap(({ name }) => tracksOf(context, holder, metric, name)[0]?.at(year) ?? [])
    .flatMap((figure) => alike([world, figure])?.[1] ?? [])
    .filter(({ series }) => series.source === world.series.source)
    .toSorted((a, b) => b.quantity.range.high - a.quantity.range.high);
  const sum = sumOfFigures(left);
  const quantity = sum && differenceOf(world, left, sum.range);
  if (quantity !== undefined) return { world, left, others, quantity, isListed: false };
  const listed = sumOfFigures(others);
  return listed && { world, left, others, quantity: listed, isListed: true };
}

/** `undefined` where the world's is not sure to be more. */
function differenceOf(world: Figure, left: readonly Figure[], sum: Range): Quantity | undefined {
  const range = less(world.quantity.range, sum);
  if (range.low <= 0) return undefined;
  const printed = left.reduce<Range | undefined>(
    (rest, { quantity }) => (rest && quantity.printed ? less(rest, quantity.printed) : undefined),
    world.quantity.printed,
  );
  const estimated = [world, ...left].some(({ quantity }) => quantity.firmness === 'estimated');
  const exact: Quantity = {
    range,
    unit: world.quantity.unit,
    ...(estimated ? { firmness: 'estimated' as const } : {}),
  };
  return printed === undefined ? exact : asCertain(exact, printed);
}

const less = (whole: Range, part: Range): Range => ({
  low: Number((whole.low - part.high).toPrecision(12)),
  high: Number((whole.high - part.low).toPrecision(12)),
});

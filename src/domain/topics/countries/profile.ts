/** What one country has, commodity by commodity, by its part of the world's: "what does the DRC produce". */
import type { Line } from '#src/domain/answer.ts';
import { midpoint, type Quantity } from '#src/domain/measure/figure.ts';
import type { Profile } from '#src/domain/reading/frame.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { seriesIn } from '#src/domain/series/metal-series.ts';
import { askFor } from '../suggestions.ts';
import { importsFrom } from '../supply-chain/imports-from.ts';
import { cite, firmness, makePart, missing, show, type TopicContext, type TopicResult } from '../topic.ts';
import { rank } from './country-tracks.ts';
import { answerLeaders } from './leaders.ts';
import { shareOfWorld } from './share-of-world.ts';

type ProfileContext = Pick<TopicContext, 'question' | 'thisYear'>;

interface Has {
  readonly metal: Metal;
  readonly figure: Figure;
  readonly share: { readonly quantity: Quantity; readonly from: readonly [Figure, Figure] } | undefined;
  /** Among the countries that the source lists. */
  readonly place: number;
}

/** A table of more is a wall; the rest is counted. */
const SHOWN = 20;
const NAMED = 3;
const HALF = 50;

/** @param name What the members are together: "commodities", "base metals" */
export function answerProfile(
  context: ProfileContext,
  profile: Profile,
  name: string,
  members: readonly Metal[],
): TopicResult {
  const { country, critical } = profile;
  const asked = members.filter((metal) => !critical || metal.critical?.listed === true);
  if (country === null) return answerLeaders(context, name, asked);
  if (profile.of === 'imports') return importsFrom(country, name, asked, profile.mostly);
  const metric = profile.of;
  const all = asked.flatMap((metal) => has(metal, metric, country, context) ?? []);
  const found = all
    .filter(
      ({ place, share }) =>
        (!profile.leads || place === 1) && (!profile.mostly || (share?.quantity.range.low ?? 0) > HALF),
    )
    .toSorted((a, b) => sizeOf(b) - sizeOf(a) || a.metal.name.localeCompare(b.metal.name, 'en'));
  const what = metric === 'reserves' ? 'reserves' : 'production';
  const [first] = found;
  if (first === undefined)
    return missing(
      metric,
      [
        profile.leads || profile.mostly
          ? `I know of none of the ${name} here of which ${country} has ${profile.leads ? 'the most' : 'more than half'}.`
          : `No source here lists ${country} by name for ${what} of any of the ${name}.`,
      ],
      [['What a source puts together as “Other” may be of any country.']],
      [],
    );
  const shown = found.slice(0, SHOWN);
  const years = [...new Set(found.map(({ figure }) => figure.year))];
  const when =
    metric === 'reserves' ? 'newest edition' : years.length === 1 ? String(years[0]) : 'newest of each';
  const told = profile.leads
    ? `has the most of ${found.length} of the ${name} here`
    : profile.mostly
      ? `has more than half of ${found.length} of the ${name} here`
      : `is listed for ${found.length} of the ${name} here`;
  const largest = shown.filter(({ share }) => share !== undefined).slice(0, NAMED);
  return {
    found: true,
    part: makePart(metric, {
      headline: [{ strong: [`${country}, ${what}, ${when}: ${told}`] }],
      body:
        largest.length === 0
          ? []
          : [
              [
                'By its part of the world’s: ',
                ...largest.flatMap(({ metal, share }, at): Line => [
                  `${at > 0 ? ', ' : ''}${metal.name.toLowerCase()} `,
                  ...(share === undefined ? [] : [share]),
                ]),
                '.',
              ],
            ],
      table: {
        columns: [
          'Commodity',
          metric === 'reserves' ? 'Reserves' : 'Production',
          'Year',
          'Part of the world’s',
          'Place',
        ],
        rows: shown.map(({ metal, figure, share, place }): Line[] => [
          [stageOf(metal, figure)],
          [show(figure), firmness(figure)],
          [String(figure.year)],
          share === undefined ? ['not known'] : [share],
          [String(place)],
        ]),
      },
      cautions: [
        ...(found.length > shown.length ? [[`I show ${shown.length} of ${found.length}.`]] : []),
        ['Only where a source lists the country by name: what it puts together as “Other” may be of it too.'],
      ],
      citations: cite(shown.map(({ figure }) => figure)),
    }),
    suggestions: shown
      .slice(0, NAMED)
      .map(({ metal }) => askFor(metal, metric, { label: `${metal.name}, ${country}`, country })),
  };
}

/** `undefined` where it has none, or nobody says how much. */
function has(
  metal: Metal,
  metric: 'production' | 'reserves',
  country: string,
  { question, thisYear }: ProfileContext,
): Has | undefined {
  const [track] = seriesIn(metal, { metric, country });
  const year = metric === 'production' && !question.current ? question.years[0] : undefined;
  const figure = track?.at(year ?? track.years.findLast((one) => one <= thisYear) ?? 0);
  if (figure === undefined || figure.quantity.range.high === 0) return undefined;
  const tracks = metal.countries.flatMap(({ name }) => {
    const [own] = seriesIn(metal, { metric, country: name });
    return own === undefined ? [] : [{ country: name, track: own }];
  });
  const ranked = rank(tracks, figure.year).filter((one) => one.country !== 'Other');
  const above = ranked.filter((one) => one.figure.quantity.range.high > figure.quantity.range.high);
  return { metal, figure, share: shareOfWorld(metal, figure), place: above.length + 1 };
}

const sizeOf = ({ share }: Has): number => (share === undefined ? -1 : midpoint(share.quantity.range));

/** "Copper, refinery": what of it is made, where it is not mined. */
const stageOf = ({ name }: Metal, { series: { stage } }: Figure): string =>
  stage === undefined || stage === 'mine' ? name : `${name}, ${stage}`;

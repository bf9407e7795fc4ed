/** What it goes into, as a source gives the shares; whose they are, the world's or the United States', is said. */
import type { Line } from '#src/domain/answer.ts';
import { figureAt, type Figure } from '#src/domain/series/figures.ts';
import { namesUse } from '#src/domain/reading/words/things/end-uses.ts';
import type { Metal, NumericSeries } from '#src/domain/series/metal.ts';
import { WORLD } from '#src/domain/series/packs/with-tables.ts';
import { cite, firmness, makePart, missing, show, type Topic } from '#src/domain/topics/topic.ts';
import { askProducers } from '#src/domain/topics/suggestions.ts';

export const answerUses: Topic = ({ metal, question }) => {
  const shares = sharesOf(metal);
  const [first] = shares;
  const { name } = metal;
  if (first === undefined)
    return missing(
      'uses',
      [`I have no shares of what ${name.toLowerCase()} is used for.`],
      [[metal.description]],
      [askProducers(metal)],
    );
  const rank = question.rank ?? 1;
  if (rank > shares.length)
    return missing(
      'uses',
      [
        `The source names no more than ${shares.length === 1 ? 'one use' : `${shares.length} uses`} of ${name.toLowerCase()}.`,
      ],
      [[`The largest: ${first.series.item}, `, show(first), '.']],
      [askProducers(metal)],
    );
  const asked = shares.find(({ series: { item = '' } }) => namesUse(item, question.text));
  // "The second largest use".
  const lead = asked ?? shares[rank - 1] ?? first;
  const whose = lead.series.scope === WORLD ? 'of the world' : 'of the United States';
  return {
    found: true,
    part: makePart('uses', {
      headline: [
        { strong: [`${name}, ${lead.series.item}: `, show(lead), ` ${whose}, ${lead.year}`] },
        firmness(lead),
      ],
      body: [[`${lead.series.label.split(':')[0]}.`]],
      table: {
        columns: ['Use', 'Share'],
        rows: shares.map((figure): Line[] => [[figure.series.item ?? ''], [show(figure), firmness(figure)]]),
      },
      cautions: [
        ...(lead.series.scope === WORLD
          ? []
          : [['These are shares of the United States; the source has none of the world.']]),
        ...(total(shares) < 99 ? [['They do not add up to 100 %: the source names the larger uses.']] : []),
        ...lead.series.notes.slice(0, 2).map((note): Line => [note]),
      ],
      citations: cite(shares),
    }),
    suggestions: [askProducers(metal)],
  };
};

/** Whether a metal has shares of uses. */
export const hasUses = (metal: Metal): boolean => metal.tables.some(({ metric }) => metric === 'end-use');

function sharesOf(metal: Metal): readonly Figure[] {
  return metal.series
    .filter((one): one is NumericSeries => one.metric === 'end-use')
    .flatMap((one) => figureAt(metal, [one], one.points[0]?.at ?? '') ?? [])
    .toSorted((a, b) => b.quantity.range.high - a.quantity.range.high);
}

const total = (shares: readonly Figure[]): number =>
  shares.reduce((sum, { quantity }) => sum + quantity.range.low, 0);

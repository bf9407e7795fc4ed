/** How much of it is in a kilowatt-hour of battery, by chemistry. */
import type { Line } from '#src/domain/answer.ts';
import { figureAt, type Figure } from '#src/domain/series/figures.ts';
import type { NumericSeries } from '#src/domain/series/metal.ts';
import { cite, makePart, missing, show, type Topic } from '#src/domain/topics/topic.ts';
import { askFor } from '#src/domain/topics/suggestions.ts';

const WORD = /[\p{L}\p{N}]+/gu;

export const answerIntensity: Topic = ({ metal, question }) => {
  const all = metal.series
    .filter((one): one is NumericSeries => one.metric === 'intensity')
    .flatMap((one) => figureAt(metal, [one], one.points[0]?.at ?? '') ?? []);
  if (all.length === 0)
    return missing(
      'intensity',
      [`I have no figure for how much ${metal.name.toLowerCase()} is in a battery.`],
      [],
      [askFor(metal, 'price', { label: 'Price' })],
    );
  const asked = all.filter(({ series: { item = '' } }) => isNamed(item, question.text));
  const shown = asked.length > 0 ? asked : all.filter(({ series: { item = '' } }) => !item.startsWith('SS '));
  const [first] = shown;
  const [least, most] = [Math.min(...shown.map(low)), Math.max(...shown.map(low))];
  return {
    found: true,
    part: makePart('intensity', {
      headline: [
        {
          strong:
            shown.length === 1 && first !== undefined
              ? [`${metal.name} in a kWh of ${first.series.item} battery pack: `, show(first)]
              : [
                  `${metal.name} in a kWh of battery pack, by chemistry: `,
                  { quantity: { range: { low: least, high: most }, unit: 'kg/kWh' } },
                ],
        },
      ],
      ...(shown.length > 1
        ? {
            table: {
              columns: ['Chemistry', 'kg in a kWh'],
              rows: shown.map((one): Line[] => [[one.series.item ?? ''], [show(one)]]),
            },
          }
        : {}),
      cautions: [
        [
          'Worked out by a model for its default designs, and not measured; SS is solid state, SIB sodium ion.',
        ],
        ...(asked.length === 0 && all.length > shown.length
          ? [['Solid-state designs are left out here; name one to see it.']]
          : []),
      ],
      citations: cite(shown),
    }),
    suggestions: [askFor(metal, 'price', { label: 'Price' })],
  };
};

const low = ({ quantity }: Figure): number => quantity.range.low;

/** "NMC 811", "nmc811", "LFP"; a chemistry alone names its kind: "NMC" all of them. */
function isNamed(item: string, text: string): boolean {
  const [typed, own] = [text, item].map((one) => one.toLowerCase().replaceAll(/[^a-z0-9]+/gu, ''));
  if (typed === undefined || own === undefined) return false;
  if (typed.includes(own)) return own.startsWith('ss') || !typed.includes(`ss${own}`);
  const kind = item.split(' ')[0] ?? '';
  const grade = /\b(?:nmc|nmca)[\s-]*\d/iu.test(text);
  return (
    !grade &&
    kind !== 'SS' &&
    [...text.toLowerCase().matchAll(WORD)].some(([word]) => word === kind.toLowerCase())
  );
}

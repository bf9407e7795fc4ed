/** How much of it is in a kilowatt-hour of battery, or in a battery of so many, by chemistry. */
import type { Line } from '#src/domain/answer.ts';
import { exactly, multiply, type Quantity } from '#src/domain/measure/figure.ts';
import { figureAt, type Figure } from '#src/domain/series/figures.ts';
import type { NumericSeries } from '#src/domain/series/metal.ts';
import { cite, makePart, missing, type Topic } from '#src/domain/topics/topic.ts';
import { askFor } from '#src/domain/topics/suggestions.ts';

const WORD = /[\p{L}\p{N}]+/gu;
const GRADE = /\b(?:nmc|nmca|ncm|nca)[\s-]*\d/iu;

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
  const size = question.energy ?? undefined;
  const shown = asked.length > 0 ? asked : all.filter(({ series: { item = '' } }) => !item.startsWith('SS '));
  const [first] = shown;
  const [least, most] = [Math.min(...shown.map(low)), Math.max(...shown.map(low))];
  const per: Quantity = { range: { low: least, high: most }, unit: 'kg/kWh' };
  const where = size === undefined ? 'a kWh' : `${size.toLocaleString('en-US')} kWh`;
  const held = (quantity: Quantity): Quantity => (size === undefined ? quantity : heldIn(quantity, size));
  return {
    found: true,
    part: makePart('intensity', {
      headline: [
        {
          strong:
            shown.length === 1 && first !== undefined
              ? [
                  `${metal.name} in ${where} of ${first.series.item} battery pack: `,
                  { quantity: held(per), from: shown },
                ]
              : [
                  `${metal.name} in ${where} of battery pack, by chemistry: `,
                  { quantity: held(per), from: shown },
                ],
        },
      ],
      body:
        size === undefined || shown.length > 1 ? [] : [[`${where} at `, { quantity: per, from: shown }, '.']],
      ...(shown.length > 1
        ? {
            table: {
              columns: ['Chemistry', `In ${where}`],
              rows: shown.map((one): Line[] => [
                [one.series.item ?? ''],
                [{ quantity: held(one.quantity), from: [one] }],
              ]),
            },
          }
        : {}),
      cautions: [
        [
          'Worked out by a model for its default designs, and not measured; SS is solid state, SIB sodium ion.',
        ],
        ...(asked.length === 0 && GRADE.test(question.text)
          ? [['The source has no such chemistry: these are all that it has.']]
          : []),
        ...(asked.length === 0 && all.length > shown.length
          ? [['Solid-state designs are left out here; name one to see it.']]
          : []),
      ],
      citations: cite(shown),
    }),
    suggestions: [askFor(metal, 'price', { label: 'Price' })],
  };
};

/** No more exact than three digits: it is a model's. */
function heldIn({ range }: Quantity, size: number): Quantity {
  const { low: least, high: most } = multiply(range, exactly(size));
  return { range: { low: Number(least.toPrecision(3)), high: Number(most.toPrecision(3)) }, unit: 'kg' };
}

const low = ({ quantity }: Figure): number => quantity.range.low;

/** "NMC 811", "nmc811", "LFP"; a chemistry alone names its kind: "NMC" all of them. */
function isNamed(item: string, text: string): boolean {
  // "NCM 622" is NMC 622.
  const [typed, own] = [text, item].map((one) =>
    one
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/gu, '')
      .replaceAll('ncm', 'nmc'),
  );
  if (typed === undefined || own === undefined) return false;
  if (typed.includes(own)) return own.startsWith('ss') || !typed.includes(`ss${own}`);
  const kind = item.split(' ')[0] ?? '';
  const grade = GRADE.test(text);
  return (
    !grade &&
    kind !== 'SS' &&
    [...text.toLowerCase().matchAll(WORD)].some(([word]) => word === kind.toLowerCase())
  );
}
